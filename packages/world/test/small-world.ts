import {
  addFieldToTab,
  addIssueType,
  addOptions,
  addProject,
  addScreen,
  addUser,
  createContext,
  createField,
  createIssue,
  customFieldId,
  editIssue,
  RuleError,
  World,
  type CustomField,
  type FieldValueInput,
  type IssueParts,
  type NewContext,
  type NewIssue,
  type NewOption,
  type RuleCode,
  type Transaction,
} from '../src/index.js';

export const noon = Date.UTC(2024, 4, 6, 12);

/**
 * Two projects, TEST and OTHER, on one screen; the issue types Bug, Sub-task and Task; ada, an administrator, and bob.
 * The clock stands until a test moves it.
 */
export function smallWorld() {
  const clock = { at: noon, now: () => clock.at };
  const world = new World({ clock });
  const things = world.write((tx) => {
    const groups = ['jira-administrators'];
    const ada = addUser(tx, { name: 'ada', displayName: 'Ada Admin', groups, tokens: ['pat'] });
    const bob = addUser(tx, { name: 'bob', groups: ['jira-users'] });
    const bug = addIssueType(tx, { name: 'Bug' });
    const subtask = addIssueType(tx, { name: 'Sub-task', subtask: true });
    const task = addIssueType(tx, { name: 'Task' });
    const screen = addScreen(tx, { name: 'Default Screen' });
    const versions = [{ name: '1.0' }];
    const test = addProject(tx, { key: 'TEST', name: 'Testing', versions });
    const other = addProject(tx, { key: 'OTHER', name: 'Others', versions });
    return { ada, bob, bug, subtask, task, screen, test, other };
  });
  return { world, clock, ...things };
}

export type SmallWorld = ReturnType<typeof smallWorld>;

/** Adds a field with one context, on the screen of the world. */
export function fieldOnScreen(
  { screen }: Pick<SmallWorld, 'screen'>,
  tx: Transaction,
  type: string,
  { options = [], ...context }: Partial<NewContext> & { options?: NewOption[]; appFieldKey?: string } = {},
): CustomField {
  const { appFieldKey } = context;
  const field = createField(tx, { name: type, type, ...(appFieldKey === undefined ? {} : { appFieldKey }) });
  const made = createContext(tx, customFieldId(field.id), { name: 'Default', ...context }, { uniqueNames: false });
  if (options.length > 0) addOptions(tx, field, made, options, { ignoreCase: false });
  addFieldToTab(tx, screen.id, screen.tabs[0]?.id ?? 0, customFieldId(field.id));
  return field;
}

/** The rule that an action breaks. */
export function broken<Code extends RuleCode>(action: () => unknown): RuleError<Code> {
  try {
    action();
  } catch (error) {
    if (error instanceof RuleError) return error as RuleError<Code>;
    throw error;
  }
  throw new Error('No rule was broken.');
}

export const colours = ['red', 'green', 'blue'].map((value) => ({ value }));

/** A {@link smallWorld} with one field on its screen, and what a test does with issues. */
export function worldWith(type: string, options: { value: string }[] = []) {
  const small = smallWorld();
  const field = small.world.write((tx) => fieldOnScreen(small, tx, type, { options }));
  const fieldId = customFieldId(field.id);
  const create = (input: Partial<NewIssue> = {}, applyDefaults = false) =>
    small.world.write((tx) =>
      createIssue(tx, { project: 'TEST', issueType: 'Bug', summary: 'S', ...input }, { applyDefaults }),
    );
  const withValue = (value: FieldValueInput | null) => create({ values: { [fieldId]: value } });
  const edit = (key: string, input: IssueParts) => small.world.write((tx) => editIssue(tx, key, input));
  const problemsOf = (action: () => unknown) =>
    broken<'issue-invalid'>(action).data.problems.map(({ field: id, problem }) => [id, problem]);
  const context = [...small.world.root.contexts.values()].find((one) => one.fieldId === field.id);
  return { ...small, field, fieldId, create, withValue, edit, problemsOf, contextId: context?.id ?? 0 };
}
