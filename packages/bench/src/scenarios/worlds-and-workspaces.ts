import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { stringify } from 'yaml';
import { figureOf, ratioOf } from '../figures.js';
import type { InProcess } from '../in-process/measure.js';
import { atMost, type Scenario } from '../scenario.js';
import { fake } from '../subjects/own.js';
import { start } from '../subjects/subject.js';
import { bigWorld, fieldsWorld, written } from '../worlds.js';

const run = promisify(execFile);
const script = fileURLToPath(new URL('../in-process/measure.ts', import.meta.url));

/** Resets, new workspaces, and what a world costs: in the process itself, without HTTP. */
export const worldsAndWorkspaces: Scenario = {
  name: 'worlds-and-workspaces',
  async run({ rounds, scratch }) {
    const small = written(fieldsWorld(100), 'fields-100', scratch);
    const big = written(bigWorld(1000, 100_000), 'options-100000', scratch);
    const yaml = join(scratch, 'options-100000.yaml');
    writeFileSync(yaml, stringify(JSON.parse(readFileSync(big, 'utf8'))));
    const measured = new Map<string, InProcess[]>([
      ['small', []],
      ['big', []],
    ]);
    const starts: { empty: number[]; json: number[]; yaml: number[] } = { empty: [], json: [], yaml: [] };
    const empty = written({ ...bigWorld(1, 1), fields: [] }, 'empty', scratch);
    for (let round = 0; round < rounds; round++) {
      measured.get('small')?.push(await inProcess(small, round === 0 ? 10_000 : 0));
      measured.get('big')?.push(await inProcess(big, 0));
      for (const [kind, path] of Object.entries({ empty, json: big, yaml })) {
        const running = await start(fake(kind, ['--world', path]));
        starts[kind as keyof typeof starts].push(running.firstAnswer);
        await running.stop();
      }
    }
    const all = (world: 'small' | 'big', what: keyof InProcess) => (measured.get(world) ?? []).map((one) => one[what]);
    const over = (kind: 'json' | 'yaml') =>
      figureOf(starts[kind].map((time, round) => time - (starts.empty[round] ?? 0)));
    const rowOf = (world: 'small' | 'big', subject: string) => ({
      subject,
      figures: {
        reset: figureOf(all(world, 'reset')),
        workspace: figureOf(all(world, 'workspace')),
        'memory over the empty world': figureOf(all(world, 'worldMemory')),
      },
    });
    const touched = figureOf([measured.get('small')?.[0]?.perWorkspace ?? NaN]);
    return {
      title: 'Resets, workspaces, big worlds',
      how: 'In one process, without HTTP: 2,000 resets and 2,000 new workspaces; the heap after garbage collection. 10,000 workspaces are asked once each over HTTP. Loading: the time to the first answer over that of the empty world.',
      units: { reset: 'ms', workspace: 'ms', 'memory over the empty world': 'MiB' },
      rows: [rowOf('small', '100 fields'), rowOf('big', '1,000 fields, 100,000 options')],
      goals: [
        atMost('a reset at 100 fields, ms', 0.2, figureOf(all('small', 'reset'))),
        atMost('a reset at 100,000 options, ms', 0.2, figureOf(all('big', 'reset'))),
        atMost('a new workspace at 100,000 options, ms', 0.2, figureOf(all('big', 'workspace'))),
        atMost('a reset at 100,000 options : at 100 fields', 1.2, ratioOf(all('big', 'reset'), all('small', 'reset'))),
        atMost('a workspace that was touched once, KiB', 20, touched),
        atMost('memory of 1,000 fields and 100,000 options, MiB', 50, figureOf(all('big', 'worldMemory'))),
        atMost('loading that world from JSON, ms', 500, over('json'), {
          what: 'its JSON, and bare trees of its options, ms',
          seen: figureOf(all('big', 'trees')),
        }),
        atMost('loading that world from YAML, ms', 3000, over('yaml')),
      ],
    };
  },
};

async function inProcess(world: string, workspaces: number): Promise<InProcess> {
  const { stdout } = await run(process.execPath, ['--expose-gc', '--import', 'tsx', script, world, String(workspaces)]);
  return JSON.parse(stdout) as InProcess;
}
