import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadPreset } from '@fake-jira/fixtures';
import { startFakeJira } from '../src/index.js';
import { startedCommand, type Outcome } from './support/command-line.js';
import { hiddenProfile } from './support/hidden-profile.js';

const whole = process.env['FAKE_JIRA_TESTS'] === 'all';
/** In the short form, resources whose answers have people, groups and screens of the instance. */
const sample = String.raw`/^jira-cloud/(screens|users): /`;

/** The commands of the guide, in their order. */
const commands = [
  ...readFileSync(new URL('../../../docs/recordings.md', import.meta.url), 'utf8').matchAll(/```sh\n(.*?)```/gs),
]
  .flatMap(([, block = '']) => block.split('\n'))
  .map((line) => line.trim())
  .filter((line) => line.startsWith('npx fake-jira '))
  .map((line) => line.replace(/ +#.*$/, '').slice('npx fake-jira '.length));

/** Worlds other than the demo's, each with projects in which a run may work. */
const projectsOf = { team: ['TEST', 'APP'], enterprise: ['TEST', 'PRAB'], hostile: ['TEST', 'HTTP'] } as const;
const [team, enterprise, hostile] = ['team', 'enterprise', 'hostile'] as const;
/** By seed, of versions and of answers other than the defaults: the world. */
const all = [team, hostile, enterprise, team, enterprise, hostile, team, hostile, enterprise, team].map(
  (preset, at) => [preset, at + 1, projectsOf[preset]] as const,
);
const instances = whole ? all : all.slice(0, 1);

describe.each(instances)(
  'the guide docs/recordings.md, at an instance of the world %s, %i',
  (preset, seed, projects) => {
    let directory: string;
    let stop: () => Promise<void>;
    const outcomes = new Map<string, Outcome>();

    /** Runs a command of the guide, at the instance in place of the example's address. */
    async function run(command: string, url: string): Promise<Outcome> {
      const isChosen = !whole && /^contract (run|record)/.test(command);
      const words = command.replaceAll('https://jira.example.com', url).match(/'[^']*'|\S+/g) ?? [];
      const plain = words.map((word) => word.replaceAll("'", ''));
      return startedCommand([...plain, ...(isChosen ? ['--grep', sample] : [])], directory).ended;
    }

    beforeAll(async () => {
      directory = mkdtempSync(join(tmpdir(), 'fake-jira-guide-'));
      const world = { ...(await loadPreset(preset, { seed })), protectedFieldTokens: [{ token: 'secret-token' }] };
      const jira = await startFakeJira({ profile: hiddenProfile(seed), world, seed });
      stop = () => jira.close();
      const roles = { administrator: { user: 'admin', password: 'admin' }, user: { user: 'bob', password: 'bob' } };
      const credentials = { roles, sandbox: { projects }, protectedFields: { token: 'secret-token' } };
      writeFileSync(join(directory, 'credentials.yaml'), JSON.stringify(credentials));
      // It goes on until it is ended.
      for (const command of commands.filter((one) => !one.startsWith('start ')))
        outcomes.set(command, await run(command, jira.url));
    }, 1_800_000);

    afterAll(async () => {
      await stop();
      rmSync(directory, { recursive: true, force: true });
    });

    const outcomeOf = (part: string): Outcome => [...outcomes].find(([command]) => command.includes(part))![1];

    it('records, calibrates, and has the fake hold to the recording', () => {
      const against = outcomeOf('--against');
      expect(against.out + against.err).toContain(' 0 undocumented, 0 documented, ');
      expect([outcomeOf('record'), outcomeOf('calibrate'), against].map(({ code }) => code)).toEqual([0, 0, 0]);
    });

    it('finds two recordings of the instance alike', () => {
      expect(outcomeOf('contract compare').code).toBe(0);
    });

    it('writes no name of a person and no secret', () => {
      const files = readdirSync(join(directory, 'recordings/2026-11'), { recursive: true, encoding: 'utf8' });
      const texts = files
        .filter((name) => name.endsWith('.json') && name !== 'taken.json')
        .map((name) => readFileSync(join(directory, 'recordings/2026-11', name), 'utf8'));
      expect(texts.join('\n')).not.toMatch(/Ada Admin|Bob Builder|secret-token|(?:admin|bob)@example\.com/);
    });

    it('has the fake fail where the recording shows another answer', async () => {
      const file = join(directory, 'recordings/2026-11/jira-cloud/screens.json');
      const text = readFileSync(file, 'utf8');
      writeFileSync(file, text.replace(/"status": 404/, '"status": 403'));
      const against = await run(
        commands.find((command) => command.includes('--against'))!,
        '',
      );
      expect(against.code).toBe(1);
      expect(against.out).toMatch(/screens/);
    }, 900_000);
  },
);
