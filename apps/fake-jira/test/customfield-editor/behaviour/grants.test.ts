import { addUser, deleteUser, type Settings } from '@fake-jira/world';
import { bodyOf, newField, newContext, projectIdOf } from '../../support/field-steps.js';
import { testJira, type TestJira, type TestUser } from '../../support/jira.js';
import {
  addOne,
  addressesOf,
  base,
  contextIdsOf,
  grant,
  grantedField,
  listed,
  maintenance,
  namedBy,
  optionsIn,
  subCodeOf,
  values,
  type EditorField,
  type PageBody,
} from './steps.js';

const denied = [403, 403001];

function set(jira: TestJira, settings: Partial<Settings>): void {
  jira.world.write((tx) => tx.set(settings));
}

/** A field with a global context and one of SHOP, on which nobody has a grant. */
async function fieldOfTwo(jira: TestJira): Promise<EditorField & { readonly global: number; readonly shop: number }> {
  const field = addressesOf(await newField(jira));
  await newContext(jira, field.id, { name: 'Shop', projectIds: [projectIdOf(jira, 'SHOP')] });
  const [global, shop] = (await contextIdsOf(jira, field)) as [number, number];
  return { ...field, global, shop };
}

const everyUserOperation = (
  field: EditorField,
  context: number | string,
): readonly [keyof TestUser, string, object?][] => {
  const options = optionsIn(field, context);
  return [
    ['get', options],
    ['post', options, { optionvalue: 'x' }],
    ['put', `${options}/1`, { optionvalue: 'x' }],
    ['delete', `${options}/1`],
    ['post', `${options}/1/move`, { position: 'First' }],
    ['put', `${options}/sort`, { locale: 'en-US' }],
    ['get', `${options}/default`],
    ['put', `${options}/default`, { optionId: 1 }],
    ['delete', `${options}/default`],
    ['get', `${options}/1/childoptions`],
    ['post', `${options}/1/childoptions`, { optionvalue: 'x' }],
    ['put', `${options}/1/childoptions/2`, { optionvalue: 'x' }],
    ['delete', `${options}/1/childoptions/2`],
    ['post', `${options}/1/childoptions/2/move`, { position: 'First' }],
    ['put', `${options}/1/childoptions/sort`, { locale: 'en-US' }],
  ];
};

it('sign-in is not permission: without a grant each user operation is refused, to administrators too', async () => {
  const jira = testJira();
  const field = addressesOf(await newField(jira, 'cascadingselect'));
  const [context] = (await contextIdsOf(jira, field)) as [number];
  const operations = [
    ...everyUserOperation(field, 'default'),
    ...everyUserOperation(field, context),
    ['get', `${field.user}/contexts`],
    ['get', `${field.user}/contexts/${context}`],
  ] as readonly [keyof TestUser, string, object?][];
  const before = jira.root;
  for (const user of [jira.bob, jira.admin]) {
    for (const [method, address, body] of operations) {
      expect([method, address, ...subCodeOf(await user[method](address, body))]).toEqual([method, address, ...denied]);
    }
    expect(namesOf(await user.get(`${base}/user/customfields?filter=Made here`))).toEqual([]);
  }
  for (const [method, address, body] of operations) {
    expect((await jira.anonymous[method](address, body)).status).toBe(401);
  }
  expect(jira.root).toBe(before);
});

const namesOf = ({ body }: { body: unknown }) =>
  (body as PageBody<{ fieldName: string }>).values.map(({ fieldName }) => fieldName);

it('a grant to a group counts for its members, for as long as they are', async () => {
  const jira = testJira();
  const field = addressesOf(await newField(jira));
  await grant(jira, field, { group: 'developers' });
  const statusOf = async (name: string) => (await jira.as(name).get(field.options)).status;
  expect([await statusOf('bob'), await statusOf('tina'), await statusOf('steve')]).toEqual([200, 200, 403]);
  bodyOf(await jira.admin.patch(field.admin, { group: 'developers', action: 'REVOKE', type: 'GLOBAL' }), 200);
  expect([await statusOf('bob'), await statusOf('tina')]).toEqual([403, 403]);
});

it('who has grants on contexts sees and changes those only', async () => {
  const jira = testJira();
  const field = await fieldOfTwo(jira);
  await grant(jira, field, { user: 'bob' }, field.shop);
  const contexts = bodyOf<{ contextId: number }[]>(await jira.bob.get(`${field.user}/contexts`), 200);
  expect(contexts.map(({ contextId }) => contextId)).toEqual([field.shop]);
  const mine = bodyOf<PageBody<object>>(await jira.bob.get(`${base}/user/customfields?filter=Made here`), 200);
  expect(mine.values).toMatchObject([{ fieldGlobalPermission: false, contexts: [{ contextId: field.shop }] }]);
  await addOne(jira.bob, optionsIn(field, field.shop), 'web');
  for (const context of [field.global, 'default']) {
    expect(subCodeOf(await jira.bob.post(optionsIn(field, context), { optionvalue: 'x' }))).toEqual(denied);
  }
  expect(subCodeOf(await jira.bob.get(`${field.user}/contexts/${field.global}`))).toEqual(denied);
});

it('a global grant overrules those on contexts, also one to a group', async () => {
  const jira = testJira();
  const field = await fieldOfTwo(jira);
  await grant(jira, field, { user: 'bob' }, field.shop);
  await grant(jira, field, { user: 'steve' }, field.shop);
  await grant(jira, field, { group: 'developers' });
  expect((await jira.bob.get(`${field.user}/contexts`)).body).toHaveLength(2);
  await addOne(jira.bob, optionsIn(field, field.global), 'x');
  await addOne(jira.bob, optionsIn(field, field.shop), 'x');
  const mine = bodyOf<PageBody<object>>(await jira.bob.get(`${base}/user/customfields?filter=Made here`), 200);
  expect(mine.values).toMatchObject([
    { fieldGlobalPermission: true, contexts: [{ contextId: field.global }, { contextId: field.shop }] },
  ]);
  expect((await jira.as('steve').get(`${field.user}/contexts`)).body).toHaveLength(1);
});

it('with their default permission administrators need no grant, and others still do', async () => {
  const jira = testJira();
  const field = addressesOf(await newField(jira));
  jira.world.write((tx) => addUser(tx, { name: 'ada', groups: ['jira-administrators'] }));
  set(jira, { administratorsHaveDefaultPermission: true });
  await addOne(jira.admin, field.options, 'red');
  expect(await values(jira.as('ada'), field.options)).toEqual(['red']);
  expect(subCodeOf(await jira.bob.get(field.options))).toEqual(denied);
  const mine = bodyOf<PageBody<{ fieldGlobalPermission: boolean }>>(
    await jira.admin.get(`${base}/user/customfields?maxResults=100`),
    200,
  );
  expect(mine.values.length).toBeGreaterThan(5);
  expect(mine.values.every(({ fieldGlobalPermission }) => fieldGlobalPermission)).toBe(true);
  set(jira, { administratorsHaveDefaultPermission: false });
  expect(subCodeOf(await jira.admin.get(field.options))).toEqual(denied);
});

it('with the delete setting only administrators delete options, children and defaults, and the context says who may', async () => {
  const jira = testJira();
  const field = await grantedField(jira, 'cascadingselect');
  await grant(jira, field, { user: 'admin' });
  const [context] = (await contextIdsOf(jira, field)) as [number];
  set(jira, { onlyAdministratorsDeleteOptions: true });
  const meta = async (user: TestUser) =>
    ((await user.get(`${field.user}/contexts/${context}`)).body as { authenticatedUserMeta: object })
      .authenticatedUserMeta;
  for (const options of [field.options, optionsIn(field, context)]) {
    const cats = await addOne(jira.bob, options, 'cats');
    const leo = await addOne(jira.bob, `${options}/${cats}/childoptions`, 'leo');
    bodyOf(await jira.bob.put(`${options}/default`, { optionId: cats, childOptionId: leo }), 200);
    for (const address of [`${options}/default`, `${options}/${cats}/childoptions/${leo}`, `${options}/${cats}`]) {
      expect(subCodeOf(await jira.bob.delete(address))).toEqual(denied);
      expect((await jira.admin.delete(address)).status).toBe(address.endsWith('default') ? 204 : 200);
    }
    expect(await listed(jira.bob, options)).toEqual([]);
  }
  expect([await meta(jira.bob), await meta(jira.admin)]).toEqual([
    { userAllowedToDeleteOptions: false },
    { userAllowedToDeleteOptions: true },
  ]);
  set(jira, { onlyAdministratorsDeleteOptions: false });
  expect(await meta(jira.bob)).toEqual({ userAllowedToDeleteOptions: true });
});

it('the administrator operations are for administrators, with a grant or without', async () => {
  const jira = testJira();
  const field = await grantedField(jira);
  jira.world.write((tx) => addUser(tx, { name: 'ada', groups: ['jira-administrators'] }));
  for (const address of [
    `${base}/admin/customfields`,
    field.admin,
    `${field.admin}/contexts`,
    `${field.admin}/contexts/permissions`,
    `${maintenance}/jobs`,
  ]) {
    const statuses = [jira.admin, jira.as('ada'), jira.bob, jira.anonymous].map(
      async (user) => (await user.get(address)).status,
    );
    expect([address, ...(await Promise.all(statuses))]).toEqual([address, 200, 200, 403, 401]);
  }
});

it('who is deleted loses every grant', async () => {
  const jira = testJira();
  const field = await fieldOfTwo(jira);
  jira.world.write((tx) => addUser(tx, { name: 'dora' }));
  await grant(jira, field, { user: 'dora' });
  await grant(jira, field, { user: 'dora' }, field.shop);
  await grant(jira, field, { user: 'bob' }, field.shop);
  jira.world.write((tx) => deleteUser(tx, 'dora'));
  expect((await jira.admin.get(field.admin)).body).toEqual({ userlist: [], grouplist: [] });
  expect((await jira.admin.get(`${field.admin}/contexts/permissions`)).body).toMatchObject([
    { userlist: [] },
    { userlist: ['bob'] },
  ]);
  expect([...jira.root.grantsOfUser.keys()].filter(([name]) => name === 'dora')).toEqual([]);
});

it('a grant left over from a user who is no more says so, and can be revoked', async () => {
  const old = testJira({ customfieldEditor: '1.8' });
  const field = addressesOf(await newField(old));
  bodyOf(await old.admin.put(field.admin, { userlist: ['ghost'], grouplist: ['ghosts'] }), 200);
  const jira = testJira();
  jira.world.restore(old.root);
  expect((await jira.admin.get(`${field.admin}?expand=userlistWithFullnames`)).body).toEqual({
    userlist: ['ghost'],
    grouplist: ['ghosts'],
    userlistWithFullnames: [{ username: 'ghost', fullname: 'ghost', exists: false }],
  });
  for (const named of [{ user: 'ghost' }, { group: 'ghosts' }]) {
    bodyOf(await jira.admin.patch(field.admin, { ...named, action: 'REVOKE', type: 'GLOBAL' }), 200);
    expect(namedBy(await jira.admin.patch(field.admin, { ...named, action: 'GRANT', type: 'GLOBAL' }))[0]).toBe(400);
  }
  expect((await jira.admin.get(field.admin)).body).toEqual({ userlist: [], grouplist: [] });
});

it('a revoked grant is gone from the context only that it was on', async () => {
  const jira = testJira();
  const field = await fieldOfTwo(jira);
  for (const context of [field.global, field.shop]) await grant(jira, field, { user: 'bob' }, context);
  const revoke = { user: 'bob', group: null, action: 'REVOKE', type: 'CONTEXT', contextId: field.global };
  bodyOf(await jira.admin.patch(field.admin, revoke), 200);
  expect((await jira.bob.get(`${field.user}/contexts`)).body).toMatchObject([{ contextId: field.shop }]);
});
