import type { Command } from 'commander';
import type { CheckOptions } from './traffic-check.js';
import type { LearnOptions } from './traffic-learn.js';
import type { TrafficRecordOptions } from './traffic-record.js';

/** Adds `fake-jira traffic …`; each command is loaded when it is used. */
export function addTrafficCommands(program: Command): void {
  const traffic = program
    .command('traffic')
    .description(
      'what browsers, proxies and stubs have saved of a Jira: HAR, WireMock, VCR, nock, Postman and the like',
    );

  traffic
    .command('check')
    .description('hold what was saved to the documents, and to a fake in the world that it shows')
    .argument('<file...>', 'files or folders of traffic; nothing of them is run or fetched')
    .option('--profile <name|file>', 'which Jira it is of', 'all')
    .option('--known <file>', 'disagreements that are accepted: a list of { check, reason }')
    .option('--json <file>', 'write the report as JSON')
    .option('--junit <file>', 'write the report as JUnit XML')
    .option('--html <file>', 'write the report as one HTML page')
    .option('--verbose', 'list everything', false)
    .action(async (files: string[], options: CheckOptions) =>
      (await import('./traffic-check.js')).checkFiles(files, options),
    );

  traffic
    .command('record')
    .description('a proxy in front of an instance, which writes what clients ask it and are answered')
    .requiredOption('--target <url>', 'address of the instance, with its context path')
    .requiredOption('--out <directory>', 'where to; without secrets and people')
    .option('--port <port>', 'port to listen on; 0 takes a free one', '2991')
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--read-only', 'let only GET through')
    .option('--ca <file>', 'trust certificates of this authority (PEM)')
    .action(async (options: TrafficRecordOptions) => (await import('./traffic-record.js')).recordTraffic(options));

  traffic
    .command('learn')
    .description('write which Jira was saved as a profile, and what is in it as a world file')
    .argument('<file...>', 'files or folders of traffic')
    .option('--out <file>', 'the profile (.yaml, .yml or .json); without it, to the terminal as YAML')
    .option('--world <file>', 'the world (.yaml, .yml or .json), people under other names')
    .option('--name <name>', 'name of the profile', 'learnt')
    .action(async (files: string[], options: LearnOptions) =>
      (await import('./traffic-learn.js')).learnFrom(files, options),
    );
}
