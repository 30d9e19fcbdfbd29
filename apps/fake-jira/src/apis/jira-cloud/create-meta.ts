import {
  creatableIssueTypes,
  requireCreatableIssueType,
  requireIssue,
  requireProject,
  type Issue,
  type IssueType,
  type Project,
} from '@fake-jira/world';
import { ok } from '../../http/response.js';
import { commaList } from '../../http/comma-list.js';
import type { PageRequest } from '../../http/paging.js';
import { fromRoot } from '../../http/from-root.js';
import type { JiraHandlers, View } from './call.js';
import { fieldMeta, fieldMetas, fieldsOf } from './field-meta.js';
import { inForm, type Forms } from './forms.js';
import { issueTypeParts } from './issue-types.js';
import { checkOverrides } from './overrides.js';
import { projectParts } from './render-project.js';

const deprecated = 'The issue create meta endpoint has been deprecated. (Deprecation start date: June 03, 2024)';

export const createMeta = {
  getCreateIssueMeta: fromRoot((call) => {
    const { root, query, caller, behaviour } = call;
    const { forms } = behaviour;
    const withFields = commaList(query.expand).includes('projects.issuetypes.fields');
    const wanted = wantedIn([commaList(query.projectIds), commaList(query.projectKeys)]);
    const wantedType = wantedIn([commaList(query.issuetypeIds), commaList(query.issuetypeNames)]);
    // Nobody who has not signed in sees a project.
    const visible = caller.user ? [...root.projects.values()] : [];
    const projects = visible.filter((project) => wanted(String(project.id), project.key));
    const body = {
      expand: 'projects',
      projects: projects.map((project) => {
        const issuetypes = creatableIssueTypes(root, project)
          .filter((type) => wantedType(String(type.id), type.name))
          .map((type) => {
            const fields = withFields
              ? byFieldId(fieldMetas(newIssue(project, type), call), forms.createMetaEntry)
              : undefined;
            return inForm({ ...issueTypeParts(type, call), expand: 'fields', fields }, forms.createMetaIssueTypeInFull);
          });
        return inForm({ ...projectParts(project, call), expand: 'issuetypes', issuetypes }, forms.createMetaProject);
      }),
    };
    return { ...ok(body), ...(behaviour.createMetaIsDeprecated && { headers: { Warning: deprecated } }) };
  }),

  getCreateIssueMetaIssueTypes: fromRoot((call) => {
    const { root, path, query, behaviour } = call;
    const types = creatableIssueTypes(root, requireProject(root, path.projectIdOrKey));
    const { items, ...envelope } = excerpt(types, query);
    const rendered = items.map((type) => inForm(issueTypeParts(type, call), behaviour.forms.createMetaIssueType));
    return ok(inForm({ ...envelope, issueTypes: rendered, values: rendered }, behaviour.forms.createMetaIssueTypes));
  }),

  getCreateIssueMetaIssueTypeId: fromRoot((call) => {
    const { root, path, query, behaviour } = call;
    const { forms } = behaviour;
    const project = requireProject(root, path.projectIdOrKey);
    const type = requireCreatableIssueType(root, project, path.issueTypeId);
    const place = newIssue(project, type);
    const { items, ...envelope } = excerpt(fieldsOf(place, call), query);
    const rendered = items.map((field) => inForm(fieldMeta(field, place, call), forms.createMetaField));
    return ok(inForm({ ...envelope, fields: rendered, values: rendered }, forms.createMetaFields));
  }),

  getEditIssueMeta: fromRoot((call) => {
    const { root, path, query } = call;
    checkOverrides(query, call);
    const issue = requireIssue(root, path.issueIdOrKey);
    return ok(editMeta(issue, { everyField: query.overrideScreenSecurity ?? false }, call));
  }),
} satisfies Partial<JiraHandlers>;

/**
 * The fields of an issue that can be edited.
 *
 * @param options.everyField - whether custom fields count that are on no screen
 */
export function editMeta(issue: Issue, { everyField }: { readonly everyField: boolean }, view: View) {
  const project = view.root.projects.get(issue.projectId) as Project;
  const issueType = view.root.issueTypes.get(issue.issueTypeId) as IssueType;
  const metas = fieldMetas({ project, issueType, operation: 'edit', issue, everyField }, view);
  const { forms } = view.behaviour;
  return { fields: { ...byFieldId(metas, forms.editMetaEntry), ...parentOf(metas, forms) } };
}

/** The parent alone says on Cloud, too, whether it has a default value (recorded); it keeps its place. */
function parentOf(metas: ReturnType<typeof fieldMetas>, { editMetaParent }: Forms) {
  const parent = metas.find(({ fieldId }) => fieldId === 'parent');
  return parent && { parent: inForm(parent, editMetaParent) };
}

function newIssue(project: Project, issueType: IssueType) {
  return { project, issueType, operation: 'create', everyField: false } as const;
}

function byFieldId(metas: ReturnType<typeof fieldMetas>, form: Forms['createMetaEntry' | 'editMetaEntry']) {
  return Object.fromEntries(metas.map((meta) => [meta.fieldId, inForm(meta, form)]));
}

/** Tells what is named in one of two lists, by id or by name; all is where both are empty. */
function wantedIn([ids, names]: readonly [readonly string[], readonly string[]]) {
  return (id: string, name: string) =>
    (ids.length === 0 && names.length === 0) || ids.includes(id) || names.includes(name);
}

/** A part of a list with the numbers of its page, which here has no addresses. */
function excerpt<Item>(all: readonly Item[], { startAt, maxResults }: PageRequest) {
  const items = all.slice(startAt, startAt + maxResults);
  return { maxResults, startAt, total: all.length, isLast: startAt + items.length >= all.length, items };
}
