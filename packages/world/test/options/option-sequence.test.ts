import {
  checkWorld,
  createContext,
  createOptions,
  deleteOption,
  moveOptions,
  sequenceOf,
  updateOption,
  type OptionRules,
  type SequencedChange,
} from '../../src/index.js';
import { editorWorld } from '../editor-world.js';
import { broken } from '../small-world.js';

function worldWithOptions(type = 'select') {
  const small = editorWorld(type);
  const { world, field, context, create } = small;
  const options = create('a', 'b', 'c', 'd');
  const [a, b, c, d] = options.map(({ id }) => id) as [number, number, number, number];
  const move = (id: number, where: { after: number } | { position: 'First' }) =>
    world.write((tx) => moveOptions(tx, field.id, context.id, { optionIds: [id], ...where }));
  const update = (id: number, change: SequencedChange, rules: OptionRules = { ignoreCase: false }) => {
    const option = world.root.options.get(id);
    if (!option) throw new Error('no option');
    return world.write((tx) => updateOption(tx, field, context, option, change, rules));
  };
  const remove = (id: number, sequences: 'gap' | 'renumbered') =>
    world.write((tx) => deleteOption(tx, field.id, context.id, id, { children: 'delete', used: 'clear', sequences }));
  return { ...small, a, b, c, d, move, update, remove };
}

describe('the sequence of an option', () => {
  it('counts from 0 on each level', () => {
    const { a, create, sequences } = worldWithOptions('cascadingselect');
    create({ value: 'x', parentId: a }, { value: 'y', parentId: a });
    expect(sequences()).toEqual(['0 a', '1 b', '2 c', '3 d']);
    expect(sequences(a)).toEqual(['0 x', '1 y']);
  });

  it('increases strictly however options are moved', () => {
    const { a, b, c, d, move, sequences, world } = worldWithOptions();
    move(b, { after: c });
    expect(sequences()).toEqual(
      ['0 a', '1 c', '2 b', '3 d'].map((text) => expect.stringMatching(text.slice(1)) as string),
    );
    for (let i = 0; i < 40; i++) {
      move(
        [a, b, c, d][i % 4] as number,
        i % 3 === 0 ? { position: 'First' } : { after: [a, b, c, d][(i + 1) % 4] as number },
      );
      const numbers = sequences().map((text) => Number(text.split(' ')[0]));
      expect(numbers.every((number, at) => Number.isInteger(number) && number > (numbers[at - 1] ?? -1))).toBe(true);
    }
    expect(checkWorld(world.root)).toEqual([]);
  });

  it('leaves a gap behind a deleted option, also after moves, or is counted anew', () => {
    const { a, b, d, move, remove, sequences } = worldWithOptions();
    move(d, { after: a });
    const before = sequences();
    remove(d, 'gap');
    expect(sequences()).toEqual(before.filter((text) => !text.endsWith('d')));
    remove(a, 'gap');
    expect(sequences()[0]).toBe('2 b');
    remove(b, 'renumbered');
    expect(sequences()).toEqual(['0 c']);
  });

  it('can be set, which may leave a gap or be another one’s too', () => {
    const { a, d, move, update, sequences, world } = worldWithOptions();
    update(a, { sequence: 7 });
    expect(sequences()).toEqual(['1 b', '2 c', '3 d', '7 a']);
    update(d, { sequence: 1 });
    expect(sequences()).toEqual(['1 b', '1 d', '2 c', '7 a']);
    move(a, { after: d });
    expect(sequences().map((text) => text.slice(2))).toEqual(['b', 'd', 'a', 'c']);
    expect(checkWorld(world.root)).toEqual([]);
  });

  it('that is set is the one that is shown, also where options were moved before', () => {
    const { a, b, c, d, move, update, sequences, world } = worldWithOptions();
    move(d, { after: a });
    update(b, { sequence: 3 });
    expect(sequences()).toEqual(['0 a', '1 d', '3 b', '3 c']);
    const option = world.root.options.get(c);
    expect(option && sequenceOf(world.root, option)).toBe(3);
  });

  it('stays where an update is about something else', () => {
    const { a, update, sequences } = worldWithOptions();
    update(a, { sequence: 2 });
    expect(update(a, { disabled: true })).toMatchObject({ value: 'a', disabled: true });
    expect(update(a, { value: ' a ' })).toMatchObject({ value: 'a', disabled: true });
    expect(update(a, { value: 'z' })).toMatchObject({ value: 'z' });
    expect(sequences()).toEqual(['1 b', '2 z', '2 c', '3 d']);
  });

  it('of a new option follows the last one', () => {
    const { d, update, create, sequences } = worldWithOptions();
    update(d, { sequence: 20 });
    create('e');
    expect(sequences().at(-1)).toBe('21 e');
  });
});

describe('the value of an option is unique', () => {
  it.each([
    ['level', [true, true, true]],
    ['context', [false, true, true]],
    ['field', [false, false, true]],
  ] as const)('on its %s', (uniqueIn, expected) => {
    const { world, field, context, a, test } = worldWithOptions('cascadingselect');
    const other = world.write((tx) =>
      createContext(tx, field.id, { name: 'TEST', projectIds: [test.id] }, { uniqueNames: false }),
    );
    const rules = { ignoreCase: true, uniqueIn };
    const accepted = (contextId: number, parentId: number | undefined, value: string) => {
      const create = () => world.write((tx) => createOptions(tx, field.id, contextId, [{ value, parentId }], rules));
      try {
        return create().length === 1;
      } catch {
        return broken(create).code !== 'option-value-taken';
      }
    };
    expect([
      accepted(context.id, a, 'B'),
      accepted(other.id, undefined, 'C'),
      accepted(other.id, undefined, 'new'),
    ]).toEqual(expected);
    expect(checkWorld(world.root)).toEqual([]);
  });

  it('also when it is changed', () => {
    const { a, b, create, update } = worldWithOptions('cascadingselect');
    const [below] = create({ value: 'x', parentId: b });
    expect(broken(() => update(a, { value: 'x' }, { ignoreCase: false, uniqueIn: 'context' }))).toMatchObject({
      code: 'option-value-taken',
      data: { value: 'x', existingOptionId: String(below?.id) },
    });
    expect(update(a, { value: 'A' }, { ignoreCase: true, uniqueIn: 'field' }).value).toBe('A');
    expect(update(a, { value: 'x' }).value).toBe('x');
  });
});
