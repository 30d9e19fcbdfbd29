import { jest } from '@jest/globals';
import { buildWorld } from '@fake-jira/fixtures';
import { logger } from '../src/cli/log.js';
import type { JournalEntry } from '../src/http/journal.js';

const entry = (violations: readonly string[], more: Partial<JournalEntry> = {}) =>
  ({
    method: 'GET',
    path: '/rest/api/2/field',
    status: 200,
    user: 'admin',
    violations,
    ...more,
  }) as unknown as JournalEntry;

describe.each(['text', 'json'] as const)('the log, %s', (format) => {
  // Jest has its workers paint where it runs on a terminal.
  const { FORCE_COLOR } = process.env;
  beforeAll(() => delete process.env['FORCE_COLOR']);
  afterAll(() => {
    if (FORCE_COLOR !== undefined) process.env['FORCE_COLOR'] = FORCE_COLOR;
  });
  let written = '';
  const spies: { mockRestore: () => void }[] = [];
  beforeEach(() => {
    written = '';
    const write = (text: unknown) => {
      written += String(text);
      return true;
    };
    spies.push(
      jest.spyOn(console, 'log').mockImplementation((text: unknown) => void write(`${String(text)}\n`)),
      jest.spyOn(process.stdout, 'write').mockImplementation(write),
    );
  });
  afterEach(() => spies.splice(0).forEach((spy) => spy.mockRestore()));

  it('has each request', async () => {
    (await logger(format)).request(entry([]));
    expect(written).toContain('/rest/api/2/field');
  });

  it('has with --quiet only those whose answer is not what the spec says', async () => {
    const log = await logger(format, { quiet: true });
    log.request(entry([]));
    expect(written).toBe('');
    log.request(entry(['/values must be array']));
    expect(written).toContain('/values must be array');
  });

  it('has one line of a request, whatever it and its user are called', async () => {
    const user = 'eve\n200 GET /forged\r\u001b[2J\u2028\u009b';
    (await logger(format)).request(entry([], { user, path: '/a\u001b[31m' }));
    expect(written.trimEnd()).not.toMatch(format === 'text' ? /[\p{Cc}\p{Zl}]/u : /[\0-\x1f]/);
    expect(written).toContain('eve\\');
  });

  it('has no password that somebody has chosen', async () => {
    const people = [{ name: 'admin', password: 'swordfish' }, { name: 'bob' }];
    const root = buildWorld({ users: people, groups: [] }, { now: 0 });
    const ready = { url: 'http://127.0.0.1:1', profile: 'all', protectedFields: null, size: '', root, auth: 'strict' };
    (await logger(format)).ready(ready);
    expect(written).not.toContain('swordfish');
    expect(written).toContain('***');
  });
});
