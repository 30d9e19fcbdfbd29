import { expect } from 'expect';
import type { Stage } from '../../stage/stage.js';
import { isLike } from '../example-shape.js';
import { replay, type Replays } from '../example-replay.js';
import { untilGlobalStays } from './mapping-steps.js';
import { pageLinks } from './pages.js';

interface Context {
  readonly id: string;
  readonly name: string;
  readonly description: string;
}
interface Wanted {
  readonly name: string;
  readonly description: string;
  readonly projectIds: readonly string[];
  readonly issueTypeIds: readonly string[];
}

const contextsOf = async ({ admin }: Stage, fieldId: string): Promise<unknown[]> =>
  (await admin.ask('getContextsForField', 200, { path: { fieldId } })).body.values;

/** A field that has no context, so that one for all projects can be made. */
async function withoutContext(stage: Stage) {
  const field = await stage.field('select');
  const path = { fieldId: field.key };
  await stage.admin.ask('deleteCustomFieldContext', 204, { path: { ...path, contextId: field.contextId } });
  return { field, path };
}

/** What the examples ask for, of the issue type of the sandbox. */
const forBugs = ({ sandbox }: Stage, { name, description, projectIds }: Omit<Wanted, 'issueTypeIds'>): Wanted => ({
  name,
  description,
  projectIds,
  issueTypeIds: [String(sandbox.issueType.id)],
});

/** Examples about contexts. */
export const contextReplays: Replays = {
  'getContextsForField 200': replay<{ readonly values: readonly Context[] }>(async (stage, example) => {
    const [global, own] = example.values as [Context, Context];
    const { path } = await withoutContext(stage);
    const ids: unknown[] = [];
    // The first is for all projects, the second is not; each is of some issue types.
    for (const [context, projectIds] of [
      [global, []],
      [own, [String(stage.sandbox.project.id)]],
    ] as const) {
      const body = forBugs(stage, { ...context, projectIds });
      ids.push((await stage.admin.ask('createCustomFieldContext', 201, { path, body })).body.id);
    }
    const { body } = await stage.admin.ask('getContextsForField', 200, { path });
    isLike(example, body, {
      additional: pageLinks,
      same: ['startAt', 'total', 'isLast', 'name', 'description', 'isGlobalContext', 'isAnyIssueType'],
    });
    expect((body.values as Context[]).map(({ id }) => id)).toEqual(ids);
  }, untilGlobalStays),
  'createCustomFieldContext request': replay<Wanted>(async (stage, example) => {
    const { path } = await withoutContext(stage);
    const body = forBugs(stage, example);
    const { id } = (await stage.admin.ask('createCustomFieldContext', 201, { path, body })).body;
    const { name, description } = example;
    expect(await contextsOf(stage, path.fieldId)).toEqual([
      { id, name, description, isGlobalContext: true, isAnyIssueType: false },
    ]);
  }, untilGlobalStays),
  'createCustomFieldContext 201': replay<Context & Wanted>(async (stage, example) => {
    const { path } = await withoutContext(stage);
    const body = forBugs(stage, example);
    const made = (await stage.admin.ask('createCustomFieldContext', 201, { path, body })).body;
    isLike(example, made, { same: ['name', 'description'] });
    expect(made).toEqual({ id: made.id, ...body });
  }, untilGlobalStays),
  'updateCustomFieldContext request': replay<Pick<Context, 'name' | 'description'>>(async (stage, example) => {
    const { key, contextId } = await stage.field('select');
    await stage.admin.ask('updateCustomFieldContext', 204, { path: { fieldId: key, contextId }, body: example });
    expect(await contextsOf(stage, key)).toMatchObject([{ id: String(contextId), ...example }]);
  }),
  'getContextsForFieldDeprecated 200': replay<{ readonly maxResults: number }>(async (stage, example) => {
    const field = await stage.field('select');
    await stage.context(field, { projectIds: [stage.sandbox.project.id] });
    const query = { maxResults: example.maxResults };
    const { body } = await stage.admin.ask('getContextsForFieldDeprecated', 200, {
      path: { fieldId: field.key },
      query,
    });
    isLike(example, body, { additional: ['self', 'nextPage', 'scope'], same: ['maxResults', 'startAt', 'isLast'] });
    expect(body.values).toMatchObject([{ id: field.contextId }]);
    expect(body.total).toBe(2);
  }),
};
