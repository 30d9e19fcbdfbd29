import { contextFor } from '../contexts/context-mapping.js';
import { findField, typeOf } from './fields.js';
import type { Context, CustomField, IssueType, Project, Root } from '../core/root.js';
import { findSystemField, type SystemField } from './system-fields.js';

/** A field that an issue of some project and type has on its screen. */
export type OfferedField =
  | { readonly system: SystemField; readonly required: boolean }
  | { readonly field: CustomField; readonly context: Context; readonly required: boolean };

export type Operation = 'create' | 'edit';

interface SystemPlace {
  readonly id: string;
  readonly required: boolean;
  /** Absent: always. */
  readonly when?: Operation | 'subtask';
}

const systemLayout: readonly SystemPlace[] = [
  { id: 'summary', required: true },
  { id: 'issuetype', required: true },
  { id: 'project', required: true, when: 'create' },
  { id: 'parent', required: true, when: 'subtask' },
  { id: 'description', required: false },
  { id: 'labels', required: false },
  { id: 'assignee', required: false },
  { id: 'reporter', required: false },
];

/**
 * The fields that an issue of a project and type offers: the system fields, which every issue has, then the custom
 * fields of the project's screen in its order, unless they are in the trash or no context of theirs applies. Protected
 * fields are not among them: Jira shows what is not encrypted, but only the app's own API writes (assumed).
 */
export function offeredFields(
  root: Root,
  project: Project,
  issueType: IssueType,
  operation: Operation,
): OfferedField[] {
  return [...offeredSystemFields(issueType, operation), ...offeredCustomFields(root, project, issueType)];
}

function offeredSystemFields(issueType: IssueType, operation: Operation): OfferedField[] {
  return systemLayout
    .filter(({ when }) => when === undefined || when === operation || (when === 'subtask' && issueType.subtask))
    .map(({ id, required }) => ({ system: findSystemField(id) as SystemField, required }));
}

/** {@link offeredFields} without the system fields. */
export function* offeredCustomFields(
  root: Root,
  project: Project,
  issueType: IssueType,
): Iterable<Extract<OfferedField, { field: CustomField }>> {
  for (const tab of root.screens.get(project.screenId)?.tabs ?? []) {
    for (const fieldId of tab.fieldIds) {
      const field = findField(root, fieldId);
      if (!field || field.trashed || typeOf(field).protection) continue;
      const context = contextFor(root, field.id, project.id, issueType.id);
      if (context) yield { field, context, required: false };
    }
  }
}
