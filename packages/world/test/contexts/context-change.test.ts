import {
  changeContext,
  checkWorld,
  contextFor,
  createContext,
  removeUnattachedContexts,
  zipContextLists,
  type Context,
  type ContextChange,
  type ContextChangeRules,
} from '../../src/index.js';
import { editorWorld } from '../editor-world.js';
import { broken } from '../small-world.js';

const strict: ContextChangeRules = { uniqueNames: false, addingAgain: 'ignore' };

/** A field with its global context, and one for TEST and bugs. */
function worldWithTwoContexts() {
  const small = editorWorld();
  const { world, field, context, test, bug } = small;
  const own = world.write((tx) =>
    createContext(tx, field.id, { name: 'TEST', projectIds: [test.id], issueTypeIds: [bug.id] }, strict),
  );
  const change = (which: Context, what: ContextChange, rules: Partial<ContextChangeRules> = {}) =>
    world.write((tx) => changeContext(tx, which.fieldId, which.id, what, { ...strict, ...rules }));
  return { ...small, own, global: context, change };
}

const add = (...ids: number[]) => ({ mode: 'add', ids }) as const;
const replace = (...ids: number[]) => ({ mode: 'replace', ids }) as const;

describe('changing a context', () => {
  it('changes nothing that is not given', () => {
    const { own, change } = worldWithTwoContexts();
    expect(change(own, {})).toEqual(own);
    expect(change(own, { name: ' N ' })).toEqual({ ...own, name: 'N' });
    expect(change(own, { description: 'D' })).toEqual({ ...own, name: 'N', description: 'D' });
  });

  it('replaces or adds to projects and issue types, each on its own', () => {
    const { own, change, test, other, bug, task, world } = worldWithTwoContexts();
    expect(change(own, { projects: add(other.id) })).toMatchObject({
      projectIds: [test.id, other.id],
      issueTypeIds: [bug.id],
    });
    expect(change(own, { issueTypes: add(task.id, bug.id) })).toMatchObject({
      projectIds: [test.id, other.id],
      issueTypeIds: [bug.id, task.id],
    });
    expect(change(own, { projects: replace(other.id), issueTypes: replace() })).toMatchObject({
      global: false,
      projectIds: [other.id],
      issueTypeIds: [],
    });
    expect(checkWorld(world.root)).toEqual([]);
  });

  it('makes it global where all projects are replaced by none, unless another one is', () => {
    const { own, global, change, test } = worldWithTwoContexts();
    expect(broken(() => change(own, { projects: replace() })).data).toEqual({ contextId: String(global.id) });
    expect(change(global, { projects: replace() })).toMatchObject({ global: true });
    expect(broken(() => change(global, { projects: replace(test.id) })).code).toBe('projects-taken');
  });

  it('narrows what applies to all by adding, or leaves it', () => {
    const { global, change, other, bug } = worldWithTwoContexts();
    const addition = { projects: add(other.id), issueTypes: add(bug.id) };
    expect(change(global, addition, { addingToAll: 'stays' })).toEqual(global);
    expect(change(global, addition)).toMatchObject({ global: false, projectIds: [other.id], issueTypeIds: [bug.id] });
  });

  it('adding nothing to a context for no project leaves it so', () => {
    const { field, world, change } = worldWithTwoContexts();
    const nowhere = world.write((tx) => createContext(tx, field.id, { name: 'Nowhere', unattached: true }, strict));
    expect(change(nowhere, { projects: add() })).toMatchObject({ global: false, projectIds: [] });
  });

  it('does not mind sub-tasks that it has already when they are switched off', () => {
    const { own, change, subtask, bug, world } = worldWithTwoContexts();
    change(own, { issueTypes: add(subtask.id) });
    world.write((tx) => tx.set({ subtasks: false }));
    expect(change(own, { name: 'N', issueTypes: replace(bug.id, subtask.id) }).issueTypeIds).toHaveLength(2);
    change(own, { issueTypes: replace(bug.id) });
    expect(broken(() => change(own, { issueTypes: add(subtask.id) })).code).toBe('subtasks-disabled');
  });
});

describe('where projects may be taken over', () => {
  it('the context that had them loses them, and applies to none when they were all', () => {
    const { own, global, field, change, test, other, world } = worldWithTwoContexts();
    expect(change(global, { projects: replace(test.id, other.id) }, { takenProjects: 'take-over' })).toMatchObject({
      projectIds: [test.id, other.id],
    });
    expect(world.root.contexts.get(own.id)).toMatchObject({ global: false, projectIds: [] });
    expect(checkWorld(world.root)).toEqual([]);
    world.write((tx) => removeUnattachedContexts(tx, field.id));
    expect([...world.root.contexts.keys()]).toEqual([global.id]);
    expect(checkWorld(world.root)).toEqual([]);
  });

  it('a context keeps what it takes from itself', () => {
    const { own, change, test, world } = worldWithTwoContexts();
    expect(change(own, { projects: replace(test.id) }, { takenProjects: 'take-over' })).toEqual(own);
    expect(checkWorld(world.root)).toEqual([]);
  });

  it('a new one takes them too', () => {
    const { field, own, test, world } = worldWithTwoContexts();
    const input = { name: 'New', projectIds: [test.id] };
    const made = world.write((tx) =>
      createContext(tx, field.id, input, { uniqueNames: false, takenProjects: 'take-over' }),
    );
    expect(world.root.contextOfProject.get([field.id, test.id])).toBe(made.id);
    expect(world.root.contexts.get(own.id)?.projectIds).toEqual([]);
    expect(checkWorld(world.root)).toEqual([]);
  });
});

describe('where all projects may be taken over', () => {
  it('the context that had them applies to none, and goes where those of no project are cleared', () => {
    const { own, global, field, change, test, other, bug, world } = worldWithTwoContexts();
    expect(change(own, { projects: replace() }, { takenGlobal: 'take-over' })).toMatchObject({ global: true });
    expect(world.root.contexts.get(global.id)).toMatchObject({ global: false, projectIds: [] });
    expect(checkWorld(world.root)).toEqual([]);
    for (const project of [test, other]) expect(contextFor(world.root, field.id, project.id, bug.id)?.id).toBe(own.id);
    world.write((tx) => removeUnattachedContexts(tx, field.id));
    expect([...world.root.contexts.keys()]).toEqual([own.id]);
    expect(checkWorld(world.root)).toEqual([]);
  });

  it('a context keeps what it takes from itself', () => {
    const { global, change, world } = worldWithTwoContexts();
    expect(change(global, { projects: replace() }, { takenGlobal: 'take-over' })).toEqual(global);
    expect(checkWorld(world.root)).toEqual([]);
  });

  it('a new one takes them too', () => {
    const { field, global, world } = worldWithTwoContexts();
    const made = world.write((tx) =>
      createContext(tx, field.id, { name: 'New' }, { uniqueNames: false, takenGlobal: 'take-over' }),
    );
    expect(made.global).toBe(true);
    expect(world.root.contexts.get(global.id)).toMatchObject({ global: false, projectIds: [] });
    expect(checkWorld(world.root)).toEqual([]);
  });
});

it('lists that describe contexts must have one length', () => {
  expect(zipContextLists({ issueTypes: [[1], []], projects: [[], [2]], options: [['a'], []] })).toEqual([
    { issueTypes: [1], projects: [], options: ['a'] },
    { issueTypes: [], projects: [2], options: [] },
  ]);
  const unequal = broken(() => zipContextLists({ issueTypes: [1], projects: [1, 2], options: [] }));
  expect([unequal.code, unequal.data]).toEqual(['context-lists-unequal', { issueTypes: 1, projects: 2, options: 0 }]);
});
