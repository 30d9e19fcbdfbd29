import { namedProfile, parseProfile, type Profile } from '@fake-jira/profile';
import { releaseTasks, type Settings } from '@fake-jira/world';
import type { Workspace } from './workspaces.js';

/** What no mirrored API sets, and what this Jira is like. */
export interface WorkspaceSettings extends Settings {
  readonly profile: Profile;
}

/** Settings to change; the others stay. */
export interface SettingsChange extends Partial<Settings> {
  /** The name of a profile, or what a profile file says. */
  readonly profile?: string | object;
}

/** The settings of a workspace as they are now. */
export function settingsOf({ profile, world }: Workspace): WorkspaceSettings {
  return { profile, ...world.root.settings };
}

/**
 * Changes settings of a workspace. `holdTasks: false` also lets tasks and jobs that were held go on to their end.
 *
 * @throws RangeError where no profile has the name
 * @throws ProfileError with every mistake of a profile
 */
export function changeSettings(workspace: Workspace, { profile, ...settings }: SettingsChange): WorkspaceSettings {
  const changed = profile === undefined ? undefined : profileOf(profile);
  workspace.world.write((tx) => {
    tx.set(settings);
    if (settings.holdTasks === false) releaseTasks(tx);
  });
  if (changed) workspace.profile = changed;
  return settingsOf(workspace);
}

function profileOf(given: string | object): Profile {
  return typeof given === 'string' ? namedProfile(given) : parseProfile(given);
}
