import { contractTarget, openTarget, runContract, type CheckResult } from '@fake-jira/contract';
import { namedProfile } from '@fake-jira/profile';
import { Target } from '@fake-jira/target';
import { credentialsOfTheFake } from '../src/cli/contract-target.js';
import { startFakeJira, type FakeJira } from '../src/index.js';
import { asAdmin } from './support/command-line.js';

/** The configuration of a fake: what a run must leave as it was, byte for byte. */
const configurationOf = async ({ url }: FakeJira): Promise<string> =>
  (await fetch(`${url}/_fake/world?configuration=true`, asAdmin)).text();

/** Everything with `npm run test:all`; else one resource of Jira's, and one of an app. */
const whole = process.env['FAKE_JIRA_TESTS'] === 'all';

interface Played {
  readonly results: readonly CheckResult[];
  readonly left: readonly string[];
}

interface Playing {
  readonly control: boolean;
  readonly readOnly?: boolean;
  readonly grep?: string;
}

/** Runs the suite; played as real, which Jira it is has to be found out. */
async function play(jira: FakeJira, profileName: string, { control, ...choice }: Playing): Promise<Played> {
  const known = { url: jira.url, credentials: credentialsOfTheFake };
  const target = control
    ? contractTarget({ ...known, profile: namedProfile(profileName), control })
    : await openTarget({ target: new Target(known), asReal: true });
  return runContract({ target, runId: `real-${control ? 'no' : 'yes'}`, prism: false, ...choice });
}

async function withFake<Result>(profile: string, use: (jira: FakeJira) => Promise<Result>): Promise<Result> {
  const jira = await startFakeJira({ profile });
  try {
    return await use(jira);
  } finally {
    await jira.close();
  }
}

const issuesOf = async ({ url }: FakeJira): Promise<unknown> =>
  ((await (await fetch(`${url}/_fake/world`, asAdmin)).json()) as { readonly issues: unknown }).issues;

/** What a check came to: a probe's answer too. */
const endsOf = (results: readonly CheckResult[]) =>
  new Map(results.map(({ id, verdict, answer }) => [id, answer ?? verdict]));

describe.each(whole ? ['all', 'cloud', 'data-center'] : ['cloud', 'data-center'])(
  'the suite on a fake of the profile %s that is played as real',
  (name) => {
    const length = whole ? 300_000 : 30_000;
    const sample = { grep: name === 'cloud' ? 'jira-cloud/context-mappings' : 'customfield-editor/contexts' };
    const chosen = whole ? {} : sample;

    it(
      'gives every check the result that it has in a workspace, and leaves the world as it was',
      () =>
        withFake(name, async (jira) => {
          const before = await configurationOf(jira);
          const issues = await issuesOf(jira);
          const asReal = await play(jira, name, { control: false, ...chosen });
          expect(await configurationOf(jira)).toBe(before);
          expect(await issuesOf(jira)).toEqual(issues);
          expect(asReal.left).toEqual([]);

          const inWorkspaces = endsOf((await play(jira, name, { control: true, ...chosen })).results);
          const asked = asReal.results.filter(({ message }) => message !== 'It needs the control API of a fake.');
          const shared = endsOf(asked.filter(({ message }) => !message?.includes('--allow-destructive')));
          expect([...shared.values()]).toContain('passed');
          expect([...shared]).toEqual([...shared.keys()].map((id) => [id, inWorkspaces.get(id)]));
          expect(asReal.results.filter(({ verdict }) => verdict === 'failed')).toEqual([]);
        }),
      length,
    );

    it(
      'writes nothing when it is read-only',
      () =>
        withFake(name, async (jira) => {
          const { results } = await play(jira, name, {
            control: false,
            readOnly: true,
            ...(whole ? {} : { grep: '/fields:' }),
          });
          expect(results.some(({ verdict }) => verdict === 'passed')).toBe(true);
          expect(results.filter(({ verdict }) => verdict === 'failed')).toEqual([]);
          const writes = jira.journal().filter(({ method }) => method !== 'GET');
          expect(writes).toEqual([]);
        }),
      length,
    );
  },
);
