import type { JiraCloudOperations } from '@fake-jira/openapi';
import { contextsForMappings, issueTypeMappings, projectMappings, requireCustomField } from '@fake-jira/world';
import { ok } from '../../http/answer.js';
import type { Handlers } from '../../http/call.js';
import { pageOf } from '../../http/paging.js';
import { pageCap } from './rules.js';

type Operations = Pick<
  JiraCloudOperations,
  'getIssueTypeMappingsForContexts' | 'getProjectContextMapping' | 'getCustomFieldContextsForProjectsAndIssueTypes'
>;

export const contextMappings: Handlers<Operations> = {
  getIssueTypeMappingsForContexts({ root, path, query, links, profile }) {
    const field = requireCustomField(root, path.fieldId);
    const mappings = ofContexts(issueTypeMappings(root, field.id), query.contextId);
    return ok(
      pageOf(mappings, query, { links, cap: pageCap(profile) }, ({ context, issueTypeId }) => ({
        contextId: String(context.id),
        ...(issueTypeId === undefined ? { isAnyIssueType: true } : { issueTypeId: String(issueTypeId) }),
      })),
    );
  },

  getProjectContextMapping({ root, path, query, links, profile }) {
    const field = requireCustomField(root, path.fieldId);
    const mappings = ofContexts(projectMappings(root, field.id), query.contextId);
    return ok(
      pageOf(mappings, query, { links, cap: pageCap(profile) }, ({ context, projectId }) => ({
        contextId: String(context.id),
        ...(projectId === undefined ? { isGlobalContext: true } : { projectId: String(projectId) }),
      })),
    );
  },

  getCustomFieldContextsForProjectsAndIssueTypes({ root, path, query, body, links, profile }) {
    const found = contextsForMappings(root, path.fieldId, body.mappings);
    const answers = body.mappings.map((mapping, i) => ({ mapping, context: found[i] }));
    return ok(
      pageOf(answers, query, { links, cap: pageCap(profile) }, ({ mapping, context }) => ({
        projectId: mapping.projectId,
        issueTypeId: mapping.issueTypeId,
        contextId: context ? String(context.id) : null,
      })),
    );
  },
};

function* ofContexts<Mapping extends { readonly context: { readonly id: number } }>(
  mappings: Iterable<Mapping>,
  contextIds: readonly number[] | undefined,
): Iterable<Mapping> {
  for (const mapping of mappings) if (!contextIds || contextIds.includes(mapping.context.id)) yield mapping;
}
