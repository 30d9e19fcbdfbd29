import type { QuestionId } from '@fake-jira/profile';
import { checksOf, type Check, type Needs } from '../../check.js';
import type { Answer } from '../../stage/person.js';
import type { Stage } from '../../stage/stage.js';
import { about, entry, protectedField, read, scene, write } from './steps.js';

const { probe } = checksOf('protected-fields', 'probes');
const needs: Needs = { protectedToken: true };

type Ask = (stage: Stage) => Promise<string | undefined>;
const asks = (question: QuestionId, ask: Ask, more: Needs = {}): Check => probe(question, ask, { ...needs, ...more });

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
  asks('protected.write-atomic', async (stage) => {
    const { issue, secret } = await scene(stage);
    const date = await protectedField(stage, 'date');
    await write(stage, issue, [entry(secret, 'before')]);
    await write(stage, issue, [entry(secret, 'after'), entry(date, 'no date at all')]);
    const { text } = await read(stage, issue, secret);
    return text.includes('before') ? 'yes' : text.includes('after') ? 'no' : undefined;
  }),
  asks('protected.unset-value', async (stage) => {
    const { issue, secret } = await scene(stage);
    const { status, body } = await read(stage, issue, secret);
    if (status !== 200 || !Array.isArray(body)) return undefined;
    return body.length === 0 ? 'left-out' : 'null';
  }),
  asks(
    'protected.clear-value',
    byStatus({ 200: 'clears', 400: '400' }, async (stage) => {
      const { issue, secret } = await scene(stage);
      await write(stage, issue, [entry(secret, 'before')]);
      return write(stage, issue, [entry(secret, null)]);
    }),
  ),
  asks(
    'protected.multi-user-format',
    // In the place of an accountId Data Center has what no document names.
    async (stage) => {
      const field = await protectedField(stage, 'multi-user');
      const issue = await stage.issue();
      const { accountId, name } = stage.adminIdentity;
      const one = accountId ?? name ?? '';
      const list = await write(stage, issue, [entry(field, [one])]);
      if (list.status === 200) return 'list';
      return (await write(stage, issue, [entry(field, one)])).status === 200 ? 'comma-separated' : undefined;
    },
    { deployment: 'cloud' },
  ),
  asks('protected.group-format', async (stage) => {
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
    return undefined;
  }),
  asks(
    'protected.collection-format',
    async (stage) => {
      const name = stage.name('Collection');
      await stage.control.merge({
        fields: [{ name, type: 'protected-collection', collection: { renderMode: 'single', options: ['a', 'b'] } }],
      });
      const fields = (await stage.admin.raw('GET', '/rest/api/2/field')).body as { id: string; name: string }[];
      const key = fields.find((field) => field.name === name)?.id ?? '';
      const issue = await stage.issue();
      if ((await write(stage, issue, [entry({ key }, 'a')])).status === 200) return 'string-for-single';
      return (await write(stage, issue, [entry({ key }, ['a'])])).status === 200 ? 'list' : undefined;
    },
    { control: true },
  ),
  asks(
    'protected.duplicate-entry',
    byStatus({ 200: 'last-wins', 400: '400' }, (stage) =>
      written(stage, ({ secret }) => [
        { fieldId: secret, value: 'a' },
        { fieldId: secret, value: 'b' },
      ]),
    ),
  ),
  asks('protected.repeated-field-id', async (stage) => {
    const { issue, secret } = await scene(stage);
    await write(stage, issue, [entry(secret, 'x')]);
    const { body } = await read(stage, issue, secret, secret);
    if (!Array.isArray(body)) return undefined;
    return { 1: 'once', 2: 'each-time' }[body.length];
  }),
  asks('protected.comma-separated-field-ids', async (stage) => {
    const { issue, secret, count } = await scene(stage);
    await write(stage, issue, [entry(secret, 'x'), entry(count, 1)]);
    const fieldId = `${secret.key},${count.key}`;
    const { status, body } = await stage.anonymous.send('protectedReadValues', about(stage, issue, { fieldId }));
    if (status === 400) return 'no';
    return status === 200 && (body as unknown[]).length === 2 ? 'yes' : undefined;
  }),
  asks(
    'protected.bare-field-id',
    byStatus({ 200: 'accepted', 400: '400' }, async (stage) => {
      const { issue, secret } = await scene(stage);
      await write(stage, issue, [entry(secret, 'x')]);
      return read(stage, issue, { key: String(secret.id) });
    }),
  ),
  asks('protected.issue-by-id', async (stage) => {
    const { issue, secret } = await scene(stage);
    await write(stage, issue, [entry(secret, 'x')]);
    const { status } = await reads(stage, { token: stage.protectedToken, issueKey: issue.id, fieldId: secret.key });
    return status === 200 ? 'yes' : 'no';
  }),
  asks(
    'protected.empty-write',
    byStatus({ 200: 'ok', 400: '400' }, (stage) => written(stage, () => [])),
  ),
  asks(
    'protected.unknown-property',
    byStatus({ 200: 'ignored', 400: '400' }, (stage) =>
      written(stage, ({ secret }) => [{ fieldId: secret, value: 'x', colour: 'red' }]),
    ),
  ),
  asks(
    'protected.number-as-text',
    byStatus({ 200: 'accepted', 400: '400' }, (stage) =>
      written(stage, ({ count }) => [{ fieldId: count, value: '5' }]),
    ),
  ),
  asks(
    'protected.field-without-context',
    byStatus({ 200: 'accepted', 400: '400' }, async (stage) => {
      const { issue, secret } = await scene(stage);
      // The only context of the field is for the other project then.
      await stage.narrow(secret, [stage.sandbox.otherProject.id]);
      return write(stage, issue, [entry(secret, 'x')]);
    }),
    // What an update does to the projects is open before (extender.update-before-4.2).
    { projects: 2, apis: ['extender'], since: { extender: '4.2' } },
  ),
];
