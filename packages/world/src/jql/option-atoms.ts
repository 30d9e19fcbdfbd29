import { contextsOfField } from '../contexts/contexts.js';
import { idNumber } from '../core/ids.js';
import type { CustomField, Option, Root } from '../core/root.js';
import { levelsOfContext, optionsOfLevel } from '../options/option-order.js';
import type { Atom } from './clause.js';

/** In a chain: the option is the last. */
export const withoutChild = (optionId: number): Atom => `last:${optionId}`;

/** The options of a field with a value, in any case and on any level, in each of its contexts; else the one of the id. */
export function optionsNamed(root: Root, field: CustomField, text: string): Option[] {
  const found: Option[] = [];
  for (const { id } of contextsOfField(root, field.id)) {
    for (const parentId of levelsOfContext(root, id)) found.push(...optionsAt(root, id, parentId, text.toLowerCase()));
  }
  if (found.length > 0) return found;
  const byId = root.options.get(idNumber(text));
  return byId?.fieldId === field.id ? [byId] : [];
}

function optionsAt(root: Root, contextId: number, parentId: number, wanted: string): Option[] {
  const found: Option[] = [];
  for (const [ofContext, ofParent, value, id] of root.optionsByValue.keys([contextId, parentId, wanted, 0])) {
    if (ofContext !== contextId || ofParent !== parentId || value !== wanted) break;
    found.push(root.options.get(id) as Option);
  }
  return found;
}

/** The options of a name below others. */
export function optionsBelow(root: Root, parents: readonly Option[], name: string): Option[] {
  return parents.flatMap(({ contextId, id }) => optionsAt(root, contextId, id, name.toLowerCase()));
}

/** The values of the first level of each context. */
export function* optionNames(root: Root, field: CustomField): Iterable<string> {
  for (const context of contextsOfField(root, field.id)) {
    for (const { value } of optionsOfLevel(root, context.id)) yield value;
  }
}
