import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MatrixReport } from '@fake-jira/contract';

/** The command line that this process was started with. */
const program = process.argv[1] as string;

/**
 * The parts of a matrix by several processes, each with some of the profiles. What they say while they run goes to the
 * terminal.
 *
 * @param profiles - names or files, as the command line takes them
 * @throws Error where one of them ends without a report
 */
export async function matricesOfJobs(
  profiles: readonly string[],
  jobs: number,
  prism: boolean,
): Promise<MatrixReport[]> {
  const directory = mkdtempSync(join(tmpdir(), 'fake-jira-matrix-'));
  try {
    const parts = Array.from({ length: jobs }, (_, job) => profiles.filter((_, at) => at % jobs === job));
    return await Promise.all(parts.map((part, job) => partOf(part, join(directory, `${job}.json`), prism)));
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function partOf(profiles: readonly string[], json: string, prism: boolean): Promise<MatrixReport> {
  const args = ['contract', 'matrix', '--jobs', '1', '--json', json, ...(prism ? ['--prism'] : [])];
  return new Promise((resolve, reject) => {
    // With its own name for the list of profiles last, which takes all that follows.
    const child = spawn(process.execPath, [program, ...args, '--profile', ...profiles], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const stop = () => child.kill();
    process.once('exit', stop);
    child.on('error', reject);
    child.on('close', (code) => {
      process.off('exit', stop);
      // 1: a profile does not hold, which the report says.
      if (code === 0 || code === 1) resolve(JSON.parse(readFileSync(json, 'utf8')) as MatrixReport);
      else reject(new Error(`The process for ${profiles.join(', ')} ended with ${code ?? 'a signal'}.`));
    });
  });
}
