import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildWorld } from '@fake-jira/fixtures/build-world';
import { loadPreset, presetWorld, type PresetName, type WrittenPresetName } from '@fake-jira/fixtures/presets';
import type { WorldFile } from '@fake-jira/fixtures';
import { namedProfile, type Profile } from '@fake-jira/profile';
import type { Clock, Root } from '@fake-jira/world';
import { createApp, type AppOptions } from './app.js';
import type { JournalEntry } from './http/journal.js';
import { defaultWorkspace, Workspaces, type Workspace } from './http/workspaces.js';

export interface FakeJiraOptions extends Omit<AppOptions, 'workspaces'> {
  /** Port to listen on; 0, the default, takes a free one. */
  readonly port?: number;
  /** Address to listen on; `127.0.0.1` by default. */
  readonly host?: string;
  /** What this Jira is like; `all` by default. */
  readonly profile?: string | Profile;
  /** A preset or a world file's content; the preset `demo` by default. */
  readonly world?: PresetName | WorldFile;
  /** Seed of worlds that are made, 1 by default. */
  readonly seed?: number;
  /** Where the time comes from; the real clock by default. */
  readonly clock?: Clock;
  /** The world to go on with in a workspace, instead of the one it would begin with. */
  readonly restore?: (workspace: string) => Root | undefined;
}

/** One workspace of a running fake, as a test uses it. */
export interface FakeWorkspace {
  /** Base address: give it to a client as the address of its Jira. */
  readonly url: string;
  /** Back to the world it began with. */
  reset(): void;
  /** The world as it is now. */
  world(): Root;
  /** The requests that were answered, oldest first. */
  journal(): readonly JournalEntry[];
}

export interface FakeJira extends FakeWorkspace {
  /** A Jira of its own within this fake, made when it is first named. */
  workspace(name: string): FakeWorkspace;
  close(): Promise<void>;
}

/**
 * Starts a fake Jira in this process.
 *
 * @returns when it listens
 * @throws what `listen` does, e.g. `EADDRINUSE` where the port is taken
 * @example
 * const jira = await startFakeJira();
 * await fetch(`${jira.url}/rest/api/3/field`);
 * await jira.close();
 */
export async function startFakeJira(options: FakeJiraOptions = {}): Promise<FakeJira> {
  const { world = 'demo', seed = 1 } = options;
  const file = typeof world === 'string' ? await loadPreset(world, { seed }) : world;
  const workspaces = makeWorkspaces({ ...options, world: file });
  // Before it listens, so that a world that cannot be restored stops it.
  const workspace = workspaces.get(defaultWorkspace);
  const server = createServer(createApp({ ...options, workspaces }));
  const url = await listen(server, options.port ?? 0, options.host ?? '127.0.0.1');
  const view = (workspace: Workspace, base: string): FakeWorkspace => ({
    url: base,
    reset: () => workspace.reset(),
    world: () => workspace.world.root,
    journal: () => workspace.journal.entries(),
  });
  return {
    ...view(workspace, url),
    workspace: (name) => view(workspaces.get(name), `${url}/w/${name}`),
    close: () => close(server),
  };
}

/** What {@link makeWorkspaces} takes: presets that have to be loaded are loaded by then. */
export interface WorkspacesOptions extends Omit<FakeJiraOptions, 'world'> {
  readonly world?: WrittenPresetName | WorldFile;
}

/** The workspaces of a fake, with nothing listening yet. */
export function makeWorkspaces({
  profile = 'all',
  world = 'demo',
  seed = 1,
  clock = Date,
  restore,
}: WorkspacesOptions): Workspaces {
  const now = clock.now();
  const file = typeof world === 'string' ? presetWorld(world, { seed, now }) : world;
  return new Workspaces(
    buildWorld(file, { now }),
    typeof profile === 'string' ? namedProfile(profile) : profile,
    clock,
    restore,
  );
}

function listen(server: Server, port: number, host: string): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const { address, family, port: taken } = server.address() as AddressInfo;
      resolve(`http://${family === 'IPv6' ? `[${address}]` : address}:${taken}`);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}
