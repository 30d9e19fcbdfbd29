import { bodyOf, issueTypeIdOf } from '../support/field-steps.js';
import { testJira, type TestJira } from '../support/jira.js';
import { fieldsOf } from './requests.js';

async function countsOf(jira: TestJira, name: string) {
  const found = (await fieldsOf(jira)).find((field) => field.name === name);
  return [found?.issuesWithValue, found?.lastValueUpdate];
}

const seconds = (jira: TestJira) => Math.floor(jira.clock.now() / 1000);

it("issuesWithValue and lastValueUpdate follow issues that are changed through Jira's issue resource", async () => {
  const jira = testJira();
  const begun = seconds(jira);
  expect(await countsOf(jira, 'Keywords')).toEqual([1, begun]);
  expect(await countsOf(jira, 'Runbook')).toEqual([expect.any(Number), expect.anything()]);

  jira.clock.advance(60_500);
  const issue = await jira.admin.post('/rest/api/2/issue', {
    fields: {
      project: { key: 'TEST' },
      issuetype: { id: issueTypeIdOf(jira, 'Task') },
      summary: 'Uses keywords',
      customfield_10011: ['one'],
    },
  });
  const { key } = bodyOf<{ key: string }>(issue, 201);
  expect(await countsOf(jira, 'Keywords')).toEqual([2, begun + 60]);

  jira.clock.advance(60_000);
  const edit = (value: unknown) => jira.admin.put(`/rest/api/2/issue/${key}`, { fields: { customfield_10011: value } });
  bodyOf(await edit(['one']), 204);
  // The value is the same, so it was not updated.
  expect(await countsOf(jira, 'Keywords')).toEqual([2, begun + 60]);
  bodyOf(await edit(['two']), 204);
  expect(await countsOf(jira, 'Keywords')).toEqual([2, begun + 120]);

  jira.clock.advance(60_000);
  bodyOf(await edit(null), 204);
  expect(await countsOf(jira, 'Keywords')).toEqual([1, begun + 180]);

  jira.clock.advance(60_000);
  bodyOf(await jira.admin.delete('/rest/api/2/issue/TEST-2?deleteSubtasks=true'), 204);
  expect(await countsOf(jira, 'Keywords')).toEqual([0, begun + 180]);
});

it('a field that never had a value says never', async () => {
  const jira = testJira({ world: { fields: [{ name: 'New', type: 'textfield' }] } });
  expect(await countsOf(jira, 'New')).toEqual([0, 'never']);
});
