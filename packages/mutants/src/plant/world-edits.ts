import {
  createOptions,
  globalContext,
  moveOptions,
  replaceContext,
  requireContext,
  requireCustomField,
  type Context,
  type CustomField,
  type NewOption,
  type Option,
  type Root,
  type Transaction,
} from '@fake-jira/world';
import type { Visit } from './act.js';

/*
 * What defects do to the world behind the back of its rules.
 */

/** The field that an address names, in any API. */
export function fieldOf(root: Root, { path }: Pick<Visit, 'path'>): CustomField {
  // `customfield_10000` in Jira's own API, a number in those of apps.
  return requireCustomField(root, Number((path['fieldId'] ?? path['customFieldId'] ?? '').replace('customfield_', '')));
}

/** The context that an address names; where it names none, the one for all projects. */
export function contextOf(root: Root, visit: Pick<Visit, 'path'>): Context {
  const field = fieldOf(root, visit);
  const { contextId } = visit.path;
  const context = contextId === undefined ? globalContext(root, field.id) : requireContext(root, field.id, contextId);
  if (!context) throw new Error(`The field ${field.id} has no context for all projects.`);
  return context;
}

/** Gives a context a default, or none, as if nobody looked. */
export function putDefault(tx: Transaction, context: Context, from: Context | undefined): void {
  const { defaultValue: _, ...rest } = context;
  replaceContext(tx, from?.defaultValue === undefined ? rest : { ...rest, defaultValue: from.defaultValue });
}

/** Gives an option a value that others may have. */
export function renameOption(tx: Transaction, option: Option, value: string): Option {
  const { contextId, parentId, id } = option;
  const renamed = { ...option, value };
  tx.edit('optionsByValue').delete([contextId, parentId, option.value.toLowerCase(), id]);
  tx.edit('optionsByValue').set([contextId, parentId, value.toLowerCase(), id], true);
  tx.edit('options').set(id, renamed);
  return renamed;
}

/** Adds options, whichever values others have. */
export function createAnyway(tx: Transaction, context: Context, inputs: readonly NewOption[]): Option[] {
  const { fieldId, id } = context;
  // Values that nobody has, each of its own, until they are there.
  const apart = inputs.map((input, at) => ({ ...input, value: `\u0000${at}\u0000` }));
  const made = createOptions(tx, fieldId, id, apart, { ignoreCase: false });
  return made.map((option, at) => renameOption(tx, option, (inputs[at] as NewOption).value.trim()));
}

/** Puts options at the beginning of their levels. */
export function toTheFront(tx: Transaction, optionIds: readonly number[]): void {
  for (const optionId of optionIds.toReversed()) {
    const { fieldId, contextId } = tx.root.options.get(optionId) as Option;
    moveOptions(tx, fieldId, contextId, { optionIds: [optionId], position: 'First' });
  }
}

/** Where a default was taken away or shortened, it is as before: a defect of what deletes options. */
export function keepDefault(tx: Transaction, visit: Pick<Visit, 'path' | 'before'>): false | void {
  const context = contextOf(tx.root, visit);
  const before = visit.before.contexts.get(context.id);
  if (JSON.stringify(before?.defaultValue) === JSON.stringify(context.defaultValue)) return false;
  putDefault(tx, context, before);
}
