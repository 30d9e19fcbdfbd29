import { operation, operations, servedOperations, type OperationId } from '@fake-jira/openapi';
import type { Answers } from '@fake-jira/profile';
import { testJira } from '../../support/jira.js';
import { contextOf, isSuccess, legacyOf, namesOf, parametersOf, root, send, type Variant } from './requests.js';
import { flatField, textField, unknownId, world } from './world.js';

const jiraOf = (customfieldEditor: string, answers: Partial<Answers> = {}) =>
  testJira({ world, customfieldEditor, answers });

async function statusIn(version: string, answers: Partial<Answers>, operationId: OperationId, variant: Variant) {
  return (await send(jiraOf(version, answers), operationId, variant)).status;
}

const editor = operations('customfield-editor').map(({ operationId }) => operationId);
const childOperations = editor.filter((id) => /Child/.test(id) && !/Legacy/.test(id));
const childSort = childOperations.filter((id) => /Sort/.test(id));
const notSupporting = editor.filter((id) => operation(id).statuses.includes(406) && !childSort.includes(id));
const onAdminField = editor.filter((id) => operation(id).path.includes('/admin/customfields/{'));

it('406 is documented of twelve operations in 1.2.x', () => {
  expect(notSupporting).toHaveLength(12);
});

it.each(notSupporting)('%s is 406 in 1.2.x on a field that does not have it', async (operationId) => {
  // Move is of every list of options, the others of those with children.
  const ids = /Move(Default)?Option/.test(operationId) ? textField : flatField;
  expect(await statusIn('1.2', {}, operationId, { ids })).toBe(406);
  expect(await statusIn('1.2.1', {}, operationId, { ids })).toBe(406);
  // Before 1.8 lists have no 400.
  expect(await statusIn('1.3', {}, operationId, { ids })).toBe(/List/.test(operationId) ? 500 : 400);
  expect(await statusIn('1.8', {}, operationId, { ids })).toBe(400);
});

it.each(childOperations)('%s on a field without children is 400 or 406 since', async (operationId) => {
  for (const version of ['1.8', '3.0']) {
    const refused = await send(jiraOf(version), operationId, { ids: flatField });
    expect([refused.status, namesOf(refused).length > 0]).toEqual([400, true]);
    const status = await statusIn(version, { 'editor.child-operation-on-flat-field': '406' }, operationId, {
      ids: flatField,
    });
    expect(status).toBe(406);
  }
});

it.each(onAdminField)(
  '%s of a field that the app does not edit is 412 in 1.2.x, and since as this instance says',
  async (operationId) => {
    const ids = textField;
    for (const version of ['1.2', '1.2.1']) {
      const jira = jiraOf(version);
      if (!servedOperations('customfield-editor', jira.profile).has(operationId)) continue;
      expect((await send(jira, operationId, { ids })).body).toMatchObject({ statusCode: 412 });
    }
    const newest = async (answers: Partial<Answers>) => send(jiraOf('3.0', answers), operationId, { ids });
    const refused = await newest({});
    expect([refused.status, namesOf(refused)]).toEqual([400, ['customFieldId']]);
    expect((await newest({ 'editor.unsupported-type': '412' })).status).toBe(412);
    if (operationId !== 'editorUpdateContext' && operationId !== 'editorDeleteContext') {
      expect(isSuccess(await newest({ 'editor.unsupported-type': 'accepted' }))).toBe(true);
    }
  },
);

it.each(['1.2', '1.2.1', '1.3'])('what does not exist is 500 in %s, as it is until 1.8', async (version) => {
  const jira = jiraOf(version);
  for (const operationId of servedOperations('customfield-editor', jira.profile)) {
    for (const name of parametersOf(operationId)) {
      const { status } = await send(jira, operationId, { ids: { [name]: unknownId } });
      expect([operationId, name, status]).toEqual([operationId, name, 500]);
    }
  }
});

it('a list of fields has nothing that can be wrong before 2.0', async () => {
  const statuses = ['1.5', '1.8', '2.0'].map((version) =>
    statusIn(version, {}, 'editorListCustomFields', { query: '?orderBy=x' }),
  );
  expect(await Promise.all(statuses)).toEqual([200, 200, 400]);
});

it('the list of fields is open to administrators before 1.3 too', async () => {
  const jira = jiraOf('1.2.1');
  expect((await send(jira, 'editorListCustomFields', { user: jira.as('ada') })).status).toBe(200);
});

it('before 1.2 a field is named as Jira names it, or by its number, as was recorded', async () => {
  const { bob } = jiraOf('1.1');
  const options = `${root}/1.1/user/customfieldoptions`;
  expect((await bob.get(`${options}/customfield_10000`)).status).toBe(200);
  expect((await bob.get(`${options}/10000`)).status).toBe(200);
});

const legacy = editor.filter((id) => servedOperations('customfield-editor', jiraOf('1.1').profile).has(id));

it.each(legacy)(
  'before 1.2 %s is 500 for who has no grant, and for what there is not; errors are a list alone',
  async (operationId) => {
    expect(contextOf(operationId)).toBe('default');
    const jira = jiraOf('1.1');
    for (const variant of [{ user: jira.as('ada') }, { ids: { customFieldId: unknownId } }]) {
      const { status, body } = await send(jira, operationId, variant);
      expect([status, 'statusCode' in (body as object), 'subCode' in (body as object)]).toEqual([500, false, false]);
    }
  },
);

it('a validation error is a list of errors before 1.2, and has a status, a sentence and a number since', async () => {
  const taken = { body: { optionvalue: 'other' } };
  const old = await send(jiraOf('1.1'), legacyOf('editorCreateDefaultOption'), taken);
  expect([old.status, Object.keys(old.body as object), namesOf(old)]).toEqual([400, ['errors'], ['optionvalue']]);
  const refused = await send(jiraOf('1.2'), 'editorCreateDefaultOption', taken);
  expect(refused.body).toMatchObject({ statusCode: 400, subCode: 400000, message: 'validation errors', errors: [{}] });
});

it('a missing grant is 500 before 1.2, and 403 with a body since', async () => {
  const old = jiraOf('1.1');
  expect((await send(old, legacyOf('editorListDefaultOptions'), { user: old.admin })).status).toBe(500);
  const jira = jiraOf('1.2');
  expect((await send(jira, 'editorListDefaultOptions', { user: jira.admin })).body).toMatchObject({
    statusCode: 403,
    subCode: 403001,
  });
});

it('a deleted ID is a string before 1.2, and a number since', async () => {
  const ids = { optionId: 10_200 };
  const old = await send(jiraOf('1.1'), legacyOf('editorDeleteDefaultOption'));
  expect(old.body).toEqual({ id: String(ids.optionId) });
  expect((await send(jiraOf('1.2'), 'editorDeleteDefaultOption')).body).toEqual({ id: ids.optionId });
});

it('migration tasks are cleared by a GET before 2.0', async () => {
  const address = '/admin/migrationtasks/clearhistory';
  const statuses = ['1.2/1.2', '1.2.1/1.2', '1.3/1', '1.8/1', '2.0/1', '3.0/1'].map(async (text) => {
    const [version = '', base = ''] = text.split('/');
    return (await jiraOf(version).admin.get(`${root}/${base}${address}`)).status;
  });
  expect(await Promise.all(statuses)).toEqual([404, 200, 200, 200, 404, 404]);
  const jira = jiraOf('1.8');
  jira.clock.advance(1000);
  const times = async () => {
    const { body } = await jira.admin.get(`${root}/1/admin/migrationtasks`);
    return (body as { executionTime: string | null }[]).map(({ executionTime }) => executionTime);
  };
  expect(await times()).toEqual([expect.stringContaining('2026-01-15T')]);
  await jira.admin.get(`${root}/1${address}`);
  expect(await times()).toEqual([null]);
});
