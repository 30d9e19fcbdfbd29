import { namedProfile } from '@fake-jira/profile';
import { acceptAll } from '../src/compare/acceptances.js';
import { compare, isSurprising, type Comparison } from '../src/compare/comparison.js';
import type { RecordedExchange } from '../src/record/normalise.js';
import type { RecordedCheck, Recording } from '../src/record/recording.js';

const exchange = (given: Partial<RecordedExchange> = {}): RecordedExchange => ({
  operation: 'editorListOptions',
  role: 'user',
  method: 'GET',
  path: '/rest/jiracustomfieldeditorplugin/1/user/customfields/‹field 1›/contexts/‹context 1›/options',
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: [
    { id: 1, optionvalue: 'red' },
    { id: 2, optionvalue: 'green' },
  ],
  ...given,
});

function recording(
  profile: string,
  given: Partial<RecordedExchange> = {},
  check: Partial<RecordedCheck> = {},
): Recording {
  const id = 'customfield-editor/options: one';
  return {
    profile: namedProfile(profile),
    checks: [{ id, verdict: 'passed', exchanges: [exchange(given)], ...check }],
  };
}

const old = 'customfield-editor-2.4';
const recent = 'customfield-editor-2.5.4';
const between = (given: Partial<RecordedExchange>, check: Partial<RecordedCheck> = {}): Comparison =>
  compare(recording(old), recording(recent, given, check));
const aspects = ({ differences }: Comparison) =>
  differences.map(({ aspect, at, judgement }) => [aspect, at, judgement]);

describe('the comparison of two recordings', () => {
  it('finds nothing between equals', () => {
    const same = compare(recording(old), recording(old));
    expect([same.differences, same.missing, same.compared]).toEqual([[], [], 1]);
    expect(isSurprising(same)).toBe(false);
  });

  it('tells outcome, schema, values, order, headers, request and verdict apart', () => {
    const red = { id: 1, optionvalue: 'red' };
    const green = { id: 2, optionvalue: 'green' };
    expect(aspects(between({ status: 403, body: {} }))).toEqual([['outcome', '1', 'undocumented']]);
    expect(aspects(between({ body: [red, { ...green, colour: '#0f0' }] }))).toEqual([
      ['schema', '1/body/1/colour', 'undocumented'],
    ]);
    expect(aspects(between({ body: [red, { ...green, id: '2' }] }))).toEqual([
      ['schema', '1/body/1/id', 'undocumented'],
    ]);
    expect(aspects(between({ body: [red, { ...green, optionvalue: 'blue' }] }))).toEqual([
      ['values', '1/body/1/optionvalue', 'undocumented'],
    ]);
    expect(aspects(between({ body: [green, red] }))).toEqual([['order', '1/body', 'undocumented']]);
    expect(aspects(between({ headers: {} }))).toEqual([['headers', '1/headers/content-type', 'undocumented']]);
    expect(aspects(between({ path: `${exchange().path}?startAt=1` }))).toEqual([['request', '1', 'undocumented']]);
    expect(aspects(between({}, { verdict: 'failed' }))).toEqual([['verdict', '', 'undocumented']]);
  });

  it('compares no check that one of the two has skipped', () => {
    const skipped = compare(recording(old), recording(recent, { status: 500 }, { verdict: 'skipped' }));
    expect([aspects(skipped), skipped.compared]).toEqual([[['verdict', '', 'undocumented']], 0]);
  });

  it('calls documented what the version histories list for the step', () => {
    const deletion = { operation: 'editorCreateDefaultOption', method: 'POST', status: 400 };
    const before = recording('customfield-editor-2.5.4', { ...deletion, body: { errors: [{ name: 'value' }] } });
    const entries = [{ name: 'value' }, { name: 'existingOptionId', value: 1 }];
    const after = recording('customfield-editor-2.8', { ...deletion, body: { errors: entries } });
    const { differences, changes } = compare(before, after);
    expect(differences).toMatchObject([{ aspect: 'values', at: '1/body/errors', judgement: 'documented' }]);
    expect(differences[0]!.because).toContain('error option-value-taken');
    const seen = changes.filter(
      ({ operation, name }) => operation === deletion.operation && name === 'option-value-taken',
    );
    expect(seen.map((change) => change.seen)).toEqual([1]);
  });

  it('does not take another value of the same answer for what the version histories list', () => {
    const list = { operation: 'editorListContexts', body: [{ contextId: 1, contextName: 'all' }] };
    const flags = { isGlobal: true, isAllIssueTypes: true, isAllProjects: true };
    const { differences } = compare(
      recording('customfield-editor-2.8', list),
      recording('customfield-editor-2.10', { ...list, body: [{ contextId: 1, contextName: 'ALL', ...flags }] }),
    );
    const judged = Object.fromEntries(differences.map(({ at, judgement }) => [at.split('/').at(-1), judgement]));
    expect(judged).toEqual({
      contextName: 'undocumented',
      isGlobal: 'documented',
      isAllIssueTypes: 'documented',
      isAllProjects: 'documented',
    });
  });

  it('names what the version histories list and what did not happen', () => {
    const list = { operation: 'editorListContexts', body: [{ contextId: 1, contextName: 'all' }] };
    const [before, after] = [recording('customfield-editor-2.8', list), recording('customfield-editor-2.10', list)];
    const found = compare(before, after);
    expect(found.missing.map(({ what }) => what)).toEqual([
      'no answer has the property isGlobal',
      'no answer has the property isAllIssueTypes',
      'no answer has the property isAllProjects',
    ]);
    expect(isSurprising(found)).toBe(true);
    const known = compare(before, after, acceptAll([], found, 'not yet'));
    expect([known.missing.map(({ accepted }) => accepted), isSurprising(known)]).toEqual([
      ['not yet', 'not yet', 'not yet'],
      false,
    ]);
  });

  it('calls a check that fails on one side undocumented, whatever the version histories list', () => {
    const { differences } = compare(
      recording('customfield-editor-2.8', { operation: 'editorListContexts' }),
      recording('customfield-editor-2.10', { operation: 'editorListContexts' }, { verdict: 'failed' }),
    );
    expect(differences).toMatchObject([{ aspect: 'verdict', judgement: 'undocumented' }]);
  });

  it('compares the exchanges that both sides have, where one side needs more of them', () => {
    const grant = exchange({ operation: 'editorReplaceGlobalPermissions', method: 'PUT', status: 200, body: {} });
    const exchanges = [grant, exchange({ body: [] })];
    const { differences } = compare(recording(old), recording(recent, {}, { exchanges }));
    expect(differences.map(({ aspect, at, after }) => [aspect, at, after])).toEqual([
      ['request', '1', `PUT ${grant.path}`],
      ['values', '1/body', []],
    ]);
  });

  it('forgives what was accepted with a reason, and nothing else', () => {
    const [found] = between({ headers: {} }).differences;
    const accepted = [{ check: found!.check, aspect: found!.aspect, at: found!.at, reason: 'a proxy in front' }];
    const forgiven = compare(recording(old), recording(recent, { headers: {} }), accepted);
    expect(forgiven.differences[0]).toMatchObject({ accepted: 'a proxy in front' });
    expect(isSurprising({ ...forgiven, missing: [] })).toBe(false);
    expect(isSurprising(between({ status: 500 }))).toBe(true);
  });
});
