import {
  addUser,
  addVersions,
  checkWorld,
  clearFieldFromIssues,
  createAppOption,
  createContext,
  createIssue,
  createOptions,
  deleteOption,
  issueCountOfField,
  requireIssue,
  setDefaultValues,
  trashField,
  trashRetention,
  updateOptions,
  type DefaultValueInput,
  type FieldValueInput,
} from '../../src/index.js';
import { colours, fieldOnScreen, noon, smallWorld, worldWith } from '../small-world.js';

describe('values', () => {
  const cases: [type: string, input: FieldValueInput, outcome: object | string | null][] = [
    ['textfield', { kind: 'text', text: 'x'.repeat(255) }, { kind: 'text', text: 'x'.repeat(255) }],
    ['textfield', { kind: 'text', text: 'x'.repeat(256) }, 'too-long'],
    ['textfield', { kind: 'text', text: '' }, null],
    ['textfield', { kind: 'number', number: 1 }, 'unreadable'],
    ['url', { kind: 'text', text: `https://example.com/${'x'.repeat(255)}` }, 'too-long'],
    ['url', { kind: 'text', text: 'no address' }, 'unreadable'],
    ['readonlyfield', { kind: 'text', text: 'x'.repeat(300) }, { kind: 'text', text: 'x'.repeat(300) }],
    ['importid', { kind: 'number', number: 5 }, { kind: 'number', number: 5 }],
    ['float', { kind: 'number', number: Infinity }, 'unreadable'],
    ['textarea', { kind: 'rich-text', content: { text: 'a\nb' } }, { kind: 'rich-text', content: { text: 'a\nb' } }],
    ['datepicker', { kind: 'date', date: '2024-02-29' }, { kind: 'date', date: '2024-02-29' }],
    ['datepicker', { kind: 'date', date: '2023-02-29' }, 'not-a-date'],
    ['datetime', { kind: 'datetime', at: '2024-05-06T14:00:00.000+0200' }, { kind: 'datetime', at: noon }],
    ['datetime', { kind: 'datetime', at: '2024-13-06T14:00:00' }, 'not-a-date'],
    ['labels', { kind: 'labels', labels: ['a', 'b', 'a'] }, { kind: 'labels', labels: ['a', 'b'] }],
    ['labels', { kind: 'labels', labels: ['a b'] }, 'label-with-space'],
    ['grouppicker', { kind: 'group', group: { name: 'jira-users' } }, { kind: 'group', name: 'jira-users' }],
    ['grouppicker', { kind: 'group', group: { groupId: 'x' } }, 'unknown-group'],
    ['multiuserpicker', { kind: 'users', users: [{ name: 'bob' }, { accountId: 'x' }] }, 'unknown-user'],
    ['multiuserpicker', { kind: 'users', users: [] }, null],
    ['project', { kind: 'project', project: 'OTHER' }, { kind: 'project', projectId: 10001 }],
    ['project', { kind: 'project', project: 'NONE' }, 'unknown-project'],
    ['version', { kind: 'version', version: { value: '1.0' } }, { kind: 'version', versionId: 10000 }],
    ['multiversion', { kind: 'versions', versions: [{ id: '10001' }] }, 'unknown-version'],
  ];
  it.each(cases)('of %s: %j becomes %j', (type, input, outcome) => {
    const { world, withValue, problemsOf, field, fieldId } = worldWith(type);
    if (typeof outcome === 'string') expect(problemsOf(() => withValue(input))).toEqual([[fieldId, outcome]]);
    else expect(withValue(input).values[field.id] ?? null).toEqual(outcome);
    expect(checkWorld(world.root)).toEqual([]);
  });

  it('name options of the context that applies by id or by value', () => {
    const { world, fieldId, field, create, other, withValue, problemsOf } = worldWith('select', colours);
    const [red] = [...world.root.options.values()];
    for (const option of [{ id: red?.id }, { id: String(red?.id) }, { value: 'red' }]) {
      expect(withValue({ kind: 'option', option }).values).toEqual({
        [field.id]: { kind: 'option', optionId: red?.id },
      });
    }
    expect(problemsOf(() => withValue({ kind: 'option', option: { value: 'pink' } }))).toEqual([
      [fieldId, 'unknown-option'],
    ]);
    world.write((tx) => createContext(tx, fieldId, { name: 'Other', projectIds: [other.id] }, { uniqueNames: true }));
    const values = { [fieldId]: { kind: 'option', option: { id: red?.id } } } as const;
    expect(problemsOf(() => create({ project: 'OTHER', values }))).toEqual([[fieldId, 'unknown-option']]);
  });

  it('cannot get an option that is disabled, but may keep it', () => {
    const { world, fieldId, contextId, withValue, edit, problemsOf } = worldWith('multiselect', colours);
    const options = [{ value: 'red' }, { value: 'blue' }];
    const { key } = withValue({ kind: 'options', options });
    const red = [...world.root.options.values()][0]?.id ?? 0;
    world.write((tx) => updateOptions(tx, fieldId, contextId, [{ id: red, disabled: true }], { ignoreCase: false }));
    expect(problemsOf(() => withValue({ kind: 'options', options }))).toEqual([[fieldId, 'disabled-option']]);
    edit(key, { values: { [fieldId]: { kind: 'options', options: [{ value: 'red' }] } } });
    edit(key, { values: { [fieldId]: null } });
    expect(problemsOf(() => edit(key, { values: { [fieldId]: { kind: 'options', options } } }))).toEqual([
      [fieldId, 'disabled-option'],
    ]);
  });

  it('lose an option that is deleted, and the issue keeps its time of update', () => {
    const { world, clock, field, fieldId, contextId, withValue } = worldWith('multiselect', colours);
    const { key } = withValue({ kind: 'options', options: [{ value: 'red' }, { value: 'blue' }] });
    const [red, , blue] = [...world.root.options.values()];
    clock.at += 1000;
    const remove = (id = 0) =>
      world.write((tx) => deleteOption(tx, fieldId, contextId, id, { children: 'refuse', used: 'clear' }));
    remove(red?.id);
    expect(requireIssue(world.root, key).values[field.id]).toEqual({ kind: 'options', optionIds: [blue?.id] });
    remove(blue?.id);
    expect(requireIssue(world.root, key)).toMatchObject({ values: {}, updated: noon });
    expect(checkWorld(world.root)).toEqual([]);
  });

  it('of a cascade are a chain from the first level, which is cut where an option is deleted', () => {
    const small = worldWith('cascadingselect', [{ value: 'cats' }]);
    const { world, field, fieldId, contextId, withValue, problemsOf } = small;
    const cats = [...world.root.options.values()][0]?.id ?? 0;
    const inputs = [{ value: 'leo', parentId: cats }];
    const [made] = world.write((tx) => createOptions(tx, fieldId, contextId, inputs, { ignoreCase: false }));
    const leo = made?.id ?? 0;
    const { key } = withValue({ kind: 'cascade', options: [{ value: 'cats' }, { value: 'leo' }] });
    expect(requireIssue(world.root, key).values[field.id]).toEqual({ kind: 'cascade', optionIds: [cats, leo] });
    expect(problemsOf(() => withValue({ kind: 'cascade', options: [{ value: 'leo' }] }))).toEqual([
      [fieldId, 'unknown-option'],
    ]);
    world.write((tx) => deleteOption(tx, fieldId, contextId, leo, { children: 'refuse', used: 'clear' }));
    expect(requireIssue(world.root, key).values[field.id]).toEqual({ kind: 'cascade', optionIds: [cats] });
    expect(checkWorld(world.root)).toEqual([]);
  });

  it('go away with their field', () => {
    const { world, field, withValue } = worldWith('textfield');
    withValue({ kind: 'text', text: 'x' });
    expect(issueCountOfField(world.root, field.id)).toBe(1);
    world.write((tx) => clearFieldFromIssues(tx, field.id));
    expect(issueCountOfField(world.root, field.id)).toBe(0);
    expect(checkWorld(world.root)).toEqual([]);
  });

  it('go away when their field has been in the trash for its time', () => {
    const { world, clock, fieldId, withValue, bob } = worldWith('textfield');
    const { key } = withValue({ kind: 'text', text: 'x' });
    world.write((tx) => trashField(tx, fieldId, bob));
    clock.at += trashRetention;
    expect(requireIssue(world.root, key).values).toEqual({});
    expect(checkWorld(world.root)).toEqual([]);
  });
});

describe('default values', () => {
  it('are applied where asked for, and nothing is given', () => {
    const { world, field, fieldId, contextId, create } = worldWith('select', colours);
    const [red] = [...world.root.options.values()];
    const value = { type: 'option.single', optionId: red?.id ?? 0 } as const;
    world.write((tx) => setDefaultValues(tx, fieldId, [{ contextId, type: value.type, value }]));
    expect(create({}, true).values).toEqual({ [field.id]: { kind: 'option', optionId: red?.id } });
    expect(create({}, false).values).toEqual({});
    expect(create({ values: { [fieldId]: null } }, true).values).toEqual({});
    expect(checkWorld(world.root)).toEqual([]);
  });

  it('may mean the day of the creation', () => {
    const { world, field, fieldId, contextId, create } = worldWith('datepicker');
    const value = { type: 'datepicker', useCurrent: true } as const;
    world.write((tx) => setDefaultValues(tx, fieldId, [{ contextId, type: value.type, value }]));
    expect(create({}, true).values[field.id]).toEqual({ kind: 'date', date: '2024-05-06' });
  });

  it('give nothing where they name a version of another project', () => {
    const { world, field, fieldId, contextId, create } = worldWith('version');
    const [version] = world.write((tx) => addVersions(tx, 'TEST', [{ name: '2.0' }]));
    const value = { type: 'version.single', versionId: version?.id ?? 0 } as const;
    world.write((tx) => setDefaultValues(tx, fieldId, [{ contextId, type: value.type, value }]));
    expect(create({}, true).values[field.id]).toEqual({ kind: 'version', versionId: version?.id });
    expect(create({ project: 'OTHER' }, true).values).toEqual({});
  });

  const user = { enabled: false };
  const kinds: [type: string, value: DefaultValueInput, expected: object | null][] = [
    [
      'multiselect',
      { type: 'option.multiple', optionIds: [10000, 10002] },
      { kind: 'options', optionIds: [10000, 10002] },
    ],
    ['textarea', { type: 'textarea', text: 'a' }, { kind: 'rich-text', content: { text: 'a' } }],
    ['textfield', { type: 'textfield', text: 'a' }, { kind: 'text', text: 'a' }],
    ['readonlyfield', { type: 'readonly', text: 'a' }, { kind: 'text', text: 'a' }],
    ['url', { type: 'url', url: 'https://a.b' }, { kind: 'text', text: 'https://a.b' }],
    ['float', { type: 'float', number: 0 }, { kind: 'number', number: 0 }],
    ['labels', { type: 'labels', labels: ['a'] }, { kind: 'labels', labels: ['a'] }],
    ['labels', { type: 'labels', labels: [] }, null],
    ['datepicker', { type: 'datepicker', date: '2024-02-29', useCurrent: false }, { kind: 'date', date: '2024-02-29' }],
    ['datetime', { type: 'datetimepicker', useCurrent: true }, { kind: 'datetime', at: noon }],
    [
      'datetime',
      { type: 'datetimepicker', dateTime: '2024-05-06T12:00Z', useCurrent: false },
      { kind: 'datetime', at: noon },
    ],
    [
      'userpicker',
      { type: 'single.user.select', accountId: 'bob-id', userFilter: user },
      { kind: 'user', accountId: 'bob-id' },
    ],
    [
      'multiuserpicker',
      { type: 'multi.user.select', accountIds: ['bob-id'] },
      { kind: 'users', accountIds: ['bob-id'] },
    ],
    ['grouppicker', { type: 'grouppicker.single', groupId: 'jira-users' }, { kind: 'group', name: 'jira-users' }],
    [
      'multigrouppicker',
      { type: 'grouppicker.multiple', groupIds: ['jira-users'] },
      { kind: 'groups', names: ['jira-users'] },
    ],
    ['project', { type: 'project', projectId: '10001' }, { kind: 'project', projectId: 10001 }],
    [
      'multiversion',
      { type: 'version.multiple', versionIds: [10000, 10001] },
      { kind: 'versions', versionIds: [10000] },
    ],
    ['forge.string.list', { type: 'forge.string.list', values: ['a'] }, { kind: 'strings', values: ['a'] }],
    ['forge.object', { type: 'forge.object', object: { a: 1 } }, { kind: 'object', object: { a: 1 } }],
  ];
  it.each(kinds)('of %s: %j gives %j', (type, value, expected) => {
    const { world, field, fieldId, contextId, create } = worldWith(type, type === 'multiselect' ? colours : []);
    world.write((tx) => {
      addUser(tx, { name: 'bobby', accountId: 'bob-id' });
      setDefaultValues(tx, fieldId, [{ contextId, type: value.type, value }]);
    });
    expect(create({}, true).values[field.id] ?? null).toEqual(expected);
    expect(checkWorld(world.root)).toEqual([]);
  });

  it('of a disabled option give nothing', () => {
    const { world, fieldId, contextId, create } = worldWith('select', colours);
    const id = [...world.root.options.keys()][0] ?? 0;
    const value = { type: 'option.single', optionId: id } as const;
    world.write((tx) => {
      setDefaultValues(tx, fieldId, [{ contextId, type: value.type, value }]);
      updateOptions(tx, fieldId, contextId, [{ id, disabled: true }], { ignoreCase: false });
    });
    expect(create({}, true).values).toEqual({});
  });

  it('of an app are the option that is marked as such in the project', () => {
    const small = smallWorld();
    const { world, test } = small;
    const field = world.write((tx) => fieldOnScreen(small, tx, 'single_select', { appFieldKey: 'app__team' }));
    const projects2 = [{ id: test.id, attributes: ['defaultValue'] }];
    world.write((tx) => createAppOption(tx, 'app__team', { value: 'A' }));
    world.write((tx) => createAppOption(tx, 'app__team', { value: 'B', config: { scope: { global: {}, projects2 } } }));
    const create = (project: string) =>
      world.write((tx) => createIssue(tx, { project, issueType: 'Bug', summary: 'S' }, { applyDefaults: true }));
    expect(create('TEST').values).toEqual({ [field.id]: { kind: 'app-option', optionId: 2 } });
    expect(create('OTHER').values).toEqual({});
  });
});
