import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { RequestHandler } from 'express';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startFakeJira, type FakeJira } from '../src/index.js';
import { credentialsOfTheFake, ledgerDirectory } from '../src/cli/contract-target.js';
import { asAdmin, startedCommand, startedFake } from './support/command-line.js';

const directory = mkdtempSync(join(tmpdir(), 'fake-jira-cleanup-'));
afterAll(() => rmSync(directory, { recursive: true }));

const credentials = join(directory, 'credentials.json');
writeFileSync(credentials, JSON.stringify(credentialsOfTheFake));

const exported = async (url: string): Promise<string> => (await fetch(`${url}/_fake/world`, asAdmin)).text();

const asked = async (address: string) => await (await fetch(address)).json();

/** Waits until a field has been made, and a fault holds a request. */
async function isHeld(url: string): Promise<void> {
  const isMade = async () => {
    const { requests } = (await asked(`${url}/_fake/requests?operation=createCustomField&status=201`)) as {
      requests: readonly unknown[];
    };
    return requests.length > 0;
  };
  const isMet = async () => {
    const { faults } = (await asked(`${url}/_fake/faults`)) as { faults: readonly { met: number }[] };
    return faults.some(({ met }) => met > 0);
  };
  while (!((await isMade()) && (await isMet())));
}

/** The steps that the one ledger in a folder has. */
function ledgerIn(folder: string): unknown[] {
  const files = readdirSync(join(folder, ledgerDirectory));
  expect(files).toEqual([expect.stringMatching(/\.jsonl$/)]);
  const lines = readFileSync(join(folder, ledgerDirectory, files[0] as string), 'utf8')
    .trimEnd()
    .split('\n');
  return lines.map((line) => JSON.parse(line) as unknown);
}

const anHour = 3_600_000;

describe('contract cleanup after a run that was killed', () => {
  // What is answered late holds the run where it is killed: always at the same place.
  it.each([
    ['before a field that it had made was complete', 'getContextsForField', true],
    ['in the middle of a check', 'updateCustomFieldContext', true],
    ['while it removed a field', 'deleteCustomField', true],
  ])(
    'leaves the world as it was before the run: %s',
    async (_, late, knowsTheId) => {
      const folder = mkdtempSync(join(directory, 'run-'));
      const fake = await startedFake('--profile', 'cloud');
      const before = await exported(fake.url);
      const faults = `${fake.url}/_fake/faults`;
      const headers = { 'Content-Type': 'application/json' };
      const body = JSON.stringify({ when: { operation: late }, latency: anHour });
      expect((await fetch(faults, { method: 'POST', headers, body })).status).toBe(201);

      const target = ['--target', fake.url, '--credentials', credentials];
      const run = startedCommand(
        ['contract', 'run', '--as-real', '--no-prism', '--grep', 'jira-cloud/contexts', ...target],
        folder,
      );
      await isHeld(fake.url);
      expect(await run.crash()).toMatchObject({ code: null });
      const field = { kind: 'field', name: expect.any(String), ...(knowsTheId ? { id: expect.any(String) } : {}) };
      expect(ledgerIn(folder).at(-1)).toEqual({ step: 'entry', number: expect.any(Number), entry: field });
      expect(await exported(fake.url)).not.toBe(before);

      await fetch(faults, { method: 'DELETE' });
      const cleanup = await startedCommand(['contract', 'cleanup', ...target], folder).ended;
      expect(cleanup).toMatchObject({ code: 0, out: expect.stringMatching(/^[1-9]\d* removed, 0 left\n/) });
      expect(await exported(fake.url)).toBe(before);
      expect(readdirSync(join(folder, ledgerDirectory))).toEqual([]);
    },
    60_000,
  );
});

/** Also in the middle of the whole suite with `npm run test:all`. */
const whole = process.env['FAKE_JIRA_TESTS'] === 'all';

/** Answers no write from a certain one on: each is done, and whoever asked does not hear of it. */
class Silence {
  #left = Infinity;
  #heard: () => void = () => undefined;

  /** Once so many writes have been answered, and one has not. */
  after(writes: number): Promise<void> {
    this.#left = writes;
    return new Promise((resolve) => (this.#heard = resolve));
  }

  lift(): void {
    this.#left = Infinity;
  }

  readonly middleware: RequestHandler = (request, response, next) => {
    if (request.method !== 'GET' && (this.#left -= 1) < 0) {
      response.end = () => {
        this.#heard();
        return response;
      };
    }
    next();
  };
}

/** A fake in this process, so that its answers can be held back. */
async function withQuietFake(profile: string, use: (jira: FakeJira, silence: Silence) => Promise<void>): Promise<void> {
  const silence = new Silence();
  const jira = await startFakeJira({ profile, middleware: [silence.middleware] });
  try {
    await use(jira, silence);
  } finally {
    await jira.close();
  }
}

const configuration = async (url: string): Promise<string> =>
  (await fetch(`${url}/_fake/world?configuration=true`, asAdmin)).text();

const issues = async (url: string): Promise<unknown> => (JSON.parse(await exported(url)) as { issues: unknown }).issues;

describe('contract cleanup after a run that was killed while the target did what it had asked', () => {
  // Spread over the whole suite, which has some 1,600 (Cloud), 5,000 and 6,300 writes.
  const places = (profile: string, most: number) =>
    Array.from({ length: 6 }, (_, at) => {
      const after = Math.round(((at + 0.5) * most) / 6);
      return [profile, `after ${after} writes of the whole suite`, after, []] as const;
    });
  const first = (profile: string, what: string, check: string) =>
    [profile, `when it had just made ${what}`, 0, ['--grep', check]] as const;
  const killed: readonly (readonly [profile: string, where: string, after: number, chosen: readonly string[]])[] = [
    first('cloud', 'an issue', 'jira-cloud/issues: createIssue answers 201'),
    first('data-center', 'a field with Extender', 'extender/fields: extenderAddField answers 200'),
    ...(whole
      ? [
          first('cloud', 'a field', 'jira-cloud/fields: createCustomField answers 201'),
          first('cloud', 'an option of an app', 'jira-cloud/app-options: createIssueFieldOption answers 200'),
          first('data-center', 'an issue', 'jira-cloud/issues: createIssue answers 201'),
          ...places('cloud', 1_600),
          ...places('data-center', 5_000),
          ...places('all', 6_300),
        ]
      : []),
  ];

  it.each(killed)(
    'leaves the configuration and the issues of the profile %s as they were before the run: %s',
    async (profile, _, after, chosen) =>
      withQuietFake(profile, async ({ url }, silence) => {
        const folder = mkdtempSync(join(directory, 'run-'));
        const before = [await configuration(url), await issues(url)];
        const target = ['--target', url, '--credentials', credentials];
        const unanswered = silence.after(after);
        const run = startedCommand(['contract', 'run', '--as-real', '--no-prism', ...chosen, ...target], folder);
        await Promise.race([unanswered, run.ended.then(() => Promise.reject(new Error('The run ended before.')))]);
        expect(await run.crash()).toMatchObject({ code: null });
        silence.lift();

        const cleanup = await startedCommand(['contract', 'cleanup', ...target], folder).ended;
        expect(cleanup).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+ removed, 0 left\n/) });
        expect([await configuration(url), await issues(url)]).toEqual(before);
        expect(readdirSync(join(folder, ledgerDirectory))).toEqual([]);
      }),
    120_000,
  );
});
