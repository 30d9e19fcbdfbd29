import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Request, RequestHandler } from 'express';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requestView, startFakeJira, type FakeJira } from '../src/index.js';
import { credentialsOfTheFake, ledgerDirectory } from '../src/cli/contract-target.js';
import { asAdmin, startedCommand } from './support/command-line.js';

const directory = mkdtempSync(join(tmpdir(), 'fake-jira-cleanup-'));
afterAll(() => rmSync(directory, { recursive: true }));

const credentials = join(directory, 'credentials.json');
writeFileSync(credentials, JSON.stringify(credentialsOfTheFake));

const exported = async (url: string): Promise<string> => (await fetch(`${url}/_fake/world`, asAdmin)).text();

/** The steps that the one ledger in a folder has. */
function ledgerIn(folder: string): unknown[] {
  const files = readdirSync(join(folder, ledgerDirectory));
  expect(files).toEqual([expect.stringMatching(/\.jsonl$/)]);
  const lines = readFileSync(join(folder, ledgerDirectory, files[0] as string), 'utf8')
    .trimEnd()
    .split('\n');
  return lines.map((line) => JSON.parse(line) as unknown);
}

/** Also in the middle of the whole suite with `npm run test:all`. */
const whole = process.env['FAKE_JIRA_TESTS'] === 'all';

/** Does what it is asked, or does not, and says nothing from a certain request on. */
class Silence {
  #isUnheard: (request: Request) => boolean = () => false;
  #isUndone = false;
  #met: () => void = () => undefined;

  /** Answers no write once so many have been answered: each is done, and whoever asked does not hear of it. */
  afterWrites(writes: number): Promise<void> {
    let left = writes;
    return this.#begin(({ method }) => method !== 'GET' && (left -= 1) < 0, false);
  }

  /** Holds what is asked of an operation, which is not done either. */
  before(operation: string): Promise<void> {
    return this.#begin((request) => requestView(request).operationId === operation, true);
  }

  lift(): void {
    this.#isUnheard = () => false;
  }

  /** @returns when the first request is not answered */
  #begin(isUnheard: (request: Request) => boolean, isUndone: boolean): Promise<void> {
    this.#isUnheard = isUnheard;
    this.#isUndone = isUndone;
    return new Promise((resolve) => (this.#met = resolve));
  }

  readonly middleware: RequestHandler = (request, response, next) => {
    if (!this.#isUnheard(request)) return next();
    if (this.#isUndone) return this.#met();
    response.end = () => {
      this.#met();
      return response;
    };
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

describe('contract cleanup after a run that was killed', () => {
  it.each([
    ['before a field that it had made was complete', 'getContextsForField'],
    ['in the middle of a check', 'updateCustomFieldContext'],
    ['while it removed a field', 'deleteCustomField'],
  ])(
    'leaves the world as it was before the run: %s',
    async (_, held) =>
      withQuietFake('cloud', async ({ url }, silence) => {
        const folder = mkdtempSync(join(directory, 'run-'));
        const before = await exported(url);
        const target = ['--target', url, '--credentials', credentials];
        const unanswered = silence.before(held);
        const run = startedCommand(
          ['contract', 'run', '--as-real', '--no-prism', '--grep', 'jira-cloud/contexts', ...target],
          folder,
        );
        await Promise.race([unanswered, run.ended.then(() => Promise.reject(new Error('The run ended before.')))]);
        expect(await run.crash()).toMatchObject({ code: null });
        const field = { kind: 'field', name: expect.any(String), id: expect.any(String) };
        expect(ledgerIn(folder).at(-1)).toEqual({ step: 'entry', number: expect.any(Number), entry: field });
        expect(await exported(url)).not.toBe(before);

        silence.lift();
        const cleanup = await startedCommand(['contract', 'cleanup', ...target], folder).ended;
        expect(cleanup).toMatchObject({ code: 0, out: expect.stringMatching(/^[1-9]\d* removed, 0 left\n/) });
        expect(await exported(url)).toBe(before);
        expect(readdirSync(join(folder, ledgerDirectory))).toEqual([]);
      }),
    60_000,
  );
});

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
        const unanswered = silence.afterWrites(after);
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
