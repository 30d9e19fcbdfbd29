import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startFakeJira, type FakeJira } from '../../src/index.js';

describe('the reports of the contract suite', () => {
  let folder: string;
  let jira: FakeJira;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'fake-jira-reports-'));
    jira = await startFakeJira({ reports: join(folder, 'reports') });
  });
  afterAll(async () => {
    await jira.close();
    rmSync(folder, { recursive: true });
  });

  async function ask(path: string) {
    const response = await fetch(`${jira.url}/_fake/reports${path}`);
    return { status: response.status, body: await response.json() };
  }

  function write(name: string, content: unknown, day: number): void {
    const path = join(folder, 'reports', name);
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
    utimesSync(path, day * 86_400, day * 86_400);
  }

  it('are none before anything was written', async () => {
    expect(await ask('')).toEqual({ status: 200, body: { reports: [] } });
  });

  it('are listed with what they are, the newest first, and opened by name; other files are not', async () => {
    mkdirSync(join(folder, 'reports', 'recorded'), { recursive: true });
    const run = { format: 'fake-jira contract report 1', results: [] };
    write('run.json', run, 1);
    write('matrix.json', { format: 'fake-jira contract matrix 1', rows: [] }, 3);
    write('compared.json', [{ before: 'a', after: 'b' }], 2);
    write('recorded/recording.json', { format: 'fake-jira recording 1', profile: { name: 'cloud' }, files: [] }, 1);
    write('recorded/taken.json', { url: 'https://jira.test', at: '2026-11-28T00:00:00Z' }, 1);
    write('package.json', { name: 'other' }, 4);
    write('notes.txt', 'fake-jira contract report 1', 4);
    write('broken.json', '{ "format": ', 4);
    utimesSync(join(folder, 'reports', 'recorded'), 0, 0);
    expect((await ask('')).body).toEqual({
      reports: [
        { name: 'matrix.json', kind: 'matrix', at: '1970-01-04T00:00:00.000Z' },
        { name: 'compared.json', kind: 'comparison', at: '1970-01-03T00:00:00.000Z' },
        { name: 'run.json', kind: 'run', at: '1970-01-02T00:00:00.000Z' },
        { name: 'recorded', kind: 'recording', at: '1970-01-01T00:00:00.000Z' },
      ],
    });
    expect(await ask('/run.json')).toEqual({ status: 200, body: run });
    expect(await ask('/recorded')).toEqual({
      status: 200,
      body: { profile: { name: 'cloud' }, files: [], taken: { url: 'https://jira.test', at: '2026-11-28T00:00:00Z' } },
    });
  });

  it.each(['/package.json', '/..%2Fsecret.json', '/%2e%2e', '/nothing.json'])(
    'are all that is read: not %s',
    async (path) => {
      writeFileSync(join(folder, 'secret.json'), '{ "format": "fake-jira contract report 1" }');
      expect(await ask(path)).toMatchObject({ status: 404 });
    },
  );
});
