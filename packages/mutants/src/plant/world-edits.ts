import {
  createOptions,
  globalContext,
  moveOptions,
  replaceContext,
  requireContext,
  requireContextById,
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
  const { contextId, configSchemeId } = visit.path;
  if (configSchemeId !== undefined) return requireContextById(root, configSchemeId)[1];
  const field = fieldOf(root, visit);
  const context = contextId === undefined ? globalContext(root, field.id) : requireContext(root, field.id, contextId);
  if (!context) throw new Error(`The field ${field.id} has no context for all projects.`);
  return context;
}

/** Gives a context a default, or none, as if nobody looked. */
export function putDefault(tx: Transaction, context: Context, from: Context | undefined): void {
  const { defaultValue: _, ...rest } = context;
  replaceContext(tx, from?.defaultValue === undefined ? rest : { ...rest, defaultValue: from.defaultValue });
}

/** Adds options, whichever values others have. */
export function createAnyway(tx: Transaction, { fieldId, id }: Context, inputs: readonly NewOption[]): Option[] {
  return createOptions(tx, fieldId, id, inputs, { ignoreCase: false, uniqueIn: 'nowhere' });
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
