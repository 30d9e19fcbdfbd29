import { startFakeJira, type FakeJira, type WebhookDelivery } from '../../src/index.js';
import { Receiver } from '../support/receiver.js';

/** A kind of value: what an issue is given first and then, how queries ask for it, and how its history tells it. */
interface Kind {
  readonly type: string;
  readonly values: readonly [first: unknown, then: unknown];
  /** Behind the name of the field. */
  readonly clauses: readonly [first: string, then: string];
  readonly texts: readonly [first: string, then: string];
  readonly options?: readonly unknown[];
}

const colours = ['red', 'green', 'blue'];
const kinds: readonly Kind[] = [
  {
    type: 'select',
    options: colours,
    values: [{ value: 'red' }, { value: 'green' }],
    clauses: ['= red', '= green'],
    texts: ['red', 'green'],
  },
  {
    type: 'multiselect',
    options: colours,
    values: [[{ value: 'red' }, { value: 'green' }], [{ value: 'blue' }]],
    clauses: ['in (red)', '= blue'],
    texts: ['red,green', 'blue'],
  },
  {
    type: 'cascadingselect',
    options: [{ value: 'cats', children: ['leo', 'tom'] }, 'dogs'],
    values: [{ value: 'cats', child: { value: 'leo' } }, { value: 'dogs' }],
    clauses: ['in cascadeOption(cats, leo)', 'in cascadeOption(dogs)'],
    texts: ['Parent values: cats', 'Parent values: dogs'],
  },
  { type: 'float', values: [2.5, 40], clauses: ['< 3', '>= 40'], texts: ['2.5', '40'] },
  {
    type: 'datepicker',
    values: ['2026-01-31', '2026-02-01'],
    clauses: ['= "2026-01-31"', '> "2026-01-31"'],
    texts: ['31/Jan/26', '1/Feb/26'],
  },
  {
    type: 'datetime',
    values: ['2026-01-31T09:00:00.000+0000', '2026-02-01T21:30:00.000+0000'],
    clauses: ['< "2026-02-01"', '> "2026-02-01 21:00"'],
    texts: ['31/Jan/26 9:00 AM', '1/Feb/26 9:30 PM'],
  },
  { type: 'labels', values: [['one', 'two'], ['three']], clauses: ['= two', '= three'], texts: ['one two', 'three'] },
  { type: 'textfield', values: ['a fox', 'an owl'], clauses: ['~ fox', '~ owl'], texts: ['a fox', 'an owl'] },
  {
    type: 'textarea',
    values: ['a long fox', 'a long owl'],
    clauses: ['~ fox', '~ owl'],
    texts: ['a long fox', 'a long owl'],
  },
  {
    type: 'userpicker',
    values: [
      { name: 'bob', accountId: 'bob-id' },
      { name: 'eve', accountId: 'eve-id' },
    ],
    clauses: ['= bob', 'in (eve)'],
    texts: ['Bob', 'Eve'],
  },
  {
    type: 'multiversion',
    values: [[{ name: '1.0' }, { name: '2.0' }], [{ name: '3.0' }]],
    clauses: ['= 2.0', '> 2.0'],
    texts: ['1.0,2.0', '3.0'],
  },
  {
    type: 'project',
    values: [{ key: 'TEST' }, { key: 'OTHER' }],
    clauses: ['= TEST', '= OTHER'],
    texts: ['Testing', 'Others'],
  },
];
const idOf = (at: number) => `customfield_${10_000 + at}`;
const noon = Date.UTC(2026, 0, 15, 12);

let jira: FakeJira;
let receiver: Receiver;
let seen = 0;

beforeEach(async () => {
  receiver = await Receiver.listening();
  jira = await startFakeJira({
    profile: 'all',
    clock: { now: () => noon },
    world: {
      users: [
        { name: 'admin', displayName: 'Ada', groups: ['jira-administrators'] },
        { name: 'bob', accountId: 'bob-id', displayName: 'Bob' },
        { name: 'eve', accountId: 'eve-id', displayName: 'Eve' },
      ],
      issueTypes: [{ name: 'Task' }],
      projects: [
        { key: 'TEST', name: 'Testing', versions: ['1.0', '2.0', '3.0'] },
        { key: 'OTHER', name: 'Others' },
      ],
      fields: kinds.map(({ type, options }, at) => ({
        id: 10_000 + at,
        name: `My ${type}`,
        type,
        ...(options && { contexts: [{ options: options as string[] }] }),
      })),
      webhooks: [
        {
          url: `${receiver.url}/jira`,
          events: ['jira:issue_created', 'jira:issue_updated', 'jira:issue_deleted', 'comment_created'],
          jql: 'project = TEST',
          secret: 'hush-hush',
        },
      ],
    },
  });
});

afterEach(() => jira.close());

async function ask(method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(jira.url + path, {
    method,
    headers: { Authorization: `Basic ${btoa('admin:admin')}`, 'Content-Type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path} → ${response.status} ${text}`);
  return text === '' ? undefined : (JSON.parse(text) as unknown);
}

/** The keys that a query finds. */
async function found(jql: string): Promise<string[]> {
  const { issues } = (await ask('GET', `/rest/api/2/search?jql=${encodeURIComponent(jql)}&fields=key`)) as {
    issues: { key: string }[];
  };
  return issues.map(({ key }) => key);
}

interface Told {
  readonly webhookEvent: string;
  readonly issue: { readonly fields: Readonly<Record<string, unknown>> };
  readonly changelog?: { readonly items: readonly Readonly<Record<string, string>>[] };
}

/** The one thing of which the webhook was told since this was asked last. */
async function told(): Promise<Told> {
  const deliveries: readonly WebhookDelivery[] = await jira.webhooks.deliveries();
  expect(deliveries.slice(seen)).toMatchObject([{ state: 'delivered', attempts: [{ status: 200 }] }]);
  seen = deliveries.length;
  return receiver.received.at(-1)?.body as unknown as Told;
}

const valuesOf = (fields: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(kinds.map((_, at) => [idOf(at), fields[idOf(at)]]));

/** What an issue has, as it is read by itself. */
async function read(key: string): Promise<Record<string, unknown>> {
  const { fields } = (await ask('GET', `/rest/api/2/issue/${key}`)) as { fields: Record<string, unknown> };
  return valuesOf(fields);
}

test('an issue with all kinds of values is made, found, changed, done, talked about and deleted, and somebody is told each time', async () => {
  const given = (which: 0 | 1) => Object.fromEntries(kinds.map(({ values }, at) => [idOf(at), values[which]]));
  const clause = ({ type, clauses }: Kind, which: 0 | 1) => `"My ${type}" ${clauses[which]}`;
  const all = (which: 0 | 1) => kinds.map((kind) => clause(kind, which)).join(' AND ');

  // Ada makes an issue, and another one, of which nobody is told.
  const basics = { issuetype: { name: 'Task' }, summary: 'With everything' };
  const { key } = (await ask('POST', '/rest/api/2/issue', {
    fields: { project: { key: 'TEST' }, ...basics, ...given(0) },
  })) as { key: string };
  await ask('POST', '/rest/api/2/issue', { fields: { project: { key: 'OTHER' }, ...basics } });
  const created = await told();
  expect(created.webhookEvent).toBe('jira:issue_created');
  expect(valuesOf(created.issue.fields)).toEqual(await read(key));
  expect(Object.values(await read(key))).not.toContain(null);

  // Whoever searches for one of its values finds it, and nobody who searches for those that it will have.
  for (const kind of kinds) {
    expect([clause(kind, 0), await found(clause(kind, 0))]).toEqual([clause(kind, 0), [key]]);
    expect([clause(kind, 1), await found(clause(kind, 1))]).toEqual([clause(kind, 1), []]);
  }
  expect(await found(all(0))).toEqual([key]);

  // She changes all of them. The changelog tells what each was and is.
  await ask('PUT', `/rest/api/2/issue/${key}`, { fields: given(1) });
  const updated = await told();
  expect(updated.webhookEvent).toBe('jira:issue_updated');
  expect(valuesOf(updated.issue.fields)).toEqual(await read(key));
  for (const [at, { type, texts }] of kinds.entries()) {
    const item = updated.changelog?.items.find(({ fieldId }) => fieldId === idOf(at));
    expect(item).toMatchObject({ field: `My ${type}`, fieldtype: 'custom' });
    expect([type, item?.['fromString']]).toEqual([type, expect.stringContaining(texts[0])]);
    const { toString: now = '' } = (item ?? {}) as Readonly<Record<'toString', unknown>>;
    expect([type, now]).toEqual([type, expect.stringContaining(texts[1])]);
  }
  expect(updated.changelog?.items).toHaveLength(kinds.length);
  for (const kind of kinds) {
    expect([clause(kind, 0), await found(clause(kind, 0))]).toEqual([clause(kind, 0), []]);
    expect([clause(kind, 1), await found(clause(kind, 1))]).toEqual([clause(kind, 1), [key]]);
  }
  expect(await found(all(1))).toEqual([key]);

  // It is done.
  await ask('POST', `/rest/api/2/issue/${key}/transitions`, { transition: { id: '31' } });
  expect(await told()).toMatchObject({
    issue_event_type_name: 'issue_generic',
    changelog: {
      items: [
        { field: 'resolution', fromString: null, toString: 'Done' },
        { field: 'status', fromString: 'To Do', toString: 'Done' },
      ],
    },
  });
  expect(await found('status = Done AND status was "To Do" AND status changed to Done by admin')).toEqual([key]);

  // Somebody has a word to say.
  await ask('POST', `/rest/api/2/issue/${key}/comment`, { body: 'Well done' });
  expect(await told()).toMatchObject({
    webhookEvent: 'comment_created',
    comment: { body: 'Well done' },
    issue: { key },
  });
  expect(await found('comment ~ "well done"')).toEqual([key]);

  // And it is gone.
  await ask('DELETE', `/rest/api/2/issue/${key}`);
  expect(await told()).toMatchObject({ webhookEvent: 'jira:issue_deleted', issue: { key } });
  expect(await found(all(1))).toEqual([]);
  expect(receiver.received.every(({ headers }) => headers['x-hub-signature'] !== undefined)).toBe(true);
});
