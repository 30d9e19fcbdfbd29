import { answer } from '@fake-jira/profile';
import type { Context, IssueType, Project } from '@fake-jira/world';
import type { Call } from '../../http/call.js';
import { renderId } from './render-id.js';

type SchemeView = Pick<Call, 'root' | 'profile' | 'versions'>;

/** What stands for all issue types. */
const allIssueTypes = 'Global (all issues)';

/** A context as the app shows it; what older versions do not have is not in the schema there. */
export function renderScheme(context: Context, view: SchemeView) {
  const { versions } = view;
  const { name, description, id } = context;
  const reach = { associatedProjects: projectsOf(context, view), issueTypes: issueTypesOf(context, view) };
  return {
    name,
    ...(versions.extender.atLeast('2.20') ? { description } : ({} as { description: string })),
    id: renderId(id, view),
    ...(versions.extender.atLeast('1.7.2') ? reach : ({} as typeof reach)),
  };
}

function projectsOf({ projectIds }: Context, view: SchemeView) {
  return projectIds.map((projectId) => {
    const { name, id, key } = view.root.projects.get(projectId) as Project;
    return { name, id: renderId(id, view), key };
  });
}

function issueTypesOf({ issueTypeIds, global }: Context, { root, profile, versions }: SchemeView) {
  if (issueTypeIds.length > 0) {
    return issueTypeIds.map((id) => ({ name: (root.issueTypes.get(id) as IssueType).name, id: String(id) }));
  }
  const form = answer(profile, 'extender.all-issue-types-form');
  if (form === 'empty-list' || (form === 'global-entry-on-global-schemes' && !global)) return [];
  return [{ name: allIssueTypes, id: versions.extender.atLeast('2.20') ? 'global' : allIssueTypes }];
}
