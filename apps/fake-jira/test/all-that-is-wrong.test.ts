import { testJira } from './support/jira.js';

// Of a request in which several parts are wrong all are told, in the form of each API.

const editor = '/rest/jiracustomfieldeditorplugin/1';
const extender = '/rest/extender/1.0/customField';

it('Customfield Editor has an entry for each: users and groups that do not exist', async () => {
  const body = { userlist: ['nobody1', 'bob'], grouplist: ['nogroup'] };
  const { status, body: refused } = await testJira().admin.put(`${editor}/admin/customfields/10000`, body);
  expect([status, refused]).toMatchObject([
    400,
    {
      errors: [
        { name: 'userlist', message: 'These users do not exist: nobody1.' },
        { name: 'grouplist', message: 'These groups do not exist: nogroup.' },
      ],
    },
  ]);
});

it('Customfield Editor has an entry for each: name, projects and issue types of a context', async () => {
  const path = `${editor}/admin/customfields/10000/contexts`;
  const body = { contextName: ' ', isGlobal: false, projectIds: [999], issueTypeIds: ['888'] };
  const { status, body: refused } = await testJira().admin.post(path, body);
  expect(status).toBe(400);
  const { errors } = refused as { errors: { name: string }[] };
  expect(errors.map(({ name }) => name)).toEqual(['contextName', 'projectIds', 'issueTypeIds']);
});

it('Extender has them in one message', async () => {
  const body = { schemeName: '', projects: ['NOPE'], issueTypes: ['Poem'] };
  const { status, body: refused } = await testJira().admin.put(`${extender}/addConfigScheme/10000`, body);
  expect([status, refused]).toEqual([
    400,
    {
      message:
        'these issue types do not exist: Poem; these projects do not exist: NOPE; the name of the config scheme must not be empty',
    },
  ]);
});

it('Jira has a sentence for each, as far as they have one status', async () => {
  const path = '/rest/api/3/field/customfield_10000/context';
  const { status, body } = await testJira().admin.post(path, { name: '', issueTypeIds: ['10000', '10000'] });
  expect(status).toBe(400);
  const { errorMessages, errors } = body as { errorMessages: string[]; errors: object };
  expect(errorMessages.length + Object.keys(errors).length).toBe(2);
});
