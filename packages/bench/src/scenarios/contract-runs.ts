import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { figureOf } from '../figures.js';
import { atMost, type Scenario } from '../scenario.js';

const bin = fileURLToPath(new URL('../../../../apps/fake-jira/bin/fake-jira.cjs', import.meta.url));

/** The contract suite against the fake, and the whole matrix of profiles. */
export const contractRuns: Scenario = {
  name: 'contract-runs',
  run({ rounds }) {
    const runs = Array.from({ length: rounds }, () => timed(['contract', 'run']));
    const matrix = [timed(['contract', 'matrix'])];
    return Promise.resolve({
      title: 'The contract suite and the matrix',
      how: '`fake-jira contract run` and `fake-jira contract matrix`, as whole processes.',
      units: { run: 's', matrix: 's' },
      rows: [{ subject: 'fake-jira', figures: { run: figureOf(runs), matrix: figureOf(matrix) } }],
      goals: [atMost('contract run, s', 10, figureOf(runs)), atMost('the whole matrix, s', 240, figureOf(matrix))],
    });
  },
};

function timed(args: readonly string[]): number {
  const began = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [bin, ...args], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error(`fake-jira ${args.join(' ')} ended with ${status}:\n${stderr.slice(-2000)}`);
  return (performance.now() - began) / 1000;
}
