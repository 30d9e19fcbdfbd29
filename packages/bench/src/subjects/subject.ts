import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** A server that is measured: how it is started, and an address that it answers. */
export interface Subject {
  readonly name: string;
  /** The program and its arguments, for a port of this machine. */
  readonly command: (port: number) => readonly [program: string, ...args: string[]];
  /** An address that answers once it is up. */
  readonly probe: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Why it cannot be started here; undefined where it can. */
  readonly missing?: string | undefined;
}

/** A subject that runs. */
export interface Running {
  readonly subject: Subject;
  readonly url: string;
  /** Milliseconds from the start of the process to the end of its first answer. */
  readonly firstAnswer: number;
  /** Peak memory of its processes by then, in MiB. */
  readonly peak: number;
  stop(): Promise<void>;
}

const giveUpAfter = 60_000;

/**
 * Starts a subject and waits for its first answer.
 *
 * @throws Error with what it printed, where it ends or does not answer in time
 */
export async function start(subject: Subject): Promise<Running> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const [program, ...args] = subject.command(port);
  const began = performance.now();
  // A group of its own, so that what it starts is stopped with it.
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (printed += String(chunk)));
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  while (!(await answers(url + subject.probe, subject.headers))) {
    if (child.exitCode !== null || performance.now() - began > giveUpAfter)
      throw new Error(`${subject.name} does not answer at ${url}${subject.probe}:\n${printed.slice(-2000)}`);
    await pause(1);
  }
  const firstAnswer = performance.now() - began;
  return { subject, url, firstAnswer, peak: peakOf(child), stop: () => stop(child, ended) };
}

async function answers(url: string, headers: Subject['headers']): Promise<boolean> {
  try {
    const response = await fetch(url, headers ? { headers } : {});
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (child.exitCode === null && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  await ended;
}

/** Peak resident memory in MiB, as Linux keeps it. */
function peakOf({ pid }: ChildProcess): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
