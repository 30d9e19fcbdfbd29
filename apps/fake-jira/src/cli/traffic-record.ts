import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Recorder } from '@fake-jira/traffic';
import { UsageError } from '../given/usage-error.js';
import { startRecordingProxy, type RecordingProxy } from '../outgoing/recording-proxy.js';
import { whyUnreachable } from '../outgoing/unreachable.js';
import type { Outgoing } from '../outgoing/outgoing.js';
import { wholeNumber } from './choices.js';
import { requireWritable, writeOutput } from './files.js';
import { outgoingOf } from './outgoing-option.js';

export interface TrafficRecordOptions {
  readonly target: string;
  readonly out: string;
  readonly port: string;
  readonly host: string;
  readonly readOnly?: boolean;
  readonly ca?: string;
}

/** Exit code where nothing answers at the target's address. */
const unreachable = 3;

/** Milliseconds that requests under way get at the end. */
const graceAtEnd = 5_000;

/** How long an instance may think: exports and reindexing take minutes. */
const patience = 600_000;

/**
 * Lets a client reach an instance through a proxy, until it is told to stop; then writes what the four APIs were asked and
 * answered, without secrets and people. Until then nothing of it is on the disk.
 */
export async function recordTraffic(options: TrafficRecordOptions): Promise<void> {
  const target = baseAddress(options.target);
  const file = join(options.out, 'exchanges.json');
  if (existsSync(file)) throw new UsageError(`${file} is there already: name another folder, or remove it.`);
  requireWritable(file);
  const port = wholeNumber('--port', options.port, 65_535);
  const outgoing = outgoingOf(options);
  const reason = await whyNotThere(target, outgoing);
  if (reason !== undefined) {
    console.error(`${target} is not reachable: ${reason}.`);
    process.exitCode = unreachable;
    return;
  }
  const recorder = new Recorder();
  const proxy = await listening({
    outgoing,
    target,
    port,
    host: options.host,
    readOnly: options.readOnly ?? false,
    timeout: patience,
    onExchange: (exchange) => recorder.add(exchange),
  });
  const begun = new Date().toISOString();
  console.log(
    `Recording ${target} at ${proxy.url}${options.readOnly ? ', read only' : ''}. Ctrl-C ends it and writes ${file}.`,
  );
  await toldToStop();
  await proxy.close(graceAtEnd);
  await outgoing.close();
  for (const [what, count] of Object.entries(recorder.leftOut))
    console.error(`${count} exchanges were left out: ${what}.`);
  if (recorder.size === 0) {
    console.error('Nothing of the four APIs was asked: nothing is written.');
    process.exitCode = 1;
    return;
  }
  writeOutput(file, recorder.text({ url: target, at: begun }), { mode: 0o600 });
  console.log(`${file} has ${recorder.size} exchanges.`);
}

/** @throws UsageError where the address is none, or has credentials in it, which are not repeated */
function baseAddress(given: string): string {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  const isAddress = url && /^https?:$/.test(url.protocol) && url.username + url.password + url.search + url.hash === '';
  if (!isAddress)
    throw new UsageError('--target is no address such as https://jira.example.com/jira, without a user and a query.');
  return url.href.replace(/(?<!\/)\/+$/, '');
}

/** Why the instance does not answer at all; undefined where it does, whatever it says. */
async function whyNotThere(target: string, { request }: Outgoing): Promise<string | undefined> {
  try {
    const url = new URL(`${target}/rest/api/2/serverInfo`);
    const { body } = await request(url, { method: 'GET', signal: AbortSignal.timeout(30_000) });
    await body.dump();
    return undefined;
  } catch (error) {
    return whyUnreachable(error, '--ca FILE').reason;
  }
}

async function listening(options: Parameters<typeof startRecordingProxy>[0]): Promise<RecordingProxy> {
  try {
    return await startRecordingProxy(options);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE')
      throw new UsageError(
        `Port ${options.port} is taken. Choose another one with --port, or --port 0 for a free one.`,
      );
    if (code === 'EACCES') throw new UsageError(`Port ${options.port} may not be used here. Choose one above 1023.`);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new UsageError(`--host ${options.host} is no address of this machine.`);
    throw error;
  }
}

function toldToStop(): Promise<void> {
  return new Promise((resolve) => {
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
    const stop = () => {
      // A second signal ends the process at once.
      for (const signal of signals) process.off(signal, stop);
      resolve();
    };
    for (const signal of signals) process.on(signal, stop);
  });
}
