import { expect, test } from './app.js';

test('shows the custom fields, as text', async ({ request, jira, app }) => {
  await jira.merge({ fields: [{ name: 'Team <b>', type: 'select' }] });
  expect(await (await request.get(app)).text()).toContain('<li>Team &lt;b></li>');
  await expect(jira).toHaveReceived('GET', '/rest/api/2/field', { user: 'admin', times: 1 });
});

test('says that Jira is away, and nothing else', async ({ request, jira, app }) => {
  await jira.faults.add({ when: { operation: 'getFields' }, status: 503 });
  const answer = await request.get(app);
  expect(answer.status()).toBe(502);
  expect(await answer.text()).toContain('Try again later.');
});

test('asks again for each page', async ({ request, jira, app }) => {
  await request.get(app);
  await request.get(app);
  await expect(jira).toHaveReceived('GET', '/rest/api/2/field', { times: 2 });
  await expect(jira).not.toHaveReceived('POST', '/**');
});
