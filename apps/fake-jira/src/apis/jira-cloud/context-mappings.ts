import { contextsForMappings, issueTypeMappings, projectMappings, requireCustomField } from '@fake-jira/world';
import { okPage, type JiraHandlers } from './call.js';

export const contextMappings = {
  getIssueTypeMappingsForContexts(call) {
    const field = requireCustomField(call.root, call.path.fieldId);
    const mappings = ofContexts(issueTypeMappings(call.root, field.id), call.query.contextId);
    return okPage(mappings, call, ({ context, issueTypeId }) => ({
      contextId: String(context.id),
      ...(issueTypeId === undefined ? { isAnyIssueType: true } : { issueTypeId: String(issueTypeId) }),
    }));
  },

  getProjectContextMapping(call) {
    const field = requireCustomField(call.root, call.path.fieldId);
    const mappings = ofContexts(projectMappings(call.root, field.id), call.query.contextId);
    return okPage(mappings, call, ({ context, projectId }) => ({
      contextId: String(context.id),
      ...(projectId === undefined ? { isGlobalContext: true } : { projectId: String(projectId) }),
    }));
  },

  getCustomFieldContextsForProjectsAndIssueTypes(call) {
    const { mappings } = call.body;
    const found = contextsForMappings(call.root, call.path.fieldId, mappings);
    const answers = mappings.map((mapping, i) => ({ mapping, context: found[i] }));
    return okPage(answers, call, ({ mapping, context }) => ({
      projectId: mapping.projectId,
      issueTypeId: mapping.issueTypeId,
      contextId: context ? String(context.id) : null,
    }));
  },
} satisfies Partial<JiraHandlers>;

function* ofContexts<Mapping extends { readonly context: { readonly id: number } }>(
  mappings: Iterable<Mapping>,
  contextIds: readonly number[] | undefined,
): Iterable<Mapping> {
  for (const mapping of mappings) if (!contextIds || contextIds.includes(mapping.context.id)) yield mapping;
}
