import { expect } from 'expect';
import type { ScratchField } from '../../stage/scratch.js';
import type { Stage } from '../../stage/stage.js';
import { isLike } from '../example-shape.js';
import { replay, type Replays } from '../example-replay.js';
import { mappings, untilGlobalStays } from './mapping-steps.js';
import { pageLinks } from './pages.js';

const idsOf = (things: readonly { readonly id: number }[]) => things.map(({ id }) => String(id));

/** The examples name three; the sandbox may have fewer. */
const most = 3;

/** The issue types that contexts of a field are of, in order. */
const typesOf = async (stage: Stage, field: ScratchField) =>
  (await mappings(stage, 'getIssueTypeMappingsForContexts', field)).flatMap(({ issueTypeId }) => issueTypeId ?? []);

const projectsOf = async (stage: Stage, field: ScratchField) =>
  (await mappings(stage, 'getProjectContextMapping', field)).flatMap(({ projectId }) => projectId ?? []);

/** Adds to a context that is of one project. */
async function add(stage: Stage, what: 'issueTypes' | 'projects') {
  const { sandbox } = stage;
  const { project } = sandbox;
  const field = await stage.field('select');
  const own = await stage.context(field, { projectIds: [project.id] });
  const path = { fieldId: field.key, contextId: own.id };
  const others = sandbox[what].filter(({ id }) => what === 'issueTypes' || id !== project.id);
  const ids = idsOf(others.slice(0, most));
  const body = what === 'projects' ? { projectIds: ids } : { issueTypeIds: ids };
  await stage.admin.ask(what === 'projects' ? 'assignProjectsToCustomFieldContext' : 'addIssueTypesToContext', 204, {
    path,
    body,
  });
  return { field, path, own: String(own.id), first: String(project.id), ids, body };
}

const two = { projects: 2, issueTypes: 2 } as const;

const mappingsOfPairs = 'getCustomFieldContextsForProjectsAndIssueTypes';

/** A field with a context for all projects, and one of one project and one issue type; three pairs as in the example. */
async function pairs(stage: Stage) {
  const { project, otherProject, issueType, otherIssueType } = stage.sandbox;
  const field = await stage.field('select');
  const own = await stage.context(field, { projectIds: [project.id], issueTypeIds: [issueType.id] });
  const asked = [
    [project, issueType, String(own.id)],
    [project, otherIssueType, null],
    [otherProject, otherIssueType, String(field.contextId)],
  ] as const;
  const values = asked.map(([of, type, contextId]) => ({
    projectId: String(of.id),
    issueTypeId: String(type.id),
    contextId,
  }));
  const body = { mappings: values.map(({ projectId, issueTypeId }) => ({ projectId, issueTypeId })) };
  const answer = await stage.admin.ask(mappingsOfPairs, 200, { path: { fieldId: field.key }, body });
  return { values, sent: body, answer: answer.body };
}

/** Examples about what contexts are of. */
export const mappingReplays: Replays = {
  'getIssueTypeMappingsForContexts 200': replay<object>(
    async (stage, example) => {
      const { issueType, otherIssueType, project } = stage.sandbox;
      const field = await stage.field('select');
      const path = { fieldId: field.key, contextId: field.contextId };
      const issueTypeIds = idsOf([issueType, otherIssueType].sort((one, other) => one.id - other.id));
      await stage.admin.ask('addIssueTypesToContext', 204, { path, body: { issueTypeIds } });
      const own = await stage.context(field, { projectIds: [project.id] });
      const { body } = await stage.admin.ask('getIssueTypeMappingsForContexts', 200, { path: { fieldId: field.key } });
      isLike(example, body, {
        additional: pageLinks,
        same: ['startAt', 'total', 'isLast', 'isAnyIssueType'],
      });
      const contextId = String(field.contextId);
      expect(body.values).toEqual([
        ...issueTypeIds.map((issueTypeId) => ({ contextId, issueTypeId })),
        { contextId: String(own.id), isAnyIssueType: true },
      ]);
    },
    { ...two, ...untilGlobalStays },
  ),
  [`${mappingsOfPairs} request`]: replay<{ readonly mappings: readonly object[] }>(async (stage, example) => {
    const { sent, values, answer } = await pairs(stage);
    isLike(example, sent);
    expect(answer.values).toEqual(values);
  }, two),
  [`${mappingsOfPairs} 200`]: replay<object>(async (stage, example) => {
    const { values, answer } = await pairs(stage);
    isLike(example, answer, {
      additional: pageLinks,
      nullable: ['contextId'],
      same: ['startAt', 'total', 'isLast'],
    });
    expect(answer.values).toEqual(values);
  }, two),
  'getProjectContextMapping 200': replay<object>(async (stage, example) => {
    const field = await stage.field('select');
    const path = { fieldId: field.key, contextId: field.contextId };
    const projectId = String(stage.sandbox.project.id);
    await stage.admin.ask('assignProjectsToCustomFieldContext', 204, { path, body: { projectIds: [projectId] } });
    const made = await stage.admin.ask('createCustomFieldContext', 201, {
      path: { fieldId: field.key },
      body: { name: stage.name('global') },
    });
    const { body } = await stage.admin.ask('getProjectContextMapping', 200, { path: { fieldId: field.key } });
    isLike(example, body, {
      additional: pageLinks,
      same: ['startAt', 'total', 'isLast', 'isGlobalContext'],
    });
    expect(body.values).toEqual([
      { contextId: String(field.contextId), projectId },
      { contextId: made.body.id, isGlobalContext: true },
    ]);
  }, untilGlobalStays),
  'addIssueTypesToContext request': replay<object>(async (stage, example) => {
    const { field, ids, body } = await add(stage, 'issueTypes');
    isLike(example, body);
    expect((await typesOf(stage, field)).sort()).toEqual(ids.sort());
  }),
  'removeIssueTypesFromContext request': replay<object>(async (stage, example) => {
    const { field, path, own, body } = await add(stage, 'issueTypes');
    isLike(example, body);
    await stage.admin.ask('removeIssueTypesFromContext', 204, { path, body });
    expect(await mappings(stage, 'getIssueTypeMappingsForContexts', field)).toContainEqual({
      contextId: own,
      isAnyIssueType: true,
    });
  }),
  'assignProjectsToCustomFieldContext request': replay<object>(
    async (stage, example) => {
      const { field, first, ids, body } = await add(stage, 'projects');
      isLike(example, body);
      expect((await projectsOf(stage, field)).sort()).toEqual([first, ...ids].sort());
    },
    { projects: 2 },
  ),
  'removeCustomFieldContextFromProjects request': replay<object>(
    async (stage, example) => {
      const { field, path, first, body } = await add(stage, 'projects');
      isLike(example, body);
      await stage.admin.ask('removeCustomFieldContextFromProjects', 204, { path, body });
      expect(await projectsOf(stage, field)).toEqual([first]);
    },
    { projects: 2 },
  ),
};
