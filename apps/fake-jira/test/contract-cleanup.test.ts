import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
    ['before it knew the id of the field that it had made', 'getContextsForField', false],
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
      expect(ledgerIn(folder).at(-1)).toEqual({ step: 'entry', entry: field });
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
