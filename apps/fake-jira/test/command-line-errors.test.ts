import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fakeJira, startedCommand } from './support/command-line.js';

const directory = mkdtempSync(join(tmpdir(), 'fake-jira-errors-'));
afterAll(() => rmSync(directory, { recursive: true }));

function file(name: string, content: string): string {
  const path = join(directory, name);
  writeFileSync(path, content);
  return path;
}

const folder = join(directory, 'a-folder');
mkdirSync(folder);
const plain = file('plain.txt', 'text');
const deep = file('deep.json', '['.repeat(100_000));
const belowFile = join(plain, 'out.yaml');
const credentials = file('credentials.yaml', 'roles: { administrator: { user: admin, password: admin } }\n');
const nowhere = ['--target', 'http://127.0.0.1:2', '--credentials', credentials];

const trace = /\n +at /;

/** Has the command meet an error that nobody has thought of. */
const broken = {
  NODE_OPTIONS: "--import=data:text/javascript,JSON.stringify=()=>{throw(new(TypeError)('planted'))}",
};

describe('a command that cannot go on', () => {
  it.each([
    ['a world file that is a folder', ['world', 'check', folder], `${folder} cannot be read: it is a folder.`],
    ['a profile that is a device', ['profiles', 'show', '/dev/zero'], '/dev/zero cannot be read: it is a device.'],
    [
      'a profile that is too deep',
      ['profiles', 'show', deep],
      `${deep}: too many lists and objects stand in each other.`,
    ],
    ['a control token', ['start', '--control-token-file', '/dev/zero'], '/dev/zero cannot be read: it is a device.'],
    ['an output that is a folder', ['spec', '--out', folder], `${folder} cannot be written: it is a folder.`],
    [
      'an output below a file',
      ['world', 'generate', '--preset', 'tiny', '--out', belowFile],
      `${belowFile} cannot be written: a part of its path is no folder.`,
    ],
    ['an output of calibrate', ['contract', 'calibrate', ...nowhere, '--out', folder], `${folder} cannot be written: `],
    ['a report of run', ['contract', 'run', ...nowhere, '--json', belowFile], `${belowFile} cannot be written: `],
    [
      'a recording where something else is',
      ['contract', 'record', ...nowhere, '--out', directory],
      'holds something else than a recording',
    ],
    ['a captured world', ['world', 'capture', ...nowhere, '--out', folder], `${folder} cannot be written: `],
    ['a report to merge', ['contract', 'merge', folder], `${folder} cannot be read: `],
    ['credentials', ['contract', 'run', '--target', 'http://127.0.0.1:2', '--credentials', folder], folder],
    ['a recording', ['contract', 'run', '--against', folder], `${folder} is no recording`],
    [
      'a state below a file',
      ['start', '--port', '0', '--state', join(plain, 'state')],
      'is no directory that can be written to',
    ],
  ] as [string, string[], string][])('says so in a sentence and ends with 2: %s', async (_what, args, sentence) => {
    const { code, err } = await fakeJira(...args);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(sentence) });
    expect(err).not.toMatch(trace);
  });

  it.each([
    ['contract', 'run'],
    ['contract', 'cleanup'],
    ['world', 'capture'],
  ])('ends with 3 where the target is not reachable: %s %s', async (...command) => {
    expect(await fakeJira(...command, ...nowhere)).toEqual({
      code: 3,
      out: '',
      err: 'http://127.0.0.1:2 is not reachable: nothing listens there.\n',
    });
  });
});

describe('an error that nobody has thought of', () => {
  const meetIt = (environment: NodeJS.ProcessEnv) =>
    startedCommand(['explain', 'GET', '/rest/api/3/field', '--json'], undefined, environment).ended;

  it('is a sentence that says how to see where it comes from, and ends with 70', async () => {
    expect(await meetIt(broken)).toEqual({
      code: 70,
      out: '',
      err: 'Something went wrong that fake-jira does not expect: planted\nWith FAKE_JIRA_DEBUG=1 it shows where.\n',
    });
  });

  it('shows where it comes from with FAKE_JIRA_DEBUG', async () => {
    const { code, err } = await meetIt({ ...broken, FAKE_JIRA_DEBUG: '1' });
    expect(code).toBe(70);
    expect(err).toMatch(trace);
  });
});
