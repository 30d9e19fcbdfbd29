import type { WorldFile } from '@fake-jira/fixtures';
import { isPreset, presetNames, type PresetName } from '@fake-jira/fixtures/presets';
import type { AuthMode } from '../http/caller.js';
import type { ValidationMode } from '../http/validation.js';
import { startFakeJira, type FakeJira } from '../server.js';
import { choice, isFile, knownName, wholeNumber } from './choices.js';
import { logger, type LogFormat } from './log.js';
import { readProfile, unreadable } from './profile-option.js';
import { UsageError } from './usage-error.js';
import { worldSize } from './world-size.js';

export interface StartOptions {
  readonly port: string;
  readonly host: string;
  readonly allowedHost?: readonly string[];
  readonly profile: string;
  readonly world: string;
  readonly seed: string;
  readonly auth: string;
  readonly state?: string;
  readonly validate: string;
  readonly log: string;
}

/** Starts the fake and says where it is; it runs until it is told to stop. */
export async function start(options: StartOptions): Promise<void> {
  const log = logger(choice<LogFormat>('--log', options.log, ['text', 'json']));
  const state =
    options.state === undefined ? undefined : new (await import('./state.js')).StateDirectory(options.state);
  const profile = await readProfile(options.profile);
  const jira = await listen(options, {
    port: wholeNumber('--port', options.port, 65_535),
    host: options.host,
    allowedHosts: options.allowedHost ?? [],
    profile,
    world: await chooseWorld(options.world),
    seed: wholeNumber('--seed', options.seed, Number.MAX_SAFE_INTEGER),
    auth: choice<AuthMode>('--auth', options.auth, ['strict', 'any']),
    validate: choice<ValidationMode>('--validate', options.validate, ['off', 'warn', 'strict']),
    restore: (workspace) => state?.load(workspace),
    onRequest: (entry, workspace) => {
      log.request(entry);
      state?.keep(workspace.name, workspace.world.root);
    },
    onDefect: (error) => log.defect(error),
  });
  log.ready({
    url: jira.url,
    profile: profile.name,
    size: worldSize(jira.world()),
    root: jira.world(),
    auth: options.auth,
  });

  const stop = () => {
    state?.flush();
    void jira.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

async function chooseWorld(value: string): Promise<PresetName | WorldFile> {
  if (isPreset(value)) return value;
  if (!isFile(value)) knownName('preset', value, presetNames);
  const { readWorldFile, WorldFileError } = await import('@fake-jira/fixtures');
  try {
    return await readWorldFile(value);
  } catch (error) {
    throw error instanceof WorldFileError ? new UsageError(error.message) : unreadable(value, error);
  }
}

async function listen({ port, host }: StartOptions, options: Parameters<typeof startFakeJira>[0]): Promise<FakeJira> {
  try {
    return await startFakeJira(options);
  } catch (error) {
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
