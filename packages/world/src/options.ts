import { requireFieldContext } from './contexts.js';
import { removeOptionFromDefault } from './default-values.js';
import { checkLength, typeOf } from './fields.js';
import { idNumber, repeated, type Id } from './ids.js';
import { clearOptionFromIssues } from './issue-values.js';
import { appendToOrder, hasChildren, optionsOfContext, optionsOfLevel, removeFromOrder } from './option-order.js';
import type { Context, CustomField, Option, Root } from './root.js';
import { RuleError } from './rule-error.js';
import type { Transaction } from './transaction.js';

/** Most options one request may create, and most a field may have (Jira's Field API, create custom field options). */
export const optionsPerRequestLimit = 1_000;
export const optionsPerFieldLimit = 10_000;
/** Longest value of an option (Jira's database; the documents give no limit). */
export const optionValueLimit = 255;

/** @throws RuleError `options-not-supported` */
export function requireOptionsSupported(field: CustomField): void {
  if (typeOf(field).optionLevels === 0) {
    throw new RuleError('options-not-supported', { fieldId: `customfield_${field.id}` });
  }
}

/** The field, which has options, and the context that an address names. */
export function requireOptionContext(root: Root, fieldId: Id, contextId: Id): [CustomField, Context] {
  const found = requireFieldContext(root, fieldId, contextId);
  requireOptionsSupported(found[0]);
  return found;
}

/** @throws RuleError `options-not-found`, also for an option of another context */
export function requireOption(root: Root, contextId: number, optionId: Id): Option {
  return requireOptions(root, contextId, [optionId])[0] as Option;
}

/** All of the options, or one error that names each that is not there. */
export function requireOptions(root: Root, contextId: number, optionIds: readonly Id[]): Option[] {
  const options = optionIds.map((id) => root.options.get(idNumber(id)));
  const missing = optionIds.filter((_, i) => options[i]?.contextId !== contextId);
  if (missing.length > 0) throw new RuleError('options-not-found', { optionIds: missing.map(String) });
  return options as Option[];
}

export interface OptionRules {
  /** Whether `Red` and `red` count as one value. */
  readonly ignoreCase: boolean;
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
  return inputs.map((input) => addOption(tx, field, context, input, rules));
}

function addOption(
  tx: Transaction,
  field: CustomField,
  context: Context,
  input: NewOption,
  rules: OptionRules,
): Option {
  const parentId = input.parentId === undefined ? 0 : parentFor(tx.root, field, context, input.parentId);
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

function parentFor(root: Root, field: CustomField, context: Context, parentId: Id): number {
  const { optionLevels } = typeOf(field);
  const notSupported = () => new RuleError('cascading-not-supported', { fieldId: `customfield_${field.id}` });
  if (optionLevels < 2) throw notSupported();
  const parent = requireOption(root, context.id, parentId);
  if (levelOf(root, parent) >= optionLevels) throw notSupported();
  return parent.id;
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
  const existing = findOptionByValue(root, contextId, parentId, value, rules);
  if (existing) throw new RuleError('option-value-taken', { value, existingOptionId: String(existing.id) });
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
  return changed;
}

export interface OptionDeletion {
  /** What happens to the options below it: Jira refuses, Customfield Editor takes them along. */
  readonly children: 'refuse' | 'delete';
  /** What happens where issues have the option as their value. */
  readonly used: 'refuse' | 'clear';
}

/**
 * Deletes an option: from its level, from the default of its context, and from the issues that have it.
 *
 * @throws RuleError `options-not-supported`, `options-not-found`, `option-has-children`, `option-in-use`
 */
export function deleteOption(
  tx: Transaction,
  fieldId: Id,
  contextId: Id,
  optionId: Id,
  { children, used }: OptionDeletion,
): Option {
  const [, context] = requireOptionContext(tx.root, fieldId, contextId);
  const option = requireOption(tx.root, context.id, optionId);
  if (children === 'refuse' && hasChildren(tx.root, option)) {
    throw new RuleError('option-has-children', { optionId: String(option.id) });
  }
  const issueCount = countIssuesWithOption(tx.root, option);
  if (used === 'refuse' && issueCount > 0) {
    throw new RuleError('option-in-use', { optionId: String(option.id), issueCount });
  }
  removeOption(tx, option);
  return option;
}

function countIssuesWithOption(root: Root, { fieldId, id }: Option): number {
  let count = 0;
  for (const [key] of root.issuesWithOption.entries([fieldId, id, 0])) {
    if (key[0] !== fieldId || key[1] !== id) break;
    count++;
  }
  return count;
}

function removeOption(tx: Transaction, option: Option): void {
  for (const child of [...optionsOfLevel(tx.root, option.contextId, option.id)]) removeOption(tx, child);
  removeOptionFromDefault(tx, option);
  clearOptionFromIssues(tx, option.fieldId, option.id);
  removeFromOrder(tx, option);
  unindexValue(tx, option);
  tx.edit('options').delete(option.id);
  countOptions(tx, option.fieldId, -1);
}

/** Takes along every option of a context that is going away. */
export function removeOptionsOfContext(tx: Transaction, context: Context): void {
  for (const option of [...optionsOfContext(tx.root, context.id)].reverse()) removeOption(tx, option);
}
