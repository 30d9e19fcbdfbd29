import {
  affectedChecks,
  allChecks,
  matrixProfiles,
  runMatrix,
  specChanges,
  type Check,
  type MatrixRow,
} from '@fake-jira/contract';
import { appVersions, type Profile } from '@fake-jira/profile';
import { startedTarget } from '../src/cli/contract-target.js';

const whole = process.env['FAKE_JIRA_TESTS'] === 'all';
const profiles = matrixProfiles();
const byName = new Map(profiles.map((profile) => [profile.name, profile]));

/** Each version with the one before it. */
const steps = [
  appVersions.customfieldEditor.map((version) => `customfield-editor-${version}`),
  appVersions.extender.map((version) => `extender-${version}`),
  profiles.map(({ name }) => name).filter((name) => name.startsWith('jira-')),
  ['cloud-2024-05', 'cloud-2025-09', 'cloud-2026-03', 'cloud'],
].flatMap((names) =>
  names.slice(1).flatMap((name, at): [Profile, Profile][] => {
    const [before, after] = [byName.get(names[at] as string), byName.get(name)];
    return before && after && specChanges(before, after).length > 0 ? [[before, after]] : [];
  }),
);

/** What failed in a row, in words. */
function failures({ profile, report }: MatrixRow): string[] {
  const failed = report.results.filter(({ verdict }) => verdict === 'failed');
  return [...failed.map(({ id, message }) => `${profile}: ${id}: ${message}`), ...report.left];
}

const mostPerStep = 12;
/** The short form goes up the histories in strides. */
const stride = 8;

/** Steps that change many operations are asked some checks, spread over all; the long form asks every one. */
function sampleOf(checks: readonly Check[]): readonly Check[] {
  const every = Math.ceil(checks.length / mostPerStep);
  return checks.filter((_, at) => at % every === 0);
}

const ranIn = ({ report }: MatrixRow) => report.results.filter(({ verdict }) => verdict !== 'skipped').length;

it('has a step for each change of Jira, and for each version of both histories', () => {
  const { customfieldEditor, extender } = appVersions;
  const ofJira = steps.filter(([before]) => /^(jira|cloud)-/.test(before.name)).map(([, { name }]) => name);
  expect(ofJira).toEqual(['jira-8.4', 'jira-8.20', 'jira-9.12', 'jira-10.3', 'cloud-2026-03', 'cloud']);
  expect(steps).toHaveLength(customfieldEditor.length - 1 + extender.length - 1 + ofJira.length);
});

if (whole) {
  it('holds every profile to all checks', async () => {
    const rows = await runMatrix({ profiles, startFake: (profile) => startedTarget(profile) });
    expect(rows.flatMap(failures)).toEqual([]);
    expect(rows.map(({ profile }) => profile)).toEqual(profiles.map(({ name }) => name));
    // The fewest has Customfield Editor 1.1, which has ten operations.
    for (const row of rows) expect([row.profile, ranIn(row) >= 450]).toEqual([row.profile, true]);
    for (const { report } of rows) expect(report.results).toHaveLength(allChecks.length);
  }, 1_800_000);
} else {
  it('holds versions to the checks that their steps affect', async () => {
    const few = steps.filter((_, at) => at % stride === 0);
    const affected = new Map(few.map(([before, after]) => [after.name, sampleOf(affectedChecks(before, after))]));
    const rows = await runMatrix({
      profiles: few.map(([, after]) => after),
      startFake: (profile) => startedTarget(profile),
      checksFor: ({ name }) => affected.get(name) ?? [],
    });
    expect(rows.flatMap(failures)).toEqual([]);
    for (const row of rows) expect([row.profile, ranIn(row) > 0]).toEqual([row.profile, true]);
  }, 300_000);
}
