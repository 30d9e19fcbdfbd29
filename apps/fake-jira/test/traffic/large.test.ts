import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { namedProfile } from '@fake-jira/profile';
import { startedCommand } from '../support/command-line.js';
import { sessionOnCloud } from './sessions.js';
import { harOf } from './stage.js';

const megabyte = 1024 * 1024;
/** A HAR of a size, and a heap in which it has no room: whole in memory it would take more than its size. */
const [size, heap] = process.env['FAKE_JIRA_TESTS'] === 'all' ? [500, 250] : [120, 100];

/** Writes a HAR of which most is of other hosts, as that of a browser's long session: pictures, scripts, telemetry. */
async function writeLargeHar(file: string, entries: readonly object[]): Promise<void> {
  const out = createWriteStream(file);
  const write = async (text: string) => {
    if (!out.write(text)) await once(out, 'drain');
  };
  const picture = (number: number) => ({
    request: { method: 'GET', url: `https://pictures.example.com/${number}.png`, headers: [] },
    response: {
      status: 200,
      headers: [{ name: 'Content-Type', value: 'image/png' }],
      content: { mimeType: 'image/png', encoding: 'base64', text: 'iVBORw0K'.repeat(megabyte / 16) },
    },
  });
  await write('{"log":{"version":"1.2","creator":{"name":"test","version":"1"},"entries":[');
  for (let number = 0; number < size * 2; number++) {
    const own = entries[number];
    await write(`${number === 0 ? '' : ','}${JSON.stringify(picture(number))}${own ? `,${JSON.stringify(own)}` : ''}`);
  }
  await write(']}}');
  out.end();
  await once(out, 'finish');
}

describe('A HAR that is larger than the memory there is', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fake-jira-large-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it(`is read entry by entry: ${size} MB, with ${heap} MB of heap`, async () => {
    const file = join(folder, 'large.har');
    const har = JSON.parse(await harOf(namedProfile('cloud'), sessionOnCloud)) as { log: { entries: object[] } };
    await writeLargeHar(file, har.log.entries);
    expect(statSync(file).size).toBeGreaterThan(size * megabyte);
    const env = { NODE_OPTIONS: `--max-old-space-size=${heap}` };
    const checked = await startedCommand(['traffic', 'check', file, '--profile', 'cloud'], folder, env).ended;
    expect([checked.code, checked.err]).toEqual([0, expect.stringContaining(`${size * 2} exchanges were left out`)]);
    expect(checked.out).toContain(`${har.log.entries.length} passed, 0 failed`);
  }, 600_000);
});
