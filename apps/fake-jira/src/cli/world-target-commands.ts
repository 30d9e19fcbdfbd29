import type { Command } from 'commander';
import type { ApplyOptions } from './world-apply.js';
import type { CaptureOptions } from './world-capture.js';

/** Adds the commands that carry a world to an instance and back. */
export function addTargetCommands(world: Command): void {
  forTarget(world.command('apply'))
    .description('make the custom fields of a world file at an instance of Jira; what is there already stays')
    .argument('<file>', 'world file (YAML or JSON)')
    .option('--dry-run', 'print what would be done, and do nothing')
    .action(async (file: string, options: ApplyOptions) =>
      (await import('./world-apply.js')).applyWorld(file, options),
    );
  forTarget(world.command('capture'))
    .description('write what an instance of Jira is like as a world file; nothing there is changed')
    .option('--out <file>', 'where to (.yaml, .yml or .json); without it, to the terminal as YAML')
    .option('--keep-personal-data', 'leave names, e-mail addresses and account ids of people as they are')
    .option('--no-ids', 'leave the ids out that the instance has given')
    .action(async (options: CaptureOptions) => (await import('./world-capture.js')).captureWorld(options));
}

function forTarget(command: Command): Command {
  return command
    .requiredOption('--target <url>', 'base address of the instance, with its context path')
    .option('--credentials <file>', 'who signs in; without it FAKE_JIRA_USER and FAKE_JIRA_PASSWORD or FAKE_JIRA_TOKEN')
    .option('--rate <number>', 'most requests a second; 20 where it is left out, and no limit on loopback')
    .option('--ca <file>', 'trust certificates of this authority (PEM)');
}
