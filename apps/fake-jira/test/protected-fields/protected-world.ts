import { presetWorld, type FieldEntry, type WorldFile } from '@fake-jira/fixtures';
import { customFieldId } from '@fake-jira/world';
import type { Response } from 'supertest';
import type { TestJira } from '../support/jira.js';
import { testJira, type TestOptions } from '../support/jira.js';

export const address = '/rest/protected-fields/1/values';

export const kinds = ['text', 'number', 'date', 'user', 'multi-user', 'group', 'collection'] as const;
export type Kind = (typeof kinds)[number];

const collection = { renderMode: 'multiple', options: ['cat', 'dog', 'fish'] } as const;
const firstId = 10121;

/** A field of each of the 14 types, named as its type: `text`, `text-unencrypted`. Their ids begin as the document's. */
const fields: readonly FieldEntry[] = kinds.flatMap((kind, i) =>
  [kind, `${kind}-unencrypted`].map((name, j) => ({
    name,
    type: `protected-${name}`,
    id: firstId + 2 * i + j,
    ...(kind === 'collection' && { collection }),
  })),
);

/** The id of one of the 14 fields, as in addresses. */
export function idOf(kind: Kind, protection: 'encrypted' | 'unencrypted' = 'encrypted'): string {
  return customFieldId(firstId + 2 * kinds.indexOf(kind) + (protection === 'encrypted' ? 0 : 1));
}

/** A collection of which an issue has one option; a field for the project SHOP alone; an ordinary text field. */
export const single = 'customfield_10200';
export const ofShop = 'customfield_10201';
export const ordinary = 'customfield_10202';

export const tokens = {
  all: 'tok-all-7f3a91',
  read: 'tok-read-52c8e0',
  write: 'tok-write-b1d946',
  shop: 'tok-shop-e08f23',
};

const demo = presetWorld('demo', { seed: 1, now: 0 });

/** People, projects and issues of the demo, with fields and tokens of our own. */
export const world: WorldFile = {
  ...demo,
  fields: [
    ...fields,
    { name: 'single', type: 'protected-collection', id: 10200, collection: { ...collection, renderMode: 'single' } },
    { name: 'of shop', type: 'protected-text', id: 10201, contexts: [{ projects: ['SHOP'] }] },
    { name: 'ordinary', type: 'textfield', id: 10202 },
  ],
  screens: [],
  // An app that may look past screens.
  users: (demo.users ?? []).map((user) => (user.app ? { ...user, groups: ['jira-administrators'] } : user)),
  projects: (demo.projects ?? []).map(({ screen: _, ...project }) => project),
  issues: (demo.issues ?? []).map(({ fields: _, ...issue }) => issue),
  protectedFieldTokens: [
    { token: tokens.all },
    { token: tokens.read, scopes: ['READ'] },
    { token: tokens.write, scopes: ['WRITE'] },
    { token: tokens.shop, projects: ['SHOP'] },
  ],
};

export interface Asked {
  /** `null`: none. */
  readonly token?: string | null;
  readonly issueKey?: string | null;
  readonly at?: string;
}

/** The address of a request about an issue. */
export function addressOf(
  { token = tokens.all, issueKey = 'TEST-1', at = address }: Asked,
  fieldIds: readonly string[] = [],
) {
  const query = new URLSearchParams(fieldIds.map((id): [string, string] => ['fieldId', id]));
  if (token !== null) query.set('token', token);
  if (issueKey !== null) query.set('issueKey', issueKey);
  return `${at}?${query.toString()}`;
}

/** A fake with the world above, and what a client of Protected Fields does in it. */
export function protectedJira(options: TestOptions = {}) {
  const jira = testJira({ world, ...options });
  return { jira, ...clientOf(jira) };
}

export function clientOf(jira: TestJira) {
  const read = (fieldIds: readonly string[], asked: Asked = {}): Promise<Response> =>
    jira.anonymous.get(addressOf(asked, fieldIds));
  const write = (entries: unknown, asked: Asked & { readonly method?: 'put' | 'post' } = {}): Promise<Response> =>
    jira.anonymous[asked.method ?? 'put'](addressOf(asked), entries);
  /** The value of one field, as a read has it; undefined where it has none of the field. */
  const valueOf = async (fieldId: string, asked: Asked = {}): Promise<unknown> => {
    const { status, body } = await read([fieldId], asked);
    expect(status).toBe(200);
    return (body as { fieldId: string; value: unknown }[]).find((one) => one.fieldId === fieldId)?.value;
  };
  return { read, write, valueOf };
}

/** What an answer is: its status and the body as text. */
export function answerOf({ status, text }: Response): [number, string] {
  return [status, text];
}
