/** What an id is the id of. */
export type Kind =
  | 'field'
  | 'context'
  | 'option'
  | 'task'
  | 'screen'
  | 'tab'
  | 'issue'
  | 'project'
  | 'issue type'
  | 'user'
  | 'group'
  | 'version'
  | 'thing';

/** Properties and variables of addresses that hold an id, or a list of them. */
const byName: Readonly<Record<string, Kind>> = {
  fieldId: 'field',
  customFieldId: 'field',
  customId: 'field',
  numericId: 'field',
  fieldIds: 'field',
  contextId: 'context',
  configSchemeId: 'context',
  optionId: 'option',
  optionIds: 'option',
  childOptionId: 'option',
  cascadingOptionId: 'option',
  parentId: 'option',
  parent_id: 'option',
  parentOptionId: 'option',
  existingOptionId: 'option',
  customFieldOptionIds: 'option',
  after: 'option',
  deleted: 'option',
  skipped: 'option',
  taskId: 'task',
  submittedBy: 'user',
  screenId: 'screen',
  tabId: 'tab',
  projectId: 'project',
  projectIds: 'project',
  issueTypeId: 'issue type',
  issueTypeIds: 'issue type',
  issueIdOrKey: 'issue',
  issueIds: 'issue',
  matchedIssues: 'issue',
  modifiedIssues: 'issue',
  unmodifiedIssues: 'issue',
  accountId: 'user',
  groupId: 'group',
};

/** What an `id` is of, by the property that its object, or the list of it, stands under. */
const byOwner: Readonly<Record<string, Kind>> = {
  options: 'option',
  childOptions: 'option',
  schemeOptions: 'option',
  defaultOption: 'option',
  defaultChildOption: 'option',
  defaultOptions: 'option',
  projects: 'project',
  associatedProjects: 'project',
  project: 'project',
  issueTypes: 'issue type',
  issuetype: 'issue type',
  issuetypes: 'issue type',
  contexts: 'context',
  customFieldSchemes: 'context',
  customFields: 'field',
  screens: 'screen',
  tab: 'tab',
  versions: 'version',
  issues: 'issue',
  parent: 'issue',
};

/** What an `id` at the top of an answer is of, by the words of an operation; the first that fits. */
const byOperation: readonly (readonly [RegExp, Kind])[] = [
  [/Task$/, 'task'],
  [/IssueFieldOption/, 'thing'],
  [/Option|Value(s)?$/, 'option'],
  [/ScreenTabField|AvailableScreenFields/, 'field'],
  [/ScreenTab/, 'tab'],
  [/Screen/, 'screen'],
  [/Context|ConfigScheme/, 'context'],
  [/Issue(Meta)?$|^(create|get|edit|delete)Issue$/, 'issue'],
  [/IssueType|IssueAllTypes/, 'issue type'],
  [/Project/, 'project'],
  [/Field/, 'field'],
];

/**
 * What a property holds the id of.
 *
 * @param path - names from the top of a body down to the property; places in lists are left out
 * @returns undefined where it holds none
 */
export function kindOf(operation: string | null, path: readonly string[]): Kind | undefined {
  const name = path.at(-1);
  if (name === undefined) return undefined;
  if (name !== 'id') return byName[name];
  // Values of an issue say by their field what they are.
  const field = path[path.lastIndexOf('fields') + 1];
  if (path.includes('fields') && field !== undefined && field !== 'id')
    return byOwner[field] ?? (field.startsWith('customfield_') ? 'option' : 'thing');
  for (const owner of path.slice(0, -1).reverse()) {
    const kind = byOwner[owner];
    if (kind !== undefined) return kind;
  }
  return byOperation.find(([words]) => words.test(operation ?? ''))?.[1] ?? 'thing';
}

const words =
  /\b(option|context|scheme|field|issue type|issue|project|task|tab|screen|user|group|version)s?(?: id)?\W{1,3}(\d{4,})\b/gi;

/** Ids that a message names, each behind the word for what it is the id of. */
export function kindsInText(text: string): [Kind, string][] {
  return [...text.matchAll(words)].map(([, word, id]) => {
    const named = (word as string).toLowerCase();
    return [named === 'scheme' ? 'context' : (named as Kind), id as string];
  });
}
