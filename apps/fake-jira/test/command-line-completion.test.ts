import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fakeJira } from './support/command-line.js';

describe('completion of the command line', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'fake-jira-completion-'));
    mkdirSync(join(folder, 'bin'));
    symlinkSync(fileURLToPath(new URL('../bin/fake-jira.cjs', import.meta.url)), join(folder, 'bin', 'fake-jira'));
    mkdirSync(join(folder, 'tests'));
    writeFileSync(join(folder, 'team world.yaml'), '');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** What can stand in place of the last of some words; the last line says whether the shell adds paths. */
  const completed = async (...words: string[]) => {
    const { code, out, err } = await fakeJira('complete', '--', ...words);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const lines = out.trimEnd().split('\n');
    return { values: lines.slice(0, -1).map((line) => line.split('\t', 1)[0]), paths: lines.at(-1) };
  };

  it.each([
    [['st'], ['start', 'stop', 'state'], ':'],
    [['contract', 'ca'], ['calibrate'], ':'],
    [['start', '--con'], ['--control-token-file', '--config'], ':'],
    [['--wor'], ['--world', '--workspace-idle'], ':'],
    [['--port', '0', '--wor'], ['--world', '--workspace-idle'], ':'],
    [['start', '--world', 'te'], ['team'], ':files'],
    [['start', '--world=te'], ['--world=team'], ':files'],
    [['start', '--world', '=', 'te'], ['team'], ':files'],
    [['start', '--validate', '='], ['off', 'warn', 'strict'], ':'],
    [['start', '--state', ''], [], ':folders'],
    [['start', '--port', ''], [], ':'],
    [['profiles', 'show', 'cloud-2026-0'], ['cloud-2026-03'], ':files'],
    [['world', 'check', ''], [], ':files'],
    [['world', 'check', 'one.yaml', ''], [], ':'],
    [['contract', 'merge', 'one.json', ''], [], ':files'],
    [['explain', 'P'], ['POST', 'PUT'], ':'],
    [['explain', 'GET', ''], [], ':'],
    [['exec', '--', 'n'], [], ':files'],
    [['nothing', ''], undefined, ':'],
  ] as [string[], string[] | undefined, string][])('of %j offers %j', async (words, values, paths) => {
    const outcome = await completed(...words);
    expect(outcome.paths).toBe(paths);
    if (values) expect(outcome.values).toEqual(values);
  });

  it('offers no option a second time but those that can be given several times', async () => {
    expect((await completed('start', '--watch', '--wat')).values).toEqual([]);
    expect((await completed('start', '--cors', 'http://a', '--cor')).values).toEqual(['--cors']);
  });

  it('knows the shells, and no other', async () => {
    expect((await completed('completion', '')).values).toEqual(['bash', 'zsh', 'fish']);
    const { code, err } = await fakeJira('completion', 'tcsh');
    expect({ code, err }).toEqual({ code: 2, err: 'completion cannot be "tcsh". It is one of: bash, zsh, fish.\n' });
  });

  const env = () => ({ ...process.env, PATH: `${join(folder, 'bin')}${delimiter}${process.env['PATH']}` });
  const said = (shell: string, args: readonly string[]) =>
    new Promise<string>((resolve, reject) =>
      execFile(shell, args, { cwd: folder, env: env() }, (error, out, err) =>
        error ? reject(new Error(err)) : resolve(out),
      ),
    );
  const inShell = (shell: string, name: string, test: () => Promise<void>) => {
    const isThere = spawnSync(shell, ['--version']).status === 0;
    if (!isThere) process.stderr.write(`Skipped, as it is not installed: completion in ${shell}.\n`);
    (isThere ? it : it.skip)(`${shell} ${name}`, test);
  };

  inShell('bash', 'completes commands, values, files with spaces and folders', async () => {
    const completing = (...words: string[]) =>
      said('bash', [
        '--norc',
        '-c',
        'source <(fake-jira completion bash); COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _fake_jira; printf "%s\\n" "${COMPREPLY[@]}"',
        'bash',
        'fake-jira',
        ...words,
      ]);
    expect(await completing('st')).toBe('start\nstop\nstate\n');
    expect(await completing('start', '--world', '=', 'te')).toBe('team\nteam world.yaml\ntests\n');
    expect((await completing('start', '--state', '')).split('\n').sort()).toEqual(['', 'bin', 'tests']);
    expect(await said('bash', ['-c', 'source <(fake-jira completion bash); complete -p fake-jira'])).toBe(
      'complete -F _fake_jira fake-jira\n',
    );
  });

  inShell('zsh', 'completes commands with what they do, values and files', async () => {
    const completing = (...words: string[]) =>
      said('zsh', [
        '-f',
        '-c',
        'compdef() {}; _files() { print -- files $* }; _describe() { print -l -- ${(P)2} }; eval "$(fake-jira completion zsh)"; words=("$@"); CURRENT=$#; _fake_jira',
        'zsh',
        'fake-jira',
        ...words,
      ]);
    expect(await completing('sto')).toMatch(/^stop:end the fakes .*\n$/);
    expect(await completing('start', '--world', 'tea')).toBe('files\nteam\n');
    expect(await completing('start', '--state', '')).toBe('files -/\n');
  });

  inShell('fish', 'completes commands with what they do, values and files', async () => {
    const completing = (line: string) =>
      said('fish', ['--no-config', '-c', `fake-jira completion fish | source; complete -C '${line}'`]);
    expect(await completing('fake-jira sto')).toMatch(/^stop\tend the fakes .*\n$/);
    expect((await completing('fake-jira start --world te')).split('\n')).toEqual(
      expect.arrayContaining(['team', 'team world.yaml', 'tests/']),
    );
  });
});
