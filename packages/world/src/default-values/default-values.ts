import { contextsOfField, replaceContext, requireContext } from '../contexts/contexts.js';
import type { DefaultValue, DefaultValueInput } from '../core/default-value-kinds.js';
import { isMultiLevel } from '../fields/field-types.js';
import { requireCustomField, typeOf } from '../fields/fields.js';
import { idNumber, repeated, type Id } from '../core/ids.js';
import { requireOption, requireOptions } from '../options/options.js';
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

/** A default whose ids all name something, of the context where they are options. */
export function checkDefault(root: Root, context: Context, input: DefaultValueInput): DefaultValue {
  const optionIds = (ids: readonly Id[]) => requireOptions(root, context.id, ids).map((option) => option.id);
  switch (input.type) {
    case 'option.single':
      return { ...input, optionId: requireOption(root, context.id, input.optionId).id };
    case 'option.multiple':
      return { ...input, optionIds: optionIds([...new Set(input.optionIds.map(String))]) };
    case 'option.cascading':
      return { type: input.type, optionIds: chain(requireOptions(root, context.id, input.optionIds)) };
    case 'single.user.select':
    case 'forge.user':
      requireAll(root, 'users-not-found', [input.accountId]);
      requireAll(root, 'groups-not-found', input.userFilter.groups ?? []);
      return input;
    case 'multi.user.select':
    case 'forge.user.list':
      requireAll(root, 'users-not-found', input.accountIds);
      return input;
    case 'grouppicker.single':
    case 'forge.group':
      requireAll(root, 'groups-not-found', [input.groupId]);
      return input;
    case 'grouppicker.multiple':
    case 'forge.group.list':
      requireAll(root, 'groups-not-found', input.groupIds);
      return input;
    case 'project':
      if (!root.projects.has(idNumber(input.projectId))) {
        throw new RuleError('projects-not-found', { projectIds: [String(input.projectId)] });
      }
      return { ...input, projectId: idNumber(input.projectId) };
    case 'version.single':
      return { ...input, versionId: versionNumbers(root, [input.versionId])[0] as number };
    case 'version.multiple':
      return { ...input, versionIds: versionNumbers(root, input.versionIds) };
    case 'datepicker':
      return checkMoment(input, 'date', input.date, isDate);
    case 'datetimepicker':
    case 'forge.datetime':
      return checkMoment(input, 'dateTime', input.dateTime, isDateTime);
    case 'url':
      if (!URL.canParse(input.url)) invalid('url', `"${input.url}" is not a URL`);
      return input;
    case 'labels':
      for (const label of input.labels)
        if (/\s/.test(label) || label === '') invalid('labels', `"${label}" is empty or has a space`);
      return input;
    case 'forge.string.list':
      // Jira's Field API, CustomFieldContextDefaultValueForgeMultiStringField
      for (const value of input.values)
        if (value.length > 254) invalid('values', 'a value is longer than 254 characters');
      return input;
    default:
      return input;
  }
}

function invalid(property: string, reason: string): never {
  throw new RuleError('default-value-invalid', { property, reason });
}

function checkMoment<Input extends DefaultValue & { readonly useCurrent: boolean }>(
  input: Input,
  property: string,
  text: string | undefined,
  valid: (text: string) => boolean,
): Input {
  if (text === undefined ? !input.useCurrent : !valid(text)) {
    invalid(
      property,
      text === undefined ? 'neither a value nor useCurrent was given' : `"${text}" is not a ${property}`,
    );
  }
  return input;
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

function requireAll(root: Root, code: 'users-not-found' | 'groups-not-found', ids: readonly string[]): void {
  if (code === 'users-not-found') {
    const accountIds = ids.filter((id) => !root.users.has(id));
    if (accountIds.length > 0) throw new RuleError(code, { accountIds });
    return;
  }
  const known = new Set([...root.groups.values()].flatMap((group) => [group.groupId, group.name]));
  const groupIds = ids.filter((id) => !known.has(id));
  if (groupIds.length > 0) throw new RuleError(code, { groupIds });
}

function versionNumbers(root: Root, ids: readonly Id[]): number[] {
  const known = new Set(
    [...root.projects.values()].flatMap((project) => project.versions.map((version) => version.id)),
  );
  const missing = ids.filter((id) => !known.has(idNumber(id)));
  if (missing.length > 0) throw new RuleError('versions-not-found', { versionIds: missing.map(String) });
  return ids.map(idNumber);
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
