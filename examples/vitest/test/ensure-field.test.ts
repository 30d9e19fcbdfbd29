import { expect, withFakeJira } from 'fake-jira/vitest';
import { describe } from 'vitest';
import { ensureField } from '../ensure-field.js';

const test = withFakeJira({ world: 'tiny', profile: 'cloud' });
const authorization = `Basic ${btoa('admin:admin')}`;

test('creates the field once', async ({ jira }) => {
  const id = await ensureField({ url: jira.url, authorization }, 'Team');
  expect(await ensureField({ url: jira.url, authorization }, 'Team')).toBe(id);
  expect(jira).toHaveReceived('POST', '/rest/api/3/field', { body: { name: 'Team' }, times: 1 });
});

test('creates nothing where it is there: each test begins with the world of the file', async ({ jira }) => {
  jira.merge({ fields: [{ name: 'Team', type: 'select', id: 10500 }] });
  expect(await ensureField({ url: jira.url, authorization }, 'Team')).toBe('customfield_10500');
  expect(jira).not.toHaveReceived('POST', '/**');
});

test('waits as long as Jira says where there were too many requests', async ({ jira }) => {
  jira.faults.add({ when: { operation: 'createCustomField' }, status: 429, retryAfter: 7, times: 2 });
  const waited: number[] = [];
  const wait = async (milliseconds: number) => void waited.push(milliseconds);
  await ensureField({ url: jira.url, authorization, wait }, 'Team');
  expect(waited).toEqual([7000, 7000]);
  expect(jira).toHaveReceived('POST', '/rest/api/3/field', { status: 201, times: 1 });
});

describe.concurrent('side by side', () => {
  for (const name of ['Team', 'Colour', 'Size'])
    test(`has a Jira of its own: ${name}`, async ({ jira }) => {
      await ensureField({ url: jira.url, authorization }, name);
      expect(jira.journal({ method: 'POST' })).toHaveLength(1);
    });
});
