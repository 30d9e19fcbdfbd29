import { checkAddresses } from '@fake-jira/openapi';
import { namedProfile, parseProfile, type Profile } from '@fake-jira/profile';
import {
  addProtectedToken,
  protectedTokens,
  releaseTasks,
  removeProtectedToken,
  type NewProtectedToken,
  type Root,
  type Settings,
  type TokenScope,
  type Transaction,
} from '@fake-jira/world';
import type { Workspace } from './workspaces.js';

/** What no mirrored API sets, and what this Jira is like. */
export interface WorkspaceSettings extends Settings {
  readonly profile: Profile;
  readonly protectedFieldTokens: readonly ProtectedFieldToken[];
}

/** An access token of Protected Fields as far as the world knows it. */
export interface ProtectedFieldToken {
  /** SHA-256 of the token, in hexadecimal digits. */
  readonly hash: string;
  readonly scopes: readonly TokenScope[];
  /** Keys; null: every project. */
  readonly projects: readonly string[] | null;
}

/** An access token to be made: itself, or its hash. */
export interface NewProtectedFieldToken {
  readonly token?: string;
  readonly hash?: string;
  /** Absent: both. */
  readonly scopes?: readonly TokenScope[];
  /** Keys or ids; absent or null: every project. */
  readonly projects?: readonly string[] | null;
}

/** A setting that cannot be: the message says what is wrong with it. */
export class SettingError extends Error {
  override readonly name = 'SettingError';
}

/** Settings to change; the others stay. */
export interface SettingsChange extends Partial<Settings> {
  /** The name of a profile, or what a profile file says. */
  readonly profile?: string | object;
  /** In place of all there are. */
  readonly protectedFieldTokens?: readonly NewProtectedFieldToken[];
}

/** The settings of a workspace as they are now. */
export function settingsOf({ profile, world }: Workspace): WorkspaceSettings {
  const { root } = world;
  return { profile, ...root.settings, protectedFieldTokens: tokensOf(root) };
}

/**
 * Changes settings of a workspace. `holdTasks: false` also lets tasks and jobs that were held go on to their end.
 *
 * @throws RangeError where no profile has the name
 * @throws ProfileError with every mistake of a profile
 * @throws SettingError where a token has neither itself nor a hash, or both
 * @throws RuleError `projects-not-found`
 */
export function changeSettings(
  workspace: Workspace,
  { profile, protectedFieldTokens, ...settings }: SettingsChange,
): WorkspaceSettings {
  const changed = profile === undefined ? undefined : profileOf(profile);
  workspace.world.write((tx) => {
    tx.set(settings);
    if (settings.holdTasks === false) releaseTasks(tx);
    if (protectedFieldTokens) replaceTokens(tx, protectedFieldTokens);
  });
  if (changed) workspace.become(changed);
  return settingsOf(workspace);
}

function profileOf(given: string | object): Profile {
  return typeof given === 'string' ? namedProfile(given) : checkAddresses(parseProfile(given));
}

function tokensOf(root: Root): ProtectedFieldToken[] {
  return protectedTokens(root).map(({ hash, scopes, projectIds }) => ({
    hash,
    scopes,
    projects: projectIds && projectIds.map((id) => root.projects.get(id)?.key ?? String(id)),
  }));
}

function replaceTokens(tx: Transaction, given: readonly NewProtectedFieldToken[]): void {
  for (const { hash } of protectedTokens(tx.root)) removeProtectedToken(tx, { hash });
  for (const one of given) addProtectedToken(tx, named(one));
}

function named({ token, hash, ...rest }: NewProtectedFieldToken): NewProtectedToken {
  if (token !== undefined && hash === undefined) return { token, ...rest };
  if (hash !== undefined && token === undefined) return { hash, ...rest };
  throw new SettingError('A token of Protected Fields is given by itself (token) or by its hash, one of the two.');
}
