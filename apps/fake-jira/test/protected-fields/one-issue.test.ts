import { pagesOf } from '@fake-jira/world';
import { clientOf } from './protected-world.js';
import { testJira } from '../support/jira.js';

const secret = 'only for who has the token';

it('one issue has a protected value that is written by token, changes it like any other, and can be seen nowhere else', async () => {
  const jira = testJira({ world: 'demo' });
  const { write, valueOf } = clientOf(jira);
  // The field is made through Jira's API, and is the same in all windows.
  const made = await jira.admin.post('/rest/api/3/field', { name: 'Secret', type: 'protected-fields:protected-text' });
  const { id } = made.body as { id: string };
  const asked = { token: 'demo-token', issueKey: 'TEST-1' };
  jira.clock.advance(60_000);
  expect((await write([{ fieldId: id, value: secret }], { ...asked, method: 'post' })).text).toBe('OK');
  expect(await valueOf(id, asked)).toBe(secret);

  // That it changed is seen …
  const issue = (await jira.admin.get('/rest/api/3/issue/TEST-1')).body as { fields: Record<string, unknown> };
  expect(Date.parse(String(issue.fields['updated']).replace('+0000', 'Z'))).toBe(jira.clock.now());
  const found = await jira.admin.get(`/rest/api/3/field/search?id=${id}&expand=lastUsed`);
  expect(found.body).toMatchObject({ values: [{ id, lastUsed: { type: 'TRACKED' } }] });
  // … and what it is, is not: neither by the administrator nor in what is kept.
  expect(issue.fields[id]).toBeNull();
  for (const address of [
    '/rest/api/2/issue/TEST-1?expand=editmeta,names,schema',
    '/rest/api/3/issue/TEST-1/editmeta',
    `/rest/api/3/field/search?id=${id}`,
    '/rest/jiracustomfieldeditorplugin/1/admin/customfields',
    '/rest/jiracustomfieldeditorplugin/1/maintenance/event_logs',
  ]) {
    const { status, text } = await jira.admin.get(address);
    expect([status, text.includes(secret)]).toEqual([200, false]);
  }
  expect(JSON.stringify(pagesOf(jira.root))).not.toContain(secret);
  // Customfield Editor lists the field by the key of its type.
  const listed = await jira.admin.get(`/rest/jiracustomfieldeditorplugin/1/admin/customfields?filter=Secret`);
  expect(listed.body).toMatchObject({
    values: [{ fieldName: 'Secret', fieldType: 'protected-fields:protected-text' }],
  });
  // And another workspace knows nothing of it.
  expect(
    (await jira.anonymous.get(`/w/other/rest/protected-fields/1/values?token=demo-token&issueKey=TEST-1&fieldId=${id}`))
      .status,
  ).toBe(400);
});
