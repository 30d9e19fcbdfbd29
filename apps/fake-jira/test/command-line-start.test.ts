import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startedCommand, startedFake } from './support/command-line.js';

describe('starting a fake', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'fake-jira-start-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (name: string, content: string) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const run = (args: readonly string[], env: NodeJS.ProcessEnv = {}) => startedCommand(args, folder, env).ended;
  const asks = (code: string) => ['--', process.execPath, '-e', code];
  const tellsProfile =
    "fetch(process.env.FAKE_JIRA_URL + '/_fake/info').then((it) => it.json()).then((it) => console.log(it.profile.name, it.counts.projects))";

  it('for one command gives it the address, and ends with its exit code', async () => {
    const asking =
      "fetch(process.env.FAKE_JIRA_URL + '/rest/api/2/serverInfo').then((it) => process.exit(it.status - 193))";
    expect(await run(['exec', '--world', 'tiny', ...asks(asking)])).toEqual({ code: 7, out: '', err: '' });
  });

  it('takes every option from the environment, and the command line goes before it', async () => {
    const env = { FAKE_JIRA_PROFILE: 'data-center', FAKE_JIRA_WORLD: 'tiny' };
    expect((await run(['exec', ...asks(tellsProfile)], env)).out).toBe('data-center 1\n');
    expect((await run(['exec', '--profile', 'cloud', ...asks(tellsProfile)], env)).out).toBe('cloud 1\n');
  });

  it('takes them from a file in the folder, and the environment goes before that', async () => {
    write(
      'fake-jira.config.yaml',
      'profile: data-center\nworld: world.yaml\nallowedHosts: jira.test\n'.replace('Hosts', 'Host'),
    );
    write('world.yaml', 'projects: [{ key: ONE }, { key: TWO }]\n');
    expect((await run(['exec', ...asks(tellsProfile)])).out).toBe('data-center 2\n');
    expect((await run(['exec', ...asks(tellsProfile)], { FAKE_JIRA_PROFILE: 'cloud' })).out).toBe('cloud 2\n');
  });

  it.each([
    ['json', '{ "profile": "cloud", "quiet": true }'],
    ['cjs', "module.exports = { profile: 'cloud', seed: 1 };"],
    ['mjs', "export default { profile: 'cloud', cors: ['http://localhost:5173'] };"],
  ])('reads a configuration file that ends in .%s', async (ending, content) => {
    write(`fake-jira.config.${ending}`, content);
    expect(await run(['exec', ...asks(tellsProfile)])).toMatchObject({ code: 0, out: 'cloud 3\n' });
  });

  it('in the background returns when it is ready, and stop ends it', async () => {
    const started = await run(['start', '--detach', '--port', '0', '--world', 'tiny']);
    const [url = ''] = /http:\S+(?=,)/.exec(started.out) ?? [];
    expect(started).toMatchObject({ code: 0, err: '' });
    expect((await fetch(`${url}/_fake/health`)).status).toBe(200);
    expect(await run(['stop'])).toEqual({ code: 0, out: `${url} has ended.\n`, err: '' });
    await expect(fetch(url)).rejects.toThrow();
    expect((await run(['stop'])).code).toBe(2);
  });

  it('in the background says why it cannot', async () => {
    expect(await run(['start', '--detach', '--world', 'tinny'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('There is no preset "tinny", but there is tiny'),
    });
  });

  it('ends with the shell through which npm has started it', async () => {
    const bin = fileURLToPath(new URL('../bin/fake-jira.cjs', import.meta.url));
    const line = `${process.execPath} ${bin} start --port 0 --log json --world tiny; true`;
    const shell = spawn('sh', ['-c', line], { env: { ...process.env, npm_lifecycle_event: 'npx' } });
    const said = await new Promise<string>((resolve) => shell.stdout.once('data', (chunk) => resolve(String(chunk))));
    const { url } = JSON.parse(said.split('\n')[0] ?? '') as { url: string };
    const ended = new Promise((resolve) => shell.stdout.resume().once('close', resolve));
    shell.kill('SIGTERM');
    await ended;
    await expect(fetch(url)).rejects.toThrow();
  });

  it('passes the health check of the image, with the token and not without', async () => {
    const dockerfile = readFileSync(new URL('../../../Dockerfile', import.meta.url), 'utf8');
    const [command = '[]'] = /(?<=HEALTHCHECK[^]*CMD )\[.*\]/.exec(dockerfile) ?? [];
    const [, ...args] = JSON.parse(command) as string[];
    const token = write('token', 'open-sesame\n');
    const jira = await startedFake('--host', '0.0.0.0', '--world', 'tiny', '--control-token-file', token);
    const check = (file: string) =>
      new Promise((resolve) => {
        const env = { FAKE_JIRA_PORT: new URL(jira.url).port, FAKE_JIRA_CONTROL_TOKEN_FILE: file };
        spawn(process.execPath, args, { env: { ...process.env, ...env } }).on('close', resolve);
      });
    expect(await check(token)).toBe(0);
    expect(await check(write('other', 'something else\n'))).toBe(1);
    await jira.stop();
  });
});

describe('a start with a mistake', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fake-jira-mistakes-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([
    [['exec', '--', 'no-such-command'], 'no-such-command cannot be run: there is no such command.'],
    [['start', '--allowed-host', 'http://jira.test'], '--allowed-host takes a name such as jira.test, not "http://'],
    [['start', '--allowed-host', 'jira.test:80'], '--allowed-host takes a name such as jira.test, not "jira.test:80"'],
    [['start', '--cors', 'localhost:5173'], '--cors: "localhost:5173" is no origin of a web page. Write one like http'],
    [['start', '--cors', 'http://a.test/'], 'Write one like http://a.test.'],
    [['start', '--config', 'nowhere.yaml'], 'nowhere.yaml: there is no such file.'],
    [['stop'], 'No fake runs in the background of this folder: fake-jira start --detach starts one.'],
    [['stop', '--port', '7'], 'No fake with the port 7 runs in the background of this folder'],
  ])('says what is wrong and what to do: %j', async (args, sentence) => {
    const { code, err } = await startedCommand(args, folder).ended;
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(sentence) });
  });

  it('in the environment names the variable', async () => {
    const { code, err } = await startedCommand(['start'], folder, { FAKE_JIRA_PORT: 'x' }).ended;
    expect([code, err]).toEqual([
      2,
      'FAKE_JIRA_PORT (environment): --port cannot be "x". It is a whole number from 0 to 65535.\n',
    ]);
  });

  it.each([
    ['wrld: tiny', 'has "wrld", which is no option: did you mean "world"?'],
    ['port: [1]', '"port" is one value, not [1].'],
    ['watch: maybe', '"watch" is true or false, not "maybe".'],
    ['cors: { a: 1 }', '"cors" is a text or a list of texts, not {"a":1}.'],
    ['- tiny', 'has to hold options, such as "world: world.yaml", and holds none.'],
    ['port: many', 'In the configuration file: --port cannot be "many".'],
    ['port: "1', 'c.yaml cannot be used: Missing closing "quote'],
  ])('in the configuration file says where: %s', async (content, sentence) => {
    writeFileSync(join(folder, 'c.yaml'), content);
    const { code, err } = await startedCommand(['start', '--config', 'c.yaml'], folder).ended;
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(sentence) });
  });
});
