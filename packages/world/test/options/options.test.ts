import {
  checkWorld,
  createContext,
  createField,
  createOptions,
  deleteContext,
  deleteOption,
  moveOptions,
  optionsOfContext,
  optionsOfLevel,
  setDefaultValues,
  updateOptions,
  type Move,
  type MoveRules,
  type NewOption,
  type OptionChange,
} from '../../src/index.js';
import { broken, smallWorld } from '../small-world.js';

const exact = { ignoreCase: false };

function worldWithContext(type = 'select') {
  const small = smallWorld();
  const { world } = small;
  const field = world.write((tx) => createField(tx, { name: 'Browsers', type }));
  const context = world.write((tx) => createContext(tx, field.id, { name: 'Global' }, { uniqueNames: true }));
  const create = (...inputs: (string | NewOption)[]) =>
    world.write((tx) =>
      createOptions(
        tx,
        field.id,
        context.id,
        inputs.map((input) => (typeof input === 'string' ? { value: input } : input)),
        exact,
      ),
    );
  const values = (parentId = 0) => [...optionsOfLevel(world.root, context.id, parentId)].map((option) => option.value);
  return { ...small, field, context, create, values };
}

describe('options', () => {
  it('are appended in the order given, and listed level by level', () => {
    const { world, context, create } = worldWithContext('cascadingselect');
    const [cats, dogs] = create('cats', 'dogs');
    create(
      { value: 'rex', parentId: dogs?.id },
      { value: 'leo', parentId: cats?.id },
      { value: 'micki', parentId: cats?.id },
    );
    create('birds');
    expect([...optionsOfContext(world.root, context.id)].map((option) => option.value)).toEqual([
      'cats',
      'dogs',
      'birds',
      'leo',
      'micki',
      'rex',
    ]);
    expect(checkWorld(world.root)).toEqual([]);
  });

  it('have values that are unique within their level, after trimming', () => {
    const { world, field, context, create } = worldWithContext('cascadingselect');
    const [cats] = create('cats', 'dogs');
    expect(broken(() => create(' cats ')).code).toBe('option-value-taken');
    expect(broken(() => create('a', 'a')).code).toBe('option-value-taken');
    expect(create({ value: 'cats', parentId: cats?.id })).toHaveLength(1);
    expect(create('Cats')).toHaveLength(1);
    const ignoring = (value: string) =>
      world.write((tx) => createOptions(tx, field.id, context.id, [{ value }], { ignoreCase: true }));
    expect(broken(() => ignoring('DOGS'))).toMatchObject({ code: 'option-value-taken', data: { value: 'DOGS' } });
  });

  it('are refused as a whole where one of them is wrong', () => {
    const { create, values } = worldWithContext();
    expect(broken(() => create('good', ' ')).code).toBe('option-value-empty');
    expect(broken(() => create('good', 'x'.repeat(256))).code).toBe('option-value-too-long');
    expect(broken(() => create('good', { value: 'child', parentId: 1 })).code).toBe('cascading-not-supported');
    expect(values()).toEqual([]);
  });

  it('number at most 1,000 in a request and 10,000 in a field', () => {
    const { create, values } = worldWithContext();
    const thousand = (from: number) => Array.from({ length: 1000 }, (_, i) => `option ${from + i}`);
    expect(broken(() => create(...thousand(0), 'one more')).code).toBe('too-many-options-in-request');
    for (let from = 0; from < 10_000; from += 1000) create(...thousand(from));
    expect(broken(() => create('one more'))).toMatchObject({
      code: 'too-many-options-in-field',
      data: { count: 10_001, limit: 10_000 },
    });
    expect(values()).toHaveLength(10_000);
  });

  it('do not go below a child of a two-level cascade', () => {
    const { create } = worldWithContext('cascadingselect');
    const [cats] = create('cats');
    const [leo] = create({ value: 'leo', parentId: cats?.id });
    expect(broken(() => create({ value: 'paw', parentId: leo?.id })).code).toBe('cascading-not-supported');
    expect(broken(() => create({ value: 'paw', parentId: 'abc' }))).toMatchObject({
      code: 'options-not-found',
      data: { optionIds: ['abc'] },
    });
  });

  it('do not exist on fields of other types', () => {
    const { create } = worldWithContext('textfield');
    expect(broken(() => create('a')).code).toBe('options-not-supported');
  });
});

describe('updating options', () => {
  function worldWithThree() {
    const made = worldWithContext();
    const [a, b, c] = made.create('a', 'b', 'c').map((option) => option.id) as [number, number, number];
    const update = (...changes: OptionChange[]) =>
      made.world.write((tx) => updateOptions(tx, made.field.id, made.context.id, changes, exact));
    return { ...made, a, b, c, update };
  }

  it('reports those that are different now and leaves the order', () => {
    const { update, values, a, b } = worldWithThree();
    const changed = update({ id: a, value: 'a' }, { id: b, value: 'B', disabled: true });
    expect(changed.map((option) => option.id)).toEqual([b]);
    expect(values()).toEqual(['a', 'B', 'c']);
  });

  it('changes nothing where one is unknown, named twice or takes the value of another', () => {
    const { update, values, a, b } = worldWithThree();
    expect(broken(() => update({ id: a, value: 'x' }, { id: 1, value: 'y' }))).toMatchObject({
      code: 'options-not-found',
      data: { optionIds: ['1'] },
    });
    expect(broken(() => update({ id: a, value: 'x' }, { id: String(a), value: 'y' })).code).toBe('duplicate-options');
    expect(broken(() => update({ id: a, value: 'b' }))).toMatchObject({
      code: 'option-value-taken',
      data: { existingOptionId: String(b) },
    });
    expect(values()).toEqual(['a', 'b', 'c']);
  });

  it('lets two exchange their values', () => {
    const { world, update, values, a, b } = worldWithThree();
    update({ id: a, value: 'b' }, { id: b, value: 'a' });
    expect(values()).toEqual(['b', 'a', 'c']);
    expect(checkWorld(world.root)).toEqual([]);
  });
});

describe('moving options', () => {
  function worldWithFive() {
    const made = worldWithContext('cascadingselect');
    const ids = Object.fromEntries(made.create('a', 'b', 'c', 'd', 'e').map((option) => [option.value, option.id]));
    const move = (names: string, where: Omit<Move, 'optionIds'>, rules?: MoveRules) =>
      made.world.write((tx) => {
        const optionIds = [...names].map((name) => ids[name] ?? name);
        moveOptions(tx, made.field.id, made.context.id, { optionIds, ...where }, rules);
      });
    return { ...made, ids, move, order: () => made.values().join('') };
  }

  it('puts them at an end or behind another, in the order given', () => {
    const { world, move, order, ids } = worldWithFive();
    move('dc', { position: 'First' });
    expect(order()).toBe('dcabe');
    move('da', { position: 'Last' });
    expect(order()).toBe('cbeda');
    move('ac', { after: ids['b'] });
    expect(order()).toBe('baced');
    expect(checkWorld(world.root)).toEqual([]);
  });

  it('stays right when there is no room left between two neighbours', () => {
    const { world, move, order, ids } = worldWithFive();
    for (let i = 0; i < 200; i++) move(i % 2 === 0 ? 'c' : 'd', { after: ids['a'] });
    expect(order()).toBe('adcbe');
    expect(checkWorld(world.root)).toEqual([]);
  });

  it('wants one destination, options of one level, and an anchor that does not move', () => {
    const { create, move, ids } = worldWithFive();
    expect(broken(() => move('a', { after: ids['b'], position: 'First' })).code).toBe('after-and-position');
    expect(broken(() => move('a', {})).code).toBe('neither-after-nor-position');
    expect(broken(() => move('aa', { position: 'First' })).code).toBe('duplicate-options');
    expect(broken(() => move('ab', { after: ids['b'] })).code).toBe('options-not-siblings');
    expect(broken(() => move('x', { position: 'First' })).code).toBe('options-not-found');
    const [child] = create({ value: 'child', parentId: ids['a'] });
    expect(broken(() => move('a', { after: child?.id })).code).toBe('options-not-siblings');
  });

  it('to nowhere is no move where the rules say so, and an anchor that is not there is refused still', () => {
    const { create, move, order, ids } = worldWithFive();
    const [child] = create({ value: 'child', parentId: ids['a'] });
    for (const where of [{}, { after: ids['a'] }, { after: child?.id }]) move('a', where, { toNowhere: 'ignore' });
    expect(order()).toBe('abcde');
    const { data } = broken(() => move('a', { after: 1 }, { toNowhere: 'ignore' }));
    expect(data).toEqual({ optionIds: ['1'], argument: 'after' });
  });

  it('costs the same among ten thousand options as among ten', () => {
    const { world, field, context, create } = worldWithContext();
    for (let from = 0; from < 10_000; from += 1000)
      create(...Array.from({ length: 1000 }, (_, i) => `option ${from + i}`));
    const before = world.root.optionOrder;
    const [first, last] = [
      optionsOfLevel(world.root, context.id)[Symbol.iterator]().next().value,
      [...optionsOfLevel(world.root, context.id)].at(-1),
    ];
    world.write((tx) => moveOptions(tx, field.id, context.id, { optionIds: [last?.id ?? 0], after: first?.id }));
    let changed = 0;
    for (const key of world.root.optionOrder.keys()) if (!before.has(key)) changed++;
    expect(changed).toBe(1);
  });
});

describe('deleting an option', () => {
  it('is refused while it has children, or takes them along', () => {
    const { world, field, context, create, values } = worldWithContext('cascadingselect');
    const [cats] = create('cats', 'dogs');
    create({ value: 'leo', parentId: cats?.id });
    const remove = (children: 'refuse' | 'delete') =>
      world.write((tx) => deleteOption(tx, field.id, context.id, cats?.id ?? 0, { children, used: 'clear' }));
    expect(broken(() => remove('refuse')).code).toBe('option-has-children');
    remove('delete');
    expect(values()).toEqual(['dogs']);
    expect(world.root.optionCounts.get(field.id)).toBe(1);
    expect(checkWorld(world.root)).toEqual([]);
  });

  it('takes it out of the default, and a default that becomes empty goes', () => {
    const { world, field, context, create } = worldWithContext('multiselect');
    const [a, b] = create('a', 'b').map((option) => option.id) as [number, number];
    const remove = (id: number) =>
      world.write((tx) => deleteOption(tx, field.id, context.id, id, { children: 'refuse', used: 'clear' }));
    world.write((tx) =>
      setDefaultValues(tx, field.id, [
        { contextId: context.id, type: 'option.multiple', value: { type: 'option.multiple', optionIds: [a, b] } },
      ]),
    );
    remove(a);
    expect(world.root.contexts.get(context.id)?.defaultValue).toEqual({ type: 'option.multiple', optionIds: [b] });
    remove(b);
    expect(world.root.contexts.get(context.id)?.defaultValue).toBeUndefined();
  });

  it('happens to all options of a context that is deleted', () => {
    const { world, field, context, create } = worldWithContext('cascadingselect');
    const [cats] = create('cats', 'dogs');
    create({ value: 'leo', parentId: cats?.id });
    world.write((tx) => deleteContext(tx, field.id, context.id));
    expect(world.root.options.size).toBe(0);
    expect(checkWorld(world.root)).toEqual([]);
  });
});
