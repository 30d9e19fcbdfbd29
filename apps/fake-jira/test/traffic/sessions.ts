import type { HarClient } from './har-client.js';

type Json = Readonly<Record<string, unknown>>;

const type = (key: string) => `com.atlassian.jira.plugin.system.customfieldtypes:${key}`;

/** What somebody does on a day with the fields of a Cloud. */
export async function sessionOnCloud({ send }: HarClient): Promise<void> {
  const api = '/rest/api/3';
  await send('GET', `${api}/serverInfo`);
  await send('GET', `${api}/myself`);
  await send('GET', `${api}/project/search`);
  await send('GET', `${api}/issuetype`);
  await send('GET', `${api}/field`);
  const { body } = await send('GET', `${api}/field/search?type=custom&maxResults=100`);
  const fields = (body as { values: { id: string; schema: { type: string } }[] }).values;
  for (const { id, schema } of fields.slice(0, 6)) {
    const { body: contexts } = await send('GET', `${api}/field/${id}/context`);
    await send('GET', `${api}/field/${id}/context/projectmapping`);
    await send('GET', `${api}/field/${id}/context/issuetypemapping`);
    await send('GET', `${api}/field/${id}/context/defaultValue`);
    for (const { id: contextId } of (contexts as { values: { id: string }[] }).values)
      if (/option/.test(schema.type)) await send('GET', `${api}/field/${id}/context/${contextId}/option`);
  }
  const { body: screens } = await send('GET', `${api}/screens`);
  for (const { id } of (screens as { values: { id: number }[] }).values.slice(0, 2)) {
    const { body: tabs } = await send('GET', `${api}/screens/${id}/tabs`);
    for (const tab of tabs as { id: number }[]) await send('GET', `${api}/screens/${id}/tabs/${tab.id}/fields`);
  }
  const made = await send('POST', `${api}/field`, {
    name: 'Traffic light',
    type: type('select'),
    description: 'Which',
  });
  const { id } = made.body as { id: string };
  const { body: own } = await send('GET', `${api}/field/${id}/context`);
  const context = (own as { values: { id: string }[] }).values[0]?.id ?? '';
  const options = await send('POST', `${api}/field/${id}/context/${context}/option`, {
    options: [{ value: 'red' }, { value: 'green' }, { value: 'amber', disabled: true }],
  });
  const [red, green] = (options.body as { options: { id: string }[] }).options;
  await send('GET', `${api}/field/${id}/context/${context}/option`);
  await send('PUT', `${api}/field/${id}/context/${context}/option`, { options: [{ id: red?.id, value: 'crimson' }] });
  await send('PUT', `${api}/field/${id}/context/${context}/option/move`, {
    customFieldOptionIds: [green?.id],
    position: 'First',
  });
  await send('GET', `${api}/field/${id}/context/${context}/option`);
  await send('POST', `${api}/field/${id}/context/${context}/option`, { options: [{ value: 'green' }] });
  await send('DELETE', `${api}/field/${id}/context/${context}/option/${green?.id}`);
  await send('GET', `${api}/field/customfield_99999/context`);
  await send('POST', `${api}/field`, { name: '', type: type('select') });
  await send('POST', `${api}/field`, { name: 'Not mine', type: type('select') }, 'bob');
  await send('GET', `${api}/screens`, undefined, '');
  await send('DELETE', `${api}/field/${id}`);
}

/** The same on a Data Center with both apps. */
export async function sessionOnDataCenter({ send }: HarClient): Promise<void> {
  const extender = '/rest/extender/1.0/customField';
  await send('GET', '/rest/api/2/serverInfo');
  await send('GET', '/rest/api/2/myself');
  await send('GET', '/rest/api/2/project');
  await send('GET', '/rest/api/2/issuetype');
  await send('GET', '/rest/api/2/field');
  await send('GET', '/rest/api/2/customFields?maxResults=50');
  const { body } = await send('GET', `${extender}/all?maxResults=50`);
  for (const { id } of (body as { customFields: { id: number }[] }).customFields.slice(0, 5)) {
    const { body: schemes } = await send('GET', `${extender}/configScheme/field/${id}`);
    for (const scheme of (schemes as { customFieldSchemes: Json[] }).customFieldSchemes)
      await send('GET', `${extender}/configScheme/getValue/${String(scheme['id'])}`);
    await send(
      'GET',
      `/rest/jiracustomfieldeditorplugin/1/admin/customfields/${id}/contexts?expand=projects,issueTypes`,
    );
  }
  const made = await send('POST', `${extender}/addCustomField`, {
    fieldName: 'Traffic light',
    fieldTypeKey: type('select'),
    optionNames: ['red', 'green'],
  });
  const { customFieldId, configSchemeId } = made.body as { customFieldId: string; configSchemeId: number };
  await send('GET', `${extender}/configScheme/getValue/${configSchemeId}`);
  await send('POST', `${extender}/configScheme/addValue/${configSchemeId}`, { optionName: ['amber'] });
  await send('GET', `${extender}/configScheme/getValue/${configSchemeId}`);
  await send('POST', `${extender}/addCustomField`, { fieldName: 'Nothing', fieldTypeKey: 'no:type' });
  await send('GET', `${extender}/configScheme/field/99999`);
  await send('GET', '/rest/api/2/screens', undefined, '');
  await send('DELETE', `${extender}/deleteCustomField`, { customField: [customFieldId] });
}
