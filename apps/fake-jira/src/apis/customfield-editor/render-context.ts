import { answer, type Versions } from '@fake-jira/profile';
import type { Context, IssueType, Project, Root } from '@fake-jira/world';
import type { TypeView } from './field-types.js';

/** What writing a context needs to know. */
export type ContextView = TypeView & { readonly root: Root; readonly versions: Versions };

/** A context, with its projects and issue types where they are asked for. */
export function renderContext(context: Context, view: ContextView, expand: readonly string[]) {
  return {
    contextId: context.id,
    contextName: context.name,
    contextDescription: context.description,
    ...flagsOf(context, view),
    ...(expand.includes('projects') ? { projects: projectsOf(context, view.root) } : {}),
    ...(expand.includes('issueTypes') ? { issueTypes: issueTypesOf(context, view.root) } : {}),
  };
}

/** A context as the paged lists and one of them show it, where nothing can be expanded. */
export function renderContextInList(context: Context, view: ContextView) {
  const present = answer(view.profile, 'editor.list-context-containers') === 'present';
  return renderContext(context, view, present ? ['projects', 'issueTypes'] : []) as ContextInList;
}

/** Under the other answer the two lists are in no schema. */
type ContextInList = Required<ReturnType<typeof renderContext>>;

function flagsOf(context: Context, { versions }: ContextView): Flags {
  const flags = {
    isGlobal: context.global,
    isAllIssueTypes: context.issueTypeIds.length === 0,
    isAllProjects: context.global,
  };
  return versions.customfieldEditor.atLeast('2.10') ? flags : ({} as Flags);
}

interface Flags {
  isGlobal: boolean;
  isAllIssueTypes: boolean;
  isAllProjects: boolean;
}

function projectsOf({ projectIds }: Context, root: Root) {
  return projectIds.map((projectId) => {
    const { key, name, description } = root.projects.get(projectId) as Project;
    return { projectId, projectKey: key, projectName: name, projectDescription: description };
  });
}

function issueTypesOf({ issueTypeIds }: Context, root: Root) {
  return issueTypeIds.map((id) => {
    const { name, description, subtask } = root.issueTypes.get(id) as IssueType;
    return {
      issueTypeId: String(id),
      issueTypeName: name,
      issueTypeDescription: description,
      issueTypeIsSubTask: subtask,
    };
  });
}
