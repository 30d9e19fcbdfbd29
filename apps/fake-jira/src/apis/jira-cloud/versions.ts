import {
  createVersion,
  customFieldId,
  deleteVersion,
  editVersion,
  mergeVersions,
  moveUnresolved,
  moveVersion,
  requireProject,
  requireVersion,
  resolutionOf,
  RuleError,
  useOfVersion,
  type Id,
  type ProjectVersion,
  type VersionPlace,
} from '@fake-jira/world';
import { commaList, orderOf } from '../../http/comma-list.js';
import { userOf } from '../../http/request-context.js';
import { created, noContent, ok } from '../../http/response.js';
import { okPage, type JiraHandlers } from './call.js';
import { renderVersion } from './render-version.js';

/** The versions of projects. */
export const versions = {
  createVersion(call) {
    const { world, body } = call;
    const version = world.write((tx) => createVersion(tx, projectOf(body), body));
    return created(rendered(version.id, { ...call, root: world.root }));
  },

  getVersion(call) {
    const { version } = requireVersion(call.root, call.path.id);
    return ok(rendered(version.id, call, commaList(call.query.expand)));
  },

  updateVersion(call) {
    const { world, path, body } = call;
    world.write((tx) => {
      const { moveUnfixedIssuesTo } = body;
      if (moveUnfixedIssuesTo !== undefined) {
        moveUnresolved(tx, path.id, idOfAddress(moveUnfixedIssuesTo), userOf(call).accountId);
      }
      editVersion(tx, path.id, body);
    });
    return ok(rendered(path.id, { ...call, root: world.root }));
  },

  deleteVersion(call) {
    const { world, path, query } = call;
    const replacements = { fixVersions: query.moveFixIssuesTo, versions: query.moveAffectedIssuesTo };
    world.write((tx) => deleteVersion(tx, path.id, replacements, userOf(call).accountId));
    return noContent();
  },

  deleteAndReplaceVersion(call) {
    const { world, path, body } = call;
    const customFields = new Map<number, Id>();
    for (const { customFieldId: fieldId, moveTo } of body.customFieldReplacementList ?? []) {
      if (fieldId !== undefined && moveTo !== undefined) customFields.set(fieldId, moveTo);
    }
    const replacements = { fixVersions: body.moveFixIssuesTo, versions: body.moveAffectedIssuesTo, customFields };
    world.write((tx) => deleteVersion(tx, path.id, replacements, userOf(call).accountId));
    return noContent();
  },

  mergeVersions(call) {
    const { world, path } = call;
    world.write((tx) => mergeVersions(tx, path.id, path.moveIssuesTo, userOf(call).accountId));
    return noContent();
  },

  moveVersion(call) {
    const { world, path, body } = call;
    const version = world.write((tx) => {
      requireVersion(tx.root, path.id);
      return moveVersion(tx, path.id, placeOf(body));
    });
    return ok(rendered(version.id, { ...call, root: world.root }));
  },

  getVersionRelatedIssues({ root, path, links }) {
    const { version } = requireVersion(root, path.id);
    const { fixed, affected, custom, customIssues } = useOfVersion(root, version.id);
    return ok({
      self: links.rest(`/version/${version.id}`),
      issuesFixedCount: fixed.length,
      issuesAffectedCount: affected.length,
      issueCountWithCustomFieldsShowingVersion: customIssues,
      customFieldUsage: [...custom].map(([fieldId, issueCountWithVersionInCustomField]) => ({
        fieldName: root.fields.get(fieldId)?.name ?? customFieldId(fieldId),
        customFieldId: fieldId,
        issueCountWithVersionInCustomField,
      })),
    });
  },

  getVersionUnresolvedIssues({ root, path, links }) {
    const { version } = requireVersion(root, path.id);
    const { fixed } = useOfVersion(root, version.id);
    return ok({
      self: links.rest(`/version/${version.id}`),
      issuesUnresolvedCount: fixed.filter((issue) => !resolutionOf(issue)).length,
      issuesCount: fixed.length,
    });
  },

  getProjectVersions(call) {
    const project = requireProject(call.root, call.path.projectIdOrKey);
    return ok(project.versions.map((version) => renderVersion(version, project, call)));
  },

  getProjectVersionsPaginated(call) {
    const { root, path, query } = call;
    const project = requireProject(root, path.projectIdOrKey);
    const text = query.query?.toLowerCase() ?? '';
    const states = commaList(query.status);
    const found = project.versions.filter(
      (version) =>
        `${version.name}\n${version.description ?? ''}`.toLowerCase().includes(text) &&
        (states.length === 0 || states.includes(stateOf(version))),
    );
    const expand = commaList(query.expand);
    return okPage(sorted(found, query.orderBy ?? 'sequence'), call, (version) =>
      renderVersion(version, project, call, expand),
    );
  },
} satisfies Partial<JiraHandlers>;

function rendered(versionId: Id, view: Parameters<typeof renderVersion>[2], expand: readonly string[] = []) {
  const { project, version } = requireVersion(view.root, versionId);
  return renderVersion(version, project, view, expand);
}

/** The project of a new version: by its key, or by its id. */
function projectOf({ project, projectId }: { readonly project?: string; readonly projectId?: number }): Id {
  const given = projectId ?? project;
  if (given === undefined) throw new RuleError('version-project-missing', {});
  return given;
}

/** The id at the end of the address of a version, or an id by itself. */
function idOfAddress(address: string): string {
  return address.slice(address.lastIndexOf('/') + 1);
}

type Position = Extract<VersionPlace, { position: string }>['position'];

function placeOf({ after, position }: { readonly after?: string; readonly position?: Position }): VersionPlace {
  if (after !== undefined && position !== undefined) throw new RuleError('after-and-position', {});
  if (after !== undefined) return { after: idOfAddress(after) };
  if (position === undefined) throw new RuleError('neither-after-nor-position', {});
  return { position };
}

function stateOf({ archived, released }: ProjectVersion): string {
  return archived ? 'archived' : released ? 'released' : 'unreleased';
}

/** Versions in the order asked for; those that are equal in it in that of the project. */
function sorted(found: readonly ProjectVersion[], orderBy: string): readonly ProjectVersion[] {
  const { by, direction } = orderOf(orderBy);
  if (by === 'sequence') return direction === 1 ? found : found.toReversed();
  const value = (version: ProjectVersion) => String(version[by as keyof ProjectVersion] ?? '').toLowerCase();
  return found.toSorted((a, b) => direction * (value(a) < value(b) ? -1 : value(a) > value(b) ? 1 : 0));
}
