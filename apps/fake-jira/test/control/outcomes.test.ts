import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { operations } from '@fake-jira/openapi';
import { testJira, type TestJira } from '../support/jira.js';

type Request = readonly [method: 'get' | 'put' | 'post' | 'delete', address: string, body?: unknown];

const fault = { status: 503 };
const webhook = { url: 'https://hooks.example.com/', events: ['user_deleted'] };
/** Something of which a webhook is told. */
const told: readonly Request[] = [
  ['post', 'world', { users: [{ name: 'eve' }] }],
  ['post', 'webhooks', webhook],
  ['delete', 'users/eve'],
];

/** What leads to each outcome that the spec lists, by operation and status; first what has to be there. */
const outcomes: Readonly<Record<string, readonly Request[]>> = {
  'controlGetHealth 200': [['get', 'health']],
  'controlGetInfo 200': [['get', 'info']],
  'controlReset 204': [['post', 'reset']],
  'controlExportWorld 200': [['get', 'world?history=true']],
  'controlImportWorld 200': [['put', 'world', {}]],
  'controlImportWorld 400': [['put', 'world', { fields: 1 }]],
  'controlMergeWorld 200': [['post', 'world', { groups: ['x'] }]],
  'controlMergeWorld 400': [['post', 'world', { groups: 1 }]],
  'controlDeleteProject 204': [['delete', 'projects/TEST']],
  'controlDeleteProject 404': [['delete', 'projects/NO']],
  'controlDeleteUser 204': [
    ['post', 'world', { users: [{ name: 'eve' }] }],
    ['delete', 'users/eve'],
  ],
  'controlDeleteUser 400': [['delete', 'users/admin']],
  'controlDeleteUser 404': [['delete', 'users/nobody']],
  'controlDeleteGroup 204': [
    ['post', 'world', { groups: ['x'] }],
    ['delete', 'groups/x'],
  ],
  'controlDeleteGroup 400': [
    [
      'post',
      'world',
      {
        groups: ['x'],
        fields: [{ name: 'Group', type: 'grouppicker', contexts: [{ default: 'x' }] }],
      },
    ],
    ['delete', 'groups/x'],
  ],
  'controlDeleteGroup 404': [['delete', 'groups/nobody']],
  'controlListRequests 200': [['get', 'requests?status=200']],
  'controlListRequests 400': [['get', 'requests?status=good']],
  'controlForgetRequests 204': [['delete', 'requests']],
  'controlListFaults 200': [
    ['post', 'faults', fault],
    ['get', 'faults'],
  ],
  'controlAddFault 201': [['post', 'faults', fault]],
  'controlAddFault 400': [['post', 'faults', {}]],
  'controlRemoveFaults 204': [['delete', 'faults']],
  'controlGetFault 200': [
    ['post', 'faults', fault],
    ['get', 'faults/fault-1'],
  ],
  'controlGetFault 404': [['get', 'faults/fault-1']],
  'controlRemoveFault 204': [
    ['post', 'faults', fault],
    ['delete', 'faults/fault-1'],
  ],
  'controlRemoveFault 404': [['delete', 'faults/fault-1']],
  'controlListWebhooks 200': [
    ['post', 'webhooks', webhook],
    ['get', 'webhooks'],
  ],
  'controlAddWebhook 201': [['post', 'webhooks', webhook]],
  'controlAddWebhook 400': [['post', 'webhooks', { ...webhook, events: ['user_delted'] }]],
  'controlGetWebhook 200': [
    ['post', 'webhooks', webhook],
    ['get', 'webhooks/1'],
  ],
  'controlGetWebhook 404': [['get', 'webhooks/1']],
  'controlRemoveWebhook 204': [
    ['post', 'webhooks', webhook],
    ['delete', 'webhooks/1'],
  ],
  'controlRemoveWebhook 404': [['delete', 'webhooks/one']],
  'controlListWebhookDeliveries 200': [...told, ['get', 'webhooks/deliveries?event=user_deleted']],
  'controlListWebhookDeliveries 400': [['get', 'webhooks/deliveries?state=lost']],
  // Which one it is, is drawn by the seed.
  'controlRedeliver 200': [...told, ['post', 'webhooks/deliveries/cc4eaada-b52e-41ed-8c47-1bb5c57c6d71/redeliver']],
  'controlRedeliver 404': [['post', 'webhooks/deliveries/none/redeliver']],
  'controlGetClock 200': [['get', 'clock']],
  'controlSetClock 200': [['put', 'clock', { frozen: true }]],
  'controlSetClock 400': [['put', 'clock', {}]],
  'controlGetSettings 200': [['get', 'settings']],
  'controlChangeSettings 200': [['put', 'settings', { profile: 'cloud' }]],
  'controlChangeSettings 400': [['put', 'settings', { profile: 'none' }]],
  'controlBeginWithWorld 200': [['put', 'beginning', { groups: ['x'] }]],
  'controlBeginWithWorld 400': [['put', '../w/one/_fake/beginning', {}]],
  'controlListWorkspaces 200': [['get', 'workspaces']],
  'controlDeleteWorkspace 204': [
    ['get', '../w/one/_fake/health'],
    ['delete', 'workspaces/one'],
  ],
  'controlDeleteWorkspace 404': [['delete', 'workspaces/one']],
  'controlListExplanations 200': [['get', 'explanations']],
  'controlListQuestions 200': [['get', 'questions']],
  'controlGetSpec 200': [['get', 'specs/extender']],
  'controlGetSpec 404': [['get', 'specs/bitbucket']],
  'controlListReports 200': [['get', 'reports']],
  'controlGetReport 200': [['get', 'reports/run.json']],
  'controlGetReport 404': [['get', 'reports/other.json']],
  'controlDeleteWorkspace 409': [['delete', 'workspaces/default']],
};

const addressOf = (path: string) => (path.startsWith('../') ? path.slice(2) : `/_fake/${path}`);

/** Every answer is held to the spec. */
async function last(jira: TestJira, requests: readonly Request[]): Promise<number> {
  let status = 0;
  for (const [method, path, body] of requests) ({ status } = await jira.anonymous[method](addressOf(path), body));
  return status;
}

const listed = operations('control').flatMap(({ operationId, statuses }) =>
  statuses.map((status) => `${operationId} ${status}`),
);

it('has a scenario for each outcome of the spec', () => {
  expect(Object.keys(outcomes).sort()).toEqual([...listed].sort());
});

describe('the outcomes of the control API', () => {
  const reports = mkdtempSync(join(tmpdir(), 'fake-jira-outcomes-'));
  beforeAll(() => writeFileSync(join(reports, 'run.json'), '{ "format": "fake-jira contract report 1" }'));
  afterAll(() => rmSync(reports, { recursive: true }));

  it.each(listed)('%s can be reached, in the form that the spec says', async (outcome) => {
    const status = await last(testJira({ world: 'demo', reports }), outcomes[outcome] ?? []);
    expect(`${outcome.split(' ')[0]} ${status}`).toBe(outcome);
  });
});

it('answers an address that is not there with those that are', async () => {
  const { status, body } = await testJira().anonymous.get('/_fake/wrold');
  expect([status, body]).toEqual([
    404,
    { message: expect.stringMatching(/^There is nothing at \/_fake\/wrold\. .*world/) },
  ]);
});

it('answers a method that is not there with those that are', async () => {
  const { status, headers } = await testJira().anonymous.delete('/_fake/world');
  expect([status, headers['allow']]).toEqual([405, 'GET, PUT, POST']);
});
