import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readWorldFile } from '@fake-jira/fixtures';
import { startedCommand } from './support/command-line.js';

/** A mistake that is easily made: what is given, and the sentence that is said about it. */
interface Mistake {
  readonly args: readonly string[];
  readonly says: string;
  /** Files in the folder where it runs, by name. */
  readonly files?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** 2, wrong use, by default. */
  readonly code?: number;
}

const start = (...args: string[]) => ['start', ...args];
const target = ['--target', 'http://127.0.0.1:2'];
const commandLine: Readonly<Record<string, Mistake>> = {
  'a command that there is not': { args: ['strat'], says: "error: unknown command 'strat'\n(Did you mean start?)" },
  'an option that there is not': {
    args: start('--prot', '1'),
    says: "unknown option '--prot'\n(Did you mean --port?)",
  },
  'an option without its value': { args: start('--port'), says: "error: option '--port <port>' argument missing" },
  'a port without the name of the option': {
    args: start('3446'),
    says: "too many arguments for 'start'. Expected 0 arguments but got 1. Options have a name: --port 3446.",
  },
  'a port that is no number': {
    args: start('--port', 'abc'),
    says: '--port cannot be "abc". It is a whole number from 0 to 65535.',
  },
  'a preset that there is not': {
    args: start('--world', 'tinny'),
    says: 'There is no preset "tinny", but there is tiny. Or name a file: .yaml, .yml or .json.',
  },
  'a world file that is not there': {
    args: start('--world', 'world.yaml'),
    says: 'world.yaml: there is no such file.',
  },
  'a profile that there is not': {
    args: start('--profile', 'jira-9'),
    says: 'There is no profile "jira-9", but there is jira-8.4, jira-9.12. Or name a file',
  },
  'all interfaces without a token': {
    args: start('--host', '0.0.0.0'),
    says: 'On 0.0.0.0 others than this machine reach the control API: give it a token (--control-token-file FILE',
  },
  'an address for the name of a host': {
    args: start('--allowed-host', 'http://jira.test:8080'),
    says: '--allowed-host takes a name such as jira.test, not "http://jira.test:8080": no scheme, no port.',
  },
  'an origin without its scheme': {
    args: start('--cors', 'localhost:5173'),
    says: '--cors: "localhost:5173" is no origin of a web page. Write one like http://localhost:5173.',
  },
  'a public address without its scheme': {
    args: start('--public-url', 'jira.example.com'),
    says: '--public-url: "jira.example.com" is no public address. Write one like https://jira.example.com.',
  },
  'a preset to watch': {
    args: start('--watch'),
    says: '--watch needs a world file: --world demo is a preset, which does not change.',
  },
  'a word that is none of an option': {
    args: start('--validate', 'on'),
    says: '--validate cannot be "on". It is one of: off, warn, strict.',
  },
  'a command to run that is not installed': {
    args: ['exec', '--', 'nonesuch'],
    says: 'nonesuch cannot be run: there is no such command.',
  },
  'a fake to stop where none runs': {
    args: ['stop'],
    says: 'No fake runs in the background of this folder: fake-jira start --detach starts one.',
  },
  'a shard that there is not': {
    args: ['contract', 'run', '--shard', '5/4'],
    says: '--shard cannot be "5/4". It is a part and their number, such as 1/4.',
  },
  'a choice of no check': {
    args: ['contract', 'run', '--no-prism', '--grep', 'no such check'],
    says: 'No check is chosen. fake-jira contract list lists them.',
  },
  'a method that the address does not take': {
    args: ['explain', 'PATCH', '/rest/api/2/field'],
    says: '/rest/api/2/field takes GET, POST, not PATCH.',
  },
  'an address without its slash': {
    args: ['explain', 'GET', 'rest/api/2/field'],
    says: 'An address begins with a slash: /rest/api/3/field.',
  },
  'one recording to compare': {
    args: ['contract', 'compare', 'before'],
    says: 'Name at least two recordings, or addresses of targets.',
  },
  'a state that is not there': { args: ['state', 'check', 'state'], says: 'There is no state in state.' },
  'an ending that is of no format': {
    args: ['world', 'generate', '--out', 'world.txt'],
    says: '--out world.txt ends neither in .yaml, .yml nor .json: say which it is with --format.',
  },
};

const inConfig = (content: string, says: string): Mistake => ({
  args: ['start'],
  files: { 'fake-jira.config.yaml': content },
  says,
});
const configuration: Readonly<Record<string, Mistake>> = {
  'an option that there is not': inConfig(
    'allowedHosts: jira.test\n',
    'fake-jira.config.yaml has "allowedHosts", which is no option: did you mean "allowedHost"?',
  ),
  'a list for one value': inConfig('port: [1, 2]\n', 'fake-jira.config.yaml: "port" is one value, not [1,2].'),
  'a switch that is a text': inConfig('watch: "yes"\n', 'fake-jira.config.yaml: "watch" is true or false, not "yes".'),
  'a value that the option cannot have': inConfig(
    'port: abc\n',
    'In the configuration file: --port cannot be "abc". It is a whole number from 0 to 65535.',
  ),
  'a preset that there is not': inConfig(
    'world: tinny\n',
    'In the configuration file: There is no preset "tinny", but there is tiny.',
  ),
  'an empty file': inConfig(
    '',
    'fake-jira.config.yaml has to hold options, such as "world: world.yaml", and holds none.',
  ),
  'what is no YAML': inConfig(
    'world: a: b\n',
    'fake-jira.config.yaml cannot be used: Nested mappings are not allowed in compact mappings at line 1, column 8\n',
  ),
  'two of them': {
    args: ['start'],
    files: { 'fake-jira.config.yaml': 'port: 0', 'fake-jira.config.json': '{}' },
    says: 'There are fake-jira.config.json and fake-jira.config.yaml: keep one, or say which with --config.',
  },
  'a variable of the environment': {
    args: ['start'],
    env: { FAKE_JIRA_PROFILE: 'clod' },
    says: 'FAKE_JIRA_PROFILE (environment): There is no profile "clod", but there is cloud',
  },
  'a profile file of no deployment': {
    args: start('--profile', 'mine.yaml'),
    files: { 'mine.yaml': 'name: mine\njira: { deployment: dc }\n' },
    says: 'mine.yaml: the profile cannot be used:\n  jira.deployment must be any, cloud or data-center, not "dc"',
  },
  'a version without quotes': {
    args: start('--profile', 'mine.yaml'),
    files: { 'mine.yaml': 'name: mine\njira: { deployment: data-center, version: 9.12 }\n' },
    says: 'jira.version must be a version in quotes such as "9.12.0", not 9.12',
  },
};

const inWorld = (content: string, says: string): Mistake => ({
  args: ['world', 'check', 'world.yaml'],
  files: { 'world.yaml': content },
  says: `world.yaml:${says}`,
  code: 1,
});
const project = 'projects: [{ key: TEST }]\n';
const worldFiles: Readonly<Record<string, Mistake>> = {
  'an empty file': inWorld('', '1:1 the file is empty. A line is enough to begin with: projects: [{ key: TEST }]'),
  'a section that there is not': inWorld(
    'feilds: []\n',
    '1:1 feilds: "feilds" is not known here. Did you mean "fields"?',
  ),
  'a project as a text': inWorld(
    'projects: [TEST]\n',
    '1:12 projects[0]: must be an object such as { key: TEST }, not "TEST"',
  ),
  'one field without a list': inWorld(
    'fields: { name: Team, type: select }\n',
    '1:9 fields: must be a list, not an object: write [ ] around it',
  ),
  'a type of field that there is not': inWorld(
    'fields: [{ name: Team, type: dropdown }]\n',
    '1:30 fields[0].type: "dropdown" is no field type. Some are select, multiselect,',
  ),
  'options beside the contexts': inWorld(
    'fields: [{ name: Team, type: select, options: [a] }]\n',
    '1:38 fields[0].options: "options" is not known here. A context of the field has it: contexts: [{ options: … }].',
  ),
  'an issue type that nobody has made': inWorld(
    `${project}issues: [{ project: TEST, type: Story, summary: One }]\n`,
    '2:33 issues[0].type: "Story" is no issue type. There are Task, Bug, Sub-task; "issueTypes" of the file makes others.',
  ),
  'a project that nobody has made': inWorld(
    'issues: [{ project: TEST, type: Task, summary: One }]\n',
    '1:21 issues[0].project: "TEST" is no project. There is none: "projects" of the file makes them.',
  ),
  'a key in small letters': inWorld(
    'projects: [{ key: test }]\n',
    '1:19 projects[0].key: "test" is no project key: capital letters, digits and _, at least two, a letter first',
  ),
  'a day in the order of Europe': inWorld(
    `${project}fields: [{ name: D, type: datepicker }]\nissues: [{ project: TEST, type: Task, summary: One, fields: { D: 31.03.2026 } }]\n`,
    '3:66 issues[0].fields.D: "31.03.2026" is no date or moment: it looks like 2024-01-31 or 2024-01-31T09:30:00Z',
  ),
  'a sub-task without its parent': inWorld(
    `${project}issues: [{ project: TEST, type: Sub-task, summary: One }]\n`,
    '2:10 issues[0].parent: an issue of the type Sub-task needs a parent',
  ),
  'a tab': inWorld('fields:\n\t- { name: A, type: select }\n', '2:1 Tabs are not allowed as indentation'),
};

const withCredentials = (content: string, says: string): Mistake => ({
  args: ['contract', 'run', '--no-prism', ...target, '--credentials', 'credentials.yaml'],
  files: { 'credentials.yaml': content },
  says: `credentials.yaml: ${says}`,
});
const credentials: Readonly<Record<string, Mistake>> = {
  none: {
    args: ['contract', 'run', '--no-prism', ...target],
    says: 'No credentials: name a file with --credentials, or set FAKE_JIRA_USER and FAKE_JIRA_PASSWORD (or FAKE_JIRA_TOKEN)',
  },
  'half of them in the environment': {
    args: ['contract', 'run', '--no-prism', ...target],
    env: { FAKE_JIRA_USER: 'ada' },
    says: 'the environment: FAKE_JIRA_USER is set, and neither FAKE_JIRA_PASSWORD nor FAKE_JIRA_TOKEN',
  },
  'in the address': {
    args: ['world', 'capture', '--target', 'http://admin:secret@127.0.0.1:2'],
    env: { FAKE_JIRA_TOKEN: 'x' },
    says: 'The address of the target has credentials in it. They belong into a file or the environment.',
  },
  'an address without its scheme': {
    args: ['doctor', '--target', 'jira.example.com'],
    env: { FAKE_JIRA_TOKEN: 'x' },
    says: '"jira.example.com" is no address of a target. Write one like https://jira.example.com/jira.',
  },
  'a file that is not there': {
    args: ['contract', 'run', '--no-prism', ...target, '--credentials', 'credentials.yaml'],
    says: 'credentials.yaml: there is no such file',
  },
  'an empty file': withCredentials('', 'holds no object: it begins with roles: { administrator: … }'),
  'no administrator': withCredentials(
    'roles: { user: { user: bob, password: bob } }\n',
    'roles.administrator is missing',
  ),
  'a property that there is not': withCredentials(
    'roles: { administrator: { user: ada, pasword: top-secret } }\n',
    'roles.administrator.pasword is not known: did you mean "password"?',
  ),
  'a password that is a number': withCredentials(
    'roles: { administrator: { user: ada, password: 4711 } }\n',
    'roles.administrator.password must be a text: write it in quotes',
  ),
  'what is no YAML, without a word of what stands there': withCredentials(
    'roles:\n  administrator: { user: ada, password: top-secret\n',
    'is neither YAML nor JSON: look at line 3\n',
  ),
};

const worldFileError = (path: string) =>
  readWorldFile(path).then(
    () => '',
    (error: Error) => error.message,
  );

const tables = { commandLine, configuration, worldFiles, credentials };

describe.each(Object.entries(tables))('a mistake of the %s', (_table, mistakes) => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'fake-jira-mistakes-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it.each(Object.entries(mistakes))(
    'is told in a sentence: %s',
    async (_name, { args, says, files, env, code = 2 }) => {
      for (const [name, content] of Object.entries(files ?? {})) writeFileSync(join(folder, name), content);
      // What is read alike everywhere needs no process of its own.
      const outcome =
        args[0] === 'world' && args[1] === 'check'
          ? { code, out: '', err: await worldFileError(join(folder, 'world.yaml')) }
          : await startedCommand(args, folder, env).ended;
      expect(outcome).toEqual({ code, out: '', err: expect.stringContaining(says) });
      expect(outcome.err.split('\n').length).toBeLessThan(6);
      expect(outcome.err).not.toMatch(/\n +at |secret|undefined|\[object/);
    },
  );
});

it('more than 25 mistakes are told', () => {
  expect(Object.values(tables).flatMap((table) => Object.keys(table)).length).toBeGreaterThan(50);
});
