import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startedCommand, startedFakeIn } from './support/command-line.js';

const run = promisify(execFile);

describe('fake-jira start --tls', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'fake-jira-tls-')));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = join(folder, '.fake-jira/tls/certificate.pem');
  const key = join(folder, '.fake-jira/tls/key.pem');

  it('keeps its certificate, says where it is, and takes the same one the next time', async () => {
    const first = await startedFakeIn(folder, '--tls');
    expect(first.ready).toMatchObject({ certificate: file, url: expect.stringMatching(/^https:/) as string });
    expect(statSync(key).mode & 0o777).toBe(0o600);
    const { stdout } = await run('curl', ['-fsS', '--cacert', file, `${first.url}/rest/api/2/serverInfo`]);
    expect(JSON.parse(stdout)).toMatchObject({ baseUrl: first.url });
    await first.stop();
    const certificate = readFileSync(file, 'utf8');
    await (await startedFakeIn(folder, '--tls')).stop();
    expect(readFileSync(file, 'utf8')).toBe(certificate);
    await (await startedFakeIn(folder, '--tls', '--allowed-host', 'jira.test')).stop();
    expect(readFileSync(file, 'utf8')).not.toBe(certificate);
  });

  it('takes a given certificate with its key, and says where one half is missing', async () => {
    const jira = await startedFakeIn(folder, '--tls-cert', file, '--tls-key', key);
    expect(jira.ready).toMatchObject({ certificate: file });
    await jira.stop();
    const said = async (...args: string[]) =>
      (await startedCommand(['start', '--port', '0', ...args], folder).ended).err;
    expect(await said('--tls-cert', file)).toBe('--tls-cert needs its key too: --tls-key FILE.\n');
    expect(await said('--tls-key', key)).toBe('--tls-key needs the certificate too: --tls-cert FILE.\n');
    writeFileSync(join(folder, 'no.pem'), 'no');
    expect(await said('--tls-cert', join(folder, 'no.pem'), '--tls-key', key)).toContain('cannot be used');
    expect(await said('--tls-cert', 'nowhere.pem', '--tls-key', key)).toBe('nowhere.pem: there is no such file.\n');
  });

  it('has exec tell its command what to trust', async () => {
    const program =
      'fetch(process.env.FAKE_JIRA_URL).then(({ status }) => console.log(status, process.env.FAKE_JIRA_CA))';
    const command = ['exec', '--tls', '--', process.execPath, '-e', program];
    const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
    expect(await startedCommand(command, folder, { ...env, NODE_EXTRA_CA_CERTS: undefined }).ended).toMatchObject({
      out: `404 ${file}\n`,
      code: 0,
    });
  });
});
