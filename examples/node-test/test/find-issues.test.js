import { deepEqual, rejects } from 'node:assert/strict';
import { test } from 'node:test';
import { expect, fakeJira } from 'fake-jira/node-test';
import { findIssues } from '../find-issues.js';

const device = { name: 'Device', type: 'select', contexts: [{ options: ['phone', 'tablet'] }] };
const issues = Array.from({ length: 120 }, (_, at) => ({
  key: `WEB-${at + 1}`,
  type: 'Bug',
  summary: `Bug ${at + 1}`,
  fields: { Device: at % 2 === 0 ? 'phone' : 'tablet' },
}));
const jira = await fakeJira({ world: 'tiny', profile: 'cloud' });
const caller = { url: jira.url, authorization: `Basic ${btoa('admin:admin')}` };

test('finds the issues of an option on all pages', async () => {
  jira.merge({ projects: [{ key: 'WEB' }], fields: [device], issues });
  const found = await findIssues(caller, 'Device = phone ORDER BY key', ['summary']);
  deepEqual([found.length, found[0].key, found.at(-1).fields.summary], [60, 'WEB-1', 'Bug 119']);
  expect(jira).toHaveReceived('POST', '/rest/api/3/search/jql', { times: 2 });
});

test('says what Jira says of a query that is wrong', async () => {
  await rejects(findIssues(caller, 'Colour = red', []), /Field 'Colour' does not exist/);
});
