import { jest } from '@jest/globals';
import { logger } from '../src/cli/log.js';
import type { JournalEntry } from '../src/http/journal.js';

const entry = (violations: readonly string[]) =>
  ({ method: 'GET', path: '/rest/api/2/field', status: 200, user: 'admin', violations }) as unknown as JournalEntry;

describe.each(['text', 'json'] as const)('the log, %s', (format) => {
  let written: jest.SpiedFunction<typeof console.log>;
  beforeEach(() => void (written = jest.spyOn(console, 'log').mockImplementation(() => undefined)));
  afterEach(() => written.mockRestore());

  it('has each request', () => {
    logger(format).request(entry([]));
    expect(written.mock.calls.join('\n')).toContain('/rest/api/2/field');
  });

  it('has with --quiet only those whose answer is not what the spec says', () => {
    const log = logger(format, { quiet: true });
    log.request(entry([]));
    expect(written).not.toHaveBeenCalled();
    log.request(entry(['/values must be array']));
    expect(written.mock.calls.join('\n')).toContain('/values must be array');
  });
});
