import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const page = readFileSync(new URL('../../../docs/architecture.md', import.meta.url), 'utf8');

describe('The way of a request', () => {
  let found = '';

  beforeAll(async () => {
    const script = fileURLToPath(new URL('../scripts/way-of-a-request.ts', import.meta.url));
    const options = ['--import', 'tsx', '--conditions=source', script];
    found = (await promisify(execFile)(process.execPath, options)).stdout.trim();
  }, 120_000);

  it('leads through at most 25 files between socket and world', () => {
    const counts = [...found.matchAll(/^(\d+) files:$/gm)].map(([, count]) => Number(count));
    expect(counts).toHaveLength(3);
    expect(Math.max(...counts)).toBeLessThanOrEqual(25);
  });

  it('is the one that docs/architecture.md shows (npm run way -w fake-jira -- --write brings it up to date)', () => {
    expect(/<!-- ways -->\n([^]*)<!-- end of ways -->/.exec(page)?.[1]?.trim()).toBe(found);
  });
});
