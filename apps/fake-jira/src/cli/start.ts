import { protectedFieldsAddress } from '@fake-jira/profile';
import { isPreset } from '@fake-jira/fixtures/presets';
import type { AuthMode } from '../http/caller.js';
import type { ValidationMode } from '../http/validation.js';
import { ControlTokenMissing, startFakeJira, type FakeJira } from '../server.js';
import type { Vault } from '@fake-jira/world';
import type { Keeper } from '../state/keeper.js';
import { installationVault } from '../state/installation-key.js';
import { readText, unreadable } from '../given/file.js';
import { readProfile } from '../given/profile.js';
import { readWorld, worldGiven } from '../given/world.js';
import { choice, wholeNumber } from './choices.js';
import { logger, type LogFormat } from './log.js';
import { failedAside } from './failed.js';
import { UsageError } from '../given/usage-error.js';
import { worldSize } from './world-size.js';

export interface StartOptions {
  readonly port: string;
  readonly host: string;
  readonly allowedHost?: readonly string[];
  readonly publicUrl?: string;
  readonly trustProxy?: boolean;
  readonly profile: string;
  readonly world: string;
  readonly seed: string;
  readonly auth: string;
  readonly controlTokenFile?: string;
  readonly workspaceIdle: string;
  readonly state?: string;
  readonly validate: string;
  readonly log: string;
  readonly explain?: boolean;
  readonly quiet?: boolean;
  readonly watch?: boolean;
}

/** Milliseconds that requests in flight get once the fake is told to end. */
const graceAtEnd = 10_000;

/** Starts the fake and says where it is; it runs until it is told to stop. */
export async function start(options: StartOptions): Promise<void> {
  const log = await logger(choice<LogFormat>('--log', options.log, ['text', 'json']), options);
  if (options.watch && isPreset(options.world)) {
    throw new UsageError(`--watch needs a world file: --world ${options.world} is a preset, which does not change.`);
  }
  const profile = await readProfile(options.profile);
  const seed = wholeNumber('--seed', options.seed, Number.MAX_SAFE_INTEGER);
  const state = await stateOf(options);
  const jira = await listen(options, {
    port: wholeNumber('--port', options.port, 65_535),
    host: options.host,
    allowedHosts: options.allowedHost ?? [],
    publicUrl: options.publicUrl,
    trustProxy: options.trustProxy,
    profile,
    world: await worldGiven(options.world, { seed }),
    seed,
    controlToken: options.controlTokenFile === undefined ? undefined : readToken(options.controlTokenFile),
    workspaceIdle: idleTime(options.workspaceIdle),
    auth: choice<AuthMode>('--auth', options.auth, ['strict', 'any']),
    validate: choice<ValidationMode>('--validate', options.validate, ['off', 'warn', 'strict']),
    explain: options.explain ?? false,
    ...state,
    onRequest: (entry) => log.request(entry),
    onDefect: (error) => log.defect(error),
  });
  const watched = options.watch
    ? await (
        await import('./watch-file.js')
      ).watchFile(options.world, async () => {
        try {
          jira.beginWith(await readWorld(options.world));
        } catch (error) {
          return log.notReloaded(error instanceof Error ? error.message : String(error));
        }
        log.reloaded(options.world, worldSize(jira.world()));
      })
    : undefined;

  process.off('uncaughtException', failedAside);
  // The net under all others: what went wrong for one request is not the end of the others.
  for (const event of ['uncaughtException', 'unhandledRejection'] as const)
    process.on(event, (error: unknown) => log.defect(error));

  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const stop = async () => {
    // A second signal ends the process at once.
    for (const signal of signals) process.off(signal, onSignal);
    await watched?.close();
    await jira.close({ grace: graceAtEnd });
    await state.keeper?.close();
    process.exit(0);
  };
  const onSignal = () => void stop();
  for (const signal of signals) process.on(signal, onSignal);

  // Whoever reads this may change the file, or end it, at once.
  log.ready({
    url: jira.url,
    profile: profile.name,
    protectedFields: protectedFieldsAddress(profile),
    size: worldSize(jira.world()),
    root: jira.world(),
    auth: options.auth,
  });
}

/** The workspaces to go on with, and the key of the installation. Without --state both end with the process. */
async function stateOf({ state }: StartOptions): Promise<{ readonly keeper?: Keeper; readonly vault: Vault }> {
  if (state === undefined) return { vault: await installationVault() };
  return (await import('../state/open-state.js')).openState(state);
}

/** The first line of a file, without space around it: where other users of the machine do not see it. */
function readToken(path: string): string {
  let text: string;
  try {
    text = readText(path);
  } catch (error) {
    throw unreadable(path, error);
  }
  const [token = ''] = text.trim().split('\n');
  if (token.trim() === '') throw new UsageError(`${path} is empty: its first line has to be the control token.`);
  return token.trim();
}

/** Minutes in milliseconds; undefined for 0. */
function idleTime(minutes: string): number | undefined {
  return wholeNumber('--workspace-idle', minutes, 525_600) * 60_000 || undefined;
}

async function listen({ port, host }: StartOptions, options: Parameters<typeof startFakeJira>[0]): Promise<FakeJira> {
  try {
    return await startFakeJira(options);
  } catch (error) {
    if (error instanceof ControlTokenMissing) throw new UsageError(error.message);
    // Its values are sealed with another key than that of this installation.
    if (error instanceof Error && error.name === 'WorldFileError') throw new UsageError(error.message);
    if (error instanceof RangeError) throw new UsageError(`--public-url: ${error.message}`);
    const { code } = error as { code?: string };
    if (code === 'EADDRINUSE') {
      throw new UsageError(`Port ${port} is taken. Choose another one with --port, or --port 0 for a free one.`);
    }
    if (code === 'EACCES')
      throw new UsageError(`Port ${port} may not be used here. Choose one above 1023 with --port.`);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new UsageError(`--host ${host} is no address of this machine.`);
    throw error;
  }
}
