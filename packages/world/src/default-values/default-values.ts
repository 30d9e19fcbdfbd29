import { contextsOfField, replaceContext, requireContext } from '../contexts/contexts.js';
import {
  besideOf,
  byEntry,
  defaultValueKind,
  defaultValueOf,
  entriesOf,
  type DefaultEntry,
  type DefaultValue,
  type DefaultValueInput,
} from '../core/default-value-kinds.js';
import { findGroup } from '../people/people.js';
import { isMultiLevel } from '../fields/field-types.js';
import { requireCustomField, typeOf } from '../fields/fields.js';
import { idNumber, repeated, type Id } from '../core/ids.js';
import { requireOptions } from '../options/options.js';
import type { Context, CustomField, Option, Root } from '../core/root.js';
import { RuleError } from '../core/rule-error.js';
import type { Transaction } from '../core/transaction.js';
import { isDate, isDateTime } from '../core/dates.js';

export interface ContextDefault {
  readonly context: Context;
  readonly value: DefaultValue;
}

/** The defaults of a field's contexts; a context without one, or all of whose default was deleted, is left out. */
export function* defaultValues(root: Root, field: CustomField): Iterable<ContextDefault> {
  for (const context of contextsOfField(root, field.id)) {
    const value = context.defaultValue;
    if (value && !(value.type === 'option.cascading' && value.optionIds.length === 0)) yield { context, value };
  }
}

export interface DefaultValueChange {
  readonly contextId: Id;
  readonly type: string;
  /** `null` takes the default away. */
  readonly value: DefaultValueInput | null;
}

/**
 * Sets or removes the defaults of several contexts, all or none.
 *
 * @throws RuleError `default-value-types-differ`, `duplicate-contexts`, `context-not-found`,
 *   `default-value-type-not-for-field`, `options-not-found`, `default-value-invalid`, `users-not-found`,
 *   `groups-not-found`, `projects-not-found`, `versions-not-found`
 */
export function setDefaultValues(tx: Transaction, fieldId: Id, changes: readonly DefaultValueChange[]): void {
  const field = requireCustomField(tx.root, fieldId);
  if (new Set(changes.map((change) => change.type)).size > 1) throw new RuleError('default-value-types-differ', {});
  const twice = repeated(changes.map((change) => String(change.contextId)));
  if (twice.length > 0) throw new RuleError('duplicate-contexts', { contextIds: twice });
  for (const { contextId, type, value } of changes) {
    const context = requireContext(tx.root, field.id, contextId);
    if (typeOf(field).defaultValueType !== type) {
      throw new RuleError('default-value-type-not-for-field', { type, fieldId: `customfield_${field.id}` });
    }
    setDefault(tx, context, value === null || namesNothing(value) ? undefined : checkDefault(tx.root, context, value));
  }
}

/** An empty list is no default: the same as `null`. */
function namesNothing(value: DefaultValueInput): boolean {
  return Object.values(value).some((part) => Array.isArray(part) && part.length === 0);
}

/** Sets the default of one context, or with `undefined` takes it away. */
export function setDefault(tx: Transaction, context: Context, defaultValue: DefaultValue | undefined): void {
  const { defaultValue: _, ...rest } = context;
  const after = replaceContext(tx, defaultValue === undefined ? rest : { ...rest, defaultValue });
  tx.announce({ type: 'default-value-updated', before: context, after });
}

/**
 * A default whose ids all name something, of the context where they are options.
 *
 * @throws RuleError `default-value-invalid`, `options-not-found`, `projects-not-found`, `versions-not-found`,
 *   `users-not-found`, `groups-not-found`
 */
export function checkDefault(root: Root, context: Context, input: DefaultValueInput): DefaultValue {
  const { property, beside } = defaultValueKind(input.type);
  if ('useCurrent' in input && !input.useCurrent && entriesOf(input).length === 0) {
    invalid(property, 'neither a value nor useCurrent was given');
  }
  const forEach =
    <Entry>(check: (entry: Entry) => string | undefined) =>
    (entries: readonly Entry[]) => {
      const [reason] = entries.flatMap((entry) => check(entry) ?? []);
      if (reason !== undefined) invalid(property, reason);
      return entries;
    };
  const entries = byEntry<Id, readonly DefaultEntry<number>[]>(input, {
    option: (ids) => {
      const once = beside === 'deleted' ? ids : [...new Set(ids.map(String))];
      const options = requireOptions(root, context.id, once, property);
      return beside === 'deleted' ? chain(options) : options.map((option) => option.id);
    },
    project: (ids) =>
      numbersOf(ids, root.projects, (projectIds) => new RuleError('projects-not-found', { projectIds })),
    version: (ids) =>
      numbersOf(ids, versionsOf(root), (versionIds) => new RuleError('versions-not-found', { versionIds })),
    user: (ids) => requireUsers(root, ids),
    group: (ids) => requireGroups(root, ids),
    date: forEach((date) => (isDate(date) ? undefined : `"${date}" is not a date`)),
    dateTime: forEach((dateTime) => (isDateTime(dateTime) ? undefined : `"${dateTime}" is not a dateTime`)),
    url: forEach((url) => (URL.canParse(url) ? undefined : `"${url}" is not a URL`)),
    label: forEach((label) => (/\s/.test(label) || label === '' ? `"${label}" is empty or has a space` : undefined)),
    // Jira's Field API, CustomFieldContextDefaultValueForgeMultiStringField
    string: forEach((value) => (value.length > 254 ? 'a value is longer than 254 characters' : undefined)),
    text: (texts) => texts,
    number: (numbers) => numbers,
    object: (objects) => objects,
  });
  if ('userFilter' in input) requireGroups(root, input.userFilter.groups ?? []);
  return defaultValueOf(input.type, entries, besideOf(input));
}

function invalid(property: string, reason: string): never {
  throw new RuleError('default-value-invalid', { property, reason });
}

/** The ids of options that follow each other from the first level down. */
function chain(options: readonly Option[]): number[] {
  options.forEach((option, level) => {
    if (option.parentId !== (options[level - 1]?.id ?? 0)) {
      throw new RuleError('options-not-found', { optionIds: [String(option.id)], argument: 'optionIds' });
    }
  });
  return options.map((option) => option.id);
}

function numbersOf(
  ids: readonly Id[],
  known: { readonly has: (id: number) => boolean },
  notFound: (missing: string[]) => RuleError,
): number[] {
  const missing = ids.filter((id) => !known.has(idNumber(id)));
  if (missing.length > 0) throw notFound(missing.map(String));
  return ids.map(idNumber);
}

function versionsOf(root: Root): ReadonlySet<number> {
  return new Set([...root.projects.values()].flatMap(({ versions }) => versions.map(({ id }) => id)));
}

function requireUsers(root: Root, ids: readonly string[]): readonly string[] {
  const accountIds = ids.filter((id) => !root.users.has(id));
  if (accountIds.length > 0) throw new RuleError('users-not-found', { accountIds });
  return ids;
}

function requireGroups(root: Root, ids: readonly string[]): readonly string[] {
  const groupIds = ids.filter((id) => !findGroup(root, id));
  if (groupIds.length > 0) throw new RuleError('groups-not-found', { groupIds });
  return ids;
}

/** An option that goes away takes itself out of its context's default; an empty default goes with it. */
export function removeOptionFromDefault(tx: Transaction, option: Option): void {
  const context = tx.root.contexts.get(option.contextId) as Context;
  const value = context.defaultValue;
  if (value?.type === 'option.single' && value.optionId === option.id) setDefault(tx, context, undefined);
  if (value?.type !== 'option.multiple' && value?.type !== 'option.cascading') return;
  const at = value.optionIds.indexOf(option.id);
  if (at < 0) return;
  // Of a chain, what stands below the deleted option goes too.
  if (value.type === 'option.cascading' && isMultiLevel(typeOf(tx.root.fields.get(context.fieldId) as CustomField))) {
    const deleted = (value.deleted ?? 0) + value.optionIds.length - at;
    setDefault(tx, context, { ...value, optionIds: value.optionIds.slice(0, at), deleted });
    return;
  }
  const left = value.type === 'option.cascading' ? value.optionIds.slice(0, at) : value.optionIds.toSpliced(at, 1);
  setDefault(tx, context, left.length === 0 ? undefined : { ...value, optionIds: left });
}
