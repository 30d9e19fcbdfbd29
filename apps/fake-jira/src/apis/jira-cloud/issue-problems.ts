import {
  findSystemField,
  shortTextLimit,
  type IssueProblem,
  type RuleError,
  type UnknownOption,
} from '@fake-jira/world';

/** Whose sentences they are. */
export type IssueSentences = 'cloud' | 'data-center';

/** Every mistake in the fields of an issue in Jira's form: those about a field stand under its id. */
export function issueProblems({ data }: RuleError<'issue-invalid'>, of: IssueSentences) {
  const errorMessages: string[] = [];
  const errors: Record<string, string> = {};
  for (const mistake of data.problems) {
    const { field } = mistake;
    const text = sentence(mistake, field ?? '', of);
    if (field === null) errorMessages.push(text);
    // Recorded of Cloud: the sentence stands twice.
    else if (mistake.problem === 'parent-not-allowed' && of === 'cloud')
      Object.assign(errors, { parent: text, parentId: text });
    else errors[field] = errors[field] === undefined ? text : `${errors[field]} ${text}`;
  }
  return { errorMessages, errors };
}

/** Recorded: github-threads of Cloud, jrjc-assertions of Server. */
const requiredSentences: Readonly<Record<IssueSentences, Readonly<Record<string, string>>>> = {
  cloud: {
    summary: 'You must specify a summary of the issue.',
    project: 'Specify a valid project ID or key',
    issuetype: 'Specify an issue type',
  },
  'data-center': {
    summary: 'You must specify a summary of the issue.',
    project: 'valid project is required',
    issuetype: 'valid issue type is required',
  },
};

function sentence(mistake: IssueProblem, field: string, of: IssueSentences): string {
  const { problem, detail = '', fieldName = field } = mistake;
  switch (problem) {
    case 'required':
      return requiredSentences[of][field] ?? `${findSystemField(field)?.name ?? field} is required.`;
    case 'not-on-screen':
      return `Field '${field}' cannot be set. It is not on the appropriate screen, or unknown.`;
    case 'too-long':
      if (field === 'summary') return `Summary must be less than ${shortTextLimit} characters.`;
      return `The entered text is too long. It exceeds the allowed limit of ${shortTextLimit} characters.`;
    case 'unreadable':
      return detail;
    case 'line-break':
      return 'The summary is invalid because it contains newline characters.';
    case 'label-with-space':
      return `The label '${detail}' contains spaces which is invalid.`;
    case 'option-unnamed':
      return of === 'cloud' ? `Specify a valid 'id' or 'name' for ${fieldName}` : "Option id 'null' is not valid";
    case 'option-as-text':
      return of === 'cloud'
        ? `Specify a valid 'id' or 'name' for ${fieldName}`
        : `Cannot construct instance of CustomFieldOptionJsonBean: no constructor to deserialize from String value ('${detail}')`;
    case 'parent-option-unnamed':
      return parentUnknown;
    case 'unknown-option':
      return unknownOption(mistake, fieldName);
    case 'disabled-option':
      return `Option '${detail}' is disabled.`;
    case 'not-selectable':
      return `Option '${detail}' cannot be selected in this project.`;
    case 'user-unnamed':
      return unnamedUser(field, of);
    case 'unknown-user':
      if (field === 'reporter') return 'The reporter specified is not a user.';
      return `User '${detail}' does not exist.`;
    case 'unknown-group':
      return `Group '${detail}' does not exist.`;
    case 'unknown-project':
      return field === 'project' ? requiredSentences[of]['project']! : `Project '${detail}' does not exist.`;
    case 'unknown-version':
      return `Version name '${detail}' is not valid`;
    case 'unknown-component':
      return `Component name '${detail}' is not valid`;
    case 'unknown-priority':
    case 'unknown-resolution':
      return of === 'cloud' ? `Specify a valid 'id' or 'name' for ${fieldName}` : priorityUnnamed(field);
    case 'priority-not-text':
      return of === 'cloud' ? `Specify the Priority (${detail}) in the string format` : priorityUnnamed(field);
    case 'unknown-issue-type':
      return of === 'cloud' ? 'Specify a valid issue type' : requiredSentences[of]['issuetype']!;
    case 'unknown-parent':
      return `Could not find a parent issue '${detail}' in this project.`;
    case 'parent-elsewhere':
      return 'Issues with this Issue Type must be created in the same project as the parent.';
    case 'parent-required':
      return 'Issue type is a sub-task but parent issue key or id not specified.';
    case 'parent-not-allowed':
      return of === 'cloud'
        ? 'Please select valid parent issue.'
        : 'Issue type is not a sub-task: it cannot have a parent.';
    case 'subtasks-disabled':
      return 'Sub-tasks are disabled in Jira.';
    case 'not-a-duration':
      return `'${detail}' is no duration: weeks, days, hours and minutes, such as '3d 4h'.`;
    case 'not-a-date':
      return of === 'cloud' && field === 'duedate'
        ? 'The duedate must be of the format "yyyy-MM-dd"'
        : `Error parsing date string: ${detail}`;
  }
}

/** A user is named by an account id on Cloud, by a name on Data Center. */
function unnamedUser(field: string, of: IssueSentences): string {
  if (of === 'data-center') return "expected Object containing a 'name' property";
  return field === 'assignee'
    ? 'Specify a valid value for assignee'
    : "expected Object containing an 'accountId' property";
}

function priorityUnnamed(field: string): string {
  return `Could not find valid 'id' or 'name' in ${field} object.`;
}

const parentUnknown = "Could not find valid 'id' or 'value' in the Parent Option object.";

function unknownOption({ detail = '', option }: IssueProblem, fieldName: string): string {
  if (option === undefined) return `Option '${detail}' is not valid`;
  const { as, namedBy, allowed } = option;
  if (as === 'cascade') return parentUnknown;
  if (as === 'options') return `Option ${namedBy} '${detail}' is not valid`;
  // By its value an option is looked up first, and has no id then.
  return namedBy === 'value' ? "Option id 'null' is not valid" : invalidValue(detail, fieldName, allowed);
}

function invalidValue(given: string, fieldName: string, allowed: UnknownOption['allowed']): string {
  const listed = [...allowed.map(({ id, value }) => `${id}[${value}]`), '-1'].join(', ');
  return `Invalid value '${given}' passed for customfield '${fieldName}'. Allowed values are: ${listed}`;
}
