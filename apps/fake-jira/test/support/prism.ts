import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

const ready = 'Prism is listening on ';
const repository = fileURLToPath(new URL('../../../../', import.meta.url));
const command = fileURLToPath(new URL('../../../../node_modules/.bin/prism', import.meta.url));

type Prism = ChildProcessByStdio<null, Readable, Readable>;

const running: Prism[] = [];

/** Ends every server that was started here. */
export async function stopPrism(): Promise<void> {
  for (const prism of running.splice(0)) {
    if (prism.exitCode !== null || prism.signalCode !== null) continue;
    prism.kill('SIGKILL');
    await once(prism, 'exit');
  }
}

/**
 * Starts `prism mock` on a document, on a free port.
 *
 * @param document - a file, from the root of the repository
 * @returns its address, and what it said until it was ready
 */
export async function startPrism(document: string): Promise<{ url: string; lines: string[] }> {
  const prism = spawn(command, ['mock', '--port', '0', document], {
    cwd: repository,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(prism);
  const lines: string[] = [];
  createInterface(prism.stderr).on('line', (line) => lines.push(line));
  const output = createInterface(prism.stdout);
  const url = await new Promise<string | undefined>((resolve) => {
    // It goes on being read when it is ready: a full pipe would stop the server.
    output.on('line', (line) => {
      lines.push(line);
      const address = line.split(ready)[1];
      if (address !== undefined) resolve(address.trim());
    });
    output.on('close', () => resolve(undefined));
  });
  if (url === undefined) throw new Error(`Prism ended before it was ready:\n${lines.join('\n')}`);
  return { url, lines };
}
