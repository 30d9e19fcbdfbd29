import { addOptionValues, checkWorld, issueTypeIdsOf, projectIdsOf } from '../../../src/index.js';
import { editorWorld } from '../../editor-world.js';
import { broken, smallWorld } from '../../small-world.js';

const refuse = { unknown: 'refuse' } as const;
const skip = { unknown: 'skip' } as const;

describe('references to projects and issue types', () => {
  it('are keys or names and ids, mixed, and each thing counts once', () => {
    const { world, test, other, bug, task } = smallWorld();
    expect(projectIdsOf(world.root, ['OTHER', test.id, String(other.id), 'TEST'], refuse)).toEqual([other.id, test.id]);
    expect(issueTypeIdsOf(world.root, ['Task', String(bug.id), task.id], refuse)).toEqual([task.id, bug.id]);
  });

  it('that lead nowhere are refused together, or skipped', () => {
    const { world, test, bug } = smallWorld();
    expect(broken(() => projectIdsOf(world.root, ['NOPE', 'TEST', 9], refuse)).data).toEqual({
      projectIds: ['NOPE', '9'],
    });
    expect(broken(() => issueTypeIdsOf(world.root, ['bug', '__proto__'], refuse)).data).toEqual({
      issueTypeIds: ['bug', '__proto__'],
    });
    expect(projectIdsOf(world.root, ['NOPE', 'TEST'], skip)).toEqual([test.id]);
    expect(issueTypeIdsOf(world.root, ['Bug', 'Poem'], skip)).toEqual([bug.id]);
  });
});

describe('values that are added', () => {
  it.each([
    ['refused', 'refuse', undefined, ['a']],
    ['skipped', 'skip', ['b', 'B'], ['a', 'b', 'B']],
    ['added', 'add', ['b', 'a', 'b', 'B'], ['a', 'b', 'a', 'b', 'B']],
  ] as const)('twice are %s', (_, duplicates, added, values) => {
    const { world, field, context, create, ...rest } = editorWorld();
    create('a');
    const add = () =>
      world.write((tx) =>
        addOptionValues(tx, field, context, { values: ['b', ' a', 'b', 'B'] }, { ignoreCase: false, duplicates }),
      );
    if (added) expect(add().map(({ value }) => value)).toEqual(added);
    else expect(broken(add).code).toBe('option-value-taken');
    expect(rest.values()).toEqual(values);
    expect(checkWorld(world.root, { equalOptionValues: duplicates === 'add' })).toEqual([]);
  });

  it('are one whatever their case where case is ignored', () => {
    const { world, field, context, values } = editorWorld();
    world.write((tx) =>
      addOptionValues(tx, field, context, { values: ['b', 'B'] }, { ignoreCase: true, duplicates: 'skip' }),
    );
    expect(values()).toEqual(['b']);
  });
});
