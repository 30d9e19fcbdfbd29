import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countsOf, type MatrixReport, type RunReport } from '@fake-jira/contract';
import { fakeJira } from './support/command-line.js';

const directory = mkdtempSync(join(tmpdir(), 'fake-jira-shards-'));
afterAll(() => rmSync(directory, { recursive: true }));

const grep = ['--grep', '/^(jira-cloud\\/(groups|issue-types|projects|permissions)|protected-fields\\/values):/'];
/** The second judge, which takes longer than these checks, with `npm run test:all`. */
const chosen = process.env['FAKE_JIRA_TESTS'] === 'all' ? grep : [...grep, '--no-prism'];

interface Reported {
  readonly report: RunReport;
  readonly lastLines: readonly string[];
}

/** Runs a command of the suite that writes a report, to its end. */
async function reported(name: string, ...args: string[]): Promise<Reported> {
  const file = join(directory, name);
  const { code, out, err } = await fakeJira('contract', ...args, '--json', file);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const report = JSON.parse(readFileSync(file, 'utf8')) as RunReport;
  return { report, lastLines: out.trimEnd().split('\n').slice(-2) };
}

/** What a report says of each check, whenever it ran and however long it took. */
const endsOf = ({ results }: RunReport) =>
  results.map(({ milliseconds: _, ...result }) => result).sort((a, b) => (a.id < b.id ? -1 : 1));

describe('two shards of a run, each a process of its own, and one run of everything', () => {
  it('come to the same: checks, counts, coverage and the last lines', async () => {
    // Each on a fake that it starts itself, as machines that share the work do.
    const [one, ...shards] = await Promise.all([
      reported('one.json', 'run', ...chosen),
      reported('1.json', 'run', ...chosen, '--shard', '1/2'),
      reported('2.json', 'run', ...chosen, '--shard', '2/2'),
    ]);
    for (const { report } of shards) {
      expect(report.results.length).toBeGreaterThan(0);
      expect(report.results.length).toBeLessThan(one.report.results.length);
    }
    const files = ['1.json', '2.json'].map((name) => join(directory, name));
    const merged = await reported('merged.json', 'merge', ...files);

    expect(endsOf(merged.report)).toEqual(endsOf(one.report));
    expect(countsOf(merged.report.results)).toEqual(countsOf(one.report.results));
    expect(countsOf(one.report.results).passed).toBeGreaterThan(20);
    expect(merged.report.coverage).toEqual(one.report.coverage);
    expect(merged.report.secondJudge).toEqual(one.report.secondJudge);
    expect(merged.lastLines).toEqual(one.lastLines);
  }, 90_000);
});

const long = process.env['FAKE_JIRA_TESTS'] === 'all' ? describe : describe.skip;

long('shards of a matrix', () => {
  const profiles = ['customfield-editor-1.1', 'customfield-editor-1.2'];

  async function matrix(name: string, ...args: string[]): Promise<MatrixReport> {
    const file = join(directory, name);
    const { code } = await fakeJira('contract', ...args, '--json', file);
    expect(code).toBe(0);
    return JSON.parse(readFileSync(file, 'utf8')) as MatrixReport;
  }

  const withoutTimes = ({ rows }: MatrixReport) => rows.map(({ milliseconds: _, ...row }) => row);

  it('come to the same as processes side by side, and as one process', async () => {
    const chosen = ['--profile', ...profiles];
    const one = await matrix('m.json', 'matrix', '--jobs', '1', ...chosen);
    const jobs = await matrix('m2.json', 'matrix', '--jobs', '2', ...chosen);
    for (const part of ['1', '2']) await matrix(`m-${part}.json`, 'matrix', '--shard', `${part}/2`, ...chosen);
    const merged = await matrix('mm.json', 'merge', ...['2', '1'].map((part) => join(directory, `m-${part}.json`)));
    expect(one.rows.map(({ profile }) => profile)).toEqual(profiles);
    expect(one.rows[0]?.passed).toBeGreaterThan(400);
    expect(withoutTimes(jobs)).toEqual(withoutTimes(one));
    expect(withoutTimes(merged)).toEqual(withoutTimes(one));
  }, 240_000);
});
