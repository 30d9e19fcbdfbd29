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
import { created, noContent } from '../../http/response.js';
import { fromRoot } from '../../http/from-root.js';
import type { RequestContext } from '../../http/request-context.js';
import type { JiraBehaviour } from './behaviour.js';
import { okPage, type JiraHandlers } from './call.js';

export const contexts = {
  getContextsForField: fromRoot((call) => {
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
  }),

  getContextsForFieldDeprecated(call) {
    const field = requireCustomField(call.root, call.path.fieldId);
    return okPage(contextsOfField(call.root, field.id), call, ({ id, name }) => ({ id, name }));
  },

  createCustomFieldContext({ world, path, body, behaviour }) {
    // The request may repeat the `id` of a response, which is not the client's to choose.
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

  updateCustomFieldContext(call) {
    const { name, description } = call.body;
    return change(call, { name, description });
  },

  deleteCustomFieldContext({ world, path, behaviour }) {
    world.write((tx) => deleteContext(tx, path.fieldId, path.contextId, behaviour.contextRules));
    return noContent();
  },

  addIssueTypesToContext: (call) => change(call, { issueTypes: { mode: 'add', ids: call.body.issueTypeIds } }),

  removeIssueTypesFromContext: (call) => change(call, { issueTypes: { mode: 'remove', ids: call.body.issueTypeIds } }),

  assignProjectsToCustomFieldContext: (call) => change(call, { projects: { mode: 'add', ids: call.body.projectIds } }),

  removeCustomFieldContextFromProjects: (call) =>
    change(call, { projects: { mode: 'remove', ids: call.body.projectIds } }),
} satisfies Partial<JiraHandlers>;

type ContextCall = Pick<RequestContext<unknown, JiraBehaviour>, 'behaviour' | 'world'> & {
  readonly path: { readonly fieldId: string; readonly contextId: Id };
};

function change({ world, path, behaviour }: ContextCall, what: ContextChange) {
  world.write((tx) => changeContext(tx, path.fieldId, path.contextId, what, behaviour.contextRules));
  return noContent();
}

function coversAnyIssueType(context: Context): boolean {
  return context.issueTypeIds.length === 0;
}
