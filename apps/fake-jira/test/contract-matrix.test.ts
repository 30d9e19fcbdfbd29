import { affectedChecks, allChecks, matrixProfiles, runMatrix, type Check, type MatrixRow } from '@fake-jira/contract';
import { appVersions, namedProfile, type Profile } from '@fake-jira/profile';
import { startedTarget } from '../src/cli/contract-target.js';

const whole = process.env['FAKE_JIRA_TESTS'] === 'all';
const profiles = matrixProfiles();
const byName = new Map(profiles.map((profile) => [profile.name, profile]));

/** Each version with the one before it. */
const steps = [
  ...appVersions.customfieldEditor.map((version) => `customfield-editor-${version}`),
  ...appVersions.extender.map((version) => `extender-${version}`),
  'jira-8.15.0',
  'jira-8.16.0',
].flatMap((name, at, names): [Profile, Profile][] => {
  const [before, after] = [byName.get(names[at - 1] ?? ''), byName.get(name)];
  const isFirst = before === undefined || before.name.replace(/-[\d.]+$/, '') !== name.replace(/-[\d.]+$/, '');
  return isFirst || after === undefined ? [] : [[before, after]];
});

/** What failed in a row, in words. */
function failures({ profile, report }: MatrixRow): string[] {
  const failed = report.results.filter(({ verdict }) => verdict === 'failed');
  return [...failed.map(({ id, message }) => `${profile}: ${id}: ${message}`), ...report.left];
}

/** Steps that change nearly every operation are asked every third check; the long form asks all. */
function sampleOf(checks: readonly Check[]): readonly Check[] {
  return checks.length > 200 ? checks.filter((_, at) => at % 3 === 0) : checks;
}

const ranIn = ({ report }: MatrixRow) => report.results.filter(({ verdict }) => verdict !== 'skipped').length;

it('has a profile for Cloud, for Jira before and after 8.16, and for each version of both histories', () => {
  const { customfieldEditor, extender } = appVersions;
  expect(profiles).toHaveLength(3 + customfieldEditor.length + extender.length + 2);
  expect(byName.get('cloud')).toBe(namedProfile('cloud'));
  expect(steps).toHaveLength(customfieldEditor.length - 1 + extender.length - 1 + 1);
});

if (whole) {
  it('holds every profile to all checks', async () => {
    const rows = await runMatrix({ profiles, startFake: (profile) => startedTarget(profile) });
    expect(rows.flatMap(failures)).toEqual([]);
    expect(rows.map(({ profile }) => profile)).toEqual(profiles.map(({ name }) => name));
    // The fewest has Customfield Editor 1.1, which has ten operations.
    for (const row of rows) expect([row.profile, ranIn(row) >= 450]).toEqual([row.profile, true]);
    for (const { report } of rows) expect(report.results).toHaveLength(allChecks.length);
  }, 900_000);
} else {
  it('holds each version to the checks that its step affects', async () => {
    const affected = new Map(steps.map(([before, after]) => [after.name, sampleOf(affectedChecks(before, after))]));
    const rows = await runMatrix({
      profiles: steps.map(([, after]) => after),
      startFake: (profile) => startedTarget(profile),
      checksFor: ({ name }) => affected.get(name) ?? [],
    });
    expect(rows.flatMap(failures)).toEqual([]);
    for (const row of rows) expect([row.profile, ranIn(row) > 0]).toEqual([row.profile, true]);
  }, 300_000);
}
