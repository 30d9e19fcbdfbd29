import { Command } from 'commander';
import { packageVersion } from '../package-version.js';
import { addContractCommands } from './contract.js';
import type { ExplainOptions } from './explain.js';
import type { SpecOptions } from './spec.js';
import type { StartOptions } from './start.js';
import type { ExportOptions } from './state.js';
import { failed, failedAside } from './failed.js';
import { addTrafficCommands } from './traffic.js';
import { addTargetCommands } from './world-target-commands.js';
import type { GenerateOptions } from './world.js';

const program = new Command('fake-jira')
  .description("A fake of Jira's custom-field APIs, and what holds it to the real thing.")
  .version(packageVersion)
  .showHelpAfterError('(fake-jira --help lists the commands and their options)')
  .exitOverride();

program
  .command('start')
  .description('start the fake')
  .option('--port <port>', 'port to listen on; 0 takes a free one', '2990')
  .option('--host <address>', 'address to listen on', '127.0.0.1')
  .option('--allowed-host <name...>', 'answer requests for this host name too')
  .option('--public-url <url>', 'what addresses in answers begin with, such as https://jira.example.com')
  .option('--trust-proxy', 'take that from X-Forwarded-Proto and X-Forwarded-Host')
  .option('--profile <name|file>', 'which Jira to be: a named profile (fake-jira profiles list) or a file', 'all')
  .option(
    '--world <preset|file>',
    'what it holds: demo, tiny, team, enterprise, limits, hostile, or a world file',
    'demo',
  )
  .option('--watch', 'read the world file again when it changes')
  .option('--seed <number>', 'seed of worlds that are made', '1')
  .option('--control-token-file <file>', 'what callers of the control API have to know; needed off loopback')
  .option('--workspace-idle <minutes>', 'forget a workspace that nobody used for so long; 0: never', '1440')
  .option('--auth <mode>', 'strict: credentials count; any: everybody is the administrator', 'strict')
  .option('--state <directory>', 'keep the world in this directory, and go on with it next time')
  .option('--validate <mode>', 'hold answers to the spec: off, warn (log what differs) or strict (answer 500)', 'off')
  .option('--explain', 'say in the journal and the log how it is known what was answered')
  .option('--log <format>', 'text or json', 'text')
  .option('--quiet', 'log no request that was answered as the spec says')
  .action(async (options: StartOptions) => (await import('./start.js')).start(options));

const world = program.command('world').description('world files');
world
  .command('generate')
  .description('write the world file of a preset: the same bytes for the same seed, everywhere')
  .option('--preset <name>', 'demo, tiny, team, enterprise, limits or hostile', 'team')
  .option('--seed <number>', 'another seed makes another world', '1')
  .option('--out <file>', 'where to (.yaml, .yml or .json); without it, to the terminal')
  .option('--format <format>', 'yaml or json; without it, by the ending of the file, else yaml')
  .action(async (options: GenerateOptions) => (await import('./world.js')).generate(options));
world
  .command('check')
  .description('read a world file and list its mistakes')
  .argument('<file>')
  .action(async (file: string) => (await import('./world.js')).check(file));
addTargetCommands(world);

addContractCommands(program);
addTrafficCommands(program);

program
  .command('spec')
  .description('write the OpenAPI document of one API as it is in a profile')
  .option('--profile <name|file>', 'which Jira', 'all')
  .option('--api <name>', 'which API', 'jira-cloud')
  .option('--out <file>', 'where to (.yaml, .yml or .json); without it, to the terminal as YAML')
  .action(async (options: SpecOptions) => (await import('./spec.js')).spec(options));

program
  .command('explain')
  .description('say how it is known what the fake answers to a request')
  .argument('<method>')
  .argument('<path>', 'such as /rest/api/3/field/customfield_10000/context')
  .option('--profile <name|file>', 'which Jira', 'all')
  .option('--json', 'as JSON')
  .action(async (method: string, path: string, options: ExplainOptions) =>
    (await import('./explain.js')).explainRequest(method, path, options),
  );

const profiles = program.command('profiles').description('which Jiras there are');
profiles
  .command('list')
  .description('list the named profiles')
  .action(async () => (await import('./profiles.js')).list());
profiles
  .command('show')
  .description('show a profile with its answers to every open question')
  .argument('<name|file>')
  .action(async (name: string) => (await import('./profiles.js')).show(name));

const state = program.command('state').description('what --state has kept; no fake may run on it meanwhile');
state
  .command('check')
  .description('say what each workspace holds, or what is wrong with it')
  .argument('<directory>')
  .action(async (directory: string) => (await import('./state.js')).check(directory));
state
  .command('export')
  .description('write a workspace as a world file')
  .argument('<directory>')
  .option('--workspace <name>', 'which one', 'default')
  .option('--out <file>', 'where to (.yaml, .yml or .json); without it, to the terminal')
  .option('--format <format>', 'yaml or json; without it, by the ending of the file, else yaml')
  .action(async (directory: string, options: ExportOptions) =>
    (await import('./state.js')).exportWorkspace(directory, options),
  );
state
  .command('compact')
  .description('give room back that deleted and replaced records took')
  .argument('<directory>')
  .action(async (directory: string) => (await import('./state.js')).compact(directory));

// Whoever reads the output may stop before its end: `fake-jira spec | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.on('uncaughtException', failedAside);
void program.parseAsync().catch(failed);
