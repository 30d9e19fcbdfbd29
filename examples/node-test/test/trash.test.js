import { deepEqual, rejects } from 'node:assert/strict';
import { test } from 'node:test';
import { expect, fakeJira } from 'fake-jira/node-test';
import { trashFields } from '../trash.js';

const jira = await fakeJira({ world: 'tiny', profile: 'cloud' });
const authorization = `Basic ${btoa('admin:admin')}`;
const old = {
  fields: [
    { name: 'Old team', type: 'select' },
    { name: 'Team', type: 'select' },
  ],
};
const isOld = ({ name }) => name.startsWith('Old ');
const names = () => [...jira.world().fields.values()].map(({ name }) => name);

test('trashes what is chosen, from where it can be restored for 60 days', async () => {
  jira.merge(old);
  deepEqual(await trashFields({ url: jira.url, authorization }, isOld), ['Old team']);
  expect(jira).toHaveReceived('POST', '/rest/api/3/field/*/trash', { times: 1 });
  deepEqual(names().includes('Old team'), true);

  jira.clock.advance(61 * 24 * 60 * 60 * 1000);
  await trashFields({ url: jira.url, authorization }, () => false);
  deepEqual(names().includes('Old team'), false);
});

test('trashes nothing where nothing is chosen: each test begins with the world of the file', async () => {
  deepEqual(await trashFields({ url: jira.url, authorization }, isOld), []);
  expect(jira).not.toHaveReceived('POST', '/**');
});

test('says what Jira answered when it fails', async () => {
  jira.merge(old);
  jira.faults.add({ when: { method: 'POST' }, status: 503, times: 1 });
  await rejects(trashFields({ url: jira.url, authorization }, isOld), /Jira answered 503/);
});
