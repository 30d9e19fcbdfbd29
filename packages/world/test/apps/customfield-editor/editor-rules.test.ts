import {
  checkWorld,
  createContext,
  createOptions,
  defaultValues,
  deleteContext,
  deleteGroup,
  deleteOption,
  deleteUser,
  isEditable,
  addProject,
  createField,
  requireDefaultContext,
  requireDeleteAllowed,
  requireEditable,
  requireMultiLevelLicence,
  requireOptionOfLevel,
  requireParentOption,
  setDefault,
  setOptionDefault,
  type OptionDefault,
} from '../../../src/index.js';
import { editorWorld } from '../../editor-world.js';
import { broken, smallWorld } from '../../small-world.js';

describe('the default context of a field', () => {
  it('is the global one, or the first; without one it is missing, unless the first stands in', () => {
    const { world, field, context, test } = editorWorld();
    const own = world.write((tx) =>
      createContext(tx, field.id, { id: 5, name: 'TEST', projectIds: [test.id] }, { uniqueNames: false }),
    );
    const find = (which: 'global' | 'lowest-id' | 'first-in-order', withoutGlobal: 'refuse' | 'first' = 'refuse') =>
      requireDefaultContext(world.root, field, { which, withoutGlobal }).id;
    expect([find('global'), find('lowest-id'), find('first-in-order')]).toEqual([context.id, own.id, own.id]);
    world.write((tx) => deleteContext(tx, field.id, context.id));
    expect(broken(() => find('global'))).toMatchObject({
      code: 'default-context-missing',
      data: { fieldId: `customfield_${field.id}` },
    });
    expect(find('global', 'first')).toBe(own.id);
    world.write((tx) => deleteContext(tx, field.id, own.id));
    for (const which of ['global', 'lowest-id', 'first-in-order'] as const) {
      expect(broken(() => find(which, 'first')).code).toBe('default-context-missing');
    }
  });
});

describe('the settings of Customfield Editor', () => {
  it('leave deleting to administrators where they say so', () => {
    const { world } = smallWorld();
    requireDeleteAllowed(world.root, false);
    world.write((tx) => tx.set({ onlyAdministratorsDeleteOptions: true }));
    requireDeleteAllowed(world.root, true);
    expect(broken(() => requireDeleteAllowed(world.root, false)).code).toBe('delete-setting-active');
  });

  it('have a licence for the multi-level cascading select, which other types need not', () => {
    const { world, field } = editorWorld('multi-level-cascading-select');
    const other = world.write((tx) => createField(tx, { name: 'S', type: 'select' }));
    requireMultiLevelLicence(world.root, field);
    world.write((tx) => tx.set({ multiLevelCascadingLicence: false }));
    expect(broken(() => requireMultiLevelLicence(world.root, field)).code).toBe('multi-level-not-licensed');
    requireMultiLevelLicence(world.root, other);
  });

  it('are for fields with options: others are not edited', () => {
    const { world } = smallWorld();
    const make = (type: string) => world.write((tx) => createField(tx, { name: type, type }));
    const edited = [
      'select',
      'radiobuttons',
      'multiselect',
      'multicheckboxes',
      'cascadingselect',
      'multi-level-cascading-select',
    ];
    expect(edited.map((type) => isEditable(make(type)))).toEqual(edited.map(() => true));
    for (const type of ['textfield', 'single_select']) {
      expect(broken(() => requireEditable(make(type))).code).toBe('field-type-not-supported');
    }
  });

  it('are for the types that a version of the app has, or for all', () => {
    const { world } = smallWorld();
    const field = world.write((tx) => createField(tx, { name: 'Pet', type: 'select' }));
    const refused = broken(() => requireEditable(field, { types: new Set() }, 'cascading-not-supported'));
    expect(refused.code).toBe('cascading-not-supported');
    for (const types of ['all', new Set([field.type])] as const) requireEditable(field, { types });
  });
});

function worldWithDefault(type: string, input?: OptionDefault) {
  const small = editorWorld(type);
  const { world, field, context, create, contextNow } = small;
  const [cats, dogs] = create('cats', 'dogs').map(({ id }) => id) as [number, number];
  const set = (given: OptionDefault, parentOnly: 'accepted' | 'refuse' = 'accepted') =>
    world.write((tx) => setOptionDefault(tx, field, contextNow(), given, { parentOnly }));
  if (input) set(input);
  const below = (parentId: number, value: string) =>
    world.write((tx) => createOptions(tx, field.id, context.id, [{ value, parentId }], { ignoreCase: false }))[0]?.id ??
    0;
  const remove = (id: number) =>
    world.write((tx) => deleteOption(tx, field.id, context.id, id, { children: 'delete', used: 'clear' }));
  const now = () => contextNow().defaultValue;
  const fault = (given: OptionDefault, parentOnly?: 'refuse') => {
    const { code, data } = broken(() => set(given, parentOnly));
    return code === 'default-value-invalid' ? (data as { property: string }).property : code;
  };
  return { ...small, cats, dogs, set, below, remove, now, fault };
}

describe('the default value of a field with options', () => {
  it.each(['select', 'radiobuttons'])('of the type %s is one option', (type) => {
    const { cats, set, fault, now, world, contextNow } = worldWithDefault(type);
    expect(set({ optionId: cats, optionIds: null })).toEqual({ type: 'option.single', optionId: cats });
    expect([fault({}), fault({ optionId: 1 }), fault({ optionId: cats, optionIds: [cats] })]).toEqual([
      'optionId',
      'options-not-found',
      'optionIds',
    ]);
    world.write((tx) => setDefault(tx, contextNow(), undefined));
    expect(now()).toBeUndefined();
  });

  it.each(['multiselect', 'multicheckboxes'])('of the type %s is a list of options', (type) => {
    const { cats, dogs, set, fault } = worldWithDefault(type);
    expect(set({ optionIds: [dogs, cats] })).toEqual({ type: 'option.multiple', optionIds: [dogs, cats] });
    expect([fault({}), fault({ optionIds: [] }), fault({ optionIds: [cats, 1] }), fault({ optionId: cats })]).toEqual([
      'optionIds',
      'optionIds',
      'options-not-found',
      'optionId',
    ]);
  });

  it('of a cascading select list is a parent and a child, or where the rules allow it a parent alone', () => {
    const { cats, dogs, below, set, fault } = worldWithDefault('cascadingselect');
    const leo = below(cats, 'leo');
    expect(set({ optionId: cats, childOptionId: leo })).toMatchObject({ optionIds: [cats, leo] });
    expect(set({ optionId: dogs, childOptionId: null })).toMatchObject({ optionIds: [dogs] });
    expect(fault({ optionId: dogs }, 'refuse')).toBe('childOptionId');
    expect(fault({ optionId: dogs, childOptionId: leo })).toBe('childOptionId');
    expect(broken(() => set({ optionId: cats, childOptionId: 1 })).data).toEqual({
      optionIds: ['1'],
      argument: 'childOptionId',
    });
    expect([fault({ optionId: leo }), fault({ childOptionId: leo })]).toEqual(['optionId', 'optionId']);
  });

  it('of a multi-level cascading select list is a chain of any depth', () => {
    const { cats, dogs, below, set, fault, world } = worldWithDefault('multi-level-cascading-select');
    const chain = [cats];
    for (let level = 1; level < 40; level++) chain.push(below(chain.at(-1) ?? 0, `level ${level}`));
    expect(set({ optionIds: chain })).toEqual({ type: 'option.cascading', optionIds: chain });
    expect(fault({ optionIds: chain.slice(1) })).toBe('optionIds');
    expect(fault({ optionIds: [cats, chain[2] ?? 0] })).toBe('optionIds');
    expect(fault({ optionIds: [dogs, chain[1] ?? 0] })).toBe('optionIds');
    expect(checkWorld(world.root)).toEqual([]);
  });

  it('of a multi-level cascading select list remembers how many options of the chain were deleted', () => {
    const { cats, below, set, remove, now, world, field, create } = worldWithDefault('multi-level-cascading-select');
    const leo = below(cats, 'leo');
    const paw = below(leo, 'paw');
    set({ optionIds: [cats, leo, paw] });
    remove(leo);
    expect(now()).toEqual({ type: 'option.cascading', optionIds: [cats], deleted: 2 });
    remove(cats);
    expect(now()).toEqual({ type: 'option.cascading', optionIds: [], deleted: 3 });
    expect([...defaultValues(world.root, field)]).toEqual([]);
    expect(checkWorld(world.root)).toEqual([]);
    const [birds] = create('birds');
    expect(set({ optionIds: [birds?.id ?? 0] })).not.toHaveProperty('deleted');
  });

  it('of the other types loses a deleted option', () => {
    const { cats, below, set, remove, now } = worldWithDefault('cascadingselect');
    const leo = below(cats, 'leo');
    set({ optionId: cats, childOptionId: leo });
    remove(leo);
    expect(now()).toEqual({ type: 'option.cascading', optionIds: [cats] });
  });
});

describe('options on levels', () => {
  it('stand below an option only where the field has that many levels, whether the option is there or not', () => {
    const { world, field, context, cats, below } = worldWithDefault('cascadingselect');
    const leo = below(cats, 'leo');
    expect(requireParentOption(world.root, field, context.id, cats).id).toBe(cats);
    expect(broken(() => requireParentOption(world.root, field, context.id, leo)).code).toBe('cascading-not-supported');
    expect(broken(() => requireParentOption(world.root, field, context.id, 1)).data).toMatchObject({
      optionIds: ['1'],
      argument: 'parentId',
    });
    const flat = worldWithDefault('select');
    const below1 = () => requireParentOption(flat.world.root, flat.field, flat.context.id, 1);
    expect(broken(below1).code).toBe('cascading-not-supported');
  });

  it('are found on their own level only', () => {
    const { world, context, cats, dogs, below } = worldWithDefault('cascadingselect');
    const leo = below(cats, 'leo');
    expect(requireOptionOfLevel(world.root, context.id, cats, leo).id).toBe(leo);
    for (const parentId of [0, dogs]) {
      expect(broken(() => requireOptionOfLevel(world.root, context.id, parentId, leo)).code).toBe('options-not-found');
    }
  });

  it('can be as deep as a field has options, and go with the one above them', () => {
    const { world, cats, below, remove } = worldWithDefault('multi-level-cascading-select');
    let last = cats;
    for (let level = 1; level < 500; level++) last = below(last, `level ${level}`);
    remove(cats);
    expect(world.root.options.size).toBe(1);
    expect(checkWorld(world.root)).toEqual([]);
  });
});

describe('deleting people', () => {
  it('takes them out of everything that counts members', () => {
    const { world, bob } = smallWorld();
    world.write((tx) => deleteGroup(tx, 'jira-users'));
    expect(world.root.users.get(bob.accountId)?.groups).toEqual([]);
    world.write((tx) => deleteUser(tx, bob.accountId));
    expect(world.root.users.has(bob.accountId)).toBe(false);
    expect(checkWorld(world.root)).toEqual([]);
    expect(broken(() => world.write((tx) => deleteUser(tx, 'bob'))).code).toBe('user-not-found');
  });

  it('is refused where something names them', () => {
    const { world } = smallWorld();
    world.write((tx) => addProject(tx, { key: 'BOB', name: 'Bob', lead: 'bob' }));
    expect(() => world.write((tx) => deleteUser(tx, 'bob'))).toThrow(/project BOB names them/);
  });
});
