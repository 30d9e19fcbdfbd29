import {
  addIssueType,
  changeContext,
  checkWorld,
  contextFor,
  contextsForMappings,
  contextsOfField,
  createContext,
  createField,
  deleteContext,
  findField,
  globalContext,
  issueTypeMappings,
  projectMappings,
  type NewContext,
} from '../../src/index.js';
import { broken, smallWorld } from '../small-world.js';

const rules = { uniqueNames: true };

function worldWithField() {
  const small = smallWorld();
  const { world } = small;
  const field = world.write((tx) => createField(tx, { name: 'Browsers', type: 'select' }));
  const task = world.write((tx) => addIssueType(tx, { name: 'Task' }));
  const context = (input: Partial<NewContext>) =>
    world.write((tx) => createContext(tx, field.id, { name: 'A context', ...input }, rules));
  return { ...small, field, task, context };
}

describe('a context', () => {
  it('without projects applies to all of them, and a field has at most one such context', () => {
    const { world, field, context } = worldWithField();
    const global = context({});
    expect(global.global).toBe(true);
    expect(broken(() => context({ name: 'Another' }))).toMatchObject({
      code: 'context-second-global',
      data: { contextId: String(global.id) },
    });
    expect(globalContext(world.root, field.id)?.id).toBe(global.id);
  });

  it('names each of its projects once, and no project that another context of the field has', () => {
    const { context, test, other } = worldWithField();
    context({ name: 'Mine', projectIds: [test.id] });
    expect(broken(() => context({ name: 'B', projectIds: [other.id, test.id] }))).toMatchObject({
      code: 'projects-taken',
      data: { projectIds: [String(test.id)] },
    });
    expect(broken(() => context({ name: 'B', projectIds: [other.id, String(other.id)] })).code).toBe(
      'duplicate-projects',
    );
    expect(broken(() => context({ name: 'B', projectIds: ['1', 'x'] }))).toMatchObject({
      code: 'projects-not-found',
      data: { projectIds: ['1', 'x'] },
    });
  });

  it('has a name of its own within the field, if this Jira wants that', () => {
    const { world, field, context, test, other } = worldWithField();
    context({ projectIds: [test.id] });
    expect(broken(() => context({ projectIds: [other.id] })).code).toBe('context-name-taken');
    const second = world.write((tx) =>
      createContext(tx, field.id, { name: 'A context', projectIds: [other.id] }, { uniqueNames: false }),
    );
    expect(second.name).toBe('A context');
    expect(broken(() => context({ name: '  ' })).code).toBe('context-name-empty');
    expect(broken(() => context({ name: 'x'.repeat(256) })).code).toBe('context-name-too-long');
  });

  it('keeps its own name when it is updated with the same', () => {
    const { world, field, context } = worldWithField();
    const { id } = context({});
    const updated = world.write((tx) =>
      changeContext(tx, field.id, id, { name: 'A context', description: 'D' }, rules),
    );
    expect(updated).toMatchObject({ name: 'A context', description: 'D' });
  });

  it('that loses its last project becomes global, unless there is a global one', () => {
    const { world, field, context, test, other } = worldWithField();
    const mine = context({ projectIds: [test.id, other.id] });
    const remove = (id: number) =>
      world.write((tx) => changeContext(tx, field.id, mine.id, { projects: { mode: 'remove', ids: [id] } }, rules));
    expect(remove(test.id).global).toBe(false);
    expect(broken(() => remove(test.id)).code).toBe('projects-not-in-context');
    const global = context({ name: 'Global' });
    expect(broken(() => remove(other.id)).code).toBe('context-second-global');
    world.write((tx) => deleteContext(tx, field.id, global.id));
    expect(remove(other.id)).toMatchObject({ global: true, projectIds: [] });
    expect(checkWorld(world.root)).toEqual([]);
  });

  it('that is global stops being so when it is assigned to a project', () => {
    const { world, field, context, test } = worldWithField();
    const global = context({});
    const assigned = world.write((tx) =>
      changeContext(tx, field.id, global.id, { projects: { mode: 'add', ids: [test.id] } }, rules),
    );
    expect(assigned).toMatchObject({ global: false, projectIds: [test.id] });
    expect(
      broken(() =>
        world.write((tx) =>
          changeContext(tx, field.id, global.id, { projects: { mode: 'add', ids: [test.id] } }, rules),
        ),
      ).code,
    ).toBe('projects-taken');
    expect(checkWorld(world.root)).toEqual([]);
  });

  it('gains and loses issue types, all of a request or none', () => {
    const { world, field, context, bug, task } = worldWithField();
    const { id } = context({ issueTypeIds: [bug.id] });
    const add = (...ids: (number | string)[]) =>
      world.write((tx) => changeContext(tx, field.id, id, { issueTypes: { mode: 'add', ids: ids } }, rules));
    expect(broken(() => add(task.id, bug.id))).toMatchObject({
      code: 'issue-types-taken',
      data: { issueTypeIds: [String(bug.id)] },
    });
    expect(broken(() => add('1')).code).toBe('issue-types-not-found');
    expect(add(task.id).issueTypeIds).toEqual([bug.id, task.id]);
    const remove = (...ids: number[]) =>
      world.write((tx) => changeContext(tx, field.id, id, { issueTypes: { mode: 'remove', ids: ids } }, rules));
    expect(remove(bug.id, task.id).issueTypeIds).toEqual([]);
    expect(broken(() => remove(bug.id)).code).toBe('issue-types-not-in-context');
  });

  it('takes no sub-task type while sub-tasks are switched off', () => {
    const { world, field, context, subtask } = worldWithField();
    world.write((tx) => tx.set({ subtasks: false }));
    expect(broken(() => context({ issueTypeIds: [subtask.id] })).code).toBe('subtasks-disabled');
    const { id } = context({});
    expect(
      broken(() =>
        world.write((tx) => changeContext(tx, field.id, id, { issueTypes: { mode: 'add', ids: [subtask.id] } }, rules)),
      ).code,
    ).toBe('subtasks-disabled');
  });

  it('of another field is not found', () => {
    const { world, context } = worldWithField();
    const { id } = context({});
    const other = world.write((tx) => createField(tx, { name: 'Other', type: 'select' }));
    expect(broken(() => world.write((tx) => deleteContext(tx, other.id, id))).code).toBe('context-not-found');
  });

  it('is gone with everything in it when a write that would make it fails', () => {
    const { world, field } = worldWithField();
    const before = world.root;
    expect(() =>
      world.write((tx) => {
        createContext(tx, field.id, { name: 'A' }, rules);
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(world.root).toBe(before);
    expect([...contextsOfField(world.root, field.id)]).toEqual([]);
  });
});

describe('the context that applies', () => {
  it('is that of the project, else the global one, and none where the issue type is left out', () => {
    const { world, field, context, test, other, bug, task } = worldWithField();
    const global = context({ name: 'Global' });
    const mine = context({ name: 'Mine', projectIds: [test.id], issueTypeIds: [bug.id] });
    expect(contextFor(world.root, field.id, test.id, bug.id)?.id).toBe(mine.id);
    expect(contextFor(world.root, field.id, test.id, task.id)).toBeUndefined();
    expect(contextFor(world.root, field.id, other.id, task.id)?.id).toBe(global.id);
  });

  it('is told in the order asked, each pair once', () => {
    const { world, field, context, test, other, bug } = worldWithField();
    const mine = context({ projectIds: [test.id] });
    const ask = (...projectIds: (number | string)[]) =>
      contextsForMappings(
        world.root,
        field.id,
        projectIds.map((projectId) => ({ projectId, issueTypeId: bug.id })),
      );
    expect(ask(other.id, test.id).map((context) => context?.id)).toEqual([undefined, mine.id]);
    expect(broken(() => ask(test.id, test.id)).code).toBe('duplicate-mappings');
    expect(broken(() => ask(10005))).toMatchObject({ code: 'projects-not-found', data: { projectIds: ['10005'] } });
  });

  it('is listed by context and then by issue type or project', () => {
    const { world, field, context, test, other, bug, task } = worldWithField();
    const first = context({ name: '1', projectIds: [other.id, test.id], issueTypeIds: [task.id, bug.id] });
    const second = context({ name: '2' });
    expect(
      [...issueTypeMappings(world.root, field.id)].map(({ context: { id }, issueTypeId }) => [id, issueTypeId]),
    ).toEqual([...[bug.id, task.id].sort().map((id) => [first.id, id]), [second.id, undefined]]);
    expect([...projectMappings(world.root, field.id)].map(({ context: { id }, projectId }) => [id, projectId])).toEqual(
      [...[test.id, other.id].sort().map((id) => [first.id, id]), [second.id, undefined]],
    );
    expect(findField(world.root, field.id)).toBe(field);
  });
});
