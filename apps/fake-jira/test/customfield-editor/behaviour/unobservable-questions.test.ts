import type { Answers } from '@fake-jira/profile';
import { addUser } from '@fake-jira/world';
import { bodyOf } from '../../support/field-steps.js';
import { testJira } from '../../support/jira.js';
import { addOne, fieldOfDemo, grantedField, pluginRoot } from './steps.js';

// What a client cannot bring about: a licence that ends, a setting of the app, an administrator who is no system
// administrator. All other questions are asked by the probes of the contract suite: see answers.test.ts.

/** A multi-level field with a default, and then without a licence for its type. */
async function unlicensed(answers: Partial<Answers>) {
  const jira = testJira({ answers });
  const { options } = await grantedField(jira, 'multi-level-cascading-select');
  const id = await addOne(jira.bob, options, 'Europe');
  bodyOf(await jira.bob.put(`${options}/default`, { optionIds: [id] }), 200);
  jira.world.write((tx) => tx.set({ multiLevelCascadingLicence: false }));
  return { id, bob: jira.bob, address: `${options}/default` };
}

it.each(['400', '403'] as const)('setting a default without a licence is %s', async (answer) => {
  const { id, bob, address } = await unlicensed({ 'editor.unlicensed-default': answer });
  expect((await bob.put(address, { optionIds: [id] })).status).toBe(Number(answer));
  expect((await bob.get(address)).body).toMatchObject({ defaultOptions: [{ id }] });
});

it.each([
  ['allowed', 204, []],
  ['refused', 400, ['defaultOptions']],
] as const)('deleting a default without a licence is %s', async (answer, status, left) => {
  const { bob, address } = await unlicensed({ 'editor.unlicensed-default-delete': answer });
  expect((await bob.delete(address)).status).toBe(status);
  expect(Object.keys((await bob.get(address)).body as object)).toEqual(left);
});

it.each([
  ['403001', 403001],
  ['other', 403],
] as const)('who may not delete an option by the setting of the app sees the subCode %s', async (answer, subCode) => {
  const jira = testJira({ answers: { 'editor.delete-setting-subcode': answer } });
  const { options } = await grantedField(jira);
  const red = await addOne(jira.bob, options, 'red');
  jira.world.write((tx) => tx.set({ onlyAdministratorsDeleteOptions: true }));
  for (const address of [`${options}/${red}`, `${options}/default`]) {
    const { status, body } = await jira.bob.delete(address);
    expect([status, (body as { subCode?: number }).subCode ?? status]).toEqual([403, subCode]);
  }
});

it.each([
  ['system-administrators', 403],
  ['administrators', 200],
] as const)('before 1.3 the administrator operations are open to %s', async (answer, status) => {
  const jira = testJira({ customfieldEditor: '1.2.1', answers: { 'editor.admin-before-1.3': answer } });
  jira.world.write((tx) => addUser(tx, { name: 'ada', groups: ['jira-administrators'] }));
  const address = `${pluginRoot}/1.2/admin/customfields/${fieldOfDemo(jira, 'Browsers').number}`;
  expect((await jira.as('ada').get(address)).status).toBe(status);
  expect([(await jira.admin.get(address)).status, (await jira.bob.get(address)).status]).toEqual([200, 403]);
});
