import { replaceContext } from '../contexts/contexts.js';
import { setDefault } from '../default-values/default-values.js';
import { removeField } from '../fields/trash.js';
import { deleteIssue } from '../issues/issues.js';
import { issuesWithField, replaceValue } from '../issues/issue-values.js';
import { requireProject } from './projects.js';
import type { FieldValue } from '../core/field-values.js';
import { defaultValueKind, entriesOf, type DefaultValue } from '../core/default-value-kinds.js';
import type { Issue, Project } from '../core/root.js';
import type { Transaction } from '../core/transaction.js';
import type { Id } from '../core/ids.js';

/**
 * Deletes a project with its issues and versions, and takes it out of every context, default value, scope and value.
 * A context that loses its last project does not become global.
 *
 * @throws RuleError `project-not-found`
 */
export function deleteProject(tx: Transaction, idOrKey: Id): Project {
  const project = requireProject(tx.root, idOrKey);
  for (const [[, issueId]] of tx.root.issuesOfProject.getRange([project.id, 0], [project.id, Infinity])) {
    // A sub-task may have gone with its parent.
    if (tx.root.issues.has(issueId)) deleteIssue(tx, issueId, { deleteSubtasks: true });
  }
  takeAlong(tx, project);
  leaveContexts(tx, project);
  leaveAppOptions(tx, project);
  leaveValues(tx, project);
  tx.remove('issueNumbers', project.id);
  tx.remove('projects', project.id);
  tx.announce({ type: 'project-deleted', before: project });
  return project;
}

/** The fields and issue types that a team-managed project has of its own. */
function takeAlong(tx: Transaction, { id }: Project): void {
  for (const field of [...tx.root.fields.values()]) if (field.ofProject === id) removeField(tx, field);
  for (const type of [...tx.root.issueTypes.values()]) if (type.ofProject === id) tx.remove('issueTypes', type.id);
}

function leaveContexts(tx: Transaction, project: Project): void {
  for (const context of [...tx.root.contexts.values()]) {
    const { defaultValue } = context;
    if (defaultValue && namesProject(defaultValue, project)) setDefault(tx, context, undefined);
    const now = tx.root.contexts.get(context.id) ?? context;
    if (!now.projectIds.includes(project.id)) continue;
    replaceContext(tx, { ...now, projectIds: now.projectIds.filter((id) => id !== project.id) });
  }
}

function leaveAppOptions(tx: Transaction, project: Project): void {
  for (const [key, option] of [...tx.root.appOptions.entries()]) {
    const projects = option.scope.projects.filter(({ id }) => id !== project.id);
    if (projects.length === option.scope.projects.length) continue;
    tx.put('appOptions', key, { ...option, scope: { ...option.scope, projects } });
  }
}

/** Values of pickers of projects in the issues of others. Versions stand in issues of their own project only. */
function leaveValues(tx: Transaction, project: Project): void {
  for (const fieldId of tx.root.fields.keys()) {
    for (const issueId of issuesWithField(tx.root, fieldId)) {
      const issue = tx.root.issues.get(issueId) as Issue;
      const value = issue.values[fieldId];
      if (value && isProject(value, project)) replaceValue(tx, issue, fieldId, null);
    }
  }
}

function isProject(value: FieldValue, { id }: Project): boolean {
  return value.kind === 'project' && value.projectId === id;
}

function namesProject(value: DefaultValue, { id, versions }: Project): boolean {
  const { entry } = defaultValueKind(value.type);
  const gone = entry === 'project' ? [id] : entry === 'version' ? versions.map((version) => version.id) : [];
  return entriesOf(value).some((one) => gone.includes(Number(one)));
}
