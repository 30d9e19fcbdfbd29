import { logOptions } from '../apps/customfield-editor/events.js';
import { contextIdsOfField, requireFieldContext } from '../contexts/contexts.js';
import { checkLength, typeOf } from '../fields/fields.js';
import { customFieldId, idNumber, repeated, type Id } from '../core/ids.js';
import { appendToOrder, levelsOfContext, removeFromOrder } from './option-order.js';
import type { Context, CustomField, Option, Root } from '../core/root.js';
import { RuleError } from '../core/rule-error.js';
import type { Transaction } from '../core/transaction.js';

/** Most options one request may create, and most a field may have (Jira's Field API, create custom field options). */
export const optionsPerRequestLimit = 1_000;
export const optionsPerFieldLimit = 10_000;
/** Longest value of an option (Jira's database; the documents give no limit). */
export const optionValueLimit = 255;

/** @throws RuleError `options-not-supported` */
export function requireOptionsSupported(field: CustomField): void {
  if (typeOf(field).optionLevels === 0) {
    throw new RuleError('options-not-supported', { fieldId: customFieldId(field.id) });
  }
}

/** The field, which has options, and the context that an address names. */
export function requireOptionContext(root: Root, fieldId: Id, contextId: Id): [CustomField, Context] {
  const found = requireFieldContext(root, fieldId, contextId);
  requireOptionsSupported(found[0]);
  return found;
}

/** @throws RuleError `options-not-found`, also for an option of another context */
export function requireOption(root: Root, contextId: number, optionId: Id, argument = 'optionId'): Option {
  return requireOptions(root, contextId, [optionId], argument)[0] as Option;
}

/** All of the options, or one error that names each that is not there. */
export function requireOptions(
  root: Root,
  contextId: number,
  optionIds: readonly Id[],
  argument = 'optionIds',
): Option[] {
  const options = optionIds.map((id) => root.options.get(idNumber(id)));
  const missing = optionIds.filter((_, i) => options[i]?.contextId !== contextId);
  if (missing.length > 0) throw new RuleError('options-not-found', { optionIds: missing.map(String), argument });
  return options as Option[];
}

/** An option of one level: `parentId` 0 for the first one. @throws RuleError `options-not-found` */
export function requireOptionOfLevel(
  root: Root,
  contextId: number,
  parentId: number,
  optionId: Id,
  argument = 'optionId',
): Option {
  const option = requireOption(root, contextId, optionId, argument);
  if (option.parentId !== parentId) {
    throw new RuleError('options-not-found', { optionIds: [String(optionId)], argument });
  }
  return option;
}

/**
 * The option below which others are asked for.
 *
 * @throws RuleError `cascading-not-supported` where its field has none below it, `options-not-found`
 */
export function requireParentOption(
  root: Root,
  field: CustomField,
  contextId: number,
  optionId: Id,
  argument = 'parentId',
): Option {
  const { optionLevels } = typeOf(field);
  const notSupported = () => new RuleError('cascading-not-supported', { fieldId: customFieldId(field.id) });
  if (optionLevels < 2) throw notSupported();
  const parent = requireOption(root, contextId, optionId, argument);
  if (levelOf(root, parent) >= optionLevels) throw notSupported();
  return parent;
}

export interface OptionRules {
  /** Whether `Red` and `red` count as one value. */
  readonly ignoreCase: boolean;
  /** Among which options a value must be unique: those of its level, as in Jira itself, unless said otherwise. */
  readonly uniqueIn?: 'level' | 'context' | 'field' | 'nowhere';
}

/** An option of a level by its value. */
export function findOptionByValue(
  root: Root,
  contextId: number,
  parentId: number,
  value: string,
  { ignoreCase }: OptionRules,
): Option | undefined {
  const lower = value.toLowerCase();
  for (const [key] of root.optionsByValue.entries([contextId, parentId, lower, 0])) {
    if (key[0] !== contextId || key[1] !== parentId || key[2] !== lower) return undefined;
    const option = root.options.get(key[3]) as Option;
    if (ignoreCase || option.value === value) return option;
  }
  return undefined;
}

export interface NewOption {
  readonly value: string;
  readonly disabled?: boolean | undefined;
  /** The option above it. */
  readonly parentId?: Id | undefined;
  readonly id?: number | undefined;
}

/**
 * Adds options behind those that are there, all or none.
 *
 * @throws RuleError `options-not-supported`, `too-many-options-in-request`, `too-many-options-in-field`,
 *   `options-not-found` (a parent), `cascading-not-supported`, `option-value-empty`, `option-value-too-long`,
 *   `option-value-taken`
 */
export function createOptions(
  tx: Transaction,
  fieldId: Id,
  contextId: Id,
  inputs: readonly NewOption[],
  rules: OptionRules,
): Option[] {
  const [field, context] = requireOptionContext(tx.root, fieldId, contextId);
  if (inputs.length > optionsPerRequestLimit) {
    throw new RuleError('too-many-options-in-request', { count: inputs.length, limit: optionsPerRequestLimit });
  }
  return addOptions(tx, field, context, inputs, rules);
}

/** {@link createOptions} without the limit of one request. */
export function addOptions(
  tx: Transaction,
  field: CustomField,
  context: Context,
  inputs: readonly NewOption[],
  rules: OptionRules,
): Option[] {
  const count = (tx.root.optionCounts.get(field.id) ?? 0) + inputs.length;
  if (count > optionsPerFieldLimit) {
    throw new RuleError('too-many-options-in-field', { count, limit: optionsPerFieldLimit });
  }
  const added = inputs.map((input) => addOption(tx, field, context, input, rules));
  logOptions(tx, 'CustomFieldOptionCreatedEvent', context, added);
  return added;
}

function addOption(
  tx: Transaction,
  field: CustomField,
  context: Context,
  input: NewOption,
  rules: OptionRules,
): Option {
  const parentId =
    input.parentId === undefined ? 0 : requireParentOption(tx.root, field, context.id, input.parentId).id;
  const value = checkValue(input.value);
  requireValueFree(tx.root, context.id, parentId, value, rules);
  const id = input.id ?? tx.nextId('option');
  tx.reserveId('option', id);
  const option: Option = {
    id,
    fieldId: field.id,
    contextId: context.id,
    parentId,
    value,
    disabled: input.disabled ?? false,
  };
  saveOption(tx, option);
  appendToOrder(tx, option);
  countOptions(tx, field.id, 1);
  return option;
}

/** 1 for an option of the first level. */
export function levelOf(root: Root, option: Option): number {
  let level = 1;
  for (let parent = option.parentId; parent !== 0; parent = root.options.get(parent)?.parentId ?? 0) level++;
  return level;
}

function checkValue(given: string): string {
  const value = given.trim();
  if (value === '') throw new RuleError('option-value-empty', {});
  checkLength('option-value-too-long', value, optionValueLimit);
  return value;
}

function requireValueFree(root: Root, contextId: number, parentId: number, value: string, rules: OptionRules): void {
  const existing = findSameValue(root, contextId, parentId, value, rules);
  if (existing) throw new RuleError('option-value-taken', { value, existingOptionId: String(existing.id) });
}

function findSameValue(
  root: Root,
  contextId: number,
  parentId: number,
  value: string,
  rules: OptionRules,
): Option | undefined {
  const { uniqueIn = 'level' } = rules;
  if (uniqueIn === 'nowhere') return undefined;
  if (uniqueIn === 'level') return findOptionByValue(root, contextId, parentId, value, rules);
  const fieldId = root.contexts.get(contextId)?.fieldId ?? 0;
  for (const id of uniqueIn === 'context' ? [contextId] : contextIdsOfField(root, fieldId)) {
    for (const level of levelsOfContext(root, id)) {
      const found = findOptionByValue(root, id, level, value, rules);
      if (found) return found;
    }
  }
  return undefined;
}

function saveOption(tx: Transaction, option: Option): void {
  tx.edit('optionsByValue').set([option.contextId, option.parentId, option.value.toLowerCase(), option.id], true);
  tx.edit('options').set(option.id, option);
}

function unindexValue(tx: Transaction, option: Option): void {
  tx.edit('optionsByValue').delete([option.contextId, option.parentId, option.value.toLowerCase(), option.id]);
}

function countOptions(tx: Transaction, fieldId: number, change: number): void {
  const count = (tx.root.optionCounts.get(fieldId) ?? 0) + change;
  if (count === 0) tx.edit('optionCounts').delete(fieldId);
  else tx.edit('optionCounts').set(fieldId, count);
}

/** Takes an option out of the records. `deleteOption` sees to what names it. */
export function forgetOption(tx: Transaction, option: Option): void {
  removeFromOrder(tx, option);
  unindexValue(tx, option);
  tx.edit('options').delete(option.id);
  countOptions(tx, option.fieldId, -1);
}

export interface OptionChange {
  readonly id: Id;
  readonly value?: string | undefined;
  readonly disabled?: boolean | undefined;
}

/**
 * Changes options of one context, all or none; two may exchange their values.
 *
 * @returns those that are different now, in the order given
 * @throws RuleError `options-not-supported`, `duplicate-options`, `options-not-found`, `option-value-empty`,
 *   `option-value-too-long`, `option-value-taken`
 */
export function updateOptions(
  tx: Transaction,
  fieldId: Id,
  contextId: Id,
  changes: readonly OptionChange[],
  rules: OptionRules,
): Option[] {
  const [, context] = requireOptionContext(tx.root, fieldId, contextId);
  const twice = repeated(changes.map((change) => String(change.id)));
  if (twice.length > 0) throw new RuleError('duplicate-options', { optionIds: twice });
  const before = requireOptions(
    tx.root,
    context.id,
    changes.map((change) => change.id),
  );
  const after = before.map((option, i): Option => {
    const { value, disabled } = changes[i] as OptionChange;
    const given = value === undefined || value === option.value ? option.value : checkValue(value);
    return { ...option, value: given, disabled: disabled ?? option.disabled };
  });
  const changed = after.filter((option, i) => {
    const old = before[i] as Option;
    return option.value !== old.value || option.disabled !== old.disabled;
  });
  const renamed = changed.filter((option) => tx.root.options.get(option.id)?.value !== option.value);
  for (const option of renamed) unindexValue(tx, tx.root.options.get(option.id) as Option);
  for (const option of changed) {
    if (renamed.includes(option)) requireValueFree(tx.root, option.contextId, option.parentId, option.value, rules);
    saveOption(tx, option);
  }
  logOptions(tx, 'CustomFieldOptionUpdatedEvent', context, changed);
  return changed;
}
