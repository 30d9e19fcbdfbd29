import type { Check } from '../src/check.js';
import { checksOf } from '../src/check.js';
import { applyKnown, parseKnown } from '../src/known.js';
import { selectChecks, type Selection } from '../src/select.js';
import { aResult } from './results.js';

const nothing = () => Promise.resolve();
const fields = checksOf('jira-cloud', 'fields');
const contexts = checksOf('jira-cloud', 'contexts');
const options = checksOf('customfield-editor', 'options');
const checks: readonly Check[] = [
  fields.outcome('getFields', 200, 'with all of them', nothing),
  contexts.outcome('createCustomFieldContext', 400, 'when the name is blank (really)', nothing),
  contexts.outcome('createCustomFieldContext', 201, 'with the context', nothing),
  options.rule('options keep their order', { evidence: 'inferred', source: '001:2249' }, nothing),
];

const chosen = (selection: Selection) =>
  selectChecks(checks, selection, ({ evidence = 'documented' }) => evidence).map((check) => checks.indexOf(check));

describe('checks are chosen', () => {
  it('by a part of their id, whatever it contains', () => {
    expect(chosen({ grep: 'blank (really)' })).toEqual([1]);
    expect(chosen({ grep: '/answers 20[01]/' })).toEqual([0, 2]);
  });
  it('by API', () => expect(chosen({ apis: ['customfield-editor'] })).toEqual([3]));
  it('by evidence', () => expect(chosen({ evidence: ['inferred'] })).toEqual([3]));
  it('in shards that have each check once and keep a resource together', () => {
    const shards = [1, 2].map((index) => chosen({ shard: { index, of: 2 } }));
    expect(shards).toEqual([
      [0, 3],
      [1, 2],
    ]);
  });
});

describe('known deviations', () => {
  const deviating = aResult({ id: 'd', verdict: 'failed', message: 'no' });

  it('are skipped with their reason and fail no run', () => {
    const { results, disappeared } = applyKnown([deviating], [{ check: 'd', reason: 'JRACLOUD-1' }]);
    expect(results).toEqual([{ ...deviating, verdict: 'skipped', known: 'JRACLOUD-1' }]);
    expect(disappeared).toEqual([]);
  });

  it('are reported where they have disappeared, or are no check', () => {
    const known = ['d', 'gone'].map((check) => ({ check, reason: 'JRACLOUD-1' }));
    expect(applyKnown([aResult({ id: 'd' })], known).disappeared).toEqual(['d', 'gone']);
  });

  it('need a reason each', () => {
    expect(() => parseKnown([{ check: 'd', reason: 'x' }, { check: 'e' }])).toThrow(/Entry 2 /);
    expect(() => parseKnown({})).toThrow(/must be a list/);
  });
});
