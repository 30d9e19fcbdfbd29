import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Finding } from '@fake-jira/target';
import { startFakeJira, type FakeJira } from '../src/index.js';
import { startedCommand } from './support/command-line.js';

describe('fake-jira doctor', () => {
  let jira: FakeJira;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'fake-jira-doctor-'));
    jira = await startFakeJira({ profile: 'data-center' });
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await jira.close();
  });

  const doctor = async (url: string, credentials?: string, env: NodeJS.ProcessEnv = {}) => {
    const file = join(folder, 'credentials.yaml');
    if (credentials !== undefined) writeFileSync(file, credentials);
    const named = credentials === undefined ? [] : ['--credentials', file];
    const { code, out, err } = await startedCommand(['doctor', '--target', url, ...named, '--json'], folder, env).ended;
    const findings = out === '' ? [] : (JSON.parse(out) as Finding[]);
    return { code, err, findings, wrong: findings.filter(({ state }) => state === 'wrong') };
  };
  const complete = `
roles: { administrator: { user: admin, password: admin }, user: { user: bob, password: bob } }
sandbox: { projects: [TEST], issueTypes: [Task] }
`;

  it('finds nothing wrong with a fake and its own credentials', async () => {
    const { code, wrong, findings } = await doctor(jira.url, complete);
    expect({ code, wrong }).toEqual({ code: 0, wrong: [] });
    expect(findings).toContainEqual({
      about: 'Extender',
      state: 'good',
      says: expect.stringContaining('It is there in version'),
      advice: '',
    });
  });

  it('says what is wrong with credentials, one by one, and what to do, and ends with 1', async () => {
    const { code, wrong } = await doctor(
      jira.url,
      `
roles: { administrator: { user: admin, password: admin }, user: { user: admin, password: admin }, app: { user: bob, password: no } }
sandbox: { projects: [TSET, SHOP], issueTypes: [Chore] }
`,
    );
    expect(code).toBe(1);
    expect(wrong.map(({ about }) => about)).toEqual(['user', 'app', 'project TSET', 'project SHOP']);
    expect(wrong.find(({ about }) => about === 'project SHOP')).toMatchObject({
      says: 'It has no issue type "Chore".',
      advice: expect.stringMatching(/^Correct sandbox\.issueTypes of the credentials; it has .*Task.*\.$/),
    });
    for (const { says, advice } of wrong) expect([says, advice].every((text) => text.endsWith('.'))).toBe(true);
  });

  it('says that a token of Protected Fields is not known', async () => {
    const all = await startFakeJira({ profile: 'all' });
    const { wrong } = await doctor(all.url, `${complete}protectedFields: { token: demo }\n`);
    await all.close();
    expect(wrong).toMatchObject([{ about: 'token of Protected Fields', says: 'It is not known there.' }]);
  });

  it('looks at the address also where nobody is named who signs in', async () => {
    const { code, findings, wrong } = await doctor(jira.url);
    expect(code).toBe(1);
    expect(findings.find(({ about }) => about === 'address')).toMatchObject({ state: 'good' });
    expect(wrong).toMatchObject([{ about: 'credentials', says: 'Nobody is named who signs in.' }]);
  });

  it('ends with 3 where nothing answers, and with 2 where there is no address', async () => {
    const { code, wrong } = await doctor('http://127.0.0.1:2', complete);
    expect(code).toBe(3);
    expect(wrong).toMatchObject([{ about: 'address', advice: 'Start it, or correct the port.' }]);
    const none = await doctor('jira.example.com', complete);
    expect(none).toMatchObject({ code: 2, err: expect.stringContaining('is no address of a target') });
  });

  it('prints a table', async () => {
    const env = { FAKE_JIRA_USER: 'admin', FAKE_JIRA_PASSWORD: 'admin' };
    const { code, out } = await startedCommand(['doctor', '--target', jira.url], folder, env).ended;
    expect(code).toBe(0);
    expect(out).toMatch(/✓ +│ administrator +│ Ada Admin can sign in, and is an administrator\./);
    expect(out).toMatch(
      /! +│ sandbox +│ The credentials name no project to make issues in\. +│ What needs issues is skipped/,
    );
    expect(out.trimEnd().split('\n').at(-1)).toBe(`${jira.url} is fit for use.`);
  });
});
