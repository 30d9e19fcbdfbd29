import { protectedFieldsAddress, type Profile } from '@fake-jira/profile';
import type { Vault } from '@fake-jira/world';
import { completeFallback, type Fallback } from '../fallback/fallback.js';
import { readGiven } from '../given/file.js';
import { readProfile } from '../given/profile.js';
import { UsageError } from '../given/usage-error.js';
import { worldGiven } from '../given/world.js';
import type { AuthMode } from '../http/caller.js';
import type { ValidationMode } from '../http/validation.js';
import type { FakeJira } from '../fake-jira.js';
import { ControlTokenMissing, startFakeJira } from '../server.js';
import { installationVault } from '../state/installation-key.js';
import type { Keeper } from '../state/keeper.js';
import { choice, wholeNumber } from './choices.js';
import { certificateFor, type TlsFlags } from './kept-certificate.js';
import type { Logger } from './logger.js';
import { worldSize } from './world-size.js';

/** The options of the command line that say what a fake is like. */
export interface FakeOptions extends TlsFlags {
  readonly port: string;
  readonly host: string;
  readonly allowedHost?: readonly string[];
  readonly allowWebhooksTo?: readonly string[];
  readonly cors?: readonly string[];
  readonly publicUrl?: string;
  readonly trustProxy?: boolean;
  readonly profile: string;
  readonly world: string;
  readonly seed: string;
  readonly auth: string;
  readonly controlTokenFile?: string;
  readonly reports?: string;
  readonly workspaceIdle: string;
  readonly state?: string;
  readonly fallback?: string;
  readonly fallbackMethods?: readonly string[];
  readonly fallbackCredentials?: boolean;
  readonly fallbackCa?: string;
  readonly validate: string;
  readonly explain?: boolean;
}

export interface StartedFake {
  readonly jira: FakeJira;
  readonly profile: Profile;
  readonly ready: Parameters<Logger['ready']>[0];
  /** Ends it, and what keeps it; requests in flight get ten seconds to be answered. */
  readonly end: () => Promise<void>;
}

/** Milliseconds that requests in flight get once the fake is told to end. */
const graceAtEnd = 10_000;

/** Starts a fake in this process. */
export async function startedFake(options: FakeOptions, log: Pick<Logger, 'request' | 'defect'>): Promise<StartedFake> {
  const profile = await readProfile(options.profile);
  const seed = wholeNumber('--seed', options.seed, Number.MAX_SAFE_INTEGER);
  const allowedHosts = separate(options.allowedHost);
  for (const host of allowedHosts) requireHostName('--allowed-host', host);
  const allowWebhooksTo = separate(options.allowWebhooksTo);
  for (const host of allowWebhooksTo) requireHostName('--allow-webhooks-to', host);
  const state = await stateOf(options);
  const { host, publicUrl } = options;
  const certificate = await certificateFor(options, { host, allowedHosts, publicUrl });
  const jira = await listen(options, {
    port: wholeNumber('--port', options.port, 65_535),
    host,
    tls: certificate?.tls,
    allowedHosts,
    allowWebhooksTo,
    cors: separate(options.cors),
    publicUrl,
    trustProxy: options.trustProxy,
    profile,
    world: await worldGiven(options.world, { seed }),
    seed,
    controlToken: options.controlTokenFile === undefined ? undefined : readToken(options.controlTokenFile),
    reports: options.reports,
    workspaceIdle: idleTime(options.workspaceIdle),
    auth: choice<AuthMode>('--auth', options.auth, ['strict', 'any']),
    fallback: fallbackOf(options),
    validate: choice<ValidationMode>('--validate', options.validate, ['off', 'warn', 'strict']),
    explain: options.explain ?? false,
    ...state,
    onRequest: (entry) => log.request(entry),
    onDefect: (error) => log.defect(error),
  });
  return {
    jira,
    profile,
    ready: {
      url: jira.url,
      certificate: certificate?.file,
      profile: profile.name,
      protectedFields: protectedFieldsAddress(profile),
      size: worldSize(jira.world()),
      root: jira.world(),
      auth: options.auth,
    },
    async end() {
      await jira.close({ grace: graceAtEnd });
      await state.keeper?.close();
    },
  };
}

/** Several values, which in a variable of the environment stand between commas. */
function separate(values: readonly string[] = []): string[] {
  return values.flatMap((value) => value.split(',')).map((value) => value.trim());
}

/** @throws UsageError where no `Host` header can have it as its name */
function requireHostName(option: string, value: string): void {
  if (/^(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])$/i.test(value)) return;
  const name = URL.canParse(value) && /^https?:/.test(value) ? new URL(value).hostname : value.replace(/:\d+$/, '');
  throw new UsageError(`${option} takes a name such as ${name || 'jira.test'}, not "${value}": no scheme, no port.`);
}

/** The workspaces to go on with, and the key of the installation. Without --state both end with the process. */
async function stateOf({ state }: FakeOptions): Promise<{ readonly keeper?: Keeper; readonly vault: Vault }> {
  if (state === undefined) return { vault: await installationVault() };
  return (await import('../state/open-state.js')).openState(state);
}

/** @throws UsageError where it has no address, or is only half named */
function fallbackOf({ fallback, fallbackMethods, fallbackCredentials, fallbackCa }: FakeOptions): Fallback | undefined {
  if (fallback === undefined) {
    const alone = [
      ...(fallbackMethods ? ['--fallback-methods'] : []),
      ...(fallbackCredentials ? ['--fallback-credentials'] : []),
      ...(fallbackCa === undefined ? [] : ['--fallback-ca']),
    ];
    if (alone[0] !== undefined) throw new UsageError(`${alone[0]} says nothing without --fallback URL.`);
    return undefined;
  }
  const given = {
    url: fallback,
    ...(fallbackMethods && { methods: separate(fallbackMethods) }),
    credentials: fallbackCredentials ?? false,
    ca: fallbackCa === undefined ? undefined : readGiven(fallbackCa),
  };
  try {
    return completeFallback(given);
  } catch (error) {
    throw error instanceof RangeError ? new UsageError(`--fallback: ${error.message}`) : error;
  }
}

/** The first line of a file, without space around it: where other users of the machine do not see it. */
function readToken(path: string): string {
  const [token = ''] = readGiven(path).trim().split('\n');
  if (token.trim() === '') throw new UsageError(`${path} is empty: its first line has to be the control token.`);
  return token.trim();
}

/** Minutes in milliseconds; undefined for 0. */
function idleTime(minutes: string): number | undefined {
  return wholeNumber('--workspace-idle', minutes, 525_600) * 60_000 || undefined;
}

async function listen({ port, host }: FakeOptions, options: Parameters<typeof startFakeJira>[0]): Promise<FakeJira> {
  try {
    return await startFakeJira(options);
  } catch (error) {
    if (error instanceof ControlTokenMissing) throw new UsageError(error.message);
    // Its values are sealed with another key than that of this installation.
    if (error instanceof Error && error.name === 'WorldFileError') throw new UsageError(error.message);
    if (error instanceof RangeError) {
      throw new UsageError(`${error.message.includes('origin') ? '--cors' : '--public-url'}: ${error.message}`);
    }
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
