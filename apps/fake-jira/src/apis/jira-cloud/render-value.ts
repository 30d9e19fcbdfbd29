import { findUser, isProtected, type FieldValue, type Option, type Project, type Root } from '@fake-jira/world';
import type { View } from './call.js';
import { renderRichText } from './document-format.js';
import { inForm } from './forms.js';
import { renderProjectName } from './render-project.js';
import { renderGroup, renderUserOfIssue } from './render-user.js';
import { renderVersionOfIssue } from './render-version.js';
import { timestamp } from './timestamp.js';

/**
 * The value of a custom field, as an issue shows it.
 *
 * @param project - of the issue, whose versions a value can name
 */
export function renderValue(value: FieldValue, fieldId: number, project: Project, view: View): unknown {
  const { root } = view;
  switch (value.kind) {
    // Only Protected Fields opens it.
    case 'sealed':
      return null;
    case 'text':
      return value.text;
    case 'rich-text':
      return renderRichText(value.content, view.restVersion);
    case 'number':
      return value.number;
    case 'date':
      // Corroborated: so an unencrypted field of the app Protected Fields stands in Jira's issue.
      return isProtectedField(root, fieldId) ? { date: value.date } : value.date;
    case 'datetime':
      return timestamp(value.at);
    case 'labels':
      return value.labels;
    case 'strings':
      return value.values;
    case 'object':
      return value.object;
    case 'option':
      return renderCascade([value.optionId], view);
    case 'options':
      return value.optionIds.map((id) => renderCascade([id], view));
    case 'cascade':
      return renderCascade(value.optionIds, view);
    case 'app-option':
      return renderAppOptionValue(root, fieldId, value.optionId);
    case 'user':
      return renderUserNamed(value.accountId, view);
    case 'users':
      return value.accountIds.map((accountId) => renderUserNamed(accountId, view));
    case 'group':
      return renderGroupNamed(value.name, view);
    case 'groups':
      return value.names.map((name) => renderGroupNamed(name, view));
    case 'project': {
      const chosen = root.projects.get(value.projectId);
      return chosen ? renderProjectName(chosen, view) : null;
    }
    case 'version':
      return renderVersionOf(project, value.versionId, view);
    case 'versions':
      return value.versionIds.flatMap((id) => renderVersionOf(project, id, view) ?? []);
  }
}

function isProtectedField(root: Root, fieldId: number): boolean {
  const field = root.fields.get(fieldId);
  return field !== undefined && isProtected(field);
}

/** An option where it is a value, or one that can be chosen. */
export function renderOptionValue(option: Option, view: View) {
  return inForm(optionParts(option, view), view.behaviour.forms.optionValue);
}

/** Everything that a response can say of an option by itself. */
export function optionParts({ id, value, disabled }: Option, { links }: Pick<View, 'links'>) {
  return { self: links.rest(`/customFieldOption/${id}`), value, id: String(id), disabled };
}

/** A chain of options: each holds the next as its `child`. */
function renderCascade([id, ...below]: readonly number[], view: View): object | null {
  const option = id === undefined ? undefined : view.root.options.get(id);
  if (!option) return null;
  const child = renderCascade(below, view);
  return { ...renderOptionValue(option, view), ...(child && { child }) };
}

function renderAppOptionValue(root: Root, fieldId: number, optionId: number) {
  const option = root.appOptions.get([fieldId, optionId]);
  return option ? { id: option.id, value: option.value, properties: option.properties } : null;
}

/** The user of an account; `null` for one that is not there any more. */
export function renderUserNamed(accountId: string, view: View) {
  const user = findUser(view.root, accountId);
  return user ? renderUserOfIssue(user, view) : null;
}

function renderGroupNamed(name: string, view: View) {
  const group = view.root.groups.get(name);
  return group ? renderGroup(group, view) : null;
}

function renderVersionOf(project: Project, versionId: number, view: View) {
  const version = project.versions.find((candidate) => candidate.id === versionId);
  return version ? renderVersionOfIssue(version, view) : null;
}
