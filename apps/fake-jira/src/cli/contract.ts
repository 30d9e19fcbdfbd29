import type { Command } from 'commander';
import type { JsonOption } from './json-option.js';
import type { ChooseOptions } from './contract-choose.js';
import type { CalibrateOptions } from './contract-calibrate.js';
import type { CompareOptions } from './contract-compare.js';
import type { MatrixOptions } from './contract-matrix.js';
import type { RecordOptions } from './contract-record.js';
import type { CleanupOptions } from './contract-cleanup.js';
import type { MergeOptions } from './contract-reports.js';
import type { RunOptions } from './contract-run.js';

/** Adds `fake-jira contract …`; each command is loaded when it is used. */
export function addContractCommands(program: Command): void {
  const contract = program
    .command('contract')
    .description('hold a Jira, or the fake, to the documents of the four APIs');

  withReports(
    withChoice(
      withTarget(
        contract
          .command('run')
          .description('ask a target every question of the suite; without --target, a fake that is started for it'),
      ),
    ),
  )
    .option('--profile <name|file>', 'which Jira the target is; without it, that is found out')
    .option('--as-real', 'use neither workspaces nor the control API of a fake', false)
    .option('--read-only', 'only what changes nothing', false)
    .option('--allow-destructive', 'also what touches more than the run has made', false)
    .option('--known <file>', 'accepted deviations of the target: a list of { check, reason }')
    .option(
      '--against <directory>',
      'hold the target to a recording, or a twin; without a target, a fake of its world and profile',
    )
    .option('--accepted <file>', 'with --against: differences that are accepted, each with its reason (JSON)')
    .option('--shard <i/n>', 'one of n equal parts')
    .option('--no-prism', 'do without the second judge')
    .option('--verbose', 'list everything', false)
    .action(async (options: RunOptions) => (await import('./contract-run.js')).run(options));

  withChoice(contract.command('list').description('list the checks'))
    .option('--profile <name|file>', 'which Jira', 'all')
    .option('--json', 'as JSON')
    .action(async (options: ChooseOptions & JsonOption) => (await import('./contract-list.js')).list(options));

  withReports(
    contract.command('merge').description('put the JSON reports of shards together, of runs or of the matrix'),
  )
    .argument('<report...>')
    .option('--verbose', 'list everything', false)
    .action(async (files: string[], options: MergeOptions) =>
      (await import('./contract-merge.js')).merge(files, options),
    );

  withChoice(withTarget(contract.command('record').description('record what a target answers to the suite')))
    .requiredOption('--out <directory>', 'where to: plain files, made to be committed')
    .option('--profile <name|file>', 'which Jira the target is; without it, that is found out')
    .option('--allow-destructive', 'also what touches more than the run has made', false)
    .option('--no-world', 'leave out what the instance is like: its projects, issue types, groups and screens')
    .action(async (options: RecordOptions) => (await import('./contract-record.js')).recordTarget(options));

  contract
    .command('compare')
    .description('compare recordings, twins, or live targets, each with the one before it, by the version histories')
    .argument('<recording|twin|url...>')
    .option('--credentials <file>', 'who signs in to live targets')
    .option('--rate <number>', 'most requests a second')
    .option('--ca <file>', 'trust certificates of this authority (PEM)')
    .option('--accepted <file>', 'differences that are accepted, each with its reason (JSON)')
    .option('--accept <reason>', 'add what is found now to the accepted differences')
    .option('--json <file>', 'write the comparison as JSON')
    .option('--html <file>', 'write it as one HTML page')
    .action(async (sources: string[], options: CompareOptions) =>
      (await import('./contract-compare.js')).compareAll(sources, options),
    );

  withTarget(
    contract
      .command('calibrate')
      .description('ask a target every open question, and write the profile that makes the fake behave like it'),
  )
    .option('--out <file>', 'where to (.yaml, .yml or .json); without it, to the terminal as YAML')
    .option('--name <name>', 'name of the profile', 'calibrated')
    .option('--profile <name|file>', 'which Jira the target is; without it, that is found out')
    .option('--allow-destructive', 'also ask what touches more than the run has made', false)
    .action(async (options: CalibrateOptions) => (await import('./contract-calibrate.js')).calibrateTarget(options));

  contract
    .command('matrix')
    .description('run the suite on fakes of many profiles: every version that the documents name')
    .option('--profile <name|file...>', 'these instead')
    .option('--prism', 'with the second judge', false)
    .option('--jobs <number>', 'how many processes side by side; as many as there are cores')
    .option('--shard <i/n>', 'one of n equal parts of the profiles')
    .option('--json <file>', 'write it as JSON, which `contract merge` takes')
    .action(async (options: MatrixOptions) => (await import('./contract-matrix.js')).matrix(options));

  withTarget(contract.command('cleanup').description('remove what earlier runs have left on a target')).action(
    async (options: CleanupOptions) => (await import('./contract-cleanup.js')).cleanup(options),
  );
}

function withTarget(command: Command): Command {
  return command
    .option('--target <url>', 'base address of the Jira')
    .option('--credentials <file>', 'who signs in, and where a run may work (YAML or JSON)')
    .option('--rate <number>', 'most requests a second; 20 where it is left out, and no limit on loopback')
    .option('--ca <file>', 'trust certificates of this authority (PEM)');
}

function withChoice(command: Command): Command {
  return command
    .option('--grep <text>', 'checks whose id has this text, or fits this /regular expression/')
    .option('--api <name...>', 'checks of these APIs')
    .option('--evidence <kind...>', 'checks that are known so: documented, recorded, corroborated, inferred, assumed');
}

function withReports(command: Command): Command {
  return command
    .option('--json <file>', 'write the report as JSON')
    .option('--junit <file>', 'write the report as JUnit XML')
    .option('--html <file>', 'write the report as one HTML page');
}
