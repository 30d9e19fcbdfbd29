import { defaultAppOption } from '../app-options/app-option-scope.js';
import { momentOf } from '../core/dates.js';
import { byEntry, defaultValueKind, type DefaultValue } from '../core/default-value-kinds.js';
import type { FieldValue } from '../core/field-values.js';
import { typeOf } from '../fields/fields.js';
import { findGroup } from '../people/people.js';
import type { Context, CustomField, Moment, Project, Root } from '../core/root.js';

/**
 * What a new issue of a project gets in a field by itself; `null`: nothing. A default that names what cannot be chosen
 * there (a disabled option, another project's version) gives nothing.
 *
 * @param now - what a default of "the current date" means; asked for by such a default alone
 */
export function defaultFieldValue(
  root: Root,
  field: CustomField,
  context: Context,
  project: Project,
  now: () => Moment,
): FieldValue | null {
  if (typeOf(field).valueKind === 'app-option') {
    const option = defaultAppOption(root, field.id, project.id);
    return option ? { kind: 'app-option', optionId: option.id } : null;
  }
  return context.defaultValue ? fromDefault(root, context.defaultValue, project, now) : null;
}

function fromDefault(root: Root, value: DefaultValue, project: Project, now: () => Moment): FieldValue | null {
  const { value: kind, list } = defaultValueKind(value.type);
  if ('useCurrent' in value && value.useCurrent) {
    return kind === 'date'
      ? { kind, date: new Date(now()).toISOString().slice(0, 10) }
      : { kind: 'datetime', at: now() };
  }
  const oneOrAll = <Entry>(
    entries: readonly Entry[],
    one: (entry: Entry) => FieldValue,
    all: (entries: readonly Entry[]) => FieldValue,
  ) => (entries.length === 0 ? null : list ? all(entries) : one(entries[0] as Entry));
  return byEntry<number, FieldValue | null>(value, {
    option: (ids) => {
      const enabled = ids.filter((id) => root.options.get(id)?.disabled === false);
      if (kind === 'cascade') return enabled.length < ids.length || ids.length === 0 ? null : { kind, optionIds: ids };
      return oneOrAll(
        enabled,
        (optionId) => ({ kind: 'option', optionId }),
        (optionIds) => ({ kind: 'options', optionIds }),
      );
    },
    user: (ids) =>
      oneOrAll(
        ids,
        (accountId) => ({ kind: 'user', accountId }),
        (accountIds) => ({ kind: 'users', accountIds }),
      ),
    group: (ids) =>
      oneOrAll(
        ids.flatMap((id) => findGroup(root, id)?.name ?? []),
        (name) => ({ kind: 'group', name }),
        (names) => ({ kind: 'groups', names }),
      ),
    project: ([projectId]) => (projectId === undefined ? null : { kind: 'project', projectId }),
    version: (ids) =>
      oneOrAll(
        ids.filter((id) => project.versions.some((version) => version.id === id)),
        (versionId) => ({ kind: 'version', versionId }),
        (versionIds) => ({ kind: 'versions', versionIds }),
      ),
    date: ([date]) => (date === undefined ? null : { kind: 'date', date }),
    dateTime: ([dateTime]) => (dateTime === undefined ? null : { kind: 'datetime', at: momentOf(dateTime) }),
    url: ([text]) => (text ? { kind: 'text', text } : null),
    text: ([text]) => (!text ? null : kind === 'rich-text' ? { kind, content: { text } } : { kind: 'text', text }),
    label: (labels) => (labels.length === 0 ? null : { kind: 'labels', labels }),
    string: (values) => (values.length === 0 ? null : { kind: 'strings', values }),
    number: ([number]) => (number === undefined ? null : { kind: 'number', number }),
    object: ([object]) => (object === undefined ? null : { kind: 'object', object }),
  });
}
