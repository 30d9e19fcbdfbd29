import { checkWorld } from '@fake-jira/world';
import { mappings } from './support/context-steps.js';
import { bodyOf, issueTypeIdOf, optionsAt, projectIdOf, read, valuesOf, type Page } from './support/field-steps.js';
import { testJira } from './support/jira.js';
import { messageOf, typeKey } from './extender/requests.js';

const extender = '/rest/extender/1.0/customField';
const editor = '/rest/jiracustomfieldeditorplugin/1';

it("one field goes through Extender, Jira's own API and Customfield Editor, and is one and the same in each", async () => {
  const jira = testJira();

  // Extender creates it, with options in the scheme that it has for all projects.
  const made = await jira.admin.put(`${extender}/addCustomField`, {
    fieldName: 'Colours',
    fieldDescription: 'Of the box',
    fieldTypeKey: typeKey('cascadingselect'),
    optionNames: ['green', 'blue', 'amber'],
  });
  const { customFieldId: id, configSchemeId } = bodyOf<{ customFieldId: string; configSchemeId: number }>(made, 200);
  const number = id.replace('customfield_', '');
  const options = optionsAt(id, String(configSchemeId));

  // Jira's API finds it, with its context and its options.
  const search = await read<Page<{ id: string; name: string; description: string }>>(
    jira.admin,
    '/rest/api/3/field/search?type=custom&query=colours',
  );
  expect(search.values).toMatchObject([{ id, name: 'Colours', description: 'Of the box' }]);
  expect(await valuesOf(jira, options)).toEqual(['green', 'blue', 'amber']);

  // In Customfield Editor bob has no grant, gets one, adds an option and sorts them.
  const mine = `${editor}/user/customfields/${number}/contexts/default/options`;
  expect((await jira.bob.get(mine)).status).toBe(403);
  bodyOf(await jira.admin.put(`${editor}/admin/customfields/${number}`, { userlist: ['bob'], grouplist: [] }), 200);
  const { id: cyan } = bodyOf<{ id: number }>(await jira.bob.post(mine, { optionvalue: 'cyan' }), 200);
  bodyOf(await jira.bob.post(`${mine}/${cyan}/childoptions`, { optionvalue: 'light' }), 200);
  bodyOf(await jira.bob.put(`${mine}/sort`, { order: 'ASCENDING', locale: 'en-US', strength: 'PRIMARY' }), 200);
  expect(await valuesOf(jira, options)).toEqual(['amber', 'blue', 'cyan', 'green', 'light']);
  const values = bodyOf<{ schemeOptions: object[] }>(
    await jira.admin.get(`${extender}/configScheme/getValue/${configSchemeId}`),
    200,
  );
  expect(values.schemeOptions).toMatchObject([
    { name: 'amber', position: 1 },
    { name: 'blue', position: 2 },
    { name: 'cyan', position: 3, id: cyan, childOptions: [{ name: 'light', parentId: cyan, position: 1 }] },
    { name: 'green', position: 4 },
  ]);

  // Extender narrows the context, and Jira's API reads it back as mappings.
  const narrowed = jira.admin.put(`${extender}/updateConfigScheme/${configSchemeId}`, {
    schemeName: 'Two projects',
    projects: ['TEST', projectIdOf(jira, 'SHOP')],
    issueTypes: ['Bug'],
  });
  expect(await messageOf(narrowed)).toBe(`config scheme id '${configSchemeId}' was changed`);
  const contextId = String(configSchemeId);
  expect(await mappings(jira, id, 'projectmapping')).toEqual([
    { contextId, projectId: projectIdOf(jira, 'TEST') },
    { contextId, projectId: projectIdOf(jira, 'SHOP') },
  ]);
  expect(await mappings(jira, id, 'issuetypemapping')).toEqual([
    { contextId, issueTypeId: issueTypeIdOf(jira, 'Bug') },
  ]);
  const asked = ['TEST', 'OPS'].flatMap((key) =>
    ['Bug', 'Task'].map((type) => ({ projectId: projectIdOf(jira, key), issueTypeId: issueTypeIdOf(jira, type) })),
  );
  const mapped = await jira.admin.post(`/rest/api/3/field/${id}/context/mapping`, { mappings: asked });
  expect(bodyOf<{ values: { contextId: string | null }[] }>(mapped, 200).values.map((one) => one.contextId)).toEqual([
    contextId,
    null,
    null,
    null,
  ]);

  // An issue gets a value through Jira's API; Extender counts it, and deletes the field everywhere.
  const issue = await jira.admin.post('/rest/api/3/issue', {
    fields: {
      project: { key: 'TEST' },
      issuetype: { name: 'Bug' },
      summary: 'Has a colour',
      [id]: { value: 'cyan', child: { value: 'light' } },
    },
  });
  // The field is on no screen yet, so an issue cannot have it.
  expect(issue.status).toBe(400);
  bodyOf(await jira.admin.post(`/rest/api/3/screens/1/tabs/10000/fields`, { fieldId: id }), 200);
  const { screens } = bodyOf<{ screens: object[] }>(await jira.admin.get(`${extender}/screen/field/${number}`), 200);
  expect(screens).toMatchObject([{ id: 1, tabId: 10000, tabPosition: 0 }]);
  bodyOf(
    await jira.admin.post('/rest/api/3/issue', {
      fields: {
        project: { key: 'TEST' },
        issuetype: { name: 'Bug' },
        summary: 'Has a colour',
        [id]: { value: 'cyan', child: { value: 'light' } },
      },
    }),
    201,
  );
  const all = bodyOf<{ customFields: { name: string; issuesWithValue: number }[] }>(
    await jira.admin.get(`${extender}/all`),
    200,
  );
  expect(all.customFields.find(({ name }) => name === 'Colours')).toMatchObject({
    issuesWithValue: 1,
    lastValueUpdate: jira.clock.now() / 1000,
  });
  const deleted = await jira.admin.delete(`${extender}/deleteCustomField`, { customField: ['Colours'] });
  expect(deleted.body).toMatchObject({ deleted: [`Colours (${id})`], skipped: [] });
  for (const [user, address] of [
    [jira.admin, `/rest/api/3/field/${id}/context`],
    [jira.admin, `${editor}/admin/customfields/${number}`],
    [jira.bob, mine],
  ] as const) {
    expect((await user.get(address)).status).toBeGreaterThanOrEqual(400);
  }
  expect(checkWorld(jira.root)).toEqual([]);
});
