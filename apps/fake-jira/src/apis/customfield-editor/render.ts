import type { Context, CustomField, IssueType, Project, Root } from '@fake-jira/world';
import type { RequestContext } from '../../http/request-context.js';
import type { EditorBehaviour } from './behaviour.js';

type View = Pick<RequestContext<unknown, EditorBehaviour>, 'root' | 'behaviour'>;

/** A custom field as every list of the app begins it. */
export function renderField({ id, name, type, description }: CustomField, { behaviour }: Pick<View, 'behaviour'>) {
  return { fieldId: id, fieldName: name, fieldType: typeName(type, behaviour), fieldDescription: description };
}

/** By which name the app tells the type of a field apart. */
export function typeName(key: string, { typeNames }: EditorBehaviour): string {
  return typeNames.get(key) ?? key;
}

/** A context, with its projects and issue types where they are asked for. */
export function renderContext(context: Context, { root }: Pick<View, 'root'>, expand: readonly string[]) {
  const { id, name, description, global, issueTypeIds } = context;
  return {
    contextId: id,
    contextName: name,
    contextDescription: description,
    isGlobal: global,
    isAllIssueTypes: issueTypeIds.length === 0,
    isAllProjects: global,
    ...(expand.includes('projects') ? { projects: projectsOf(context, root) } : {}),
    ...(expand.includes('issueTypes') ? { issueTypes: issueTypesOf(context, root) } : {}),
  };
}

/** A context as the paged lists and one of them show it, where nothing can be expanded. */
export function renderContextInList(context: Context, view: View) {
  return renderContext(context, view, view.behaviour.listedContextsExpand);
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
