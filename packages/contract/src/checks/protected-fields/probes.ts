import type { QuestionId } from '@fake-jira/profile';
import { checksOf, type Check, type Needs } from '../../check.js';
import type { Answer } from '../../stage/person.js';
import type { Stage } from '../../stage/stage.js';
import { withoutContext } from './without-context.js';
import { about, entry, protectedField, read, scene, write, type Kind } from './steps.js';

const { probe } = checksOf('protected-fields', 'probes');
const needs: Needs = { protectedToken: true };

type Ask = (stage: Stage) => Promise<string | undefined>;
const asks = (question: QuestionId, ask: Ask, more: Needs = {}): Check => probe(question, ask, { ...needs, ...more });

/** Asks what only a field shows that can be written to. */
const asksOfValues = (question: QuestionId, ask: Ask): Check =>
  asks(question, async (stage) => {
    // Without a context a field may take no value, whatever is sent.
    if (stage.answer('jira.new-field-context') === 'none') await requireWritable(stage);
    return ask(stage);
  });

async function requireWritable(stage: Stage): Promise<void> {
  const { issue, secret } = await scene(stage);
  if ((await write(stage, issue, [entry(secret, 'x')])).status === 200) return;
  throw new Error('No field that a run makes takes a value on this target: none has a context.');
}

/** An answer by the status that was seen. */
const byStatus =
  (answers: Readonly<Record<number, string>>, send: (stage: Stage) => Promise<Answer>): Ask =>
  async (stage) =>
    answers[(await send(stage)).status];

const reads = (stage: Stage, query: Record<string, string | readonly string[]>): Promise<Answer> =>
  stage.anonymous.send('protectedReadValues', { query });

async function written(stage: Stage, value: (scene: { secret: string; count: string }) => unknown): Promise<Answer> {
  const { issue, secret, count } = await scene(stage);
  return write(stage, issue, value({ secret: secret.key, count: count.key }));
}

/** Whether a field takes an empty list or an empty text. */
const listOrText =
  (kind: Kind, answers: { readonly list: string; readonly text: string }): Ask =>
  async (stage) => {
    const field = await protectedField(stage, kind);
    const issue = await stage.issue();
    const taken = async (value: unknown) => (await write(stage, issue, [entry(field, value)])).status === 200;
    const [list, text] = [await taken([]), await taken('')];
    return list === text ? undefined : list ? answers.list : answers.text;
  };

export const protectedProbes: readonly Check[] = [
  asks(
    'protected.missing-token',
    byStatus({ 400: '400', 401: '401' }, async (stage) => {
      const { issue, secret } = await scene(stage);
      return reads(stage, { issueKey: issue.key, fieldId: secret.key });
    }),
  ),
  asks(
    'protected.unknown-issue',
    byStatus({ 400: '400', 401: '401' }, async (stage) => {
      const { secret } = await scene(stage);
      const issueKey = `${stage.sandbox.project.key}-99999999`;
      return reads(stage, { token: stage.protectedToken, issueKey, fieldId: secret.key });
    }),
  ),
  asks('protected.read-error-body', async (stage) => {
    const { issue, secret } = await scene(stage);
    const { headers } = await reads(stage, { token: 'no-such-token', issueKey: issue.key, fieldId: secret.key });
    const type = headers['content-type'] ?? '';
    return type.startsWith('application/json') ? 'json' : type.startsWith('text/plain') ? 'plain-text' : undefined;
  }),
  asks('protected.write-401-body', async (stage) => {
    const { issue, secret } = await scene(stage);
    const query = { token: 'no-such-token', issueKey: issue.key };
    const { text } = await stage.anonymous.send('protectedPutValues', { query, body: [entry(secret, 'x')] });
    return { Unauthorized: 'unauthorized', 'Bad Request': 'bad-request' }[text];
  }),
  asksOfValues('protected.write-atomic', async (stage) => {
    const { issue, secret } = await scene(stage);
    const date = await protectedField(stage, 'date');
    await write(stage, issue, [entry(secret, 'before')]);
    await write(stage, issue, [entry(secret, 'after'), entry(date, 'no date at all')]);
    const { text } = await read(stage, issue, secret);
    return text.includes('before') ? 'yes' : text.includes('after') ? 'no' : undefined;
  }),
  asksOfValues('protected.unset-value', async (stage) => {
    const { issue, secret } = await scene(stage);
    const { status, body } = await read(stage, issue, secret);
    if (status !== 200 || !Array.isArray(body)) return undefined;
    return body.length === 0 ? 'left-out' : 'null';
  }),
  asksOfValues(
    'protected.clear-value',
    byStatus({ 200: 'clears', 400: '400' }, async (stage) => {
      const { issue, secret } = await scene(stage);
      await write(stage, issue, [entry(secret, 'before')]);
      return write(stage, issue, [entry(secret, null)]);
    }),
  ),
  // Of nobody: in the place of an accountId Data Center has what no document names.
  asksOfValues('protected.multi-user-format', listOrText('multi-user', { list: 'list', text: 'comma-separated' })),
  asksOfValues('protected.group-format', async (stage) => {
    const field = await protectedField(stage, 'group');
    const issue = await stage.issue();
    const { body } = await stage.admin.raw('GET', '/rest/api/2/groups/picker');
    const [group] = (body as { groups: { name: string; groupId?: string }[] }).groups;
    if (!group) return undefined;
    for (const [form, value] of [
      ['name', group.name],
      ['id', group.groupId],
    ] as const) {
      if (value === undefined || (await write(stage, issue, [entry(field, value)])).status !== 200) continue;
      const { text } = await read(stage, issue, field);
      if (group.groupId !== undefined && text.includes(JSON.stringify(group.groupId))) return 'id';
      return text.includes(JSON.stringify(group.name)) ? 'name' : form;
    }
    // A name that is there names nothing: Data Center shows no ids of groups.
    return group.groupId === undefined ? 'id' : undefined;
  }),
  // A new field of the type has nothing to choose from yet, and the render mode single.
  asksOfValues('protected.collection-format', listOrText('collection', { list: 'list', text: 'string-for-single' })),
  asksOfValues(
    'protected.duplicate-entry',
    byStatus({ 200: 'last-wins', 400: '400' }, (stage) =>
      written(stage, ({ secret }) => [
        { fieldId: secret, value: 'a' },
        { fieldId: secret, value: 'b' },
      ]),
    ),
  ),
  asksOfValues('protected.repeated-field-id', async (stage) => {
    const { issue, secret } = await scene(stage);
    await write(stage, issue, [entry(secret, 'x')]);
    const { body } = await read(stage, issue, secret, secret);
    if (!Array.isArray(body)) return undefined;
    return { 1: 'once', 2: 'each-time' }[body.length];
  }),
  asksOfValues('protected.comma-separated-field-ids', async (stage) => {
    const { issue, secret, count } = await scene(stage);
    await write(stage, issue, [entry(secret, 'x'), entry(count, 1)]);
    const fieldId = `${secret.key},${count.key}`;
    const { status, body } = await stage.anonymous.send('protectedReadValues', about(stage, issue, { fieldId }));
    if (status === 400) return 'no';
    return status === 200 && (body as unknown[]).length === 2 ? 'yes' : undefined;
  }),
  asksOfValues(
    'protected.bare-field-id',
    byStatus({ 200: 'accepted', 400: '400' }, async (stage) => {
      const { issue, secret } = await scene(stage);
      await write(stage, issue, [entry(secret, 'x')]);
      return read(stage, issue, { key: String(secret.id) });
    }),
  ),
  asksOfValues('protected.issue-by-id', async (stage) => {
    const { issue, secret } = await scene(stage);
    await write(stage, issue, [entry(secret, 'x')]);
    const { status } = await reads(stage, { token: stage.protectedToken, issueKey: issue.id, fieldId: secret.key });
    return status === 200 ? 'yes' : 'no';
  }),
  asks(
    'protected.empty-write',
    byStatus({ 200: 'ok', 400: '400' }, (stage) => written(stage, () => [])),
  ),
  asksOfValues(
    'protected.unknown-property',
    byStatus({ 200: 'ignored', 400: '400' }, (stage) =>
      written(stage, ({ secret }) => [{ fieldId: secret, value: 'x', colour: 'red' }]),
    ),
  ),
  asksOfValues(
    'protected.number-as-text',
    byStatus({ 200: 'accepted', 400: '400' }, (stage) =>
      written(stage, ({ count }) => [{ fieldId: count, value: '5' }]),
    ),
  ),
  asks(
    'protected.field-without-context',
    async (stage) => {
      const issue = await stage.issue();
      const secret = await withoutContext(stage);
      if (!secret) return undefined;
      const { status } = await write(stage, issue, [entry(secret, 'x')]);
      return { 200: 'accepted', 400: '400' }[status];
    },
    { projects: 2 },
  ),
];
