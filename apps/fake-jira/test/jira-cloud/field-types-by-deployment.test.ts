import { testJira } from '../support/jira.js';
import { listeningJira } from '../support/field-steps.js';

const ofForge = 'forge.string';
const ofConnect = 'com.atlassian.plugins.atlassian-connect-plugin:single_select';
const ofMultiLevel = 'com.sourcesense.jira.plugin.cascadingselect:multi-level-cascading-select';
const ofProtected = 'protected-fields:protected-text';

const world = {
  users: [{ name: 'admin', groups: ['jira-administrators'] }],
  fields: [
    { name: 'Words', type: 'textfield' },
    { name: 'Note', type: ofForge },
    { name: 'Vendor', type: ofConnect, appKey: 'an-app__vendor' },
    { name: 'Place', type: ofMultiLevel },
    { name: 'Account', type: ofProtected },
  ],
};

type Listed = readonly { name: string; custom: boolean }[];
const namesOf = (listed: unknown) => (listed as Listed).filter(({ custom }) => custom).map(({ name }) => name);

describe('the custom fields', () => {
  it.each([
    ['cloud', ['Words', 'Note', 'Vendor', 'Account']],
    ['data-center', ['Words', 'Place']],
    ['jira-8.4', ['Words', 'Place']],
    ['all', ['Words', 'Note', 'Vendor', 'Place', 'Account']],
  ])('of %s are those of types that its deployment and its apps bring', async (profile, names) => {
    const { get } = testJira({ profile, world }).admin;
    expect(namesOf((await get('/rest/api/2/field')).body)).toEqual(names);
  });

  it('are those of the other Jira once a workspace goes on as one, and all of them again after a reset', async () => {
    const jira = await listeningJira({ profile: 'all', world });
    const names = async () => namesOf((await jira.admin.get('/rest/api/2/field')).body);
    await jira.admin.put('/_fake/settings', { profile: 'data-center' });
    expect(await names()).toEqual(['Words', 'Place']);
    await jira.admin.post('/_fake/reset');
    expect(await names()).toEqual(['Words', 'Note', 'Vendor', 'Place', 'Account']);
  });

  it('of a world that is loaded are those that the Jira can have', async () => {
    const jira = await listeningJira({ profile: 'data-center' });
    await jira.admin.put('/_fake/world', world);
    expect(namesOf((await jira.admin.get('/rest/api/2/field')).body)).toEqual(['Words', 'Place']);
  });

  it.each([
    ['data-center', ofForge],
    ['data-center', ofProtected],
    ['cloud', ofMultiLevel],
  ])('of %s get none of the type %s', async (profile, type) => {
    expect((await testJira({ profile }).admin.post('/rest/api/2/field', { name: 'New', type })).status).toBe(400);
  });
});
