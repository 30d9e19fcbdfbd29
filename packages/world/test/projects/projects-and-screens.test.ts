import {
  addFieldToTab,
  addProject,
  addScreen,
  addTab,
  addVersions,
  checkWorld,
  creatableIssueTypes,
  createField,
  createScreen,
  customFieldId,
  deleteScreen,
  deleteTab,
  type FieldMove,
  findProject,
  issueTypesOfProject,
  moveFieldOnTab,
  moveTab,
  removeFieldFromAllScreens,
  removeFieldFromTab,
  renameTab,
  requireIssueType,
  requireProject,
  requireScreen,
  requireTab,
  screensOfField,
  searchProjects,
  searchScreens,
  updateScreen,
} from '../../src/index.js';
import { broken, smallWorld } from '../small-world.js';

describe('projects', () => {
  it('are found by id, its digits, and by key to the letter', () => {
    const { world, test } = smallWorld();
    expect([test.id, String(test.id), 'TEST'].map((name) => findProject(world.root, name))).toEqual([test, test, test]);
    expect(findProject(world.root, 'test')).toBeUndefined();
    expect(broken(() => requireProject(world.root, 'NOPE')).data).toEqual({ project: 'NOPE' });
    expect(broken(() => requireIssueType(world.root, 'NOPE')).code).toBe('issue-type-not-found');
  });

  it('have every issue type unless they name theirs', () => {
    const { world, test, bug, subtask, task } = smallWorld();
    const own = world.write((tx) => addProject(tx, { key: 'OWN', issueTypeIds: [bug.id] }));
    expect(issueTypesOfProject(world.root, test)).toEqual([bug, subtask, task]);
    expect(issueTypesOfProject(world.root, own)).toEqual([bug]);
  });

  it('offer no sub-task types for new issues while sub-tasks are switched off', () => {
    const { world, test, bug, task } = smallWorld();
    world.write((tx) => tx.set({ subtasks: false }));
    expect(creatableIssueTypes(world.root, test)).toEqual([bug, task]);
  });

  it('are searched by part of key or name, by ids and by keys, all at once', () => {
    const { world, test, other } = smallWorld();
    expect(searchProjects(world.root, { query: 'oth' })).toEqual([other]);
    expect(searchProjects(world.root, { ids: [test.id, other.id], keys: ['TEST'] })).toEqual([test]);
    expect(searchProjects(world.root, {})).toEqual([test, other]);
  });

  it('get versions, and keep a key for themselves', () => {
    const { world, test } = smallWorld();
    const [added] = world.write((tx) => addVersions(tx, 'TEST', [{ name: '2.0' }]));
    expect(findProject(world.root, test.id)?.versions).toEqual([...test.versions, added]);
    expect(() => world.write((tx) => addProject(tx, { key: 'TEST' }))).toThrow(/key "TEST"/);
    expect(checkWorld(world.root)).toEqual([]);
  });
});

describe('screens', () => {
  it('begin with one tab when the API creates them', () => {
    const { world } = smallWorld();
    const screen = world.write((tx) => createScreen(tx, { name: 'Second' }));
    expect(screen.tabs.map((tab) => tab.name)).toEqual(['Field Tab']);
    expect(broken(() => world.write((tx) => createScreen(tx, { name: 'Second' }))).code).toBe('screen-name-taken');
    expect(broken(() => world.write((tx) => createScreen(tx, { name: ' ' }))).code).toBe('screen-name-empty');
    expect(searchScreens(world.root, { query: 'SEC' })).toEqual([screen]);
    expect(searchScreens(world.root, { ids: [String(screen.id)] })).toEqual([screen]);
  });

  it('refuse tabs of the same name', () => {
    const { world, screen } = smallWorld();
    world.write((tx) => addTab(tx, screen.id, { name: 'More' }));
    expect(broken(() => world.write((tx) => addTab(tx, screen.id, { name: 'More' }))).code).toBe('tab-name-taken');
  });

  it('have a field on one tab only', () => {
    const { world, screen } = smallWorld();
    const [first, second, fieldId] = world.write((tx) => {
      const field = createField(tx, { name: 'Text', type: 'textfield' });
      const tab = addTab(tx, screen.id, { name: 'More' });
      addFieldToTab(tx, screen.id, tab.id, customFieldId(field.id));
      addFieldToTab(tx, screen.id, tab.id, 'summary');
      return [screen.tabs[0]?.id ?? 0, tab.id, customFieldId(field.id)];
    });
    expect(broken(() => world.write((tx) => addFieldToTab(tx, screen.id, first, fieldId)))).toMatchObject({
      code: 'field-already-on-screen',
      data: { fieldId },
    });
    expect(screensOfField(world.root, fieldId).map(({ tab }) => tab.id)).toEqual([second]);
    expect(checkWorld(world.root)).toEqual([]);
    world.write((tx) => removeFieldFromTab(tx, screen.id, second, fieldId));
    expect(screensOfField(world.root, fieldId)).toEqual([]);
    expect(broken(() => world.write((tx) => removeFieldFromTab(tx, screen.id, second, fieldId))).code).toBe(
      'field-not-on-tab',
    );
    world.write((tx) => removeFieldFromAllScreens(tx, 'summary'));
    expect(screensOfField(world.root, 'summary')).toEqual([]);
    expect(checkWorld(world.root)).toEqual([]);
  });

  it('take fields that exist, and of system fields only those that screens can have', () => {
    const { world, screen } = smallWorld();
    const tabId = screen.tabs[0]?.id ?? 0;
    const add = (field: string) => broken(() => world.write((tx) => addFieldToTab(tx, screen.id, tabId, field)));
    expect(add('customfield_1').code).toBe('field-not-found');
    expect(add('created').code).toBe('field-not-found');
    expect(add('10000').code).toBe('field-id-invalid');
  });

  it('name what is not there', () => {
    const { world, screen } = smallWorld();
    expect(broken(() => requireScreen(world.root, 'x')).data).toEqual({ screenId: 'x' });
    expect(broken(() => requireTab(world.root, screen.id, 1)).data).toEqual({ tabId: '1' });
  });
});

describe('changes of screens', () => {
  it('keep what they do not name, and the name to one screen', () => {
    const { world, screen } = smallWorld();
    const second = world.write((tx) => createScreen(tx, { name: 'Second', description: 'Words' }));
    expect(world.write((tx) => updateScreen(tx, second.id, { name: 'Third' }))).toEqual({ ...second, name: 'Third' });
    expect(world.write((tx) => updateScreen(tx, second.id, { name: 'Third', description: '' }))).toMatchObject({
      description: '',
    });
    const taken = broken(() => world.write((tx) => updateScreen(tx, second.id, { name: screen.name })));
    expect(taken.code).toBe('screen-name-taken');
  });

  it('delete a screen that neither a project has nor the default scheme', () => {
    const { world, screen } = smallWorld();
    const second = world.write((tx) => createScreen(tx, { name: 'Second' }));
    expect(broken(() => world.write((tx) => deleteScreen(tx, screen.id))).code).toBe('screen-in-use');
    world.write((tx) => addProject(tx, { key: 'NEW', screenId: second.id }));
    expect(broken(() => world.write((tx) => deleteScreen(tx, second.id))).data).toEqual({ screenId: `${second.id}` });
    const third = world.write((tx) => createScreen(tx, { name: 'Third' }));
    world.write((tx) => deleteScreen(tx, third.id));
    expect(world.root.screens.get(third.id)).toBeUndefined();
    expect(checkWorld(world.root)).toEqual([]);
  });

  it('rename, move and delete tabs, whose fields leave the screen', () => {
    const { world, screen } = smallWorld();
    const [one, two] = world.write((tx) => [
      addTab(tx, screen.id, { name: 'One' }),
      addTab(tx, screen.id, { name: 'Two' }),
    ]);
    const names = () => requireScreen(world.root, screen.id).tabs.map(({ name }) => name);
    const [first] = names();
    world.write((tx) => renameTab(tx, screen.id, one.id, 'Uno'));
    expect(broken(() => world.write((tx) => renameTab(tx, screen.id, one.id, 'Two'))).code).toBe('tab-name-taken');
    world.write((tx) => moveTab(tx, screen.id, two.id, 0));
    expect(names()).toEqual(['Two', first, 'Uno']);
    expect(broken(() => world.write((tx) => moveTab(tx, screen.id, two.id, 3))).data).toEqual({ place: 3, count: 3 });
    world.write((tx) => addFieldToTab(tx, screen.id, two.id, 'priority'));
    world.write((tx) => deleteTab(tx, screen.id, two.id, { lastStays: false }));
    expect(names()).toEqual([first, 'Uno']);
    expect(screensOfField(world.root, 'priority')).toEqual([]);
    expect(checkWorld(world.root)).toEqual([]);
  });

  it('leave a screen its only tab where the last one stays', () => {
    const { world } = smallWorld();
    const screen = world.write((tx) => createScreen(tx, { name: 'Second' }));
    const tabId = screen.tabs[0]?.id ?? 0;
    const last = broken(() => world.write((tx) => deleteTab(tx, screen.id, tabId, { lastStays: true })));
    expect(last.code).toBe('tab-is-last');
    world.write((tx) => deleteTab(tx, screen.id, tabId, { lastStays: false }));
    expect(requireScreen(world.root, screen.id).tabs).toEqual([]);
  });

  it('move a field among those of its tab', () => {
    const { world } = smallWorld();
    const { id, tabs } = world.write((tx) =>
      addScreen(tx, { name: 'Second', tabs: [{ name: 'Tab', fields: ['summary', 'priority', 'labels'] }] }),
    );
    const tabId = tabs[0]?.id ?? 0;
    const after = (fieldId: string, move: FieldMove) => {
      world.write((tx) => moveFieldOnTab(tx, id, tabId, fieldId, move));
      return requireTab(world.root, id, tabId)[1].fieldIds;
    };
    expect(after('labels', { position: 'First' })).toEqual(['labels', 'summary', 'priority']);
    expect(after('labels', { position: 'Earlier' })).toEqual(['labels', 'summary', 'priority']);
    expect(after('labels', { position: 'Later' })).toEqual(['summary', 'labels', 'priority']);
    expect(after('summary', { position: 'Last' })).toEqual(['labels', 'priority', 'summary']);
    expect(after('summary', { position: 'Later' })).toEqual(['labels', 'priority', 'summary']);
    expect(after('summary', { position: 'Earlier' })).toEqual(['labels', 'summary', 'priority']);
    expect(after('labels', { after: 'summary', position: 'Last' })).toEqual(['summary', 'labels', 'priority']);
    expect(after('labels', { after: 'labels' })).toEqual(['summary', 'labels', 'priority']);
    expect(broken(() => after('labels', { after: 'duedate' })).data).toEqual({ fieldId: 'duedate' });
    expect(broken(() => after('labels', {})).code).toBe('neither-after-nor-position');
  });
});
