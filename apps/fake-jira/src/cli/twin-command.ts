import type { Command } from 'commander';
import type { TwinOptions } from './twin.js';

/** Adds `fake-jira twin`, which is loaded when it is used. */
export function addTwinCommand(program: Command): void {
  program
    .command('twin')
    .description('write what stands for an instance as one folder: its profile, its world, where they come from')
    .requiredOption('--out <directory>', 'where to: plain files, people under other names')
    .option('--target <url>', 'base address of the instance')
    .option('--from <file...>', 'files of traffic with it instead, as of fake-jira traffic')
    .option('--credentials <file>', 'who signs in, and where a run may work (YAML or JSON)')
    .option('--rate <number>', 'most requests a second; 20 where it is left out, and no limit on loopback')
    .option('--ca <file>', 'trust certificates of this authority (PEM)')
    .option('--name <name>', 'name of the profile', 'twin')
    .option('--profile <name|file>', 'which Jira the target is; without it, that is found out')
    .option('--read-only', 'ask no open questions, for which fields are made and removed', false)
    .option('--allow-destructive', 'also ask what touches more than the run has made', false)
    .action(async (options: TwinOptions) => (await import('./twin.js')).makeTwin(options));
}
