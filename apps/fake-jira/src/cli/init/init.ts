import { existsSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { UsageError } from '../../given/usage-error.js';
import { choice } from '../choices.js';
import { writeOutput } from '../files.js';
import { firstTest, runners, worldPath, type Runner } from './first-tests.js';

export interface InitOptions {
  readonly runner?: string;
}

/** What `init` reads of a project. */
interface Manifest {
  readonly type?: string;
  readonly dependencies?: Readonly<Record<string, unknown>>;
  readonly devDependencies?: Readonly<Record<string, unknown>>;
}

/** Writes a world file, a configuration and a first test into a project; what is there already stays as it is. */
export function init(directory: string, options: InitOptions): void {
  const folder = resolve(directory);
  const manifest = manifestIn(folder);
  const runner = options.runner === undefined ? runnerOf(manifest) : choice('--runner', options.runner, runners);
  const test = firstTest(runner, manifest?.type === 'module');
  const configs = ['yaml', 'yml', 'json', 'js', 'mjs', 'cjs', 'ts', 'mts', 'cts'].map(
    (end) => `fake-jira.config.${end}`,
  );
  const config = configs.find((name) => existsSync(join(folder, name))) ?? 'fake-jira.config.yaml';
  for (const [path, text] of [
    [worldPath, world],
    [config, configuration],
    [test.path, test.text],
  ] as const) {
    if (existsSync(join(folder, path))) console.log(`${path} is there already and stays as it is.`);
    else {
      writeOutput(join(folder, path), text);
      console.log(`${path} is written.`);
    }
  }
  console.log(next(folder, manifest, runner, test.run).join('\n'));
}

function next(folder: string, manifest: Manifest | undefined, runner: Runner, run: string): string[] {
  const there = relative('', folder);
  const known = { ...manifest?.dependencies, ...manifest?.devDependencies };
  const wanted = ['fake-jira', packages[runner]].filter((name) => name !== undefined);
  const missing = wanted.filter((name) => !(name in known));
  const step = (command: string, what: string) => `  ${command.padEnd(44)}  ${what}`;
  return [
    '',
    'Next:',
    ...(there === '' ? [] : [step(`cd ${there}`, '')]).map((line) => line.trimEnd()),
    ...(missing.length > 0 ? [step(`npm install --save-dev ${missing.join(' ')}`, 'or the tarball of fake-jira')] : []),
    step(run, 'run the first test'),
    step('npx fake-jira', 'start the fake with this world, to look at it'),
    step(`npx fake-jira world check ${worldPath}`, 'after you have changed it'),
  ];
}

/** What a runner is installed as; Node has its own. */
const packages: Readonly<Record<Runner, string | undefined>> = {
  jest: 'jest',
  vitest: 'vitest',
  playwright: '@playwright/test',
  node: undefined,
};

/** The first runner that the project has; where it has none, Node's own, which needs nothing. */
function runnerOf(manifest: Manifest | undefined): Runner {
  const known = { ...manifest?.dependencies, ...manifest?.devDependencies };
  return runners.find((runner) => (packages[runner] ?? '') in known) ?? 'node';
}

function manifestIn(folder: string): Manifest | undefined {
  const file = join(folder, 'package.json');
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${(error as Error).message}. Nothing was written.`);
  }
}

const world = `# yaml-language-server: $schema=../node_modules/fake-jira/dist/specs/world.schema.json
# What is in the fake Jira when it starts. What is left out has a default: admin (password admin) and bob (password bob)
# are there, issue types, screens. "fake-jira world check" lists the mistakes in it.
projects:
  - { key: TEST, name: Test }

fields:
  - name: Team
    type: select
    contexts:
      - options: [Aurora, Borealis]
        default: Aurora
  - { name: Go-live, type: datepicker }

issues:
  - { key: TEST-1, type: Task, summary: First, fields: { Team: Borealis, Go-live: '2026-03-31' } }
`;

const configuration = `# The options of "fake-jira start" in this folder; the command line and FAKE_JIRA_… of the environment go before it.
world: ${worldPath}
# Which Jira to be: cloud, data-center, a version ("fake-jira profiles list" names them all), or a file.
profile: all
`;
