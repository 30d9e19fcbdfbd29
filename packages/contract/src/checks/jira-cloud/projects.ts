import { expect } from 'expect';
import { checksOf } from '../../check.js';
import type { AddressParts } from '@fake-jira/openapi';
import type { Stage } from '../../stage/stage.js';
import { refuses } from './errors.js';
import { refusedStart } from './refusals.js';

const { outcome, rule } = checksOf('jira-cloud', 'projects');

const readOnly = { readOnly: true } as const;
const inferred = { evidence: 'inferred' } as const;

async function keys({ admin }: Stage, query: NonNullable<AddressParts['query']>): Promise<string[]> {
  const { body } = await admin.ask('searchProjects', 200, { query });
  return (body.values as { key: string }[]).map(({ key }) => key);
}

export const projects = [
  outcome(
    'searchProjects',
    200,
    'with those that are named, in the order asked',
    async (stage) => {
      const own = stage.sandbox.projects.map(({ key }) => key);
      const sorted = own.toSorted();
      expect(await keys(stage, { keys: own })).toEqual(sorted);
      expect(await keys(stage, { keys: own, orderBy: '-key' })).toEqual(sorted.toReversed());
      expect(await keys(stage, { id: stage.sandbox.project.id })).toEqual([stage.sandbox.project.key]);
      expect(await keys(stage, { keys: own, query: stage.sandbox.project.key })).toContain(stage.sandbox.project.key);
      const { body } = await stage.admin.ask('searchProjects', 200, { query: { keys: own[0] ?? '' } });
      expect(body).toMatchObject({ startAt: 0, maxResults: 50, total: 1, isLast: true });
      expect(body.values[0]).toMatchObject({ id: String(stage.sandbox.project.id), name: expect.any(String) });
    },
    readOnly,
  ),
  outcome(
    'searchProjects',
    200,
    'a page at a time',
    async (stage) => {
      const own = stage.sandbox.projects.map(({ key }) => key);
      const query = { keys: own, orderBy: 'key', maxResults: 1 };
      const { body } = await stage.admin.ask('searchProjects', 200, { query });
      expect(body).toMatchObject({ maxResults: 1, total: own.length, isLast: false });
      expect(body.values).toHaveLength(1);
      expect(await keys(stage, { ...query, startAt: 1 })).toEqual([own.toSorted()[1]]);
    },
    { ...readOnly, projects: 2 },
  ),
  outcome(
    'searchProjects',
    400,
    'when more than 50 are named',
    async (stage) => {
      const query = { keys: Array.from({ length: 51 }, (_, at) => `K${at}`) };
      refuses((await stage.admin.ask('searchProjects', 400, { query })).body);
    },
    { ...readOnly, ...inferred },
  ),
  outcome(
    'searchProjects',
    400,
    'when the order is not known',
    async (stage) => {
      refuses((await stage.admin.ask('searchProjects', 400, { query: { orderBy: 'colour' } })).body);
    },
    readOnly,
  ),
  refusedStart(outcome, 'searchProjects', false),
  outcome(
    'getAllProjects',
    200,
    'with all projects',
    async (stage) => {
      const { body } = await stage.admin.ask('getAllProjects', 200);
      for (const { id, key } of stage.sandbox.projects) {
        expect(body).toContainEqual(expect.objectContaining({ id: String(id), key }));
      }
    },
    readOnly,
  ),
  outcome(
    'getAllProjects',
    400,
    'when recent is no number',
    async (stage) => {
      refuses((await stage.admin.ask('getAllProjects', 400, { query: { recent: 'all' } })).body);
    },
    { ...readOnly, ...inferred, edge: false, answers: { 'jira.invalid-start-at': '400' } },
  ),
  outcome(
    'getProject',
    200,
    'with the project, by its key and by its id',
    async (stage) => {
      const { id, key } = stage.sandbox.project;
      const { body } = await stage.admin.ask('getProject', 200, { path: { projectIdOrKey: key } });
      expect(body).toMatchObject({
        id: String(id),
        key,
        name: expect.any(String),
        lead: { displayName: expect.any(String) },
        versions: expect.any(Array),
      });
      expect(body.issueTypes).toContainEqual(
        expect.objectContaining({ id: String(stage.sandbox.issueType.id), name: stage.sandbox.issueType.name }),
      );
      expect((await stage.admin.ask('getProject', 200, { path: { projectIdOrKey: id } })).body).toMatchObject({ key });
    },
    readOnly,
  ),
  rule(
    'a text that is given several times is a list',
    { ...readOnly, evidence: 'corroborated', source: 'as jira.js 6.2 asks', deployment: 'cloud' },
    async (stage) => {
      const query = { keys: [stage.sandbox.project.key], expand: ['lead', 'description'] };
      const [project] = (await stage.admin.ask('searchProjects', 200, { query })).body.values as object[];
      expect(project).toMatchObject({ lead: { displayName: expect.any(String) }, description: expect.any(String) });
    },
  ),
  outcome(
    'getProject',
    404,
    'when there is no such project',
    async (stage) => {
      refuses((await stage.admin.ask('getProject', 404, { path: { projectIdOrKey: 'NOSUCHPROJECT' } })).body);
    },
    readOnly,
  ),
];
