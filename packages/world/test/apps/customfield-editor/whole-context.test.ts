import { checkWorld, createContext, createOptions, editContext, type WholeContext } from '../../../src/index.js';
import { editorWorld } from '../../editor-world.js';
import { broken } from '../../small-world.js';

type Contradiction = 'refuse' | 'list-wins' | 'flag-wins';

function worldWithTwoContexts() {
  const small = editorWorld();
  const { world, field, test } = small;
  const own = world.write((tx) =>
    createContext(tx, field.id, { name: 'TEST', projectIds: [test.id] }, { uniqueNames: false }),
  );
  const edit = (
    id: number | null,
    input: Partial<WholeContext>,
    contradiction: Contradiction = 'refuse',
    uniqueNames = false,
  ) =>
    world.write((tx) =>
      editContext(tx, field.id, id, { name: 'N', isGlobal: false, ...input }, { contradiction, uniqueNames }),
    );
  return { ...small, own, edit };
}

describe('editing a context as a whole', () => {
  it('creates one', () => {
    const { world, edit, other, bug, field } = worldWithTwoContexts();
    expect(
      edit(null, { description: 'D', projectIds: [String(other.id)], issueTypeIds: [String(bug.id)] }),
    ).toMatchObject({
      fieldId: field.id,
      name: 'N',
      description: 'D',
      global: false,
      projectIds: [other.id],
      issueTypeIds: [bug.id],
    });
    expect(checkWorld(world.root)).toEqual([]);
  });

  it('overwrites everything but options and default: what is left out is empty', () => {
    const { world, field, context, own, edit, test, other, bug } = worldWithTwoContexts();
    world.write((tx) => createOptions(tx, field.id, own.id, [{ value: 'a' }], { ignoreCase: false }));
    edit(own.id, { name: ' O ', description: 'D', projectIds: [test.id, other.id], issueTypeIds: [bug.id] });
    expect(edit(own.id, { name: 'P', projectIds: [other.id] })).toEqual({
      ...own,
      name: 'P',
      description: '',
      projectIds: [other.id],
      issueTypeIds: [],
    });
    expect(world.root.options.size).toBe(1);
    expect(edit(context.id, { isGlobal: true, issueTypeIds: [bug.id] })).toMatchObject({
      global: true,
      issueTypeIds: [bug.id],
    });
    expect(checkWorld(world.root)).toEqual([]);
  });

  it.each([
    ['list-wins', true, true, false],
    ['flag-wins', true, true, true],
    ['list-wins', false, false, true],
    ['flag-wins', false, false, false],
  ] as const)(
    'that contradicts itself: %s (flag %s, with a project %s) makes it global %s',
    (rule, isGlobal, project, global) => {
      const { world, edit, context, other } = worldWithTwoContexts();
      const input = { isGlobal, projectIds: project ? [other.id] : [] };
      expect(edit(context.id, input, rule)).toMatchObject({ global, projectIds: project && !global ? [other.id] : [] });
      expect(checkWorld(world.root)).toEqual([]);
    },
  );

  it('that contradicts itself is refused where nothing wins', () => {
    const { edit, context, other } = worldWithTwoContexts();
    for (const id of [null, context.id]) {
      expect(broken(() => edit(id, { isGlobal: true, projectIds: [other.id] })).code).toBe('context-contradiction');
      expect(broken(() => edit(id, {})).code).toBe('context-contradiction');
    }
  });

  it('makes one that applies nowhere, where the flag says not global and there is no project', () => {
    const { edit } = worldWithTwoContexts();
    expect(edit(null, { projectIds: [] }, 'flag-wins')).toMatchObject({ global: false, projectIds: [] });
  });

  it('keeps the rules of contexts', () => {
    const { world, edit, own, context, test, other, subtask } = worldWithTwoContexts();
    const code = (...args: Parameters<typeof edit>) => broken(() => edit(...args)).code;
    expect(code(own.id, { isGlobal: true })).toBe('context-second-global');
    expect(code(null, { isGlobal: true })).toBe('context-second-global');
    expect(code(context.id, { projectIds: [test.id] })).toBe('projects-taken');
    expect(code(own.id, { projectIds: [other.id, other.id] })).toBe('duplicate-projects');
    expect(code(own.id, { projectIds: [7] })).toBe('projects-not-found');
    expect(code(own.id, { projectIds: [test.id], issueTypeIds: [7] })).toBe('issue-types-not-found');
    expect(code(own.id, { name: '  ', projectIds: [test.id] })).toBe('context-name-empty');
    expect(code(own.id, { name: 'x'.repeat(256), projectIds: [test.id] })).toBe('context-name-too-long');
    expect(code(own.id, { name: 'Global', projectIds: [test.id] }, 'refuse', true)).toBe('context-name-taken');
    expect(code(9, { projectIds: [test.id] })).toBe('context-not-found');
    edit(own.id, { projectIds: [test.id], issueTypeIds: [subtask.id] });
    world.write((tx) => tx.set({ subtasks: false }));
    edit(own.id, { projectIds: [test.id], issueTypeIds: [subtask.id] });
    expect(code(context.id, { isGlobal: true, issueTypeIds: [subtask.id] })).toBe('subtasks-disabled');
  });
});
