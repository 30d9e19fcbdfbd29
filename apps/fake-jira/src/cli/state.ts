import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Table from 'cli-table3';
import { checkWorld } from '@fake-jira/world';
import { exportWorldFile } from '@fake-jira/fixtures';
import { abouts, readState } from '../state/keeper.js';
import { StateError } from '../state/state-error.js';
import { Store } from '../state/store.js';
import { UsageError } from '../given/usage-error.js';
import { printJson, type JsonOption } from './json-option.js';
import { worldSize } from './world-size.js';
import { writeWorld, type OutOptions } from './world.js';

/** Says of each workspace in a state directory what it holds, or what is wrong with it; then with exit code 1. */
export async function check(directory: string, { json = false }: JsonOption): Promise<void> {
  await withStore(directory, async (store) => {
    const table = new Table({ head: ['workspace', 'last used', 'holds'], style: { head: [], border: [] } });
    const rows = [];
    for (const [name, about] of await abouts(store)) {
      const [holds, whole] = await contentOf(store, name, about);
      if (!whole) process.exitCode = 1;
      rows.push({ workspace: name, lastUsed: new Date(about.lastUsed).toISOString(), whole, holds });
    }
    if (json) return printJson(rows);
    for (const { workspace, lastUsed, holds } of rows) table.push([workspace, lastUsed, holds]);
    console.log(table.toString());
  });
}

async function contentOf(store: Store, name: string, about: Parameters<typeof readState>[2]) {
  try {
    const { root } = await readState(store, name, about);
    const problems = checkWorld(root);
    return problems.length === 0 ? ([worldSize(root), true] as const) : ([problems.join('\n'), false] as const);
  } catch (error) {
    if (!(error instanceof StateError)) throw error;
    return [error.message, false] as const;
  }
}

export interface ExportOptions extends OutOptions {
  readonly workspace: string;
}

/** Writes a workspace of a state directory as a world file. */
export async function exportWorkspace(directory: string, { workspace, ...where }: ExportOptions): Promise<void> {
  await withStore(directory, async (store) => {
    const all = new Map(await abouts(store));
    const about = all.get(workspace);
    if (!about) {
      const known = all.size === 0 ? 'None is kept there' : `There are: ${[...all.keys()].join(', ')}`;
      throw new UsageError(`There is no workspace "${workspace}" in ${directory}. ${known}.`);
    }
    const { root } = await readState(store, workspace, about);
    writeWorld(exportWorldFile(root, { history: true }), where);
  });
}

/** Gives room back that deleted and replaced records took. */
export async function compact(directory: string): Promise<void> {
  await withStore(directory, async (store) => {
    const before = size(directory);
    await store.compact();
    console.log(`${directory}: ${before} KiB before, ${size(directory)} KiB now.`);
  });
}

async function withStore(directory: string, work: (store: Store) => Promise<void>): Promise<void> {
  if (!existsSync(join(directory, 'store'))) throw new UsageError(`There is no state in ${directory}.`);
  const store = await Store.open(directory);
  try {
    await work(store);
  } finally {
    await store.close();
  }
}

function size(directory: string): number {
  const folder = join(directory, 'store');
  const bytes = readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  return Math.ceil(bytes / 1024);
}
