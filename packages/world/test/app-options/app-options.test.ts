import {
  checkWorld,
  createAppOption,
  createIssue,
  deleteAppOption,
  getAppOption,
  isOwnApp,
  issuesMatching,
  listAppOptions,
  putAppOption,
  requireIssue,
  selectableAppOptions,
  startReplacingAppOption,
  taskDuration,
  visibleAppOptions,
  addUser,
  type AppOptionInput,
} from '../../src/index.js';
import { broken, fieldOnScreen, smallWorld } from '../small-world.js';

const key = 'team-app__team';

function worldWithApp() {
  const small = smallWorld();
  const field = small.world.write((tx) => fieldOnScreen(small, tx, 'single_select', { appFieldKey: key }));
  const add = (input: AppOptionInput) => small.world.write((tx) => createAppOption(tx, key, input));
  const issue = (project: string, optionId: number) =>
    small.world.write((tx) =>
      createIssue(
        tx,
        {
          project,
          issueType: 'Bug',
          summary: 'S',
          values: { [key]: { kind: 'app-option', option: { id: optionId } } },
        },
        { applyDefaults: false },
      ),
    );
  return { ...small, field, add, issue };
}

describe('options of an app', () => {
  it('are numbered from 1 and stand in that order', () => {
    const { world, add } = worldWithApp();
    expect([add({ value: 'A' }).id, add({ value: 'B', properties: { members: 42 } }).id]).toEqual([1, 2]);
    expect(listAppOptions(world.root, key).map((option) => option.value)).toEqual(['A', 'B']);
    expect(getAppOption(world.root, key, '2').properties).toEqual({ members: 42 });
    expect(broken(() => getAppOption(world.root, key, 'x')).code).toBe('app-option-not-found');
    expect(broken(() => getAppOption(world.root, 'team-app__other', 1)).code).toBe('app-field-not-found');
  });

  it('are created or replaced under the id of the address, which the body repeats', () => {
    const { world, add } = worldWithApp();
    const put = (path: string, input: AppOptionInput & { id: number }) =>
      world.write((tx) => putAppOption(tx, key, path, input));
    expect(put('7', { id: 7, value: 'G' }).value).toBe('G');
    expect(put('7', { id: 7, value: 'H' }).value).toBe('H');
    expect(add({ value: 'I' }).id).toBe(8);
    expect(broken(() => put('7', { id: 8, value: 'G' }))).toMatchObject({
      code: 'app-option-ids-differ',
      data: { pathId: '7', bodyId: '8' },
    });
  });

  it('need a value, known attributes and projects that exist', () => {
    const { add } = worldWithApp();
    expect(broken(() => add({ value: ' ' })).code).toBe('app-option-invalid');
    expect(broken(() => add({ value: 'A', config: { attributes: ['nonsense'] } })).code).toBe('app-option-invalid');
    expect(broken(() => add({ value: 'A', config: { scope: { projects: [1] } } })).code).toBe('app-option-invalid');
  });

  it('merge both lists of projects into one scope', () => {
    const { add, test, other } = worldWithApp();
    const projects2 = [{ id: other.id, attributes: ['notSelectable'] }];
    expect(add({ value: 'A', config: { scope: { projects: [test.id, other.id], projects2 } } }).scope).toEqual({
      global: null,
      projects: [
        { id: test.id, attributes: [] },
        { id: other.id, attributes: ['notSelectable'] },
      ],
    });
  });

  it('are visible where they are in scope, and selectable where that scope does not forbid it', () => {
    const { world, add, test, other } = worldWithApp();
    add({ value: 'everywhere' });
    add({ value: 'in TEST', config: { scope: { projects: [test.id] } } });
    const projects2 = [{ id: test.id, attributes: ['notSelectable'] }];
    add({ value: 'not in TEST', config: { scope: { global: {}, projects2 } } });
    add({ value: 'nowhere', config: { attributes: ['notSelectable'] } });
    const values = (list: typeof visibleAppOptions, projectId?: number) =>
      list(world.root, key, { projectId }).map((option) => option.value);
    expect(values(visibleAppOptions, test.id)).toEqual(['everywhere', 'in TEST', 'not in TEST', 'nowhere']);
    expect(values(visibleAppOptions, other.id)).toEqual(['everywhere', 'not in TEST', 'nowhere']);
    expect(values(selectableAppOptions, test.id)).toEqual(['everywhere', 'in TEST']);
    expect(values(selectableAppOptions, other.id)).toEqual(['everywhere', 'not in TEST']);
    expect(values(selectableAppOptions)).toEqual(['everywhere', 'in TEST', 'not in TEST']);
  });

  it('are at most 10,000 a field', () => {
    const { world } = worldWithApp();
    world.write((tx) => {
      for (let i = 0; i < 10_000; i++) createAppOption(tx, key, { value: `${i}` });
      expect(broken(() => createAppOption(tx, key, { value: 'more' })).code).toBe('too-many-options-in-field');
      expect(broken(() => putAppOption(tx, key, 20_000, { id: 20_000, value: 'more' })).code).toBe(
        'too-many-options-in-field',
      );
      expect(putAppOption(tx, key, 1, { id: 1, value: 'other' }).value).toBe('other');
    });
  });

  it('cannot be deleted while an issue has them', () => {
    const { world, add, issue } = worldWithApp();
    const { id } = add({ value: 'A' });
    issue('TEST', id);
    expect(broken(() => world.write((tx) => deleteAppOption(tx, key, id)))).toMatchObject({
      code: 'app-option-in-use',
      data: { issueCount: 1 },
    });
    const unused = add({ value: 'B' });
    world.write((tx) => deleteAppOption(tx, key, unused.id));
    expect(listAppOptions(world.root, key).map((option) => option.id)).toEqual([id]);
  });

  it('belong to the app that provides the field', () => {
    const { world, field, bob } = worldWithApp();
    const [own, other] = world.write((tx) => [
      addUser(tx, { name: 'one', app: 'team-app' }),
      addUser(tx, { name: 'two', app: 'team' }),
    ]);
    expect([own, other, bob].map((user) => user && isOwnApp(user, field))).toEqual([true, false, false]);
  });
});

describe('replacing an option in issues', () => {
  it('runs as a task, and leaves issues whose project is not in the scope of the new option', () => {
    const { world, clock, ada, add, issue, test, field } = worldWithApp();
    const old = add({ value: 'old' }).id;
    const next = add({ value: 'new', config: { scope: { projects: [test.id] } } }).id;
    const [inside, outside] = [issue('TEST', old), issue('OTHER', old)];
    const task = world.write((tx) => startReplacingAppOption(tx, key, { optionId: old, replaceWith: next }, ada));
    expect(task.description).toBe("Remove option 1 from issues matched by '*', and replace with option 2");
    clock.at += 1000;
    expect(world.root.tasks.get(task.id)?.finished?.result).toEqual({
      errors: [{ optionId: next, issueKey: outside.key }],
      modifiedIssues: [inside.id],
      unmodifiedIssues: [outside.id],
    });
    expect(requireIssue(world.root, inside.id)).toMatchObject({
      updated: clock.at - 1000 + taskDuration,
      values: { [field.id]: { kind: 'app-option', optionId: next } },
    });
    expect(requireIssue(world.root, outside.id)).toEqual(outside);
    expect(checkWorld(world.root)).toEqual([]);
  });

  it('without a new option takes the old one away, only where the query says', () => {
    const { world, clock, ada, add, issue } = worldWithApp();
    const { id } = add({ value: 'old' });
    const [one, two] = [issue('TEST', id), issue('OTHER', id)];
    world.write((tx) => startReplacingAppOption(tx, key, { optionId: id, jql: 'project = TEST' }, ada));
    clock.at += 1000;
    expect(requireIssue(world.root, one.id).values).toEqual({});
    expect(requireIssue(world.root, two.id).values).toEqual(two.values);
    expect(checkWorld(world.root)).toEqual([]);
  });

  it('refuses a query that is not understood', () => {
    const { world, ada, add } = worldWithApp();
    const { id } = add({ value: 'old' });
    const start = () => world.write((tx) => startReplacingAppOption(tx, key, { optionId: id, jql: 'a ~ b' }, ada));
    expect(broken(start)).toMatchObject({ code: 'app-option-invalid', data: { property: 'jql' } });
  });
});

it('understands queries for all issues, for projects and for issues, and no others', () => {
  const { world, test, add, issue } = worldWithApp();
  const { id } = add({ value: 'A' });
  const [a, b, c] = [issue('TEST', id).id, issue('TEST', id).id, issue('OTHER', id).id];
  const cases: [string, unknown][] = [
    ['', [a, b, c]],
    ['*', [a, b, c]],
    ['project = TEST', [a, b]],
    [`project=${test.id}`, [a, b]],
    ['project = "OTHER"', [c]],
    ['key = test-2', [b]],
    ['issue in (OTHER-1, TEST-1)', [a, c]],
    [`key in ("TEST-1",${b})`, [a, b]],
    ['key = NONE-1', []],
    ['project = NONE', []],
    ['project = TEST AND key = TEST-1', 'unsupported'],
    ['summary ~ x', 'unsupported'],
    ['key in ()', 'unsupported'],
  ];
  for (const [jql, expected] of cases) expect([jql, issuesMatching(world.root, jql)]).toEqual([jql, expected]);
});
