import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CheckResult, ContractApi, RunReport } from '@fake-jira/contract';
import { credentialsOfTheFake, ledgerDirectory } from '../src/cli/contract-target.js';
import { fakeJira, startedCommand, type Outcome } from './support/command-line.js';
import { startPrism, stopPrism } from './support/prism.js';

const directory = mkdtempSync(join(tmpdir(), 'fake-jira-prism-'));
afterEach(stopPrism);
afterAll(() => rmSync(directory, { recursive: true }));

const credentials = join(directory, 'credentials.json');
writeFileSync(credentials, JSON.stringify(credentialsOfTheFake));

/** Everything with `npm run test:all`; else some resources. */
const whole = process.env['FAKE_JIRA_TESTS'] === 'all';

interface Asked {
  readonly outcome: Outcome;
  readonly report: RunReport;
  /** What the run has not been able to remove. */
  readonly ledgers: readonly string[];
}

/** Runs the suite on `prism mock` of one document, as it is in a profile. */
async function askMock(api: ContractApi, profile: string, sample?: string): Promise<Asked> {
  const document = join(directory, `${api}.json`);
  await fakeJira('spec', '--api', api, '--profile', profile, '--out', document);
  const { url } = await startPrism(document);
  const folder = mkdtempSync(join(directory, 'run-'));
  const file = join(folder, 'report.json');
  const target = ['--target', url, '--credentials', credentials, '--api', api, '--profile', profile];
  const chosen = whole || sample === undefined ? [] : ['--grep', sample];
  const run = startedCommand(['contract', 'run', '--no-prism', '--json', file, ...target, ...chosen], folder);
  const outcome = await run.ended;
  const ledgers = join(folder, ledgerDirectory);
  return {
    outcome,
    report: JSON.parse(readFileSync(file, 'utf8')) as RunReport,
    ledgers: existsSync(ledgers) ? readdirSync(ledgers) : [],
  };
}

const titles = ({ results }: RunReport, verdict: CheckResult['verdict']): string[] =>
  results.filter((result) => result.verdict === verdict).map(({ title }) => title);

const length = whole ? 300_000 : 60_000;

describe('the suite on a server that answers with the examples of a document, and keeps nothing', () => {
  // In the short form an app's: its document is read sooner.
  (whole ? it : it.skip)(
    'passes what asks for the shapes of Jira’s Field API, and fails what asks for its state',
    async () => {
      const { outcome, report, ledgers } = await askMock('jira-cloud', 'cloud');
      expect(outcome).toMatchObject({ code: 1, err: '' });
      expect(outcome.out).toMatch(/jira-cloud\/options\W+0\W+\d\d+\W+\d+\W+\n/);
      expect(titles(report, 'passed')).toEqual(
        expect.arrayContaining([
          'createCustomFieldContext answers 401 when nobody has signed in',
          'createCustomField answers 400 when the name is missing',
          'getFields answers 200 with the system fields',
          'getServerInfo answers 200 with the address, the version and the clock',
        ]),
      );
      expect(titles(report, 'failed')).toEqual(
        expect.arrayContaining([
          'createCustomFieldContext answers 401 when the password is wrong',
          'deleteCustomFieldOption answers 204 and the option is gone, its value free again',
        ]),
      );
      // Nothing that is made is there, so that nothing can be said of what a write has done.
      const ofWrites = report.results.filter(
        ({ status, verdict }) => [201, 204, 303].includes(status ?? 0) && verdict !== 'skipped',
      );
      expect(ofWrites.length).toBeGreaterThan(5);
      expect(ofWrites.map(({ verdict }) => verdict)).not.toContain('passed');
      expect(report.left).toEqual([]);
      expect(ledgers).toEqual([]);
    },
    length,
  );

  it(
    'passes what asks for the shapes of an app’s API without a Jira, and fails what would have to be made there',
    async () => {
      const { outcome, report, ledgers } = await askMock('extender', 'data-center', '/^extender\\/fields:/');
      expect(outcome).toMatchObject({ code: 1, err: '' });
      expect(titles(report, 'passed')).toContain(
        'extenderGetFieldTypes answers 200 with the types that a field can have',
      );
      const made = report.results.filter(({ message }) => message?.startsWith('POST /rest/api/2/field'));
      expect(made.length).toBeGreaterThan(5);
      expect(made.map(({ verdict }) => verdict)).toEqual(made.map(() => 'failed'));
      expect(report.left).toEqual([]);
      expect(ledgers).toEqual([]);
    },
    length,
  );
});
