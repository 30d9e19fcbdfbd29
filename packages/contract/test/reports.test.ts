import { XMLParser } from 'fast-xml-parser';
import { htmlReport } from '../src/report/html.js';
import { junitReport } from '../src/report/junit.js';
import { mergeReports } from '../src/report/merge.js';
import { textReport } from '../src/report/text.js';
import { holds, lastLines } from '../src/run/result.js';
import { anOutcome, aReport, aResult, failed } from './results.js';

const assumed = aResult({ id: 'a', evidence: 'assumed' });
const skipped = aResult({ id: 's', verdict: 'skipped', message: 'The target has no Extender.' });
const unseen = anOutcome({ status: 401, seen: false, reason: 'No check asks for it.' });
const mixed = aReport({ results: [aResult(), assumed, failed, skipped], coverage: [anOutcome(), unseen] });

describe('the text of a run', () => {
  it('ends with two lines for programs', () => {
    expect(textReport(mixed).trimEnd().split('\n').slice(-2)).toEqual([
      'outcomes: seen 1 of 2 documented',
      '2 passed, 1 failed, 1 skipped',
    ]);
  });

  it('keeps what is assumed apart from what is documented', () => {
    expect(textReport(mixed)).toMatch(/documented\W+1\W+1\W+1\W+1 of 2\W+\n[^]*recorded\W+0[^]*assumed\W+1\W+0\W+0\W/);
  });

  it('says in which resources something failed, where something did', () => {
    expect(textReport(mixed)).toMatch(/jira-cloud\/fields\W+2\W+1\W+1\W/);
    expect(textReport(aReport())).not.toMatch(/jira-cloud\/fields\W+\d/);
  });

  it('shows a failure with its request and its response', () => {
    const text = textReport(mixed);
    expect(text).toContain('✗ jira-cloud/fields: createCustomField answers 400');
    expect(text).toContain('→ POST /rest/api/3/field   (administrator)\n  {"name":" "}\n  ← 201 application/json');
  });

  it('says why checks were skipped, and which documented outcomes were not seen', () => {
    expect(textReport(mixed)).toContain('1 × The target has no Extender.');
    expect(textReport(mixed)).toContain('getFields 401: No check asks for it.');
  });
});

describe('a run holds its target to the documents', () => {
  it('where nothing failed', () => expect(holds(aReport())).toBe(true));
  it('and not where a check failed', () => expect(holds(mixed)).toBe(false));
  it('and not where the second judge objects', () => {
    expect(holds(aReport({ secondJudge: { judged: 1, violations: ['getFields 200: body must be array'] } }))).toBe(
      false,
    );
  });
  it('and not where a known deviation has disappeared', () => {
    expect(holds(aReport({ disappeared: ['x'] }))).toBe(false);
  });
});

it('JUnit XML has a suite per resource, a case per check, and says which failed and which were skipped', () => {
  const { testsuites } = new XMLParser({ ignoreAttributes: false }).parse(junitReport(mixed)) as {
    testsuites: { '@_tests': string; testsuite: { '@_name': string; testcase: Record<string, unknown>[] } };
  };
  expect(testsuites['@_tests']).toBe('4');
  expect(testsuites.testsuite['@_name']).toBe('jira-cloud/fields');
  const { testcase } = testsuites.testsuite;
  expect(testcase.map((one) => ['failure' in one, 'skipped' in one])).toEqual([
    [false, false],
    [false, false],
    [true, false],
    [false, true],
  ]);
});

describe('the HTML page', () => {
  const page = htmlReport(mixed);

  it('needs no other file', () => expect(page).not.toMatch(/<(link|script|img)|url\(|https?:\/\/(?!127)/));
  it('shows names as they are, whatever they contain', () => {
    expect(page).toContain('the name is &#60;blank&#62;');
    expect(page).not.toContain('<blank>');
  });
  it('shows request and response of a failure', () => expect(page).toContain('Response 201'));
});

describe('the reports of shards', () => {
  const first = aReport({ results: [aResult()], coverage: [anOutcome(), unseen], shard: '1/2' });
  const second = aReport({
    results: [failed],
    coverage: [
      anOutcome({ seen: false, reason: 'The checks that ask for it were not chosen.' }),
      { ...unseen, seen: true },
    ],
    shard: '2/2',
  });

  it('make one report, in which an outcome was seen where any shard saw it', () => {
    const whole = mergeReports([first, second]);
    expect(whole.shard).toBeNull();
    expect(lastLines(whole)).toEqual(['outcomes: seen 2 of 2 documented', '1 passed, 1 failed, 0 skipped']);
  });

  it('of different versions make none', () => {
    const other = aReport({ target: { url: 'x', profile: 'cloud', versions: { jira: 'cloud' } } });
    expect(() => mergeReports([first, other])).toThrow(/different versions/);
  });
});
