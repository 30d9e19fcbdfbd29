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

/** An option of whichever context. @throws RuleError `options-not-found` */
export function requireAnyOption(root: Root, optionId: Id, argument = 'optionId'): Option {
  const option = root.options.get(idNumber(optionId));
  if (!option) throw new RuleError('options-not-found', { optionIds: [String(optionId)], argument });
  return option;
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

/** An option of a level by its value; `except` are none that count. */
export function findOptionByValue(
  root: Root,
  contextId: number,
  parentId: number,
  value: string,
  { ignoreCase }: Pick<OptionRules, 'ignoreCase'>,
  except?: ReadonlySet<number>,
): Option | undefined {
  const lower = value.toLowerCase();
  // There is none, as a rule: one look, which costs less than to begin a walk.
  const first = root.optionsByValue.nextHigherKey([contextId, parentId, lower, 0]);
  if (first?.[0] !== contextId || first[1] !== parentId || first[2] !== lower) return undefined;
  for (const [key] of root.optionsByValue.entries([contextId, parentId, lower, 0])) {
    if (key[0] !== contextId || key[1] !== parentId || key[2] !== lower) return undefined;
    const option = root.options.get(key[3]) as Option;
    if ((ignoreCase || option.value === value) && !except?.has(option.id)) return option;
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
  tx.announce({ type: 'options-created', context, options: added });
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
  requireValueFree(tx.root, { contextId: context.id, parentId, value }, rules);
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
  tx.put('options', id, option);
  appendToOrder(tx, option);
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

function requireValueFree(
  root: Root,
  { contextId, parentId, value }: Pick<Option, 'contextId' | 'parentId' | 'value'>,
  rules: OptionRules,
  except?: ReadonlySet<number>,
): void {
  const existing = findSameValue(root, contextId, parentId, value, rules, except);
  if (existing) throw new RuleError('option-value-taken', { value, existingOptionId: String(existing.id) });
}

function findSameValue(
  root: Root,
  contextId: number,
  parentId: number,
  value: string,
  rules: OptionRules,
  except?: ReadonlySet<number>,
): Option | undefined {
  const { uniqueIn = 'level' } = rules;
  if (uniqueIn === 'nowhere') return undefined;
  if (uniqueIn === 'level') return findOptionByValue(root, contextId, parentId, value, rules, except);
  const fieldId = root.contexts.get(contextId)?.fieldId ?? 0;
  for (const id of uniqueIn === 'context' ? [contextId] : contextIdsOfField(root, fieldId)) {
    for (const level of levelsOfContext(root, id)) {
      const found = findOptionByValue(root, id, level, value, rules, except);
      if (found) return found;
    }
  }
  return undefined;
}

/** Takes an option out of the records. `deleteOption` sees to what names it. */
export function forgetOption(tx: Transaction, option: Option): void {
  removeFromOrder(tx, option);
  tx.remove('options', option.id);
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
  const changed: Option[] = [];
  const replaced: Option[] = [];
  const renamed = new Set<number>();
  before.forEach((option, i) => {
    const { value = option.value, disabled = option.disabled } = changes[i] as OptionChange;
    if (value === option.value && disabled === option.disabled) return;
    const updated: Option = { ...option, value: value === option.value ? value : checkValue(value), disabled };
    if (updated.value !== option.value) renamed.add(option.id);
    else if (disabled === option.disabled) return;
    replaced.push(option);
    changed.push(updated);
  });
  for (const option of changed) tx.put('options', option.id, option);
  // Each new value is held against those before it, and against those that stay.
  for (const option of changed) {
    if (!renamed.has(option.id)) continue;
    requireValueFree(tx.root, option, rules, renamed);
    renamed.delete(option.id);
  }
  tx.announce({ type: 'options-updated', context, before: replaced, options: changed });
  return changed;
}
