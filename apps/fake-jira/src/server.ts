import { createServer, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { buildWorld } from '@fake-jira/fixtures/build-world';
import { checkWorldFile } from '@fake-jira/fixtures/check-world-file';
import { mergeIntoWorld } from '@fake-jira/fixtures/merge-into-world';
import { presetWorld, type WrittenPresetName } from '@fake-jira/fixtures/presets';
import type { WorldFile } from '@fake-jira/fixtures';
import { checkAddresses } from '@fake-jira/openapi';
import { namedProfile } from '@fake-jira/profile';
import { processVault, type Root, type Vault } from '@fake-jira/world';
import { createApp } from './app.js';
import type { FakeJira, FakeWorkspace } from './fake-jira.js';
import { checkOptions } from './given/options.js';
import { profileGiven } from './given/profile.js';
import { contentGiven, loading, worldNamed } from './given/world-named.js';
import { requireTwin } from './given/twin.js';
import { worldGiven } from './given/world.js';
import { connectionLimits, Connections } from './http/connections.js';
import { isLoopback } from './http/gate.js';
import { checkBody, checkQuery } from './http/given-requests.js';
import { requestsThatFit } from './http/request-filter.js';
import { changeSettings, settingsOf } from './http/settings.js';
import { defaultWorkspace, workspaceName, workspaceNameForm, Workspaces, type Workspace } from './http/workspaces.js';
import { optionForms, type FakeJiraOptions } from './options.js';
import { webhooksView } from './webhooks/view.js';
import { certificateOf } from './tls/tls-options.js';

export type { FakeJiraOptions } from './options.js';

/**
 * Starts a fake Jira in this process.
 *
 * @returns when it listens
 * @throws ControlTokenMissing where others than this machine could reach its control API
 * @throws what `listen` does, e.g. `EADDRINUSE` where the port is taken
 * @example
 * const jira = await startFakeJira();
 * await fetch(`${jira.url}/rest/api/3/field`);
 * await jira.close();
 */
export async function startFakeJira(options: FakeJiraOptions = {}): Promise<FakeJira> {
  checkOptions('startFakeJira', options, optionForms);
  const { port = 0, host = '127.0.0.1', twin, seed = 1, controlToken } = options;
  if (twin !== undefined) requireTwin('The option "twin"', twin);
  const { world = twin ?? 'demo', profile = twin ?? 'all' } = options;
  if (!controlToken && !isLoopback(host)) throw new ControlTokenMissing(host);
  const given = { world: await worldGiven(world, { seed }), profile: await profileGiven(profile) };
  const certificate = await certificateOf(options.tls, { ...options, host });
  const workspaces = makeWorkspaces({ ...options, ...given });
  // Before it listens, so that a world that cannot be read any more stops it.
  await workspaces.ready(defaultWorkspace);
  workspaces.get(defaultWorkspace);
  const { middleware = [], handlers = [] } = options;
  const own = handlers.length > 0 ? [(await import('./handlers.js')).answering(handlers)] : [];
  const app = createApp({ ...options, middleware: [...middleware, ...own], workspaces });
  const server: Server = certificate
    ? createTlsServer({ ...connectionLimits, cert: certificate.cert, key: certificate.key }, app)
    : createServer(connectionLimits, app);
  const connections = new Connections(server);
  const url = await listen(server, { port, host, scheme: certificate ? 'https' : 'http' });
  let closed: Promise<void> | undefined;
  const end = async (grace: number) => {
    await connections.close(grace);
    await workspaces.endWebhooks();
  };
  const forAll: Omit<FakeJira, keyof FakeWorkspace> = {
    certificate: certificate?.cert,
    workspace(name) {
      if (!workspaceName.test(name)) throw new RangeError(`"${name}" is no name of a workspace: ${workspaceNameForm}.`);
      return workspaceView(() => workspaces.get(name), `${url}/w/${name}`);
    },
    deleteWorkspace(name) {
      if (name === defaultWorkspace) throw new RangeError('The default workspace is always there: reset it instead.');
      return workspaces.delete(name);
    },
    beginWith(world) {
      const workspace = workspaces.get(defaultWorkspace);
      const root = rootGiven('beginWith', world, { now: workspace.clock.now(), vault: workspace.world.vault });
      workspace.load(root, { baseline: true });
      workspaces.beginWith(root);
      // No request waits for it: where it fails, the next one that changes something is told.
      workspaces.keep(workspace)?.catch((error: unknown) => options.onDefect?.(error));
    },
    unref() {
      server.unref();
      server.on('connection', (socket) => socket.unref());
    },
    close({ grace = 0 } = {}) {
      closed ??= end(grace);
      return closed;
    },
    [Symbol.asyncDispose]: () => (closed ??= end(0)),
  };
  // On the view itself, whose parts are looked up at each use.
  return Object.assign(
    workspaceView(() => workspaces.get(defaultWorkspace), url),
    forAll,
  );
}

/** The control API would be open to others. */
export class ControlTokenMissing extends Error {
  override readonly name = 'ControlTokenMissing';

  constructor(host: string) {
    super(
      `On ${host} others than this machine reach the control API: give it a token (--control-token-file FILE, or the option controlToken), or listen on 127.0.0.1.`,
    );
  }
}

/** @param now - the workspace of that name: another one, once it was deleted or has expired */
function workspaceView(now: () => Workspace, url: string): FakeWorkspace {
  return {
    url,
    reset: () => now().reset(),
    world: () => now().world.root,
    load(world, options) {
      const workspace = now();
      const { vault } = workspace.world;
      workspace.load(rootGiven('load', world, { now: workspace.clock.now(), vault }), loading('load', options));
    },
    merge(addition, options) {
      const workspace = now();
      const { root, vault } = workspace.world;
      const checked = checkWorldFile(contentGiven('merge', addition), { name: 'world' });
      workspace.load(mergeIntoWorld(root, checked, { now: workspace.clock.now(), vault }), loading('merge', options));
    },
    journal(filter = {}) {
      checkQuery('journal', 'controlListRequests', filter);
      return requestsThatFit(now().journal.entries(), filter);
    },
    get faults() {
      return now().faults;
    },
    get clock() {
      return now().clock;
    },
    webhooks: webhooksView(now),
    settings: () => settingsOf(now()),
    changeSettings(change) {
      if (Object.keys(change).length > 0) checkBody('changeSettings', 'controlChangeSettings', change);
      return changeSettings(now(), change);
    },
  };
}

/** {@link rootOf} for a world that a program names while the fake runs. */
function rootGiven(method: string, world: WrittenPresetName | WorldFile, building: Building): Root {
  return rootOf(worldNamed(method, world), building);
}

interface Building {
  readonly now: number;
  readonly vault: Vault;
}

export function rootOf(world: WrittenPresetName | WorldFile, { now, vault }: Building): Root {
  // Presets that were written by hand are the same with every seed.
  const file = typeof world === 'string' ? presetWorld(world, { seed: 1 }) : checkWorldFile(world, { name: 'world' });
  return buildWorld(file, { now, vault });
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
  vault = processVault(),
  keeper,
  workspaceIdle,
}: WorkspacesOptions): Workspaces {
  const root = rootOf(world, { now: clock.now(), vault });
  const named = typeof profile === 'string' ? namedProfile(profile) : checkAddresses(profile);
  return new Workspaces(
    { root, profile: named, clock, seed, vault },
    { keeper, ...(workspaceIdle !== undefined && { idle: workspaceIdle }) },
  );
}

interface Listening {
  readonly port: number;
  readonly host: string;
  readonly scheme: 'http' | 'https';
}

function listen(server: Server, { port, host, scheme }: Listening): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const { address, family, port: taken } = server.address() as AddressInfo;
      resolve(`${scheme}://${family === 'IPv6' ? `[${address}]` : address}:${taken}`);
    });
  });
}
