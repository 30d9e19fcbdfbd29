import { expect } from 'expect';
import type { OperationId } from '@fake-jira/openapi';
import { checksOf, type Check } from '../../check.js';
import type { Stage } from '../../stage/stage.js';
import { refuses } from './errors.js';
import { partOf, withParts, type Made } from './project-parts-steps.js';
import { refusedStart } from './refusals.js';
import { nothing, requestOf } from './requests.js';

const { outcome, rule } = checksOf('jira-cloud', 'versions');

const readOnly = { readOnly: true } as const;
const assumed = { evidence: 'assumed' } as const;

const ids = (list: unknown) => (list as Made[]).map(({ id }) => id);
const its = (list: unknown, of: readonly Made[]) => ids(list).filter((id) => ids(of).includes(id));

/** Those of some versions that the project has, in its order: others may come and go meanwhile. */
async function versionsOf({ admin, sandbox }: Stage, of: readonly Made[]): Promise<string[]> {
  const path = { projectIdOrKey: sandbox.project.key };
  return its((await admin.ask('getProjectVersions', 200, { path })).body, of);
}

/** An issue of the sandbox that is to be fixed in a version. */
async function fixedIn(stage: Stage, { id }: Made): Promise<string> {
  return (await stage.issue({ fixVersions: [{ id }] })).key;
}

async function fixVersionsOf({ admin }: Stage, key: string): Promise<string[]> {
  const asked = { path: { issueIdOrKey: key }, query: { fields: 'fixVersions' } };
  return ids((await admin.ask('getIssue', 200, asked)).body.fields.fixVersions);
}

/** 404 for a version that is not there. */
function unknown(id: OperationId): Check {
  return outcome(id, 404, 'when there is no such version', async (stage) =>
    refuses((await stage.admin.ask(id, 404, requestOf(id, nothing(stage)))).body),
  );
}

/** 401, as Server was recorded, to somebody who is no administrator. */
function notTheirs(id: OperationId): Check {
  return outcome(
    id,
    401,
    'when the caller is no administrator',
    async (stage) => refuses((await stage.user.ask(id, 401, requestOf(id, nothing(stage)))).body),
    { roles: ['user'] },
  );
}

const changing = [
  'updateVersion',
  'deleteVersion',
  'mergeVersions',
  'moveVersion',
  'deleteAndReplaceVersion',
] as const satisfies OperationId[];
const telling = ['getVersion', 'getVersionRelatedIssues', 'getVersionUnresolvedIssues'] as const;

/** Versions of projects, which fields of versions have as values. */
export const versions: readonly Check[] = [
  ...[...changing, ...telling].map(unknown),
  ...(['createVersion', ...changing] as const).map(notTheirs),

  outcome('createVersion', 201, 'with the version, which stands behind those that there are', (stage) =>
    withParts(
      stage,
      'version',
      2,
      async (made) => {
        const basics = { description: 'Words', archived: false, released: false, releaseDate: '2030-01-31' };
        expect(made[0]).toMatchObject(basics);
        expect(await versionsOf(stage, made)).toEqual(ids(made));
      },
      { description: 'Words', releaseDate: '2030-01-31' },
    ),
  ),
  outcome('createVersion', 400, 'when the name is taken', (stage) =>
    withParts(stage, 'version', 1, async ([made]) => {
      const body = partOf(stage, 'version', { name: made!.name });
      const refused = (await stage.admin.ask('createVersion', 400, { body })).body;
      expect(refused).toMatchObject({ errors: { name: expect.any(String) } });
    }),
  ),
  outcome('createVersion', 400, 'when a day is none', async (stage) => {
    const body = partOf(stage, 'version', { releaseDate: '2030-02-31' });
    refuses((await stage.admin.ask('createVersion', 400, { body })).body);
  }),
  outcome('createVersion', 404, 'when there is no such project', async (stage) => {
    const body = partOf(stage, 'version', { project: 'NOSUCHPROJECT' });
    refuses((await stage.admin.ask('createVersion', 404, { body })).body);
  }),

  outcome('getVersion', 200, 'with what it was made with', (stage) =>
    withParts(stage, 'version', 1, async ([made]) => {
      expect((await stage.admin.ask('getVersion', 200, { path: { id: made!.id } })).body).toEqual(made);
    }),
  ),
  outcome('updateVersion', 200, 'with the version, and what is not named stays', (stage) =>
    withParts(stage, 'version', 1, async ([made]) => {
      const path = { id: made!.id };
      const { body } = await stage.admin.ask('updateVersion', 200, { path, body: { released: true } });
      expect(body).toMatchObject({ name: made!.name, released: true });
      expect((await stage.admin.ask('getVersion', 200, { path })).body).toEqual(body);
    }),
  ),
  outcome('updateVersion', 400, 'when it would be released before it begins', (stage) =>
    withParts(stage, 'version', 1, async ([made]) => {
      const body = { startDate: '2030-02-01', releaseDate: '2030-01-31' };
      refuses((await stage.admin.ask('updateVersion', 400, { path: { id: made!.id }, body })).body);
    }),
  ),
  rule(
    'the unresolved issues of a version get another one, where an edit says so',
    { ...assumed, source: 'Update Version' },
    (stage) =>
      withParts(stage, 'version', 2, async ([from, to]) => {
        const key = await fixedIn(stage, from!);
        const body = { released: true, moveUnfixedIssuesTo: to!.self };
        await stage.admin.ask('updateVersion', 200, { path: { id: from!.id }, body });
        expect(await fixVersionsOf(stage, key)).toEqual([to!.id]);
      }),
  ),

  outcome('moveVersion', 200, 'and it stands where it was to', (stage) =>
    withParts(stage, 'version', 2, async (made) => {
      const [one, two] = made;
      const move = (body: object) => stage.admin.ask('moveVersion', 200, { path: { id: two!.id }, body });
      await move({ position: 'Earlier' });
      expect(await versionsOf(stage, made)).toEqual([two!.id, one!.id]);
      await move({ after: one!.self });
      expect(await versionsOf(stage, made)).toEqual([one!.id, two!.id]);
      await move({ position: 'First' });
      expect(await versionsOf(stage, made)).toEqual([two!.id, one!.id]);
    }),
  ),
  outcome('moveVersion', 400, 'when it is said twice where to', (stage) =>
    withParts(stage, 'version', 2, async ([one, two]) => {
      const body = { after: one!.self, position: 'First' };
      refuses((await stage.admin.ask('moveVersion', 400, { path: { id: two!.id }, body })).body);
    }),
  ),

  outcome('mergeVersions', 204, 'and issues have the other one', (stage) =>
    withParts(stage, 'version', 2, async ([from, to]) => {
      const key = await fixedIn(stage, from!);
      await stage.admin.ask('mergeVersions', 204, { path: { id: from!.id, moveIssuesTo: to!.id } });
      expect(await fixVersionsOf(stage, key)).toEqual([to!.id]);
      await stage.admin.ask('getVersion', 404, { path: { id: from!.id } });
    }),
  ),
  outcome('mergeVersions', 400, 'when it is to be merged into itself', (stage) =>
    withParts(stage, 'version', 1, async ([made]) => {
      const path = { id: made!.id, moveIssuesTo: made!.id };
      refuses((await stage.admin.ask('mergeVersions', 400, { path })).body);
    }),
  ),

  outcome('deleteVersion', 204, 'and it is gone, from issues too', (stage) =>
    withParts(stage, 'version', 1, async ([made]) => {
      const key = await fixedIn(stage, made!);
      await stage.admin.ask('deleteVersion', 204, { path: { id: made!.id } });
      expect(await fixVersionsOf(stage, key)).toEqual([]);
      expect(await versionsOf(stage, [made!])).toEqual([]);
    }),
  ),
  outcome('deleteVersion', 400, 'when it is to take its own place', (stage) =>
    withParts(stage, 'version', 1, async ([made]) => {
      const asked = { path: { id: made!.id }, query: { moveFixIssuesTo: made!.id } };
      refuses((await stage.admin.ask('deleteVersion', 400, asked)).body);
    }),
  ),
  outcome('deleteAndReplaceVersion', 204, 'and another one takes its place', (stage) =>
    withParts(stage, 'version', 2, async ([from, to]) => {
      const key = await fixedIn(stage, from!);
      const body = { moveFixIssuesTo: Number(to!.id) };
      await stage.admin.ask('deleteAndReplaceVersion', 204, { path: { id: from!.id }, body });
      expect(await fixVersionsOf(stage, key)).toEqual([to!.id]);
    }),
  ),
  outcome('deleteAndReplaceVersion', 400, 'when it is to take its own place', (stage) =>
    withParts(stage, 'version', 1, async ([made]) => {
      const body = { moveAffectedIssuesTo: Number(made!.id) };
      refuses((await stage.admin.ask('deleteAndReplaceVersion', 400, { path: { id: made!.id }, body })).body);
    }),
  ),

  outcome('getVersionRelatedIssues', 200, 'with how many issues name it', (stage) =>
    withParts(stage, 'version', 1, async ([made]) => {
      await fixedIn(stage, made!);
      const { body } = await stage.admin.ask('getVersionRelatedIssues', 200, { path: { id: made!.id } });
      expect(body).toMatchObject({ issuesFixedCount: 1, issuesAffectedCount: 0 });
    }),
  ),
  outcome('getVersionUnresolvedIssues', 200, 'with how many issues are left', (stage) =>
    withParts(stage, 'version', 1, async ([made]) => {
      await fixedIn(stage, made!);
      const { body } = await stage.admin.ask('getVersionUnresolvedIssues', 200, { path: { id: made!.id } });
      expect(body).toMatchObject({ issuesUnresolvedCount: 1, issuesCount: 1 });
    }),
  ),

  outcome('getProjectVersionsPaginated', 200, 'a page at a time, in an order', (stage) =>
    withParts(stage, 'version', 2, async (made) => {
      const path = { projectIdOrKey: stage.sandbox.project.key };
      const page = async (query: object) =>
        (await stage.admin.ask('getProjectVersionsPaginated', 200, { path, query: { ...query } })).body;
      const first = await page({ maxResults: 1 });
      expect(first).toMatchObject({ startAt: 0, maxResults: 1, isLast: false, values: [expect.anything()] });
      const second = await page({ startAt: 1, maxResults: 1 });
      expect(ids(second.values)).not.toEqual(ids(first.values));
      expect(its((await page({ orderBy: '-sequence' })).values, made)).toEqual(ids(made).toReversed());
    }),
  ),
  outcome(
    'getProjectVersionsPaginated',
    400,
    'when the order is not known',
    async (stage) => {
      const asked = { path: { projectIdOrKey: stage.sandbox.project.key }, query: { orderBy: 'colour' } };
      refuses((await stage.admin.ask('getProjectVersionsPaginated', 400, asked)).body);
    },
    { ...readOnly, evidence: 'inferred' },
  ),
  refusedStart(outcome, 'getProjectVersionsPaginated', false),
  outcome(
    'getProjectVersionsPaginated',
    404,
    'when there is no such project',
    async (stage) => {
      const path = { projectIdOrKey: 'NOSUCHPROJECT' };
      refuses((await stage.admin.ask('getProjectVersionsPaginated', 404, { path })).body);
    },
    readOnly,
  ),
];
