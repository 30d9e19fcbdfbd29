import { expect } from 'expect';
import type { OperationId } from '@fake-jira/openapi';
import { checksOf, type Check } from '../../check.js';
import type { Stage } from '../../stage/stage.js';
import { refuses } from './errors.js';
import { partOf, withParts, type Made } from './project-parts-steps.js';
import { refusedStart } from './refusals.js';
import { nothing, requestOf } from './requests.js';

const { outcome } = checksOf('jira-cloud', 'components');

const readOnly = { readOnly: true } as const;

const ids = (list: unknown) => (list as Made[]).map(({ id }) => id);
const its = (list: unknown, of: readonly Made[]) => ids(list).filter((id) => ids(of).includes(id));

async function componentsOf({ admin, sandbox }: Stage, of: readonly Made[]): Promise<string[]> {
  const path = { projectIdOrKey: sandbox.project.key };
  return its((await admin.ask('getProjectComponents', 200, { path })).body, of);
}

async function issueWith(stage: Stage, { id }: Made): Promise<string> {
  return (await stage.issue({ components: [{ id }] })).key;
}

async function componentsOfIssue({ admin }: Stage, key: string): Promise<string[]> {
  const asked = { path: { issueIdOrKey: key }, query: { fields: 'components' } };
  return ids((await admin.ask('getIssue', 200, asked)).body.fields.components);
}

/** 404 for a component that is not there. */
function unknown(id: OperationId): Check {
  return outcome(id, 404, 'when there is no such component', async (stage) =>
    refuses((await stage.admin.ask(id, 404, requestOf(id, nothing(stage)))).body),
  );
}

/** Components of projects. */
export const components: readonly Check[] = [
  ...(['getComponent', 'updateComponent', 'deleteComponent', 'getComponentRelatedIssues'] as const).map(unknown),

  outcome('createComponent', 201, 'with the component, which its project lists', (stage) =>
    withParts(
      stage,
      'component',
      1,
      async (made) => {
        expect(made[0]).toMatchObject({
          description: 'Words',
          assigneeType: 'UNASSIGNED',
          project: stage.sandbox.project.key,
        });
        expect(await componentsOf(stage, made)).toEqual(ids(made));
      },
      { description: 'Words', assigneeType: 'UNASSIGNED' },
    ),
  ),
  outcome('createComponent', 400, 'when the name is taken', (stage) =>
    withParts(stage, 'component', 1, async ([made]) => {
      const body = partOf(stage, 'component', { name: made!.name });
      refuses((await stage.admin.ask('createComponent', 400, { body })).body);
    }),
  ),
  outcome('createComponent', 404, 'when there is no such project', async (stage) => {
    const body = partOf(stage, 'component', { project: 'NOSUCHPROJECT' });
    refuses((await stage.admin.ask('createComponent', 404, { body })).body);
  }),
  outcome('getComponent', 200, 'with what it was made with', (stage) =>
    withParts(stage, 'component', 1, async ([made]) => {
      expect((await stage.admin.ask('getComponent', 200, { path: { id: made!.id } })).body).toEqual(made);
    }),
  ),
  outcome('updateComponent', 200, 'with the component, and what is not named stays', (stage) =>
    withParts(stage, 'component', 1, async ([made]) => {
      const path = { id: made!.id };
      const { body } = await stage.admin.ask('updateComponent', 200, { path, body: { description: 'Others' } });
      expect(body).toEqual({ ...made, description: 'Others' });
      expect((await stage.admin.ask('getComponent', 200, { path })).body).toEqual(body);
    }),
  ),
  outcome('updateComponent', 400, 'when the name is blank', (stage) =>
    withParts(stage, 'component', 1, async ([made]) => {
      refuses((await stage.admin.ask('updateComponent', 400, { path: { id: made!.id }, body: { name: ' ' } })).body);
    }),
  ),
  outcome('deleteComponent', 204, 'and issues have the one that takes its place', (stage) =>
    withParts(stage, 'component', 2, async ([from, to]) => {
      const key = await issueWith(stage, from!);
      const asked = { path: { id: from!.id }, query: { moveIssuesTo: to!.id } };
      await stage.admin.ask('deleteComponent', 204, asked);
      expect(await componentsOfIssue(stage, key)).toEqual([to!.id]);
      await stage.admin.ask('deleteComponent', 204, { path: { id: to!.id } });
      expect(await componentsOfIssue(stage, key)).toEqual([]);
    }),
  ),
  outcome('deleteComponent', 400, 'when it is to take its own place', (stage) =>
    withParts(stage, 'component', 1, async ([made]) => {
      const asked = { path: { id: made!.id }, query: { moveIssuesTo: made!.id } };
      refuses((await stage.admin.ask('deleteComponent', 400, asked)).body);
    }),
  ),
  outcome('getComponentRelatedIssues', 200, 'with how many issues have it', (stage) =>
    withParts(stage, 'component', 1, async ([made]) => {
      await issueWith(stage, made!);
      const { body } = await stage.admin.ask('getComponentRelatedIssues', 200, { path: { id: made!.id } });
      expect(body).toMatchObject({ issueCount: 1 });
    }),
  ),
  outcome('getProjectComponentsPaginated', 200, 'a page at a time, in an order', (stage) =>
    withParts(stage, 'component', 2, async (made) => {
      const path = { projectIdOrKey: stage.sandbox.project.key };
      const page = async (query: Record<string, string | number>) =>
        (await stage.admin.ask('getProjectComponentsPaginated', 200, { path, query })).body;
      expect(await page({ maxResults: 1 })).toMatchObject({ startAt: 0, isLast: false, values: [expect.anything()] });
      const forwards = its((await page({ orderBy: 'name' })).values, made);
      expect(its((await page({ orderBy: '-name' })).values, made)).toEqual(forwards.toReversed());
      expect(its((await page({ query: made[0]!.name })).values, made)).toEqual([made[0]!.id]);
    }),
  ),
  outcome(
    'getProjectComponentsPaginated',
    400,
    'when the order is not known',
    async (stage) => {
      const asked = { path: { projectIdOrKey: stage.sandbox.project.key }, query: { orderBy: 'colour' } };
      refuses((await stage.admin.ask('getProjectComponentsPaginated', 400, asked)).body);
    },
    { ...readOnly, evidence: 'inferred' },
  ),
  refusedStart(outcome, 'getProjectComponentsPaginated', false),
  outcome(
    'getProjectComponentsPaginated',
    404,
    'when there is no such project',
    async (stage) => {
      const path = { projectIdOrKey: 'NOSUCHPROJECT' };
      refuses((await stage.admin.ask('getProjectComponentsPaginated', 404, { path })).body);
    },
    readOnly,
  ),
];
