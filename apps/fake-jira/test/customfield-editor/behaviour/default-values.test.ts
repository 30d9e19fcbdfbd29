import { bodyOf } from '../../support/field-steps.js';
import { testJira, type TestJira } from '../../support/jira.js';
import { add, addOne, childrenOf, contextIdsOf, grantedField, namedBy, optionsIn, type OptionBody } from './steps.js';

interface DefaultBody {
  readonly defaultOption?: OptionBody;
  readonly defaultChildOption?: OptionBody;
  readonly defaultOptions?: readonly OptionBody[];
}

async function fieldWith(jira: TestJira, type: string, ...given: string[]) {
  const field = await grantedField(jira, type);
  const made = await add(jira.bob, field.options, ...given);
  const at = `${field.options}/default`;
  const read = async () => bodyOf<DefaultBody>(await jira.bob.get(at), 200);
  const set = async (body: object) => bodyOf<DefaultBody>(await jira.bob.put(at, body), 200);
  return { ...field, made, ids: made.map(({ id }) => id), at, read, set };
}

it.each(['select', 'radiobuttons'])('the default of a %s is one option, until it is deleted', async (type) => {
  const jira = testJira();
  const { set, read, at, made, ids, options } = await fieldWith(jira, type, 'red', 'green');
  expect(await read()).toEqual({});
  expect(await set({ optionId: ids[1] })).toEqual({ defaultOption: made[1] });
  expect(await read()).toEqual({ defaultOption: made[1] });
  for (const wrong of [{ optionIds: ids }, { optionId: ids[0], childOptionId: ids[1] }, { optionId: null }, {}]) {
    expect((await jira.bob.put(at, wrong)).status).toBe(400);
  }
  bodyOf(await jira.bob.delete(`${options}/${ids[1]}`), 200);
  expect(await read()).toEqual({});
});

it.each(['multiselect', 'multicheckboxes'])(
  'the default of a %s is a list of options, less those that are deleted',
  async (type) => {
    const jira = testJira();
    const { set, read, at, made, ids, options } = await fieldWith(jira, type, 'red', 'green', 'blue');
    expect(await set({ optionIds: [ids[0], ids[2]] })).toEqual({ defaultOptions: [made[0], made[2]] });
    for (const wrong of [{ optionId: ids[0] }, { optionIds: [] }, { optionIds: [ids[0], 99999] }, {}]) {
      expect((await jira.bob.put(at, wrong)).status).toBe(400);
    }
    bodyOf(await jira.bob.delete(`${options}/${ids[0]}`), 200);
    expect(await read()).toEqual({ defaultOptions: [made[2]] });
    expect([(await jira.bob.delete(at)).status, await read()]).toEqual([204, {}]);
    expect((await jira.bob.delete(at)).status).toBe(204);
  },
);

it('the default of a cascading select is a parent and its child', async () => {
  const jira = testJira();
  const { set, read, at, made, ids, options } = await fieldWith(jira, 'cascadingselect', 'cats', 'dogs');
  const [cats, dogs] = ids as [number, number];
  const [leo] = await add(jira.bob, childrenOf(options, cats), 'leo');
  expect(await set({ optionId: cats, childOptionId: leo?.id })).toEqual({
    defaultOption: made[0],
    defaultChildOption: leo,
  });
  expect(namedBy(await jira.bob.put(at, { optionId: dogs, childOptionId: leo?.id }))).toEqual([400, 'childOptionId']);
  expect(namedBy(await jira.bob.put(at, { optionId: leo?.id }))).toEqual([400, 'optionId']);
  expect(namedBy(await jira.bob.put(at, { optionIds: [cats, leo?.id] }))).toEqual([400, 'optionIds']);
  expect(await read()).toEqual({ defaultOption: made[0], defaultChildOption: leo });
  bodyOf(await jira.bob.delete(`${childrenOf(options, cats)}/${leo?.id}`), 200);
  expect(await read()).toEqual({ defaultOption: made[0] });
  bodyOf(await jira.bob.delete(`${options}/${cats}`), 200);
  expect(await read()).toEqual({});
});

/** Europe > Germany > Berlin > Mitte, and Asia beside them. */
async function places(jira: TestJira) {
  const field = await fieldWith(jira, 'multi-level-cascading-select', 'Europe', 'Asia');
  let options = field.options;
  const chain: OptionBody[] = [field.made[0] as OptionBody];
  const levels = [options];
  for (const value of ['Germany', 'Berlin', 'Mitte']) {
    // Below the first level, an address names an option of any level as the parent.
    options = childrenOf(field.options, (chain.at(-1) as OptionBody).id);
    levels.push(options);
    chain.push(...(await add(jira.bob, options, value)));
  }
  return { ...field, chain, levels, chainIds: chain.map(({ id }) => id), asia: field.ids[1] as number };
}

it('the default of a multi-level cascading select is a chain of any depth', async () => {
  const jira = testJira();
  const { chain, chainIds, set, read } = await places(jira);
  expect(chain.map(({ sequence }) => sequence)).toEqual([0, 0, 0, 0]);
  for (const depth of [1, 2, 3, 4]) {
    expect(await set({ optionIds: chainIds.slice(0, depth) })).toEqual({ defaultOptions: chain.slice(0, depth) });
    expect(await read()).toEqual({ defaultOptions: chain.slice(0, depth) });
  }
});

it('a chain that skips a level, begins below the first or leads elsewhere is refused', async () => {
  const jira = testJira();
  const { chainIds, asia, at, read } = await places(jira);
  const [europe, germany, berlin] = chainIds;
  for (const optionIds of [
    [europe, berlin],
    [germany, berlin],
    [asia, germany],
    [berlin, germany, europe],
    [europe, europe],
    [],
  ]) {
    expect(namedBy(await jira.bob.put(at, { optionIds }))).toEqual([400, 'optionIds']);
  }
  expect(namedBy(await jira.bob.put(at, { optionId: europe }))).toEqual([400, 'optionId']);
  expect(await read()).toEqual({});
});

it('a deleted option of a chain, and what stood below it, are none of the ID -2', async () => {
  const jira = testJira();
  const { chain, chainIds, levels, set, read } = await places(jira);
  const none = { optionvalue: 'none', id: -2 };
  await set({ optionIds: chainIds });
  bodyOf(await jira.bob.delete(`${levels[3]}/${chainIds[3]}`), 200);
  expect(await read()).toEqual({ defaultOptions: [...chain.slice(0, 3), none] });
  bodyOf(await jira.bob.delete(`${levels[1]}/${chainIds[1]}`), 200);
  expect(await read()).toEqual({ defaultOptions: [chain[0], none, none, none] });
  expect(await set({ optionIds: chainIds.slice(0, 1) })).toEqual({ defaultOptions: [chain[0]] });
});

it('without a licence the default of a multi-level field is read-only, and its options are not', async () => {
  const jira = testJira();
  const { chain, chainIds, at, options, set, read } = await places(jira);
  await set({ optionIds: chainIds });
  jira.world.write((tx) => tx.set({ multiLevelCascadingLicence: false }));
  expect(namedBy(await jira.bob.put(at, { optionIds: chainIds.slice(0, 1) }))).toEqual([400, 'customFieldId']);
  expect(await read()).toEqual({ defaultOptions: chain });
  await addOne(jira.bob, options, 'Africa');
  const other = await fieldWith(jira, 'cascadingselect', 'cats');
  expect(await other.set({ optionId: other.ids[0] })).toEqual({ defaultOption: other.made[0] });
  jira.world.write((tx) => tx.set({ multiLevelCascadingLicence: true }));
  expect(await set({ optionIds: chainIds.slice(0, 2) })).toEqual({ defaultOptions: chain.slice(0, 2) });
});

it('each context has a default of its own, of its own options', async () => {
  const jira = testJira();
  const { id, admin, user, number, ids, made, set, read, options } = await fieldWith(jira, 'select', 'red');
  const context = { contextName: 'Tests', isGlobal: false, projectIds: [[...jira.root.projects.keys()][0]] };
  const { id: other } = bodyOf<{ id: number }>(await jira.admin.post(`${admin}/contexts`, context), 200);
  const there = optionsIn({ id, admin, user, number, options }, other);
  const [blue] = await add(jira.bob, there, 'blue');
  await set({ optionId: ids[0] });
  expect((await jira.bob.get(`${there}/default`)).body).toEqual({});
  expect((await jira.bob.put(`${there}/default`, { optionId: ids[0] })).status).toBe(400);
  expect((await jira.bob.put(`${there}/default`, { optionId: blue?.id })).body).toEqual({ defaultOption: blue });
  expect(await read()).toEqual({ defaultOption: made[0] });
  const [global] = await contextIdsOf(jira, { id, admin, user, number, options });
  expect((await jira.bob.get(`${user}/contexts/${global}/options/default`)).body).toEqual(await read());
});

it('a disabled option is no less a default', async () => {
  const jira = testJira();
  const { set, read, options, ids } = await fieldWith(jira, 'select', 'red');
  await set({ optionId: ids[0] });
  bodyOf(await jira.bob.put(`${options}/${ids[0]}`, { disabled: true }), 200);
  expect(await read()).toMatchObject({ defaultOption: { disabled: true } });
});
