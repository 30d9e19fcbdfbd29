import { namedProfile, type QuestionId } from '@fake-jira/profile';
import { checksOf, type Check } from '../src/check.js';
import { coverageOf } from '../src/coverage.js';
import type { Exchange } from '../src/exchange.js';
import { outcomeKey, outcomesOf } from '@fake-jira/openapi';
import { TargetLacks } from '@fake-jira/target';
import { reasonToSkip, type TargetFacts } from '../src/requirements.js';
import { runChecks, type Place } from '../src/run/runner.js';
import { aResult } from './results.js';

const { outcome, rule, probe } = checksOf('jira-cloud', 'fields');
const profile = namedProfile('all');
const facts: TargetFacts = {
  profile,
  roles: new Set(['user']),
  protectedToken: true,
  control: false,
  allowDestructive: false,
  readOnly: false,
  projects: 1,
  issueTypes: 1,
  outcomes: new Set(outcomesOf('jira-cloud', profile).map(outcomeKey)),
};
const known = { evidence: 'inferred', source: '003' } as const;

function exchange(given: Partial<Exchange>): Exchange {
  return {
    check: null,
    api: 'jira-cloud',
    operation: 'getFields',
    role: 'administrator',
    method: 'GET',
    path: '/rest/api/3/field',
    requestBody: undefined,
    status: 200,
    headers: {},
    body: [],
    violations: [],
    ...given,
  };
}

/** Runs checks on a stage that has nothing; what they "exchange" is given. */
async function play(checks: readonly Check[], exchanges: readonly Exchange[] = [], signal?: AbortSignal) {
  const steps: string[] = [];
  const place: Place = {
    stageFor: ({ title }) => {
      steps.push(title);
      return {} as never;
    },
    clear: () => Promise.resolve(void steps.push('clear')),
    close: () => Promise.resolve(void steps.push('close')),
  };
  const results = await runChecks(checks, {
    facts,
    checkFacts: {
      evidence: ({ evidence = 'documented' }) => evidence,
      source: () => '',
      exchanges: () => exchanges,
    },
    placeFor: () => place,
    concurrency: 2,
    signal,
  });
  return { results, steps };
}

const passes = () => Promise.resolve();

describe('a check', () => {
  it('passes where it does not throw', async () => {
    const { results } = await play([rule('one', known, passes)]);
    expect(results).toMatchObject([{ title: 'one', verdict: 'passed', evidence: 'inferred' }]);
  });

  it('fails with what it threw and the exchange before that', async () => {
    const last = exchange({ status: 500 });
    const broken = rule('one', known, () => Promise.reject(new Error('it is broken')));
    const { results } = await play([broken], [exchange({}), last]);
    expect(results).toMatchObject([{ verdict: 'failed', message: 'it is broken', exchange: last }]);
  });

  it('is skipped where what it works on cannot be made on the target', async () => {
    const lacking = rule('one', known, () => Promise.reject(new TargetLacks('Nothing makes contexts.')));
    const { results } = await play([lacking]);
    expect(results).toMatchObject([{ verdict: 'skipped', message: 'Nothing makes contexts.' }]);
  });

  it('of an outcome fails where the outcome never came, though nothing was thrown', async () => {
    const check = outcome('getFields', 401, 'when nobody has signed in', passes);
    expect((await play([check], [exchange({})])).results).toMatchObject([{ verdict: 'failed' }]);
    expect((await play([check], [exchange({ status: 401 })])).results).toMatchObject([{ verdict: 'passed' }]);
  });

  it('that is a probe answers with what it saw, and fails where that is none of the known answers', async () => {
    const seen = probe('jira.bare-field-id', () => Promise.resolve('404'));
    const none = { ...probe('jira.max-results-cap', () => Promise.resolve(undefined)) };
    const { results } = await play([seen, none]);
    expect(results).toMatchObject([
      { verdict: 'passed', answer: '404' },
      { verdict: 'failed', answer: null },
    ]);
  });

  it('is cleared away behind, also where it failed, and its place is closed in the end', async () => {
    const broken = rule('one', known, () => Promise.reject(new Error('x')));
    const { steps } = await play([broken, rule('two', known, passes)]);
    expect(steps).toEqual(['one', 'clear', 'two', 'clear', 'close']);
  });

  it('does not begin once the run was stopped', async () => {
    const stop = new AbortController();
    const first = rule('one', known, () => Promise.resolve(stop.abort()));
    const { results, steps } = await play([first, rule('two', known, passes)], [], stop.signal);
    expect(results.map(({ title }) => title)).toEqual(['one']);
    expect(steps).toEqual(['one', 'clear', 'close']);
  });
});

describe('a check is skipped, with the reason,', () => {
  const reason = (check: Check, given: Partial<TargetFacts> = {}) => reasonToSkip(check, { ...facts, ...given });

  it('where the target lacks its app', () => {
    const check = checksOf('customfield-editor', 'options').rule('one', known, passes);
    expect(reason(check)).toBeUndefined();
    expect(reason(check, { profile: namedProfile('cloud') })).toBe('The target has no Customfield Editor.');
  });
  it('where it holds in other versions', () => {
    const old = { profile: namedProfile('customfield-editor-2.4') };
    const since = rule('one', { ...known, since: { customfieldEditor: '2.8' } }, passes);
    const until = rule('two', { ...known, until: { customfieldEditor: '2.8' } }, passes);
    expect([reason(since), reason(until, old)]).toEqual([undefined, undefined]);
    expect(reason(since, old)).toBe('It holds since customfieldEditor 2.8.');
    expect(reason(until)).toBe('It held until customfieldEditor 2.8.');
  });
  it('where it asks a question whose answer makes no difference, or that no request can answer', () => {
    const asks = (id: QuestionId) => probe(id, () => Promise.resolve('any'));
    const old = { profile: { ...namedProfile('data-center'), customfieldEditor: null } };
    expect(reason(asks('jira.latest-version'))).toBeUndefined();
    expect(reason(asks('jira.latest-version'), old)).toBe('The answer makes a difference only on Cloud.');
    expect(reason(asks('jira.create-applies-defaults'))).toBeUndefined();
    expect(reason(asks('jira.create-applies-defaults'), old)).toMatch(/^No operation sets a default value/);
    expect(reason(asks('jira.create-applies-defaults'), { ...old, asksUnobservable: true })).toBeUndefined();
  });
  it('where the deployment has not its operation', () => {
    const check = outcome('createCustomFieldContext', 201, 'with it', passes);
    expect(reason(check, { profile: namedProfile('data-center') })).toMatch(/does not have the operation/);
  });
  it('where the effective spec does not list its outcome', () => {
    const conflict = outcome('createCustomFieldContext', 409, 'when a project is taken', passes);
    expect(reason(conflict, { outcomes: new Set() })).toMatch(/does not answer 409/);
  });
  it('where an open question has another answer', () => {
    const check = rule('one', { ...known, answers: { 'jira.bare-field-id': '404' } }, passes);
    expect(reason(check)).toBe('It holds where jira.bare-field-id is 404, not 400.');
  });
  it('where there is no such role', () => {
    expect(reason(rule('one', { ...known, roles: ['app'] }, passes))).toBe('The credentials have no role "app".');
  });
  it('where it needs more than a client can do, or touches what the run did not make', () => {
    expect(reason(rule('one', { ...known, control: true }, passes))).toMatch(/control API/);
    const destructive = rule('one', { ...known, destructive: true }, passes);
    expect(reason(destructive)).toMatch(/--allow-destructive/);
    expect([reason(destructive, { control: true }), reason(destructive, { allowDestructive: true })]).toEqual([
      undefined,
      undefined,
    ]);
  });
  it('where it writes and the run is read-only', () => {
    expect(reason(rule('one', known, passes), { readOnly: true })).toMatch(/read-only/);
    expect(reason(rule('one', { ...known, readOnly: true }, passes), { readOnly: true })).toBeUndefined();
  });
  it('where the sandbox is too small', () => {
    expect(reason(rule('one', { ...known, projects: 2 }, passes))).toMatch(/2 sandbox projects/);
  });
});

describe('coverage comes from traffic', () => {
  const check = outcome('getFields', 401, 'when nobody has signed in', passes);
  const coverage = (exchanges: readonly Exchange[], result = aResult({ id: check.id })) =>
    coverageOf({
      profile,
      apis: ['jira-cloud'],
      exchanges,
      checks: [check],
      results: [result],
      unprovokable: { 'jira-cloud': { 'getFields 200': 'for this test' } },
    }).filter(({ operation }) => operation === 'getFields');

  it('and not from what checks are called', () => {
    expect(coverage([])).toMatchObject([
      { status: 200, seen: false, reason: 'for this test' },
      { status: 401, seen: false, reason: 'The checks that ask for it failed.' },
    ]);
    expect(coverage([exchange({ status: 401 })])).toMatchObject([{ seen: false }, { seen: true, reason: null }]);
  });
  it('and an answer that violates the spec covers nothing', () => {
    expect(coverage([exchange({ violations: ['body is missing'] })])).toMatchObject([{ seen: false }, { seen: false }]);
  });
  it('and says why an outcome was not seen', () => {
    const skipped = aResult({ id: check.id, verdict: 'skipped', message: 'No such role.' });
    expect(coverage([], skipped)[1]).toMatchObject({ reason: 'No such role.' });
  });
});
