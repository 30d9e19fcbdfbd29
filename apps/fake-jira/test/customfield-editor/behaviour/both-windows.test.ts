import {
  bodyOf,
  newField,
  newOptions,
  onlyContextOf,
  optionsAt,
  optionsOf,
  projectIdOf,
  read,
  type Page,
} from '../../support/field-steps.js';
import { testJira } from '../../support/jira.js';
import {
  add,
  addOne,
  addressesOf,
  base,
  childrenOf,
  contextIdsOf,
  grant,
  grantedField,
  listed,
  optionsIn,
  values,
  valuesInJira,
  type PageBody,
} from './steps.js';

const listsWithOptions = ['select', 'radiobuttons', 'multiselect', 'multicheckboxes', 'cascadingselect'];

it.each(listsWithOptions)(
  'a %s made through Jira and granted here gets options here from a plain user, and Jira reads them in their order',
  async (type) => {
    const jira = testJira();
    const id = await newField(jira, type);
    const { options, admin } = addressesOf(id);
    expect((await jira.bob.post(options, { optionvalue: 'red' })).status).toBe(403);
    bodyOf(await jira.admin.put(admin, { userlist: ['bob'], grouplist: [] }), 200);
    const [red, , blue] = await add(jira.bob, options, 'red', 'green', 'blue');
    bodyOf(await jira.bob.post(`${options}/${blue?.id}/move`, { after: `${options}/${red?.id}` }), 200);
    bodyOf(await jira.bob.put(`${options}/${red?.id}`, { disabled: true }), 200);

    const here = await listed(jira.bob, options);
    const there = await optionsOf(jira, optionsAt(id, await onlyContextOf(jira, id)));
    expect(there.map(({ value }) => value)).toEqual(['red', 'blue', 'green']);
    expect(there).toMatchObject(
      here.map((one) => ({ id: String(one.id), value: one.optionvalue, disabled: one.disabled })),
    );
    bodyOf(await jira.bob.put(`${options}/sort`, { locale: 'en-US', order: 'DESCENDING' }), 200);
    expect(await valuesInJira(jira, addressesOf(id))).toEqual(['red', 'green', 'blue']);
  },
);

it('options made, moved, renamed and deleted through Jira are so here', async () => {
  const jira = testJira();
  const field = await grantedField(jira, 'cascadingselect');
  const inJira = optionsAt(field.id, await onlyContextOf(jira, field.id));
  const [cats, dogs, fish] = (await newOptions(jira, inJira, ['cats', 'dogs', 'fish'])) as [string, string, string];
  await newOptions(jira, inJira, ['micki', 'leo'], cats);
  expect(await values(jira.bob, childrenOf(field.options, Number(cats)))).toEqual(['micki', 'leo']);
  bodyOf(await jira.admin.put(`${inJira}/move`, { customFieldOptionIds: [fish], position: 'First' }), 204);
  bodyOf(await jira.admin.put(inJira, { options: [{ id: cats, value: 'felines', disabled: true }] }), 200);
  bodyOf(await jira.admin.delete(`${inJira}/${dogs}`), 204);
  expect(await listed(jira.bob, field.options)).toMatchObject([
    { id: Number(fish), optionvalue: 'fish', disabled: false },
    { id: Number(cats), optionvalue: 'felines', disabled: true },
  ]);
});

it('what is deleted here is gone there, with its children', async () => {
  const jira = testJira();
  const field = await grantedField(jira, 'cascadingselect');
  const cats = await addOne(jira.bob, field.options, 'cats');
  await add(jira.bob, childrenOf(field.options, cats), 'micki', 'leo');
  const inJira = optionsAt(field.id, await onlyContextOf(jira, field.id));
  expect(await optionsOf(jira, inJira)).toHaveLength(3);
  expect((await jira.bob.delete(`${field.options}/${cats}`)).body).toEqual({ id: cats });
  expect(await optionsOf(jira, inJira)).toEqual([]);
});

it('a default value set in one window is the default value in the other', async () => {
  const jira = testJira();
  const field = await grantedField(jira);
  const [red, green] = await add(jira.bob, field.options, 'red', 'green');
  const contextId = await onlyContextOf(jira, field.id);
  const inJira = `/rest/api/3/field/${field.id}/context/defaultValue`;
  bodyOf(await jira.bob.put(`${field.options}/default`, { optionId: green?.id }), 200);
  const { values: defaults } = await read<Page<object>>(jira.admin, inJira);
  expect(defaults).toEqual([{ contextId, type: 'option.single', optionId: String(green?.id) }]);
  const other = { contextId, type: 'option.single', optionId: String(red?.id) };
  bodyOf(await jira.admin.put(inJira, { defaultValues: [other] }), 204);
  expect((await jira.bob.get(`${field.options}/default`)).body).toMatchObject({ defaultOption: { id: red?.id } });
});

it('a context made in one window is in the other, and its options go with it', async () => {
  const jira = testJira();
  const field = await grantedField(jira);
  const shop = {
    contextName: 'Shop',
    isGlobal: false,
    projectIds: [Number(projectIdOf(jira, 'SHOP'))],
    issueTypeIds: [],
  };
  const { id } = bodyOf<{ id: number }>(await jira.admin.post(`${field.admin}/contexts`, shop), 200);
  await add(jira.bob, optionsIn(field, id), 'web', 'app');
  expect((await optionsOf(jira, optionsAt(field.id, String(id)))).map(({ value }) => value)).toEqual(['web', 'app']);
  bodyOf(await jira.admin.delete(`/rest/api/3/field/${field.id}/context/${id}`), 204);
  expect((await jira.bob.get(optionsIn(field, id))).status).toBe(400);
  expect(await contextIdsOf(jira, field)).toHaveLength(1);
  expect([...jira.root.options.values()].filter(({ contextId }) => contextId === id)).toEqual([]);
});

it('a field in the trash, and one that is deleted, are not there for the app', async () => {
  const jira = testJira();
  const field = await grantedField(jira);
  const mine = async () =>
    bodyOf<PageBody<{ fieldId: number }>>(await jira.bob.get(`${base}/user/customfields`), 200).values;
  await grant(jira, field, { user: 'bob' });
  expect((await mine()).map(({ fieldId }) => fieldId)).toContain(field.number);
  bodyOf(await jira.admin.post(`/rest/api/3/field/${field.id}/trash`), 200);
  expect((await mine()).map(({ fieldId }) => fieldId)).not.toContain(field.number);
  expect((await jira.bob.get(field.options)).status).toBe(400);
  bodyOf(await jira.admin.post(`/rest/api/3/field/${field.id}/restore`), 200);
  expect((await jira.bob.get(field.options)).status).toBe(200);
});
