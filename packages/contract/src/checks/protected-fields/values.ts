import { expect } from 'expect';
import { checksOf, type RuleFacts } from '../../check.js';
import type { Stage } from '../../stage/stage.js';
import { about, entry, fieldsInJira, protectedField, read, scene, valueOf, write, type Kind } from './steps.js';

const { outcome, rule } = checksOf('protected-fields', 'values');
const needs = { protectedToken: true } as const;
const document = 'Protected Fields, Store Protected Field values via API (000:55)';
const documented: RuleFacts = { evidence: 'documented', source: document, ...needs };

/** A user goes by an accountId (000:97), which Data Center does not show: what stands there instead is not known. */
const namesUsers = { deployment: 'cloud' } as const;

/** A value of each kind that an instance can have without preparation, in the form in which it is written. */
const values: { readonly [One in Exclude<Kind, 'collection' | 'group'>]: (stage: Stage) => unknown } = {
  text: () => 'a secret "with" ünusual signs',
  number: () => 42.5,
  date: () => '2025-01-31',
  user: ({ adminIdentity }) => adminIdentity.accountId ?? adminIdentity.name,
  'multi-user': (stage) => {
    const people = [stage.adminIdentity, stage.userIdentity].map(({ accountId, name }) => accountId ?? name);
    return stage.answer('protected.multi-user-format') === 'list' ? people : people.join(',');
  },
};

export const protectedValues = [
  outcome(
    'protectedReadValues',
    200,
    'with several fields in one request, in the order asked for',
    async (stage) => {
      const { issue, secret, count } = await scene(stage);
      await write(stage, issue, [entry(secret, 'sesame'), entry(count, 42)]);
      const fieldId = [count.key, secret.key];
      const { body, headers } = await stage.anonymous.ask('protectedReadValues', 200, about(stage, issue, { fieldId }));
      expect(body).toEqual([entry(count, 42), entry(secret, 'sesame')]);
      expect(headers['content-type']).toMatch(/^application\/json/);
    },
    needs,
  ),
  outcome(
    'protectedPutValues',
    200,
    'with OK, and the values are stored',
    async (stage) => {
      const { issue, secret, count } = await scene(stage);
      const { text } = await stage.anonymous.ask('protectedPutValues', 200, {
        ...about(stage, issue),
        body: [entry(secret, 'sesame'), entry(count, 7)],
      });
      expect([text, await valueOf(stage, issue, secret), await valueOf(stage, issue, count)]).toEqual([
        'OK',
        'sesame',
        7,
      ]);
    },
    needs,
  ),
  outcome(
    'protectedPostValues',
    200,
    'with OK, as PUT does',
    async (stage) => {
      const { issue, secret } = await scene(stage);
      const { text } = await stage.anonymous.ask('protectedPostValues', 200, {
        ...about(stage, issue),
        body: [entry(secret, 'sesame')],
      });
      expect([text, await valueOf(stage, issue, secret)]).toEqual(['OK', 'sesame']);
    },
    needs,
  ),

  ...(Object.keys(values) as (keyof typeof values)[]).flatMap((kind) =>
    [true, false].map((encrypted) =>
      rule(
        `a value of ${encrypted ? 'an encrypted' : 'an unencrypted'} ${kind} field is read as it was written`,
        {
          ...documented,
          roles: ['user'],
          ...(kind === 'multi-user' ? { evidence: 'assumed' } : {}),
          ...(kind === 'user' || kind === 'multi-user' ? namesUsers : {}),
        },
        async (stage) => {
          const field = await protectedField(stage, kind, { encrypted });
          const issue = await stage.issue();
          const value = values[kind](stage);
          expect((await write(stage, issue, [entry(field, value)])).text).toBe('OK');
          expect(await valueOf(stage, issue, field)).toEqual(value);
        },
      ),
    ),
  ),

  rule(
    'an encrypted value stands nowhere in the issue of Jira, an unencrypted date in its own form',
    { evidence: 'corroborated', source: 'Protected Fields, Field Formats (000:91)', ...needs },
    async (stage) => {
      const secret = await protectedField(stage, 'text');
      const date = await protectedField(stage, 'date', { encrypted: false });
      const issue = await stage.issue();
      await write(stage, issue, [entry(secret, 'open-sesame-4711'), entry(date, '2025-01-31')]);
      const fields = await fieldsInJira(stage, issue);
      expect(JSON.stringify(fields)).not.toContain('open-sesame-4711');
      expect(fields[date.key]).toEqual({ date: '2025-01-31' });
    },
  ),
  rule(
    'of several values none is stored where one of them is wrong',
    { evidence: 'assumed', source: 'protected.write-atomic', answers: { 'protected.write-atomic': 'yes' }, ...needs },
    async (stage) => {
      const { issue, secret, count } = await scene(stage);
      await write(stage, issue, [entry(secret, 'before'), entry(count, 1)]);
      const { status, text } = await write(stage, issue, [entry(secret, 'after'), entry(count, 'many')]);
      expect([status, text]).toEqual([400, 'Bad Request']);
      expect([await valueOf(stage, issue, secret), await valueOf(stage, issue, count)]).toEqual(['before', 1]);
    },
  ),
  rule(
    'null clears a value, and what has no value is null',
    {
      evidence: 'assumed',
      source: 'protected.clear-value',
      answers: { 'protected.clear-value': 'clears', 'protected.unset-value': 'null' },
      ...needs,
    },
    async (stage) => {
      const { issue, secret } = await scene(stage);
      expect((await read(stage, issue, secret)).body).toEqual([entry(secret, null)]);
      await write(stage, issue, [entry(secret, 'sesame')]);
      await write(stage, issue, [entry(secret, null)]);
      expect((await read(stage, issue, secret)).body).toEqual([entry(secret, null)]);
    },
  ),
  rule(
    'a value that is written counts as a change of the issue and of the field',
    {
      evidence: 'inferred',
      source: 'Extender for Jira, Changes since 1.65 (002): issues with a value',
      apis: ['extender'],
      since: { extender: '4.17', jira: '8.16' },
      ...needs,
    },
    async (stage) => {
      const { issue, secret } = await scene(stage);
      await write(stage, issue, [entry(secret, 'sesame')]);
      const { body } = await stage.admin.ask('extenderGetFields', 200, { query: { maxResults: 1000 } });
      const listed = (body.customFields as { name: string }[]).find(({ name }) => name === secret.name);
      expect(listed).toMatchObject({ issuesWithValue: 1, lastValueUpdate: expect.any(Number) });
    },
  ),
];
