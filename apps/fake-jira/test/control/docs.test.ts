import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { listening } from './stage.js';

const run = promisify(execFile);
const docs = fileURLToPath(new URL('../../../../docs/', import.meta.url));
const here = fileURLToPath(new URL('../../', import.meta.url));
const directory = mkdtempSync(join(tmpdir(), 'fake-jira-'));
afterAll(() => rmSync(directory, { recursive: true }));

function blocks(page: string, language: string): string[] {
  const text = readFileSync(join(docs, page), 'utf8');
  return [...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)].flatMap(([, found, code]) =>
    found === language ? [code ?? ''] : [],
  );
}

describe.each(['workspaces.md', 'faults.md', 'control-api.md', 'webhooks.md'])('docs/%s', (page) => {
  it('has commands that do what they say, one after the other', async () => {
    const jira = await listening({ world: 'demo' });
    // What starts a fake of its own is shown by the tests of who is kept out.
    const commands = blocks(page, 'sh').filter((code) => !code.includes('npx fake-jira start'));
    expect(commands.length).toBeGreaterThan(0);
    for (const code of commands) {
      const here = code.replaceAll('http://127.0.0.1:2990', jira.url).replaceAll(/^curl /gm, 'curl -fsS ');
      await run('sh', ['-e', '-c', here], { cwd: directory });
    }
  });

  it('has programs that run', async () => {
    for (const code of blocks(page, 'js')) {
      const { stdout } = await run(process.execPath, ['--input-type=module', '-e', code], { cwd: here });
      expect(stdout).not.toBe('');
    }
  });
});
