import {
  addFieldToTab,
  addProject,
  addTab,
  addVersions,
  checkWorld,
  creatableIssueTypes,
  createField,
  createScreen,
  customFieldId,
  findProject,
  issueTypesOfProject,
  removeFieldFromAllScreens,
  removeFieldFromTab,
  requireIssueType,
  requireProject,
  requireScreen,
  requireTab,
  screensOfField,
  searchProjects,
  searchScreens,
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
