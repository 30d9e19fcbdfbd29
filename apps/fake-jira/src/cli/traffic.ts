import type { Command } from 'commander';
import type { CheckOptions } from './traffic-check.js';

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
}
