import { mergeMatrices, reportRow, type MatrixReport, type RunReport } from '../src/index.js';

const check = (id: string, operation: string | null, verdict: string, message: string | null = null) =>
  ({ id, operation, verdict, message }) as RunReport['results'][number];

const report = {
  results: [
    check('a: 200', 'getA', 'passed'),
    check('a: 404', 'getA', 'failed', 'It was 500.'),
    check('b: 200', 'getB', 'skipped'),
    check('rule', null, 'passed'),
  ],
  coverage: [
    { evidence: 'documented', seen: true },
    { evidence: 'documented', seen: false },
    { evidence: 'assumed', seen: true },
  ],
  milliseconds: 1234.5,
  left: ['field customfield_10000'],
  secondJudge: { judged: 1, violations: [] },
  disappeared: [],
} as unknown as RunReport;

const matrix = (...profiles: string[]): MatrixReport => ({
  format: 'fake-jira contract matrix 1',
  rows: profiles.map((profile) => reportRow({ profile, report })),
});

describe('a row of the matrix report', () => {
  it('has the counts of the whole run and of each operation, and what did not hold', () => {
    expect(reportRow({ profile: 'cloud', report })).toEqual({
      profile: 'cloud',
      passed: 2,
      failed: 1,
      skipped: 1,
      outcomes: { seen: 1, of: 2 },
      milliseconds: 1235,
      holds: false,
      failures: ['a: 404: It was 500.', 'left behind: field customfield_10000'],
      operations: { getA: { passed: 1, failed: 1, skipped: 0 }, getB: { passed: 0, failed: 0, skipped: 1 } },
    });
  });
});

describe('parts of a matrix', () => {
  it('are put together in the order of the profiles, unknown ones last', () => {
    const { rows } = mergeMatrices([matrix('own', 'c'), matrix('b'), matrix('a')], ['a', 'b', 'c']);
    expect(rows.map(({ profile }) => profile)).toEqual(['a', 'b', 'c', 'own']);
  });

  it('cannot have the same profile twice', () => {
    expect(() => mergeMatrices([matrix('a'), matrix('b', 'a')], [])).toThrow('Profile "a" is in two of the reports.');
  });
});
