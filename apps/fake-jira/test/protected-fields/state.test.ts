import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findIssue, protectedValue, Vault } from '@fake-jira/world';
import { installationVault, keyVariable } from '../../src/state/installation-key.js';
import { openState } from '../../src/state/open-state.js';
import { startFakeJira } from '../../src/index.js';
import { fakeJira, startedFake } from '../support/command-line.js';
import { world } from './protected-world.js';

describe('What is kept of a world with protected fields', () => {
  let directory: string;
  beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'fake-jira-'))));
  afterEach(() => rmSync(directory, { recursive: true }));

  const keyFile = () => join(directory, 'installation.key');
  const key = 'ab'.repeat(32);

  /** A state in which an issue has an encrypted value. */
  async function keepSealed(): Promise<Vault> {
    const state = await openState(directory);
    const issues = [{ key: 'TEST-1', type: 'Bug', summary: 'S', fields: { text: 'hush' } }];
    const jira = await startFakeJira({ ...state, world: { ...world, issues } });
    jira.clock.freeze();
    expect(
      (await fetch(`${jira.url}/_fake/clock`, { method: 'PUT', body: '{"frozen":true}', headers: json })).status,
    ).toBe(200);
    await jira.close();
    await state.keeper.close();
    return state.vault;
  }

  const json = { 'Content-Type': 'application/json' };
  const state = (holdsSealed: boolean) => ({ directory, holdsSealed: () => Promise.resolve(holdsSealed) });

  describe('the key of an installation', () => {
    it('is made at the first start beside the state, for its owner alone, and opens the state afterwards', async () => {
      const vault = await keepSealed();
      expect(readFileSync(keyFile(), 'utf8')).toMatch(/^[0-9a-f]{64}\n$/);
      expect(statSync(keyFile()).mode & 0o777).toBe(0o600);
      const next = await openState(directory);
      expect(next.vault.fingerprint).toBe(vault.fingerprint);
      const { root } = await next.keeper.load('default');
      const issue = findIssue(root, 'TEST-1');
      expect(issue && protectedValue(next.vault, issue, 10121)).toEqual({ kind: 'text', text: 'hush' });
      await next.keeper.close();
    });

    it('is that of the environment, where there is one, and then stands in no file', async () => {
      const vault = await installationVault(state(false), { [keyVariable]: key });
      expect(vault.fingerprint).toBe(new Vault(key).fingerprint);
      expect(() => statSync(keyFile())).toThrow('ENOENT');
    });

    it('is a random one without a state', async () => {
      const [one, other] = [await installationVault(undefined, {}), await installationVault(undefined, {})];
      expect(one.fingerprint).not.toBe(other.fingerprint);
    });

    it.each(['short', 'g'.repeat(64)])('is refused where it is none, and not repeated: %j', async (wrong) => {
      const refusal = 'holds no key: a key has 64 hexadecimal digits (openssl rand -hex 32).';
      await expect(installationVault(undefined, { [keyVariable]: wrong })).rejects.toThrow(`${keyVariable} ${refusal}`);
      writeFileSync(keyFile(), wrong);
      await expect(installationVault(state(false), {})).rejects.toThrow(`${keyFile()} ${refusal}`);
    });

    it('that is gone is missed, and no other one is made in its place', async () => {
      await keepSealed();
      rmSync(keyFile());
      await expect(openState(directory)).rejects.toThrow(
        `${directory} holds encrypted values, and their key ${keyFile()} is missing.`,
      );
      expect(() => statSync(keyFile())).toThrow('ENOENT');
    });

    it('that is another one is refused with the field and the issue that it does not open', async () => {
      await keepSealed();
      writeFileSync(keyFile(), key);
      const next = await openState(directory);
      await expect(startFakeJira({ ...next, world })).rejects.toThrow(
        'the value of customfield_10121 in TEST-1 cannot be opened (it is sealed with another key)',
      );
      await next.keeper.close();
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
