import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { figureOf } from '../figures.js';
import { throughput } from '../load.js';
import { atMost, type Row, type Scenario } from '../scenario.js';
import { floorOf } from '../subjects/own.js';
import { start } from '../subjects/subject.js';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const bin = join(root, 'apps/fake-jira/bin/fake-jira.cjs');

/** The contract suite against the fake, as `npm run contract` does it, and the whole matrix of profiles. */
export const contractRuns: Scenario = {
  name: 'contract-runs',
  async run({ rounds, scratch }) {
    const runs = Array.from({ length: Math.min(rounds, 2) }, () => timed([join(root, 'scripts/contract.mjs'), '2']));
    const file = join(scratch, 'matrix.json');
    const matrix = timed([bin, 'contract', 'matrix', '--json', file]);
    const { rows: profiles } = JSON.parse(readFileSync(file, 'utf8')) as { readonly rows: readonly unknown[] };
    // As many requests as the suite sends, to a route that does nothing: what it cannot be faster than.
    const requests = requestsOfTheSuite(scratch);
    const floor = await start(floorOf('express'));
    const { url } = floor;
    const alone = requests / (await throughput({ url, requests: [{ method: 'GET', path: '/' }], clients: 2 }));
    await floor.stop();
    const rows: readonly Row[] = [
      {
        subject: 'fake-jira',
        figures: { run: figureOf(runs), matrix: figureOf([matrix]), 'a profile': figureOf([matrix / profiles.length]) },
      },
      { subject: 'as many requests to bare Express 5, two at a time', figures: { run: figureOf([alone]) } },
    ];
    return {
      title: 'The contract suite and the matrix',
      how: `\`npm run contract\` (two processes and the second judge) and \`fake-jira contract matrix\` (${profiles.length} profiles), as whole processes. The suite sends ${requests.toLocaleString('en')} requests to the fake of all versions.`,
      units: { run: 's', matrix: 's', 'a profile': 's' },
      rows,
      goals: [
        atMost('contract run, s', 10, figureOf(runs), {
          what: 'as many requests to bare Express',
          seen: figureOf([alone]),
        }),
        atMost(`the whole matrix (${profiles.length} profiles), s`, 240, figureOf([matrix])),
      ],
    };
  },
};

function timed(args: readonly string[]): number {
  const began = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}:\n${stderr.slice(-2000)}`);
  return (performance.now() - began) / 1000;
}

/** How many exchanges the second judge looks at in a run: all of the four APIs. */
function requestsOfTheSuite(scratch: string): number {
  const file = join(scratch, 'run.json');
  timed([bin, 'contract', 'run', '--json', file]);
  return (JSON.parse(readFileSync(file, 'utf8')) as { secondJudge: { judged: number } }).secondJudge.judged;
}
