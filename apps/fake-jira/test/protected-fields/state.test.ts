import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWorld } from '@fake-jira/fixtures';
import { findIssue, protectedValue, Vault } from '@fake-jira/world';
import { installationVault, keyVariable } from '../../src/cli/installation-key.js';
import { StateDirectory } from '../../src/cli/state.js';
import { fakeJira, startedFake } from '../support/command-line.js';
import { world } from './protected-world.js';

describe('What is kept of a world with protected fields', () => {
  let directory: string;
  beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'fake-jira-'))));
  afterEach(() => rmSync(directory, { recursive: true }));

  const keyFile = () => join(directory, 'installation.key');
  const key = 'ab'.repeat(32);

  /** A state in which an issue has an encrypted value. */
  function keep(vault: Vault): void {
    const issues = [{ key: 'TEST-1', type: 'Bug', summary: 'S', fields: { text: 'hush' } }];
    const state = new StateDirectory(directory);
    state.keep('default', buildWorld({ ...world, issues }, { now: 0, vault }));
    state.flush();
  }

  describe('the key of an installation', () => {
    it('is made at the first start beside the state, for its owner alone, and opens the state afterwards', () => {
      const vault = installationVault(directory, {});
      expect(readFileSync(keyFile(), 'utf8')).toMatch(/^[0-9a-f]{64}\n$/);
      expect(statSync(keyFile()).mode & 0o777).toBe(0o600);
      keep(vault);
      const next = installationVault(directory, {});
      expect(next.fingerprint).toBe(vault.fingerprint);
      const root = new StateDirectory(directory).load('default', next);
      const issue = root && findIssue(root, 'TEST-1');
      expect(issue && protectedValue(next, issue, 10121)).toEqual({ kind: 'text', text: 'hush' });
    });

    it('is that of the environment, where there is one, and then stands in no file', () => {
      expect(installationVault(directory, { [keyVariable]: key }).fingerprint).toBe(new Vault(key).fingerprint);
      expect(() => statSync(keyFile())).toThrow('ENOENT');
    });

    it('is a random one without a state', () => {
      expect(installationVault(undefined, {}).fingerprint).not.toBe(installationVault(undefined, {}).fingerprint);
    });

    it.each(['short', 'g'.repeat(64)])('is refused where it is none, and not repeated: %j', (wrong) => {
      const refusal = 'holds no key: a key has 64 hexadecimal digits (openssl rand -hex 32).';
      expect(() => installationVault(undefined, { [keyVariable]: wrong })).toThrow(`${keyVariable} ${refusal}`);
      writeFileSync(keyFile(), wrong);
      expect(() => installationVault(directory, {})).toThrow(`${keyFile()} ${refusal}`);
    });

    it('that is gone is missed, and no other one is made in its place', () => {
      keep(installationVault(directory, {}));
      rmSync(keyFile());
      expect(() => installationVault(directory, {})).toThrow(
        `default.world-state.json holds encrypted values, and their key ${keyFile()} is missing.`,
      );
      expect(() => statSync(keyFile())).toThrow('ENOENT');
    });

    it('that is another one is refused with the field and the issue that it does not open', () => {
      keep(new Vault(key));
      expect(() => new StateDirectory(directory).load('default', new Vault())).toThrow(
        'the value of customfield_10121 in TEST-1 cannot be opened (it is sealed with another key)',
      );
    });

    it('of a state from before there were protected fields is made', () => {
      const state = new StateDirectory(directory);
      state.keep('default', buildWorld({}, { now: 0 }));
      state.flush();
      expect(installationVault(directory, {}).fingerprint).toMatch(/^[0-9a-f]{16}$/);
    });
  });

  describe('the command line', () => {
    const asked = (field = 'customfield_10017') =>
      `/rest/protected-fields/1/values?token=demo-token&issueKey=SHOP-1&fieldId=${field}`;

    it('says where Protected Fields is, goes on with its values, and says that their key is missing', async () => {
      const first = await startedFake('--state', directory);
      expect(first.ready).toMatchObject({ protectedFields: '/rest/protected-fields/1/values' });
      const body = JSON.stringify([{ fieldId: 'customfield_10017', value: 'kept' }]);
      const headers = { 'Content-Type': 'application/json' };
      expect(await (await fetch(first.url + asked(), { method: 'PUT', body, headers })).text()).toBe('OK');
      expect(await first.line()).toMatchObject({ path: asked().replace('demo-token', '***') });
      await first.stop();
      expect(readFileSync(join(directory, 'default.world-state.json'), 'utf8')).not.toMatch(/kept|demo-token/);

      const second = await startedFake('--state', directory);
      expect(await (await fetch(second.url + asked())).json()).toEqual([
        { fieldId: 'customfield_10017', value: 'kept' },
      ]);
      await second.stop();

      rmSync(keyFile());
      const { code, err } = await fakeJira('start', '--port', '0', '--state', directory);
      expect(code).toBe(2);
      expect(err).toContain(`their key ${keyFile()} is missing`);
      expect(err).not.toMatch(/\n +at /);
    });

    it('refuses a world file whose values are sealed with another key, and checks it without one', async () => {
      const { sealed } = { sealed: new Vault(key).seal('{"kind":"text","text":"x"}', 'customfield_10000 TEST-1') };
      const file = join(directory, 'world.yaml');
      writeFileSync(
        file,
        `projects: [{ key: TEST }]\nfields: [{ name: Secret, type: protected-text }]\nissues: [{ key: TEST-1, type: Bug, summary: S, fields: { Secret: { sealed: ${sealed} } } }]\n`,
      );
      expect((await fakeJira('world', 'check', file)).code).toBe(0);
      const { code, err } = await fakeJira('start', '--port', '0', '--world', file);
      expect([code, err]).toEqual([
        2,
        'world issues[0].fields.Secret: the value of customfield_10000 in TEST-1 cannot be opened: it is sealed with another key\n',
      ]);
    });
  });
});
