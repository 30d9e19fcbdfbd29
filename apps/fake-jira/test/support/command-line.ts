import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../../bin/fake-jira.cjs', import.meta.url));

const running = new Set<ChildProcess>();

// A test that fails leaves no fake behind.
afterEach(() => running.forEach((child) => child.kill('SIGKILL')));

interface Surroundings {
  /** The folder in which it is started; that of the tests by default. */
  readonly cwd?: string | undefined;
  /** Variables beside those of the tests. */
  readonly env?: NodeJS.ProcessEnv | undefined;
}

function start(args: readonly string[], stderr: 'pipe' | 'inherit', { cwd, env }: Surroundings = {}): ChildProcess {
  const child = spawn(process.execPath, [bin, ...args], {
    stdio: ['ignore', 'pipe', stderr],
    // Jest has its workers paint where it runs on a terminal.
    env: { ...process.env, FORCE_COLOR: undefined, ...env },
    cwd,
  });
  running.add(child);
  child.on('close', () => running.delete(child));
  return child;
}

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a command of the built command line to its end. */
export const fakeJira = (...args: string[]): Promise<Outcome> => startedCommand(args).ended;

export interface StartedCommand {
  readonly ended: Promise<Outcome>;
  /** Ends it as a crash does: it can do nothing about it. */
  readonly crash: () => Promise<Outcome>;
}

/**
 * Starts a command of the built command line.
 *
 * @param cwd - the folder in which it is started; that of the tests by default
 * @param env - variables beside those of the tests
 */
export function startedCommand(args: readonly string[], cwd?: string, env?: NodeJS.ProcessEnv): StartedCommand {
  const child = start(args, 'pipe', { cwd, env });
  const ended = new Promise<Outcome>((resolve) => {
    let [out, err] = ['', ''];
    child.stdout?.on('data', (chunk) => (out += chunk));
    child.stderr?.on('data', (chunk) => (err += chunk));
    child.on('close', (code) => resolve({ code, out, err }));
  });
  const crash = () => {
    child.kill('SIGKILL');
    return ended;
  };
  return { ended, crash };
}

export interface Started {
  readonly url: string;
  /** The line that says that it is ready. */
  readonly ready: Record<string, unknown>;
  /** Further lines as they come. */
  readonly line: () => Promise<Record<string, unknown>>;
  /** Ends it by a signal, by default as Ctrl-C does, and waits for it: its exit code; null where the signal ended it. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<number | null>;
}

/** Starts the built fake on a free port and waits until it says that it is ready. */
export const startedFake = (...args: string[]): Promise<Started> => startedFakeIn(undefined, ...args);

/** {@link startedFake} in a folder. */
export async function startedFakeIn(cwd: string | undefined, ...args: string[]): Promise<Started> {
  const child = start(['start', '--port', '0', '--log', 'json', ...args], 'inherit', { cwd });
  const line = linesOf(child);
  const ready = await line();
  const stop = (signal: NodeJS.Signals = 'SIGINT') => {
    const closed = new Promise<number | null>((resolve) => child.on('close', resolve));
    child.kill(signal);
    return closed;
  };
  return { url: ready['url'] as string, ready, line, stop };
}

/** Starts `traffic record` on a free port and waits until it says that it records. */
export async function startedProxy(
  ...args: string[]
): Promise<{ readonly url: string; readonly stop: (signal: NodeJS.Signals) => Promise<Outcome> }> {
  const child = start(['traffic', 'record', '--port', '0', ...args], 'pipe');
  let [out, err] = ['', ''];
  const ended = new Promise<Outcome>((resolve) => child.on('close', (code) => resolve({ code, out, err })));
  child.stderr?.on('data', (chunk) => (err += chunk));
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', (chunk) => {
      out += chunk;
      const found = / at (http:\S+?)[.,]? /.exec(out)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.on('close', () => reject(new Error(err)));
  });
  return {
    url,
    stop: (signal) => {
      child.kill(signal);
      return ended;
    },
  };
}

function linesOf(child: ChildProcess): () => Promise<Record<string, unknown>> {
  const ready: string[] = [];
  const waiting: ((line: string) => void)[] = [];
  let rest = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk.toString()).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const next = waiting.shift();
      if (next) next(line);
      else ready.push(line);
    }
  });
  return async () => {
    const line = ready.shift() ?? (await new Promise<string>((resolve) => waiting.push(resolve)));
    return JSON.parse(line) as Record<string, unknown>;
  };
}

export const asAdmin = { headers: { Authorization: `Basic ${Buffer.from('admin:admin').toString('base64')}` } };
