import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asAdmin, fakeJira, startedFake } from './support/command-line.js';

const directory = mkdtempSync(join(tmpdir(), 'fake-jira-'));
afterAll(() => rmSync(directory, { recursive: true }));

function file(name: string, content: string): string {
  const path = join(directory, name);
  writeFileSync(path, content);
  return path;
}

describe('the command line', () => {
  it('has a help text that names its commands, and a version', async () => {
    const help = await fakeJira('--help');
    expect(help).toMatchObject({ code: 0, err: '' });
    for (const command of ['start', 'world', 'spec', 'profiles']) expect(help.out).toContain(command);
    expect((await fakeJira('start', '--help')).out).toContain('--world');
    expect((await fakeJira('--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it.each([
    [['strat'], 'Did you mean start?'],
    [['start', '--prot', '1'], 'unknown option'],
    [['start', '--port', '70000'], '--port cannot be "70000". It is a whole number from 0 to 65535.'],
    [['start', '--auth', 'none'], '--auth cannot be "none". It is one of: strict, any.'],
    [['start', '--profile', 'clod'], 'There is no profile "clod", but there is cloud'],
    [['start', '--world', 'dmeo'], 'There is no preset "dmeo", but there is demo'],
    [['start', '--world', 'nothing.yaml'], 'nothing.yaml: there is no such file.'],
    [
      ['start', '--host', '192.0.2.1', '--control-token-file', file('token', 'open-sesame\n')],
      'is no address of this machine',
    ],
    [['spec', '--api', 'nope'], '--api cannot be "nope". It is one of: '],
    [['profiles', 'show', 'nothing.yaml'], 'nothing.yaml: there is no such file.'],
    [['explain', 'GET', '/rest/api/3/feild'], '/rest/api/3/feild is no address of the profile all.'],
    [['explain', 'PATCH', '/rest/api/3/field'], 'takes GET, POST, not PATCH'],
  ])('answers %j with exit code 2 and what to do', async (args, sentence) => {
    const { code, err } = await fakeJira(...args);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
    expect(err).not.toMatch(/\n +at /);
  });

  it('says that a port is taken, and how to choose another', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const { code, err } = await fakeJira('start', '--port', String(port));
    server.close();
    expect({ code, err }).toEqual({
      code: 2,
      err: `Port ${port} is taken. Choose another one with --port, or --port 0 for a free one.\n`,
    });
  });

  it('writes the document of an API as it is in a profile, as YAML or JSON', async () => {
    const out = join(directory, 'spec.json');
    expect(await fakeJira('spec', '--profile', 'data-center', '--out', out)).toEqual({ code: 0, out: '', err: '' });
    const document = JSON.parse(readFileSync(out, 'utf8')) as { paths: object };
    expect(Object.keys(document.paths)).toContain('/rest/api/2/customFields');
    expect((await fakeJira('spec', '--profile', 'cloud')).out).toMatch(/^openapi: 3\.0\.3\n/);
  });

  it('lists the profiles, and shows one with its answers to every open question', async () => {
    expect((await fakeJira('profiles', 'list')).out).toMatch(/^all +Jira any/);
    const profile = file(
      'mine.yaml',
      "name: mine\njira: { deployment: cloud }\ncustomfieldEditor: null\nextender: null\nprotectedFields: false\nanswers: { jira.bare-field-id: '404' }\n",
    );
    const { out } = await fakeJira('profiles', 'show', profile);
    expect(out).toContain('jira.bare-field-id: "404" # 400 (default) · 404\n');
    expect(out).toMatch(
      /# Which contexts does .*\?\n {2}jira.new-field-context: one-global # one-global \(default\) · none\n/,
    );
  });

  it('explains a request: each outcome with its grade and source, and the open questions behind it', async () => {
    const context = '/rest/api/3/field/customfield_10000/context/10100';
    const { out } = await fakeJira('explain', 'DELETE', context, '--profile', 'cloud');
    expect(out).toMatch(/^DELETE .*\{contextId\} +\(deleteCustomFieldContext\)\n/);
    expect(out).toMatch(/\ndocumented: Jira Field API, Delete Custom Field Context\n/);
    expect(out).toMatch(/\n204 {2}documented +The context is deleted\.\n/);
    expect(out).toMatch(/\n {5}assumed +global-context-stays: /);
    expect(out).toMatch(/\? jira\.bare-field-id: 400 \(default, assumed\) {2}Which status/);
    const before = await fakeJira('explain', 'DELETE', context, '--profile', 'cloud-2026-03');
    expect(before.out).not.toContain('global-context-stays');
    const json = await fakeJira('explain', 'get', '/jira/rest/api/2/field?x=1', '--json');
    expect(JSON.parse(json.out)).toMatchObject({
      operation: 'getFields',
      outcomes: [{ status: 200, evidence: 'documented' }, {}],
    });
  });

  it('lists all mistakes of a profile file', async () => {
    const profile = file('broken.yaml', 'name: mine\njira: { deployment: cluod }\nextender: nine\n');
    const { code, err } = await fakeJira('start', '--profile', profile);
    expect(code).toBe(2);
    expect(err).toContain('jira.deployment');
    expect(err).toContain('extender');
  });

  it('writes the world file of a preset: YAML or JSON, the same for the same seed, with its schema', async () => {
    const out = join(directory, 'made.json');
    expect(await fakeJira('world', 'generate', '--preset', 'team', '--seed', '7', '--out', out)).toMatchObject({
      code: 0,
      out: '',
    });
    const json = readFileSync(out, 'utf8');
    expect(JSON.parse(json)).toMatchObject({ $schema: expect.stringContaining('world.schema.json') as string });
    const generate = (seed: string, format: string) =>
      fakeJira('world', 'generate', '--preset', 'team', '--seed', seed, '--format', format);
    expect((await generate('7', 'json')).out).toBe(json);
    expect((await generate('8', 'json')).out).not.toBe(json);
    expect((await generate('7', 'yaml')).out).toMatch(/^# yaml-language-server: \$schema=/);
    expect(await fakeJira('world', 'check', out)).toMatchObject({ code: 0 });
  });

  it('refuses presets, formats and endings that are none', async () => {
    const refused = async (...args: string[]) => {
      const { code, err } = await fakeJira('world', 'generate', ...args);
      return [code, err.trim()];
    };
    const presets = 'demo, tiny, team, enterprise, limits, hostile';
    expect(await refused('--preset', 'taem')).toEqual([2, `--preset cannot be "taem". It is one of: ${presets}.`]);
    expect(await refused('--out', join(directory, 'made.txt'))).toEqual([2, expect.stringContaining('--format')]);
  });

  it('checks a world file: its size, or all of its mistakes with their lines and exit code 1', async () => {
    const good = file('good.yaml', 'projects: [{ key: AB, name: A }]\nfields:\n  - { name: F, type: select }\n');
    expect(await fakeJira('world', 'check', good)).toEqual({
      code: 0,
      out: `${good} is a world of 1 project, 1 custom field, 0 options, 0 issues.\n`,
      err: '',
    });
    const bad = file(
      'bad.yaml',
      'projects: [{ key: AB, name: A }]\nfields:\n  - { name: F, type: selct }\n  - { type: select }\n',
    );
    const { code, err } = await fakeJira('world', 'check', bad);
    expect(code).toBe(1);
    expect(err).toContain('bad.yaml:3:');
    expect(err).toContain('Did you mean "select"?');
    expect(err).toContain('bad.yaml:4:');
  });
});

describe('a started fake', () => {
  it('says in one line where it is, what it holds, and who can sign in', async () => {
    const fake = await startedFake('--world', 'tiny');
    expect(fake.ready).toMatchObject({
      event: 'ready',
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      credentials: [
        { name: 'admin', password: 'admin' },
        { name: 'bob', password: 'bob' },
      ],
    });
    expect((await fetch(`${fake.url}/rest/api/3/myself`, asAdmin)).status).toBe(200);
    expect(await fake.line()).toMatchObject({
      event: 'request',
      method: 'GET',
      path: '/rest/api/3/myself',
      status: 200,
      user: 'admin',
    });
    expect(await fake.stop()).toBe(0);
  });

  it('lets everybody act as the administrator with --auth any', async () => {
    const fake = await startedFake('--auth', 'any');
    expect((await fetch(`${fake.url}/rest/api/3/field/search`)).status).toBe(200);
    await fake.stop();
  });

  it('answers for other hosts only where they are allowed', async () => {
    const fake = await startedFake('--allowed-host', 'jira.test');
    const { hostname, port } = new URL(fake.url);
    const statusFor = (host: string) =>
      new Promise((resolve) => {
        void import('node:http').then(({ get }) =>
          get({ hostname, port, path: '/rest/api/3/serverInfo', headers: { host } }, ({ statusCode }) =>
            resolve(statusCode),
          ),
        );
      });
    expect(await statusFor('jira.test:2990')).toBe(200);
    expect(await statusFor('evil.test')).toBe(403);
    await fake.stop();
  });
});
