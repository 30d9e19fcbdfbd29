import type { WorldFile } from '@fake-jira/fixtures';
import type { PresetName } from '@fake-jira/fixtures/presets';
import type { Profile } from '@fake-jira/profile';
import type { Clock, Vault } from '@fake-jira/world';
import type { AppOptions } from './app.js';
import {
  callback,
  flag,
  having,
  listOf,
  oneOf,
  text,
  textOrObject,
  wholeNumber,
  type OptionForm,
} from './given/options.js';
import type { Handler } from './handlers.js';
import { tlsForm, type TlsOptions } from './tls/tls-options.js';
import type { WorkspaceKeeper } from './http/workspaces.js';

/** The path of a world file, from the folder in which the process runs. */
export type WorldFilePath = `${string}.${'yaml' | 'yml' | 'json'}`;

export interface FakeJiraOptions extends Omit<AppOptions, 'workspaces'> {
  /** Answer in front of the fake, behind `middleware`: those of `http` here, or those of msw. */
  readonly handlers?: readonly Handler[];
  /** Listen with https: `true` for a certificate of its own, or `{ cert, key }` as PEM; http by default. */
  readonly tls?: TlsOptions | undefined;
  /** Port to listen on; 0, the default, takes a free one. */
  readonly port?: number;
  /** Address to listen on; `127.0.0.1` by default. */
  readonly host?: string;
  /** What this Jira is like: the name of a profile, the path of a profile file, or what it says; `all` by default. */
  readonly profile?: string | Profile;
  /** A preset, the path of a world file (.yaml, .yml, .json), or its content; the preset `demo` by default. */
  readonly world?: PresetName | WorldFilePath | WorldFile;
  /** The folder of a twin, which `fake-jira twin` has made: its profile and its world, where they are not given. */
  readonly twin?: string | undefined;
  /** Seed of worlds that are made, 1 by default. */
  readonly seed?: number;
  /** Where the time comes from; the real clock by default. */
  readonly clock?: Clock;
  /** Has the key of the installation, which seals the values of encrypted fields; by default a random one. */
  readonly vault?: Vault;
  /** Keeps workspaces from one run to the next; absent: they end with this one. */
  readonly keeper?: WorkspaceKeeper;
  /** Milliseconds without a request after which a workspace other than the default one is gone; absent: never. */
  readonly workspaceIdle?: number | undefined;
}

/** What each option of `startFakeJira` can be. */
export const optionForms: Readonly<Record<keyof FakeJiraOptions, OptionForm>> = {
  port: wholeNumber(65_535),
  host: text,
  tls: tlsForm,
  profile: textOrObject,
  world: textOrObject,
  twin: text,
  seed: wholeNumber(),
  clock: having('now'),
  vault: having('seal', 'open'),
  keeper: having('keep'),
  workspaceIdle: wholeNumber(),
  auth: oneOf('strict', 'any'),
  allowedHosts: listOf(text),
  allowWebhooksTo: listOf(text),
  cors: listOf(text),
  publicUrl: text,
  trustProxy: flag,
  controlToken: text,
  reports: text,
  middleware: listOf(callback),
  handlers: listOf({
    is: (value) => having('run').is(value) || (textOrObject.is(value) && 'resolver' in (value as object)),
    words: 'what http.get(path, resolver) and its like make, here or in msw',
  }),
  fallback: { is: textOrObject.is, words: 'the address of a server, or an object with its url' },
  delay: callback,
  validate: oneOf('off', 'warn', 'strict'),
  explain: flag,
  onRequest: callback,
  onDefect: callback,
};
