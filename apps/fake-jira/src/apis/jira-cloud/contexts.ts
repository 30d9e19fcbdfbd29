import type { JiraCloudOperations } from '@fake-jira/openapi';
import {
  changeContext,
  contextsOfField,
  createContext,
  deleteContext,
  requireCustomField,
  type Context,
  type ContextChange,
  type Id,
} from '@fake-jira/world';
import { created, noContent, ok } from '../../http/answer.js';
import type { Call, Handlers } from '../../http/call.js';
import { pageOf } from '../../http/paging.js';
import { contextRules, pageCap } from './rules.js';

type Operations = Pick<
  JiraCloudOperations,
  | 'getContextsForField'
  | 'getContextsForFieldDeprecated'
  | 'createCustomFieldContext'
  | 'updateCustomFieldContext'
  | 'deleteCustomFieldContext'
  | 'addIssueTypesToContext'
  | 'removeIssueTypesFromContext'
  | 'assignProjectsToCustomFieldContext'
  | 'removeCustomFieldContextFromProjects'
>;

export const contexts: Handlers<Operations> = {
  getContextsForField({ root, path, query, links, profile }) {
    const field = requireCustomField(root, path.fieldId);
    const { isAnyIssueType, isGlobalContext, contextId } = query;
    const found = contextsNamed(contextsOfField(root, field.id), contextId).filter(
      (context) =>
        (isAnyIssueType === undefined || isAnyIssueType === coversAnyIssueType(context)) &&
        (isGlobalContext === undefined || isGlobalContext === context.global),
    );
    return ok(
      pageOf(found, query, { links, cap: pageCap(profile) }, (context) => ({
        id: String(context.id),
        name: context.name,
        description: context.description,
        isGlobalContext: context.global,
        isAnyIssueType: coversAnyIssueType(context),
      })),
    );
  },

  getContextsForFieldDeprecated({ root, path, query, links, profile }) {
    const field = requireCustomField(root, path.fieldId);
    return ok(
      pageOf(contextsOfField(root, field.id), query, { links, cap: pageCap(profile) }, ({ id, name }) => ({
        id,
        name,
      })),
    );
  },

  createCustomFieldContext({ world, path, body, profile }) {
    // The request may repeat the `id` of an answer, which is not the client's to choose.
    const { id: _, ...input } = body;
    const context = world.write((tx) => createContext(tx, path.fieldId, input, contextRules(profile)));
    return created({
      id: String(context.id),
      name: context.name,
      description: context.description,
      projectIds: context.projectIds.map(String),
      issueTypeIds: context.issueTypeIds.map(String),
    });
  },

  updateCustomFieldContext(call) {
    const { name, description } = call.body;
    return change(call, { name, description });
  },

  deleteCustomFieldContext({ world, path }) {
    world.write((tx) => deleteContext(tx, path.fieldId, path.contextId));
    return noContent();
  },

  addIssueTypesToContext: (call) => change(call, { issueTypes: { mode: 'add', ids: call.body.issueTypeIds } }),

  removeIssueTypesFromContext: (call) => change(call, { issueTypes: { mode: 'remove', ids: call.body.issueTypeIds } }),

  assignProjectsToCustomFieldContext: (call) => change(call, { projects: { mode: 'add', ids: call.body.projectIds } }),

  removeCustomFieldContextFromProjects: (call) =>
    change(call, { projects: { mode: 'remove', ids: call.body.projectIds } }),
};

type ContextCall = Pick<Call, 'world' | 'profile'> & {
  readonly path: { readonly fieldId: string; readonly contextId: Id };
};

function change({ world, path, profile }: ContextCall, what: ContextChange) {
  world.write((tx) => changeContext(tx, path.fieldId, path.contextId, what, contextRules(profile)));
  return noContent();
}

function coversAnyIssueType(context: Context): boolean {
  return context.issueTypeIds.length === 0;
}

/** The contexts whose ids are asked for, all where none is; ids that are not there are ignored. */
function contextsNamed(all: Iterable<Context>, ids: readonly number[] | undefined): Context[] {
  return [...all].filter((context) => ids === undefined || ids.includes(context.id));
}
