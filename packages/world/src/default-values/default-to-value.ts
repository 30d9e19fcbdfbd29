import { defaultAppOption } from '../app-options/app-option-scope.js';
import { momentOf } from '../core/dates.js';
import type { DefaultValue } from '../core/default-value-kinds.js';
import type { FieldValue } from '../core/field-values.js';
import { typeOf } from '../fields/fields.js';
import { findGroup } from '../people/people.js';
import type { Context, CustomField, Moment, Project, Root } from '../core/root.js';

/**
 * What a new issue of a project gets in a field by itself; `null`: nothing. A default that names what cannot be chosen
 * there (a disabled option, another project's version) gives nothing.
 *
 * @param now - what a default of "the current date" means
 */
export function defaultFieldValue(
  root: Root,
  field: CustomField,
  context: Context,
  project: Project,
  now: Moment,
): FieldValue | null {
  if (typeOf(field).valueKind === 'app-option') {
    const option = defaultAppOption(root, field.id, project.id);
    return option ? { kind: 'app-option', optionId: option.id } : null;
  }
  return context.defaultValue ? fromDefault(root, context.defaultValue, project, now) : null;
}

function fromDefault(root: Root, value: DefaultValue, project: Project, now: Moment): FieldValue | null {
  switch (value.type) {
    case 'option.single':
      return isEnabled(root, value.optionId) ? { kind: 'option', optionId: value.optionId } : null;
    case 'option.multiple': {
      const optionIds = value.optionIds.filter((id) => isEnabled(root, id));
      return optionIds.length === 0 ? null : { kind: 'options', optionIds };
    }
    case 'option.cascading':
      return value.optionIds.length > 0 && value.optionIds.every((id) => isEnabled(root, id))
        ? { kind: 'cascade', optionIds: value.optionIds }
        : null;
    case 'single.user.select':
    case 'forge.user':
      return { kind: 'user', accountId: value.accountId };
    case 'multi.user.select':
    case 'forge.user.list':
      return filled(value.accountIds, { kind: 'users', accountIds: value.accountIds });
    case 'grouppicker.single':
    case 'forge.group': {
      const name = findGroup(root, value.groupId)?.name;
      return name === undefined ? null : { kind: 'group', name };
    }
    case 'grouppicker.multiple':
    case 'forge.group.list': {
      const names = value.groupIds.flatMap((id) => findGroup(root, id)?.name ?? []);
      return filled(names, { kind: 'groups', names });
    }
    case 'datepicker': {
      const date = value.useCurrent ? new Date(now).toISOString().slice(0, 10) : value.date;
      return date === undefined ? null : { kind: 'date', date };
    }
    case 'datetimepicker':
    case 'forge.datetime': {
      if (value.useCurrent) return { kind: 'datetime', at: now };
      return value.dateTime === undefined ? null : { kind: 'datetime', at: momentOf(value.dateTime) };
    }
    case 'url':
      return filled(value.url, { kind: 'text', text: value.url });
    case 'textfield':
    case 'readonly':
    case 'forge.string':
      return filled(value.text, { kind: 'text', text: value.text });
    case 'textarea':
      return filled(value.text, { kind: 'rich-text', content: { text: value.text } });
    case 'float':
    case 'forge.number':
      return { kind: 'number', number: value.number };
    case 'labels':
      return filled(value.labels, { kind: 'labels', labels: value.labels });
    case 'forge.string.list':
      return filled(value.values, { kind: 'strings', values: value.values });
    case 'forge.object':
      return { kind: 'object', object: value.object };
    case 'project':
      return { kind: 'project', projectId: value.projectId };
    case 'version.single':
      return hasVersion(project, value.versionId) ? { kind: 'version', versionId: value.versionId } : null;
    case 'version.multiple': {
      const versionIds = value.versionIds.filter((id) => hasVersion(project, id));
      return filled(versionIds, { kind: 'versions', versionIds });
    }
  }
}

function filled(content: { readonly length: number }, value: FieldValue): FieldValue | null {
  return content.length === 0 ? null : value;
}

function isEnabled(root: Root, optionId: number): boolean {
  return root.options.get(optionId)?.disabled === false;
}

function hasVersion(project: Project, versionId: number): boolean {
  return project.versions.some((version) => version.id === versionId);
}
