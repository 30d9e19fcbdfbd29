import type { JiraCloudOperations } from '@fake-jira/openapi';
import {
  addIssueTypes,
  assignProjects,
  contextsOfField,
  createContext,
  deleteContext,
  removeIssueTypes,
  removeProjects,
  requireCustomField,
  updateContext,
  type Context,
} from '@fake-jira/world';
import { created, noContent, ok } from '../../http/answer.js';
import type { Handlers } from '../../http/call.js';
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

  updateCustomFieldContext({ world, path, body, profile }) {
    world.write((tx) => updateContext(tx, path.fieldId, path.contextId, body, contextRules(profile)));
    return noContent();
  },

  deleteCustomFieldContext({ world, path }) {
    world.write((tx) => deleteContext(tx, path.fieldId, path.contextId));
    return noContent();
  },

  addIssueTypesToContext({ world, path, body }) {
    world.write((tx) => addIssueTypes(tx, path.fieldId, path.contextId, body.issueTypeIds));
    return noContent();
  },

  removeIssueTypesFromContext({ world, path, body }) {
    world.write((tx) => removeIssueTypes(tx, path.fieldId, path.contextId, body.issueTypeIds));
    return noContent();
  },

  assignProjectsToCustomFieldContext({ world, path, body }) {
    world.write((tx) => assignProjects(tx, path.fieldId, path.contextId, body.projectIds));
    return noContent();
  },

  removeCustomFieldContextFromProjects({ world, path, body }) {
    world.write((tx) => removeProjects(tx, path.fieldId, path.contextId, body.projectIds));
    return noContent();
  },
};

function coversAnyIssueType(context: Context): boolean {
  return context.issueTypeIds.length === 0;
}

/** The contexts whose ids are asked for, all where none is; ids that are not there are ignored. */
function contextsNamed(all: Iterable<Context>, ids: readonly number[] | undefined): Context[] {
  return [...all].filter((context) => ids === undefined || ids.includes(context.id));
}
