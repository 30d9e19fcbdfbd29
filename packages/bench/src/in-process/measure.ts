// Runs in a process of its own (`node --expose-gc`), and prints what it has measured as JSON.
import { readFileSync } from 'node:fs';
import { startFakeJira, type FakeJira } from 'fake-jira';
import sortedBtree from 'sorted-btree';

/** What is measured, of a world. */
export interface InProcess {
  /** Milliseconds of one reset, and of making one workspace. */
  readonly reset: number;
  readonly workspace: number;
  /** KiB that a workspace holds which was asked once. */
  readonly perWorkspace: number;
  /** MiB that the world holds over an empty one, and milliseconds that it took to load. */
  readonly worldMemory: number;
  readonly load: number;
  /** Milliseconds of the file's JSON, and of bare trees with as many entries as the world has of its options. */
  readonly trees: number;
}

// The package is CommonJS with an `exports.default`.
const BTree = sortedBtree.default;

const [path, count] = process.argv.slice(2);
if (path === undefined) throw new Error('Which world file?');
const world = JSON.parse(readFileSync(path, 'utf8')) as NonNullable<Parameters<typeof startFakeJira>[0]>['world'];

function heap(): number {
  (globalThis as { gc?: () => void }).gc?.();
  (globalThis as { gc?: () => void }).gc?.();
  return process.memoryUsage().heapUsed;
}

const trees = barely(readFileSync(path, 'utf8'));
const empty = await startFakeJira({ world: { projects: [{ key: 'TEST' }] } });
const before = heap();
const began = performance.now();
const jira: FakeJira = await startFakeJira({ ...(world !== undefined && { world }) });
const load = performance.now() - began;
const worldMemory = (heap() - before) / 1024 / 1024;
await empty.close();

/** What a world of options cannot do without: its text read, and each option by its id, value and place. */
function barely(text: string): number {
  const start = performance.now();
  const { fields = [] } = JSON.parse(text) as { fields?: { contexts?: { options?: string[] }[] }[] };
  const compare = (one: readonly (number | string)[], other: readonly (number | string)[]) => {
    for (let i = 0; i < one.length; i++) {
      const [a, b] = [one[i] as number, other[i] as number];
      if (a !== b) return a < b ? -1 : 1;
    }
    return 0;
  };
  const byId = new BTree<number, object>();
  const byValue = new BTree<readonly (number | string)[], number>(undefined, compare);
  const byPlace = new BTree<readonly (number | string)[], number>(undefined, compare);
  let id = 10_000;
  for (const [context, { contexts = [] }] of fields.entries())
    for (const [place, value] of (contexts[0]?.options ?? []).entries()) {
      byId.set(++id, { id, context, value, disabled: false });
      byValue.set([context, 0, value.toLowerCase(), id], id);
      byPlace.set([context, 0, place, id], id);
    }
  return performance.now() - start;
}

function each(times: number, what: (i: number) => void): number {
  for (let i = 0; i < 100; i++) what(-i - 1);
  const start = performance.now();
  for (let i = 0; i < times; i++) what(i);
  return (performance.now() - start) / times;
}

const reset = each(2000, () => jira.reset());
const workspace = each(2000, (i) => void jira.workspace(`w${i}`).world());
const workspaces = Number(count ?? 0);
const idle = heap();
for (let i = 0; i < workspaces; i++)
  await (await fetch(`${jira.url}/w/touched-${i}/rest/api/3/serverInfo`)).arrayBuffer();
const perWorkspace = workspaces === 0 ? 0 : (heap() - idle) / 1024 / workspaces;
await jira.close();
console.log(JSON.stringify({ reset, workspace, perWorkspace, worldMemory, load, trees } satisfies InProcess));
