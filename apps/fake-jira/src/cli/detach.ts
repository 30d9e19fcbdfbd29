import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { UsageError } from '../given/usage-error.js';
import { detachedVariable } from './detached-variable.js';

/** Where fakes in the background are written down: below the folder in which they are started. */
const folder = join('.fake-jira', 'running');

interface Running {
  readonly pid: number;
  readonly url: string;
}

/** Starts the same command in the background, and ends once the fake there is ready, or has failed. */
export async function detach(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const logFile = join(folder, `${process.pid}.log`);
  const log = openSync(logFile, 'w');
  const args = process.argv.slice(1).filter((arg) => arg !== '--detach');
  const child = spawn(process.execPath, args, {
    detached: true,
    stdio: ['ignore', log, log, 'ipc'],
    // Not its parent ends it, but `fake-jira stop`.
    env: { ...process.env, npm_lifecycle_event: undefined, [detachedVariable]: '1' },
  });
  closeSync(log);
  const url = await new Promise<string | undefined>((resolve) => {
    child.once('message', (message) => resolve((message as Running).url));
    child.once('close', () => resolve(undefined));
  });
  if (url === undefined) {
    const said = readFileSync(logFile, 'utf8').trim();
    rmSync(logFile);
    throw new UsageError(said || 'The fake has ended before it was ready.');
  }
  console.log(`fake-jira is ready at ${url}, in the background (process ${child.pid}; log: ${logFile}).`);
  console.log('  fake-jira stop');
  child.disconnect();
  child.unref();
}

/**
 * In the background: tells whoever has started it that it is ready, and writes it down for {@link stop}.
 *
 * @returns what forgets it again
 */
export function announce(url: string): () => void {
  const file = join(folder, `${new URL(url).port}.json`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, JSON.stringify({ pid: process.pid, url } satisfies Running));
  process.send?.({ pid: process.pid, url } satisfies Running, () => process.disconnect?.());
  return () => rmSync(file, { force: true });
}

/**
 * Ends the fakes that run in the background of this folder.
 *
 * @throws UsageError where none does
 */
export async function stop({ port }: { readonly port?: string }): Promise<void> {
  const files = running().filter((name) => port === undefined || name === `${port}.json`);
  if (files.length === 0) {
    const which = port === undefined ? 'No fake runs' : `No fake with the port ${port} runs`;
    throw new UsageError(`${which} in the background of this folder: fake-jira start --detach starts one.`);
  }
  for (const name of files) {
    const file = join(folder, name);
    const { pid, url } = JSON.parse(readFileSync(file, 'utf8')) as Running;
    // A process of the same number may be another one by now.
    if (await answers(url)) {
      process.kill(pid, 'SIGTERM');
      while (isThere(pid)) await wait(20);
      console.log(`${url} has ended.`);
    } else console.log(`${url} had ended already.`);
    rmSync(file, { force: true });
  }
}

function running(): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.json'));
  } catch {
    return [];
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    await fetch(`${url}/_fake/health`);
    return true;
  } catch (error) {
    // Whoever has a certificate that we do not trust is there.
    const { code = '' } = ((error as Error).cause ?? {}) as { readonly code?: string };
    return /CERT|SIGNED|ALTNAME/.test(code);
  }
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
