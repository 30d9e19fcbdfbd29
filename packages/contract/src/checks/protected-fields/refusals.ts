import type { OperationId } from '@fake-jira/openapi';
import { expect } from 'expect';
import { checksOf } from '../../check.js';
import type { Asked } from '../../stage/person.js';
import type { Stage } from '../../stage/stage.js';
import { about, entry, protectedField, read, scene, valueOf, write } from './steps.js';

const { outcome, rule } = checksOf('protected-fields', 'refusals');
const needs = { protectedToken: true } as const;

/** The three operations, each with a request that is right, but for what is given. */
const operations = {
  protectedReadValues: (fieldId: string, query: object) => ({ query: { fieldId, ...query } }),
  protectedPutValues: (fieldId: string, query: object) => ({ query, body: [{ fieldId, value: 'x' }] }),
  protectedPostValues: (fieldId: string, query: object) => ({ query, body: [{ fieldId, value: 'x' }] }),
} satisfies { readonly [Id in OperationId]?: (fieldId: string, query: object) => object };
type Id = keyof typeof operations;

const asked = (id: Id, fieldId: string, query: object) => operations[id](fieldId, query) as Asked;

/** The text of a refused write; a refused read says something of its own. */
async function refused(stage: Stage, id: Id, status: 400 | 401, request: Asked): Promise<void> {
  const { text } = await stage.anonymous.ask(id, status, request);
  const unauthorized = stage.answer('protected.write-401-body') === 'unauthorized' ? 'Unauthorized' : 'Bad Request';
  if (id === 'protectedReadValues') expect(text).not.toBe('');
  else expect(text).toBe(status === 400 ? 'Bad Request' : unauthorized);
}

export const protectedRefusals = [
  ...(Object.keys(operations) as Id[]).flatMap((id) => [
    outcome(id, 401, 'when the token is wrong', async (stage) => {
      const { issue, secret } = await scene(stage);
      await refused(stage, id, 401, asked(id, secret.key, { token: 'no-such-token', issueKey: issue.key }));
    }),
    outcome(
      id,
      401,
      'when there is no token',
      async (stage) => {
        const { issue, secret } = await scene(stage);
        await refused(stage, id, 401, asked(id, secret.key, { issueKey: issue.key }));
      },
      { answers: { 'protected.missing-token': '401' } },
    ),
    outcome(
      id,
      401,
      'when the token is for another project',
      async (stage) => {
        const { issue, secret } = await scene(stage);
        const token = 'of-another-project';
        const { key } = stage.sandbox.otherProject;
        await stage.control.merge({ protectedFieldTokens: [{ token, projects: [key] }] });
        await refused(stage, id, 401, asked(id, secret.key, { token, issueKey: issue.key }));
      },
      { control: true, projects: 2 },
    ),
    outcome(
      id,
      401,
      'when the token is for something else',
      async (stage) => {
        const { issue, secret } = await scene(stage);
        const token = 'of-another-scope';
        const scope = id === 'protectedReadValues' ? 'WRITE' : 'READ';
        await stage.control.merge({ protectedFieldTokens: [{ token, scopes: [scope] }] });
        await refused(stage, id, 401, asked(id, secret.key, { token, issueKey: issue.key }));
      },
      { control: true },
    ),
    outcome(
      id,
      400,
      'when there is no such field, or it is none of the app',
      async (stage) => {
        const { issue } = await scene(stage);
        const foreign = await stage.field('textfield');
        const query = about(stage, issue).query;
        await refused(stage, id, 400, asked(id, `customfield_${stage.unknownId}`, query));
        await refused(stage, id, 400, asked(id, foreign.key, query));
        await refused(stage, id, 400, asked(id, 'summary', query));
      },
      needs,
    ),
    outcome(
      id,
      400,
      'when there is no such issue',
      async (stage) => {
        const { secret } = await scene(stage);
        const issueKey = `${stage.sandbox.project.key}-99999999`;
        await refused(stage, id, 400, asked(id, secret.key, { token: stage.protectedToken, issueKey }));
      },
      { ...needs, answers: { 'protected.unknown-issue': '400' } },
    ),
    outcome(
      id,
      400,
      'when the issue is not named',
      async (stage) => {
        const { secret } = await scene(stage);
        await refused(stage, id, 400, asked(id, secret.key, { token: stage.protectedToken }));
      },
      needs,
    ),
  ]),
  outcome(
    'protectedReadValues',
    400,
    'when no field is named',
    async (stage) => {
      const { issue } = await scene(stage);
      await refused(stage, 'protectedReadValues', 400, about(stage, issue));
    },
    needs,
  ),
  rule(
    'a value of another type, a date that does not exist, an unknown user and a body of another form are refused',
    { evidence: 'documented', source: 'Protected Fields, Store Protected Field values via API (000:55)', ...needs },
    async (stage) => {
      const { issue, secret, count } = await scene(stage);
      const date = await protectedField(stage, 'date');
      const user = await protectedField(stage, 'user');
      const wrong = [
        [entry(secret, 5)],
        [entry(count, [1])],
        [entry(date, '2025-02-30')],
        [entry(date, '31.01.2025')],
        [entry(user, 'nobody-of-that-name')],
        entry(secret, 'x'),
        [{ fieldId: secret.key }],
        ['x'],
      ];
      for (const body of wrong) {
        const { status, text } = await write(stage, issue, body);
        expect([body, status, text]).toEqual([body, 400, 'Bad Request']);
      }
      const { body } = await read(stage, issue, secret, count, date, user);
      expect((body as { value: unknown }[]).filter(({ value }) => value !== null)).toEqual([]);
    },
  ),
  rule(
    'a body that is no JSON is refused',
    { evidence: 'inferred', source: 'Protected Fields, Store Protected Field values via API (000:55)', ...needs },
    async (stage) => {
      const { issue, secret } = await scene(stage);
      await write(stage, issue, [entry(secret, 'before')]);
      await stage.anonymous.ask('protectedPutValues', 400, { ...about(stage, issue), text: '[{"fieldId":' });
      expect(await valueOf(stage, issue, secret)).toBe('before');
    },
  ),
];
