import { loadPreset, presetNames, type PresetName, type WorldFile } from '@fake-jira/fixtures';

/** Whether the long forms of the tests run too. */
export const everything = process.env['FAKE_JIRA_TESTS'] === 'all';

/** The one that has one of everything; the long tests have all. */
export const presetsHere = presetNames.filter((name) => everything || name === 'demo');

/** How long a test of a preset may take, in milliseconds: on a busy machine the big ones take minutes. */
export const timeout = everything ? 600_000 : 60_000;

/** Cloud as it was while the context that comes with a field could be given projects and issue types. */
export const profilesHere = ['cloud-2026-03', 'data-center'] as const;

/** A preset as a world file. */
export function worldOf(preset: PresetName): Promise<WorldFile> {
  return loadPreset(preset, { seed: 1 });
}
