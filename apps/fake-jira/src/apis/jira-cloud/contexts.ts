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
import { created, noContent } from '../../http/answer.js';
import { okPage, type JiraHandlers } from './call.js';

export const contexts = {
  getContextsForField(call) {
    const field = requireCustomField(call.root, call.path.fieldId);
    const { isAnyIssueType, isGlobalContext, contextId } = call.query;
    const found = [...contextsOfField(call.root, field.id)].filter(
      (context) =>
        (contextId === undefined || contextId.includes(context.id)) &&
        (isAnyIssueType === undefined || isAnyIssueType === coversAnyIssueType(context)) &&
        (isGlobalContext === undefined || isGlobalContext === context.global),
    );
    return okPage(found, call, (context) => ({
      id: String(context.id),
      name: context.name,
      description: context.description,
      isGlobalContext: context.global,
      isAnyIssueType: coversAnyIssueType(context),
    }));
  },

  getContextsForFieldDeprecated(call) {
    const field = requireCustomField(call.root, call.path.fieldId);
    return okPage(contextsOfField(call.root, field.id), call, ({ id, name }) => ({ id, name }));
  },

  createCustomFieldContext({ world, path, body, behaviour }) {
    // The request may repeat the `id` of an answer, which is not the client's to choose.
    const { id: _, ...input } = body;
    const context = world.write((tx) => createContext(tx, path.fieldId, input, behaviour.contextRules));
    return created({
      id: String(context.id),
      name: context.name,
      description: context.description,
      projectIds: context.projectIds.map(String),
      issueTypeIds: context.issueTypeIds.map(String),
    });
  },

  updateCustomFieldContext({ world, path, body, behaviour }) {
    world.write((tx) => updateContext(tx, path.fieldId, path.contextId, body, behaviour.contextRules));
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
} satisfies Partial<JiraHandlers>;

function coversAnyIssueType(context: Context): boolean {
  return context.issueTypeIds.length === 0;
}
