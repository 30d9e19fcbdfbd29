import { readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { rootOfTables, type Root } from '@fake-jira/world';
import { StateError } from './state-error.js';

/** How fake-jira 0.1.0 kept a world: one file for each workspace. */
const ending = '.world-state.json';

interface OlderState {
  readonly version: 1;
  readonly tables: Readonly<Record<string, [key: string | number, value: unknown][]>>;
}

export interface OlderWorld {
  readonly workspace: string;
  readonly file: string;
  readonly root: Root;
}

/**
 * The worlds that fake-jira 0.1.0 has kept in a directory.
 *
 * @throws StateError where one is none
 */
export function olderWorlds(directory: string): OlderWorld[] {
  return readdirSync(directory)
    .filter((name) => name.endsWith(ending))
    .map((name) => {
      const file = join(directory, name);
      try {
        const { version, tables, ...rest } = JSON.parse(readFileSync(file, 'utf8')) as OlderState;
        if (version !== 1) throw new Error(`its version is ${String(version)}`);
        const entries = Object.entries(tables).map(([table, pairs]) => {
          return [table, { keys: pairs.map(([key]) => key), values: pairs.map(([, value]) => value) }] as const;
        });
        return { workspace: name.slice(0, -ending.length), file, root: rootOfTables(new Map(entries), rest) };
      } catch (error) {
        throw new StateError(`${file} holds no world (${(error as Error).message}). Remove it to begin anew.`);
      }
    });
}

/** Puts the files of worlds that are in the store by now out of the way. */
export function putAway(worlds: readonly OlderWorld[]): void {
  for (const { file } of worlds) renameSync(file, `${file}.moved`);
}
