import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  compare,
  comparisonText,
  isSurprising,
  writeRecording,
  type Comparison,
  type Recording,
} from '@fake-jira/contract';
import { appVersions, type VersionedApp } from '@fake-jira/profile';
import type { RequestHandler } from 'express';
import { credentialsOfTheFake } from '../src/cli/contract-target.js';
import { fakeJira } from './support/command-line.js';
import { inVersion, recordingOf } from './support/recorded-versions.js';
import { historyOf, shownBy, type HistoryLine } from './support/version-history.js';

const whole = process.env['FAKE_JIRA_TESTS'] === 'all';
const apis = { customfieldEditor: 'customfield-editor', extender: 'extender' } as const;

/** What the histories list and no request can show, by line, each with its reason. */
const notShown: { readonly [App in VersionedApp]: Readonly<Record<number, string>> } = {
  customfieldEditor: {
    104: 'before 2.0 the list takes no parameter that could be wrong',
    1794: 'grants on a context, which tell the two apart, can be made since 1.2.1 only',
  },
  extender: {},
};

const onlySwaggers = 'only the Swaggers of 1.2 and 1.2.1 have it';
const firstUnknown = 'an aside (001:5849) speaks of it, and not of its first version';

/** What the documents say of versions outside of the histories, by the version: see docs/version-history.md. */
const besideTheLines: Readonly<Record<string, readonly { readonly what: RegExp; readonly why: string }[]>> = {
  '1.2': [{ what: /^editorGetHealth: operation appeared$/, why: onlySwaggers }],
  '1.2.1': [{ what: /^editorClearMigrationTasksBefore20: operation appeared$/, why: firstUnknown }],
  '1.3': [{ what: /^editor\w+: (outcome 406|error (options|cascading)-not-supported)$/, why: onlySwaggers }],
  '2.0': [
    { what: /^editorClearMigrationTasksBefore20: operation disappeared$/, why: firstUnknown },
    { what: /^editorGetSwagger: operation appeared$/, why: 'its address is that of 2.0 (001:15)' },
  ],
  '2.10': [
    {
      what: /^editor(List(My)?CustomFields|ListMyContexts|GetMyContext): property is(Global|AllIssueTypes|AllProjects)$/,
      why: 'a context has one form wherever it stands; the history names one list of them',
    },
  ],
};

/** The operation that is meant by one at an older address. */
const withoutAge = (operation: string) => operation.replace(/Before20$/, '');

/**
 * What only another instance shows: an administrator who is no system administrator, and a setting that is on. They are
 * recorded apart, with the checks that are about them.
 */
const other = {
  grep: String.raw`/^customfield-editor.history: .* (administrators before|administrators only where)/`,
  addition: {
    users: [{ name: 'ada', groups: ['jira-administrators'] }],
    settings: { onlyAdministratorsDeleteOptions: true },
  },
};
const ada = {
  ...credentialsOfTheFake,
  roles: { ...credentialsOfTheFake.roles, administrator: { user: 'ada', password: 'ada' } },
};
const otherwise: Readonly<Record<string, Parameters<typeof recordStep>[2]>> = {
  '1.3': {
    ...other,
    grep: String.raw`/^customfield-editor.history: .* for system administrators before/`,
    credentials: ada,
  },
  '2.4': { ...other, grep: String.raw`/^customfield-editor.history: .* for administrators only where/` },
};

/** Each version with the one before it; in the short form one whose changes are seen by few checks. */
const steps = (['customfieldEditor', 'extender'] as const).flatMap((app) => {
  const versions = ['before', ...appVersions[app]];
  return versions
    .slice(1)
    .map((after, at) => ({ app, before: versions[at] as string, after }))
    .filter(({ after }) => whole || (app === 'extender' && after === '5.6'));
});

const recordings = new Map<string, Promise<Recording>>();

/** A version stands in two steps and is recorded once. */
function recordOnce(app: VersionedApp | 'jira', version: string, how: Partial<Parameters<typeof recordingOf>[0]> = {}) {
  const profile = inVersion(app, version);
  const key = JSON.stringify([profile.name, how]);
  const known = recordings.get(key) ?? recordingOf({ profile, ...how });
  recordings.set(key, known);
  return known;
}

async function recordStep(
  app: VersionedApp | 'jira',
  [before, after]: readonly [string, string],
  how: Partial<Parameters<typeof recordingOf>[0]> = {},
): Promise<Comparison> {
  const one = await recordOnce(app, before, how);
  const comparison = compare(one, await recordOnce(app, after, how));
  // It is not needed again, and the long form has many.
  if (whole) recordings.delete(JSON.stringify([inVersion(app, before).name, how]));
  return comparison;
}

/** What a comparison says that nobody has expected, in words. */
function surprises(comparison: Comparison): string {
  return isSurprising(comparison) ? comparisonText(comparison) : '';
}

describe.each(steps)('the comparison of $app $before and $after', ({ app, before, after }) => {
  const lines = historyOf(app).filter(({ version }) => version === after);
  let comparisons: Comparison[];
  beforeAll(async () => {
    const grep = whole ? `${apis[app]}/` : String.raw`/^${apis[app]}.(history|presence)/`;
    comparisons = [await recordStep(app, [before, after], { grep })];
    const more = app === 'customfieldEditor' ? otherwise[after] : undefined;
    if (more) comparisons.push(await recordStep(app, [before, after], more));
  }, 240_000);

  it('finds nothing that the documents do not say, and all that they say it can see', () => {
    expect(comparisons.map(surprises).join('')).toBe('');
  });

  it(`reports each of the ${lines.length} lines of the history that a request can show`, () => {
    const changes = comparisons.flatMap((one) => one.changes);
    const isShown = (line: HistoryLine) => shownBy(app, line, changes).length > 0;
    const wrong = lines.filter((line) => isShown(line) === line.line in notShown[app]);
    expect(wrong.map(({ line, operation, what }) => `${line} ${operation}: ${what}`)).toEqual([]);
  });

  it('reports nothing else, but for what the documents say beside the lines of the history', () => {
    // Older addresses are operations of their own, which a line names where it stands.
    const named = new Set(
      lines.flatMap(({ operation, pointers }) => [operation, ...pointers.map((at) => at.split('/')[0])]),
    );
    const seen = comparisons.flatMap(({ changes }) => changes).filter((change) => change.seen > 0);
    const others = seen
      .filter(({ operation, kind }) => !named.has(operation) && !named.has(withoutAge(operation)) && kind !== 'address')
      .map(({ operation, kind, name }) => `${operation}: ${kind} ${name}`);
    const beside = app === 'customfieldEditor' ? (besideTheLines[after] ?? []) : [];
    expect(others.filter((text) => !beside.some(({ what }) => what.test(text)))).toEqual([]);
    // The short form asks too little to see all of them.
    const vain = beside.filter(({ what }) => !others.some((text) => what.test(text)));
    expect(whole ? vain : []).toEqual([]);
  });
});

(whole ? describe : describe.skip)('the comparison of Jira 8.4 and 8.20', () => {
  let comparison: Comparison;
  beforeAll(async () => {
    comparison = await recordStep('jira', ['8.4.0', '8.20.0']);
  }, 240_000);

  it('reports what fields of Extender say since then, and nothing else', () => {
    expect(surprises(comparison)).toBe('');
    const seen = comparison.changes.filter((change) => change.seen > 0);
    expect(seen.map(({ operation, name }) => [operation, name])).toEqual([
      ['extenderGetFields', 'issuesWithValue'],
      ['extenderGetFields', 'lastValueUpdate'],
    ]);
  });
});

const grep = String.raw`/^extender.(history|presence)/`;

describe('the comparison of an instance that does not do what its version says', () => {
  it('names what has not changed', async () => {
    const before = await recordOnce('extender', '5.4', { grep });
    const after = await recordingOf({
      profile: inVersion('extender', '5.6'),
      real: inVersion('extender', '5.4'),
      grep,
    });
    const { missing, differences } = compare(before, after);
    expect(missing).toEqual(
      ['extenderSortValues', 'extenderSortChildValues'].map((operation) => ({
        api: 'extender',
        operation,
        what: 'has not appeared',
        accepted: null,
      })),
    );
    expect(differences.map(({ judgement, before: was, after: is }) => [judgement, was, is])).toEqual([
      ['undocumented', 'passed', 'failed'],
      ['undocumented', 'passed', 'failed'],
    ]);
  });
});

describe('an undocumented change', () => {
  /** A mark behind the name of each value. */
  const planted: RequestHandler = (_request, response, next) => {
    const end = response.end.bind(response);
    // Every response is written by one call of `end`.
    response.end = ((bytes?: Buffer) => {
      const body = (bytes?.length ? JSON.parse(bytes.toString()) : {}) as { schemeOptions?: { name: string }[] };
      if (body.schemeOptions === undefined) return end(bytes);
      const schemeOptions = body.schemeOptions.map((one) => ({ ...one, name: `${one.name}!` }));
      const marked = Buffer.from(JSON.stringify({ ...body, schemeOptions }));
      response.setHeader('Content-Length', marked.length);
      return end(marked);
    }) as typeof response.end;
    next();
  };
  const directory = mkdtempSync(join(tmpdir(), 'compared-'));
  const [before, after, accepted] = ['before', 'after', 'accepted.json'].map((name) => join(directory, name)) as [
    string,
    string,
    string,
  ];
  const compared = (...more: string[]) =>
    fakeJira('contract', 'compare', before, after, '--accepted', accepted, ...more);

  beforeAll(async () => {
    const taken = { url: 'http://jira.example.com', at: '2026-01-01T00:00:00.000Z' };
    writeRecording(before, await recordOnce('extender', '5.4', { grep }), taken);
    writeRecording(
      after,
      await recordingOf({ profile: inVersion('extender', '5.6'), grep, middleware: [planted] }),
      taken,
    );
  }, 60_000);

  it('is found among documented ones, with exit code 1, until it is accepted with a reason', async () => {
    const found = await compared();
    expect(found).toMatchObject({ code: 1, err: '' });
    expect(found.out).toMatch(
      /Undocumented changes:\n.* extenderGetValues: values at \d+\/body\/schemeOptions\/0\/name\n/s,
    );
    expect(found.out).toMatch(/Documented changes:\n.*extenderSortValues/s);
    expect(await compared('--accept', 'our add-on marks them')).toMatchObject({ code: 0 });
    const entries = JSON.parse(readFileSync(accepted, 'utf8')) as { reason: string }[];
    expect(new Set(entries.map(({ reason }) => reason))).toEqual(new Set(['our add-on marks them']));
    const known = await compared();
    expect(known.code).toBe(0);
    expect(known.out).toMatch(/Accepted changes:\n.*our add-on marks them/);
    expect(known.out).toMatch(/: 0 undocumented, \d+ documented, 0 documented and not seen, [1-9]\d* accepted/);
  }, 30_000);
});
