import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseWorldFile, WorldFileError } from '@fake-jira/fixtures';
import { fakeJira } from '../support/command-line.js';
import { cpuTime } from '../support/cpu-time.js';
import { ask, control, listening } from '../control/stage.js';

const directory = mkdtempSync(join(tmpdir(), 'fake-jira-attacks-'));
afterAll(() => rmSync(directory, { recursive: true }));

const numbered = (count: number, make: (n: number) => string) => Array.from({ length: count }, (_, n) => make(n));
/** Milliseconds of processor time: half of what the quickest of these took before, and several times what it takes now. */
const enough = 5_000;

describe('a world file with very many mistakes is refused before anybody else has to wait', () => {
  it.each([
    ['keys that nobody knows', numbered(20_000, (n) => `k${n}: 1`).join('\n')],
    ['entries that are wrong', `users:\n${numbered(20_000, () => '- nme: 1').join('\n')}`],
    ['the same as JSON', `{"users":[${numbered(30_000, () => '{"nme":1}').join()}]}`],
    ['a key that stands everywhere', numbered(20_000, () => 'users: []').join('\n')],
    ['a name without end', `${'k'.repeat(1_000_000)}: 1`],
  ])(
    '%s',
    async (_what, text) => {
      const read = () => expect(() => parseWorldFile(text, { name: 'world' })).toThrow(WorldFileError);
      expect(await cpuTime(read)).toBeLessThan(enough);
    },
    60_000,
  );

  it('that is no text any more', async () => {
    const jira = await listening();
    const text = JSON.stringify({ users: Array.from({ length: 100_000 }, () => ({ nme: 1 })) });
    let status: number | undefined;
    const taken = await cpuTime(async () => ({ status } = await control(jira, 'PUT', 'world', text)));
    expect([status, taken < enough]).toEqual([400, true]);
  }, 60_000);

  it('and says a thousand of them, and how many there are', async () => {
    const jira = await listening();
    const text = JSON.stringify({ users: Array.from({ length: 5_000 }, () => ({ nme: 1 })) });
    const { status, body } = await control(jira, 'PUT', 'world', text);
    expect([status, body.mistakes.length]).toEqual([400, 1_001]);
    expect(body.mistakes.at(-1)).toEqual({ path: '', message: '9000 more mistakes are left out' });
  });

  it('says where a key stands a second time', () => {
    expect(() => parseWorldFile('users: []\ngroups:\n- name: a\n  name: b', { name: 'w' })).toThrow(
      'w:4:3 Map keys must be unique',
    );
  });
});

describe('the history of a world file', () => {
  it.each<[string, unknown]>([
    ['jobRuns', ['TRUNCATE_EVENT_LOG', { name: 'TRUNCATE_EVENT_LOG', scheduledAt: 'now', held: false }]],
    ['jobRuns', ['TRUNCATE_EVENT_LOG', { name: 'TRUNCATE_EVENT_LOG', scheduledAt: 8.65e15, held: false }]],
    ['jobRuns', ['TRUNCATE_EVENT_LOG', { name: 'TRUNCATE_EVENT_LOG', held: false }]],
    ['events', [1, { id: 1, at: null, name: 'X', details: 'y' }]],
    ['tasks', [1]],
    ['migrationRuns', [1, -1]],
  ])('is refused where a record of %s has not its form: %j', async (table, row) => {
    const jira = await listening();
    const { status, body } = await control(jira, 'PUT', 'world', { history: { tables: { [table]: [row] } } });
    expect([status, body.message]).toEqual([400, expect.stringContaining(`history.tables.${table}[0]`)]);
  });

  it('that was exported can be read again', async () => {
    const jira = await listening({ world: 'demo' });
    await ask(jira, '/rest/api/3/field');
    const { body } = await control(jira, 'GET', 'world?history=true');
    expect((await control(jira, 'PUT', 'world', body)).status).toBe(200);
  });
});

describe('the command line says in a sentence what it cannot read', () => {
  it.each([
    ['a file that is too deep', () => written('deep.json', `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`), 1],
    ['a directory', () => directory, 2],
    ['a file that does not end', () => '/dev/zero', 2],
  ])(
    '%s',
    async (_what, file, code) => {
      const ended = await fakeJira('world', 'check', file());
      expect(ended.code).toBe(code);
      expect(ended.out + ended.err).not.toMatch(/\n\s+at /);
      expect((ended.out + ended.err).length).toBeLessThan(1_000);
    },
    60_000,
  );
});

function written(name: string, text: string): string {
  const file = join(directory, name);
  writeFileSync(file, text);
  return file;
}
