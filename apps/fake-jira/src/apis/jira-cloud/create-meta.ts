import type { JiraCloudOperations } from '@fake-jira/openapi';
import {
  creatableIssueTypes,
  idNumber,
  requireIssue,
  requireProject,
  RuleError,
  type Issue,
  type IssueType,
  type Project,
} from '@fake-jira/world';
import { ok } from '../../http/answer.js';
import type { Handlers } from '../../http/call.js';
import type { PageRequest } from '../../http/paging.js';
import { commaList } from '../../http/comma-list.js';
import { fieldMetas, type MetaView } from './field-meta.js';
import { renderIssueType } from './issue-types.js';
import { checkOverrides } from './overrides.js';
import { projectAvatars } from './render-project.js';

type Operations = Pick<
  JiraCloudOperations,
  'getCreateIssueMeta' | 'getCreateIssueMetaIssueTypes' | 'getCreateIssueMetaIssueTypeId' | 'getEditIssueMeta'
>;

export const createMeta: Handlers<Operations> = {
  getCreateIssueMeta(call) {
    const { root, query } = call;
    const withFields = commaList(query.expand).includes('projects.issuetypes.fields');
    const wanted = wantedIn([commaList(query.projectIds), commaList(query.projectKeys)]);
    const wantedType = wantedIn([commaList(query.issuetypeIds), commaList(query.issuetypeNames)]);
    const projects = [...root.projects.values()].filter((project) => wanted(String(project.id), project.key));
    return ok({
      expand: 'projects',
      projects: projects.map((project) => ({
        self: call.links.rest(`/project/${project.id}`),
        id: String(project.id),
        key: project.key,
        name: project.name,
        avatarUrls: projectAvatars(project, call),
        expand: 'issuetypes',
        issuetypes: creatableIssueTypes(root, project)
          .filter((type) => wantedType(String(type.id), type.name))
          .map((type) => ({
            ...renderIssueType(type, call),
            expand: 'fields',
            ...(withFields && { fields: Object.fromEntries(fieldMetas(newIssue(project, type), call)) }),
          })),
      })),
    });
  },

  getCreateIssueMetaIssueTypes(call) {
    const { root, path, query, versions } = call;
    const types = creatableIssueTypes(root, requireProject(root, path.projectIdOrKey));
    const { envelope, items } = excerpt(
      types.map((type) => renderIssueType(type, call)),
      query,
    );
    return ok({
      ...envelope,
      ...(versions.jira.has('cloud') && { issueTypes: items }),
      ...(versions.jira.has('data-center') && { values: items }),
    });
  },

  getCreateIssueMetaIssueTypeId(call) {
    const { root, path, query, versions } = call;
    const project = requireProject(root, path.projectIdOrKey);
    const type = creatableIssueTypes(root, project).find((candidate) => candidate.id === idNumber(path.issueTypeId));
    if (!type) throw new RuleError('issue-type-not-found', { issueTypeId: path.issueTypeId });
    const metas = [...fieldMetas(newIssue(project, type), call)].map(([fieldId, meta]) => ({ ...meta, fieldId }));
    const { envelope, items } = excerpt(metas, query);
    return ok({
      ...envelope,
      ...(versions.jira.has('cloud') && { fields: items }),
      ...(versions.jira.has('data-center') && { values: items }),
    });
  },

  getEditIssueMeta(call) {
    const { root, path, query } = call;
    checkOverrides(query, call);
    const issue = requireIssue(root, path.issueIdOrKey);
    return ok(editMeta(issue, { everyField: query.overrideScreenSecurity ?? false }, call));
  },
};

/**
 * The fields of an issue that can be edited.
 *
 * @param options.everyField - whether custom fields count that are on no screen
 */
export function editMeta(issue: Issue, { everyField }: { readonly everyField: boolean }, view: MetaView) {
  const project = view.root.projects.get(issue.projectId) as Project;
  const issueType = view.root.issueTypes.get(issue.issueTypeId) as IssueType;
  return { fields: Object.fromEntries(fieldMetas({ project, issueType, operation: 'edit', everyField }, view)) };
}

function newIssue(project: Project, issueType: IssueType) {
  return { project, issueType, operation: 'create', everyField: false } as const;
}

/** Tells what is named in one of two lists, by id or by name; all is where both are empty. */
function wantedIn([ids, names]: readonly [readonly string[], readonly string[]]) {
  return (id: string, name: string) =>
    (ids.length === 0 && names.length === 0) || ids.includes(id) || names.includes(name);
}

/** A part of a list with the numbers of its page, which here has no addresses. */
function excerpt<Item>(all: readonly Item[], { startAt, maxResults }: PageRequest) {
  const items = all.slice(startAt, startAt + maxResults);
  return { envelope: { maxResults, startAt, total: all.length }, items };
}
