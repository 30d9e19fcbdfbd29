import { Command } from 'commander';
import { packageVersion } from '../package-version.js';
import { addContractCommands } from './contract.js';
import type { DoctorOptions } from './doctor.js';
import type { ExecOptions } from './exec.js';
import type { ExplainOptions } from './explain.js';
import type { InitOptions } from './init/init.js';
import type { SpecOptions } from './spec.js';
import type { JsonOption } from './json-option.js';
import { addStartOptions, namingSources } from './start-command.js';
import type { StartOptions } from './start.js';
import type { ExportOptions } from './state.js';
import { failed, failedAside } from './failed.js';
import { addTrafficCommands } from './traffic.js';
import { addTwinCommand } from './twin-command.js';
import { addTargetCommands } from './world-target-commands.js';
import type { GenerateOptions } from './world.js';

const program = new Command('fake-jira')
  .description("A fake of Jira's custom-field APIs, and what holds it to the real thing.")
  .version(packageVersion)
  .showHelpAfterError('(fake-jira --help lists the commands and their options)')
  .exitOverride();

addStartOptions(program.command('start').description('start the fake'), { port: '2990' })
  .option('--detach', 'in the background: return once it is ready; fake-jira stop ends it')
  .action((options: StartOptions, command: Command) =>
    namingSources(command, async () => (await import('./start.js')).start(options)),
  );

addStartOptions(
  program
    .command('exec')
    .description('start a fake, run a command with its address in FAKE_JIRA_URL, and end with its exit code')
    .argument('<command...>', 'behind --, such as: fake-jira exec -- npm test'),
  { port: '0' },
).action((args: string[], options: ExecOptions, command: Command) =>
  namingSources(command, async () => (await import('./exec.js')).exec(args, options)),
);

program
  .command('stop')
  .description('end the fakes that start --detach has started in this folder')
  .option('--port <port>', 'only the one with this port')
  .action(async (options: { readonly port?: string }) => (await import('./detach.js')).stop(options));

program
  .command('init')
  .description('write a world file, a configuration and a first test into a project; what is there stays as it is')
  .argument('[directory]', 'the project', '.')
  .option('--runner <name>', 'jest, vitest, playwright or node; without it, the one that the project has')
  .action(async (directory: string, options: InitOptions) => (await import('./init/init.js')).init(directory, options));

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

addTwinCommand(program);
addContractCommands(program);
addTrafficCommands(program);

program
  .command('doctor')
  .description('say whether an instance is reached, who can sign in, which apps it has, and what is wrong with it')
  .requiredOption('--target <url>', 'base address of the instance, with its context path')
  .option('--credentials <file>', 'who signs in; without it FAKE_JIRA_USER and FAKE_JIRA_PASSWORD or FAKE_JIRA_TOKEN')
  .option('--ca <file>', 'trust certificates of this authority (PEM)')
  .option('--json', 'as JSON')
  .action(async (options: DoctorOptions) => (await import('./doctor.js')).doctor(options));

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
  .option('--json', 'as JSON')
  .action(async (options: JsonOption) => (await import('./profiles.js')).list(options));
profiles
  .command('show')
  .description('show a profile with its answers to every open question')
  .argument('<name|file>')
  .option('--json', 'as JSON')
  .action(async (name: string, options: JsonOption) => (await import('./profiles.js')).show(name, options));

const state = program.command('state').description('what --state has kept; no fake may run on it meanwhile');
state
  .command('check')
  .description('say what each workspace holds, or what is wrong with it')
  .argument('<directory>')
  .option('--json', 'as JSON')
  .action(async (directory: string, options: JsonOption) => (await import('./state.js')).check(directory, options));
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

program
  .command('completion')
  .description('print what a shell has to read to complete this command line: eval "$(fake-jira completion bash)"')
  .argument('<shell>', 'bash, zsh or fish')
  .action(async (shell: string) => (await import('./completion/completion.js')).completion(shell));
program
  .command('complete', { hidden: true })
  .argument('[words...]')
  .action(async (words: string[]) => (await import('./completion/completion.js')).complete(program, 'start', words));

// Whoever reads the output may stop before its end: `fake-jira spec | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.on('uncaughtException', failedAside);
const args = process.argv.slice(2);
const isAsking = args.some((arg) => ['-h', '--help', '-V', '--version'].includes(arg));
// By itself it starts: that is what most want.
const startsAlone = !isAsking && (args.length === 0 || args[0]?.startsWith('-'));
void program.parseAsync(startsAlone ? ['start', ...args] : args, { from: 'user' }).catch(failed);
