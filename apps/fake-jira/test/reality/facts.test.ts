import { readFileSync } from 'node:fs';
import type { WorldFile } from '@fake-jira/fixtures';
import { isRecording } from '@fake-jira/profile';
import { parse } from 'yaml';
import { startFakeJira } from '../../src/index.js';
import { asAdmin, asJson, send } from '../support/raw-request.js';

interface Fact {
  readonly fact: string;
  readonly recording: string;
  readonly profile: string;
  readonly method?: string;
  readonly path?: string;
  readonly body?: unknown;
  /** The administrator, where it is absent. */
  readonly as?: 'nobody' | 'wrong';
  readonly create?: Readonly<Record<string, unknown>>;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly text?: string;
  readonly sentences?: readonly string[];
  readonly errors?: Readonly<Record<string, string>>;
  /** The properties of what is at a place, in their order. */
  readonly properties?: { readonly of: string; readonly are: readonly string[] };
  /** An entry of a list, found by some of its properties. */
  readonly entry?: { readonly where: Readonly<Record<string, unknown>>; readonly has: object };
}

const facts = parse(readFileSync(new URL('./facts.yaml', import.meta.url), 'utf8')) as readonly Fact[];

const world: WorldFile = {
  users: [{ name: 'admin', groups: ['jira-administrators'] }],
  issueTypes: [{ name: 'Bug', id: 1 }],
  projects: [{ key: 'TST' }],
  screens: [
    {
      name: 'Default Screen',
      tabs: [{ name: 'All', fields: ['Number', 'summary', 'labels', 'issuelinks', 'Choice', 'Buttons'] }],
    },
  ],
  fields: [
    { name: 'Choice', id: 10_000, type: 'select', contexts: [{ options: ['red'] }] },
    {
      name: 'Buttons',
      id: 10_001,
      type: 'radiobuttons',
      contexts: [
        {
          options: [
            { value: 'on', id: 20_000 },
            { value: 'off', id: 20_001 },
          ],
        },
      ],
    },
    { name: 'Number', id: 10_002, type: 'float' },
    { name: 'Two words', id: 10_003, type: 'textfield' },
  ],
  issues: [{ key: 'TST-1', type: 'Bug', summary: 'One' }],
};

const callers = { nobody: {}, wrong: { Authorization: `Basic ${btoa('admin:wrong')}` }, admin: asAdmin } as const;

async function answerTo({ profile, method, path, body, create, as }: Fact) {
  const jira = await startFakeJira({ profile, world });
  const fields = { project: { key: 'TST' }, issuetype: { name: 'Bug' }, summary: 'One', ...create };
  const sent = create === undefined ? body : { fields };
  try {
    return await send(jira, {
      method: method ?? (create === undefined ? 'GET' : 'POST'),
      path: path ?? '/rest/api/2/issue',
      headers: { ...callers[as ?? 'admin'], ...(sent !== undefined && asJson) },
      ...(sent !== undefined && { body: JSON.stringify(sent) }),
    });
  } finally {
    await jira.close();
  }
}

/** What is at a place of a body: `values.0`. */
function valueAt(body: unknown, place: string): object {
  const steps = place === '' ? [] : place.split('.');
  return steps.reduce((value, step) => (value as Record<string, unknown>)[step], body) as object;
}

async function expectFact(fact: Fact): Promise<void> {
  const { status, headers, text } = await answerTo(fact);
  expect(status).toBe(fact.status);
  for (const [name, value] of Object.entries(fact.headers ?? {})) expect(headers[name.toLowerCase()]).toBe(value);
  if (fact.text !== undefined) expect(text).toBe(fact.text);
  const body = /json/.test(headers['content-type'] ?? '') && text !== fact.text ? (JSON.parse(text) as object) : {};
  if (fact.sentences) expect(body).toMatchObject({ errorMessages: fact.sentences });
  if (fact.errors) expect(body).toMatchObject({ errors: fact.errors });
  if (fact.properties) expect(Object.keys(valueAt(body, fact.properties.of))).toEqual(fact.properties.are);
  if (fact.entry) {
    const { where, has } = fact.entry;
    const isMeant = (entry: object) => Object.entries(where).every(([key, value]) => entry[key as never] === value);
    expect((body as object[]).find(isMeant)).toEqual(
      'schema' in has || 'key' in has ? has : expect.objectContaining(has),
    );
  }
}

describe('a fact that recordings show', () => {
  it.each(facts.map((fact) => [fact.fact, fact] as const))('%s', async (_name, fact) => {
    expect(isRecording(fact.recording)).toBe(true);
    await expectFact(fact);
  });
});
