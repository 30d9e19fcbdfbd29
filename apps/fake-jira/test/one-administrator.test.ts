import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startFakeJira, type FakeJira } from '../src/index.js';
import { startedCommand } from './support/command-line.js';

const directory = mkdtempSync(join(tmpdir(), 'fake-jira-one-'));
afterAll(() => rmSync(directory, { recursive: true }));

const environment = { FAKE_JIRA_USER: 'admin', FAKE_JIRA_PASSWORD: 'admin' };

interface Result {
  readonly id: string;
  readonly verdict: string;
  readonly message: string | null;
}

describe('with one administrator of the environment, and nothing else', () => {
  let jira: FakeJira;
  beforeAll(async () => {
    jira = await startFakeJira({ profile: 'cloud' });
  });
  afterAll(() => jira.close());

  const ended = (...args: string[]) => startedCommand([...args, '--target', jira.url], directory, environment).ended;

  it('contract run asks what needs nothing more, and says of the rest what it lacks', async () => {
    const report = join(directory, 'report.json');
    const asked = '/^jira-cloud/(contexts|options|access|issues|app-options): /';
    const { code, err } = await ended('contract', 'run', '--as-real', '--no-prism', '--grep', asked, '--json', report);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const { results } = JSON.parse(readFileSync(report, 'utf8')) as { results: readonly Result[] };
    const of = (verdict: string) => results.filter((one) => one.verdict === verdict);
    expect(of('passed').length).toBeGreaterThan(100);
    const reasons = new Set(of('skipped').map(({ message }) => message));
    for (const lack of [
      'It needs a sandbox project, and the credentials name none.',
      'The credentials have no role "user".',
      'The credentials name no field of an app.',
    ])
      expect(reasons).toContain(lack);
    // What is of no project is asked.
    const withoutProject = results.find(({ id }) =>
      id.endsWith('getFieldsPaginated answers 401 when nobody has signed in'),
    );
    expect(withoutProject).toMatchObject({ verdict: 'passed' });
  });

  it('contract calibrate answers what it can, and says of the rest what it lacks', async () => {
    const { code, out, err } = await ended('contract', 'calibrate');
    expect(code).toBe(0);
    expect(out).toMatch(/^name: calibrated\n/);
    expect(out).toContain('jira.unknown-property: ');
    expect(err).toMatch(
      /It needs a sandbox project, and the credentials name none\.\n {4}jira\.project-taken-status: /,
    );
    expect(err).toMatch(/The credentials have no token of Protected Fields\.\n {4}protected\./);
    expect(err).toMatch(/\d+ questions answered; of the others .* stay open\n$/);
  });

  it('contract record records', async () => {
    const { code, out } = await ended('contract', 'record', '--grep', 'jira-cloud/options', '--out', 'recording');
    expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/^recording has what .* to \d+ checks\.\n$/) });
  });

  it('says in a sentence that nothing can be written down in the folder where it is started', async () => {
    const here = join(directory, 'no-room');
    mkdirSync(here);
    writeFileSync(join(here, '.fake-jira'), 'in the way');
    const args = ['contract', 'run', '--as-real', '--target', jira.url];
    expect(await startedCommand(args, here, environment).ended).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^\S*contract cannot be used: .*\.\n$/),
    });
  });
});
