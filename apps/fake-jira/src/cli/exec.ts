import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { UsageError } from '../given/usage-error.js';
import { choice } from './choices.js';
import { logger, type LogFormat } from './log.js';
import { startedFake, type FakeOptions } from './started-fake.js';

export interface ExecOptions extends FakeOptions {
  readonly log: string;
}

/**
 * Runs a command beside a fake that is there for it alone, with its address in `FAKE_JIRA_URL`, and in `FAKE_JIRA_CA` what to trust
 * where it has TLS; ends with the exit code
 * of the command. Signals go to the command, which decides what to do about them.
 */
export async function exec([command, ...args]: readonly string[], options: ExecOptions): Promise<void> {
  if (command === undefined) throw new UsageError('exec needs a command: fake-jira exec -- npm test');
  // What is printed is the command's; of the fake only where an answer is not what the spec says.
  const log = await logger(choice<LogFormat>('--log', options.log, ['text', 'json']), { quiet: true });
  const { jira, ready, end } = await startedFake(options, log);
  const child = spawn(command, args, {
    stdio: 'inherit',
    env: { ...process.env, FAKE_JIRA_URL: jira.url, ...trusting(ready.certificate) },
    // There the programs of npm are scripts, which only a shell runs.
    shell: process.platform === 'win32',
  });
  const handOn = (signal: NodeJS.Signals) => child.kill(signal);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, handOn);
  const outcome = await new Promise<number | Error>((resolve) => {
    child.on('error', resolve);
    child.on('close', (code, signal) => resolve(code ?? 128 + (constants.signals[signal ?? 'SIGTERM'] ?? 0)));
  });
  for (const signal of signals) process.off(signal, handOn);
  await end();
  if (typeof outcome !== 'number') {
    const missing = (outcome as NodeJS.ErrnoException).code === 'ENOENT';
    throw new UsageError(`${command} cannot be run: ${missing ? 'there is no such command' : outcome.message}.`);
  }
  process.exitCode = outcome;
}

/** Programs of Node trust the fake by themselves; others are told what to trust. */
function trusting(certificate: string | undefined): NodeJS.ProcessEnv {
  if (certificate === undefined) return {};
  const { NODE_EXTRA_CA_CERTS = certificate } = process.env;
  return { FAKE_JIRA_CA: certificate, NODE_EXTRA_CA_CERTS };
}
