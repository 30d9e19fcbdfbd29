import type { Counters, Kept, Root, TableName, AnyTable } from './core/root.js';
import { table, type TableKey } from './core/table.js';
import { emptyRoot, tableNames } from './parts.js';

type Entry = readonly [key: TableKey, value: unknown];

/** A root as plain data: what `JSON.stringify` writes and `JSON.parse` reads without loss. */
export interface SerializedRoot {
  /** Raised when an older state cannot be read any more. */
  readonly version: 1;
  readonly tables: { readonly [Name in TableName]?: readonly Entry[] };
  readonly settings: Kept['settings'];
  /** Absent in states of before there was maintenance. */
  readonly maintenance?: Kept['maintenance'];
  readonly counters: Counters;
}

/** Everything in a world at one moment, ids that come next included. */
export function serializeRoot(root: Root): SerializedRoot {
  const tables = Object.fromEntries(
    tableNames.map((name) => [name, [...(root[name] as unknown as AnyTable).entries()]]),
  );
  return { version: 1, tables, settings: root.settings, maintenance: root.maintenance, counters: root.counters };
}

/**
 * The root that {@link serializeRoot} wrote. What the state does not have yet, because a younger world has more of it,
 * is empty.
 *
 * @throws Error for a state of another version
 * @example world.restore(deserializeRoot(JSON.parse(text)));
 */
export function deserializeRoot(data: SerializedRoot): Root {
  if (data.version !== 1)
    throw new Error(`The state has the version ${String(data.version)}; this world reads version 1.`);
  const root = emptyRoot();
  const tables = Object.fromEntries(tableNames.map((name) => [name, restored(data.tables[name])]));
  return Object.freeze({
    ...root,
    ...(tables as unknown as Pick<Root, TableName>),
    settings: { ...root.settings, ...data.settings },
    maintenance: { ...root.maintenance, ...data.maintenance },
    counters: { ...root.counters, ...data.counters },
  });
}

function restored(entries: readonly Entry[] = []): AnyTable {
  return table(entries.map(([key, value]) => [key, value]));
}
