import { findSystemField, shortTextLimit, type IssueProblem, type RuleError } from '@fake-jira/world';

/** Every mistake in the fields of an issue in Jira's form: those about a field stand under its id. */
export function issueProblems({ data }: RuleError<'issue-invalid'>) {
  const errorMessages: string[] = [];
  const errors: Record<string, string> = {};
  for (const mistake of data.problems) {
    const { field } = mistake;
    if (field === null) errorMessages.push(sentence(mistake, ''));
    else
      errors[field] =
        errors[field] === undefined ? sentence(mistake, field) : `${errors[field]} ${sentence(mistake, field)}`;
  }
  return { errorMessages, errors };
}

// Assumed: no document has them.
const requiredSentences: Readonly<Record<string, string>> = {
  summary: 'You must specify a summary of the issue.',
  project: 'Specify a valid project ID or key',
  issuetype: 'Specify an issue type',
};

function sentence({ problem, detail = '' }: IssueProblem, field: string): string {
  switch (problem) {
    case 'required':
      return requiredSentences[field] ?? `${findSystemField(field)?.name ?? field} is required.`;
    case 'not-on-screen':
      return `Field '${field}' cannot be set. It is not on the appropriate screen, or unknown.`;
    case 'too-long':
      return `The entered text is too long. It exceeds the allowed limit of ${shortTextLimit} characters.`;
    case 'unreadable':
      return `The value of '${field}' is not valid: ${detail}.`;
    case 'unknown-option':
      return `Option '${detail}' is not valid: no option of the context that applies has this id or value.`;
    case 'disabled-option':
      return `Option '${detail}' is disabled.`;
    case 'not-selectable':
      return `Option '${detail}' cannot be selected in this project.`;
    case 'unknown-user':
      return `User '${detail}' does not exist.`;
    case 'unknown-group':
      return `Group '${detail}' does not exist.`;
    case 'unknown-project':
      return field === 'project' ? 'Specify a valid project ID or key' : `Project '${detail}' does not exist.`;
    case 'unknown-version':
      return `Version '${detail}' is not a version of this project.`;
    case 'unknown-issue-type':
      return `Specify a valid issue type: '${detail}' is not one of this project.`;
    case 'unknown-parent':
      return `Could not find a parent issue '${detail}' in this project.`;
    case 'parent-required':
      return 'Issue type is a sub-task but parent issue key or id not specified.';
    case 'parent-not-allowed':
      return 'Issue type is not a sub-task: it cannot have a parent.';
    case 'subtasks-disabled':
      return 'Sub-tasks are disabled in Jira.';
    case 'not-a-date':
      return `Error parsing date string: ${detail}`;
  }
}
