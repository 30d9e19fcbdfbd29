import { contractTarget, runContract, type CheckResult } from '@fake-jira/contract';
import { namedProfile } from '@fake-jira/profile';
import { credentialsOfTheFake } from '../src/cli/contract-target.js';
import { startFakeJira, type FakeJira } from '../src/index.js';
import { asAdmin } from './support/command-line.js';

/** Everything with `npm run test:all`; else one resource. */
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

function play(jira: FakeJira, profileName: string, { control, ...choice }: Playing): Promise<Played> {
  const profile = namedProfile(profileName);
  const target = contractTarget({ url: jira.url, credentials: credentialsOfTheFake, profile, control });
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

const exported = async ({ url }: FakeJira): Promise<string> => (await fetch(`${url}/_fake/world`, asAdmin)).text();

const verdictsOf = (results: readonly CheckResult[]) => new Map(results.map(({ id, verdict }) => [id, verdict]));

describe.each(['all', 'cloud', 'data-center'])(
  'the suite on a fake of the profile %s that is played as real',
  (name) => {
    const length = whole ? 300_000 : 30_000;
    const sample = { grep: name === 'data-center' ? 'customfield-editor/context' : 'jira-cloud/contexts' };
    const chosen = whole ? {} : sample;

    it(
      'gives every check the result that it has in a workspace, and leaves the world as it was',
      () =>
        withFake(name, async (jira) => {
          const before = await exported(jira);
          const asReal = await play(jira, name, { control: false, ...chosen });
          expect(await exported(jira)).toBe(before);
          expect(asReal.left).toEqual([]);

          const inWorkspaces = verdictsOf((await play(jira, name, { control: true, ...chosen })).results);
          const asked = asReal.results.filter(({ message }) => message !== 'It needs the control API of a fake.');
          const shared = asked.filter(({ message }) => !message?.includes('--allow-destructive'));
          expect(shared.some(({ verdict }) => verdict === 'passed')).toBe(true);
          expect(shared.map(({ id, verdict }) => [id, verdict])).toEqual(
            shared.map(({ id }) => [id, inWorkspaces.get(id)]),
          );
          expect(asReal.results.filter(({ verdict }) => verdict === 'failed').map(({ id }) => id)).toEqual([]);
        }),
      length,
    );

    it(
      'writes nothing when it is read-only',
      () =>
        withFake(name, async (jira) => {
          const { results } = await play(jira, name, { control: false, readOnly: true, grep: '/fields:' });
          expect(results.some(({ verdict }) => verdict === 'passed')).toBe(true);
          const writes = jira.journal().filter(({ method }) => method !== 'GET');
          expect(writes).toEqual([]);
        }),
      length,
    );
  },
);
