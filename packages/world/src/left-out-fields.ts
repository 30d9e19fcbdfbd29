import type { Moment, Root } from './core/root.js';
import { begin } from './parts.js';
import type { FieldType } from './fields/field-type.js';
import { typeOf } from './fields/fields.js';
import { removeField } from './fields/trash.js';

/**
 * A world without the fields of types that are not there, as Jira shows none whose app is not installed: with their
 * contexts, options and values, and from every screen.
 *
 * @returns the same root where each type is there
 */
export function withoutFieldsOf(
  root: Root,
  { now, hasType }: { readonly now: Moment; readonly hasType: (type: FieldType) => boolean },
): Root {
  const gone = [...root.fields.values()].filter((field) => !hasType(typeOf(field)));
  if (gone.length === 0) return root;
  const tx = begin(root, now);
  for (const field of gone) removeField(tx, field);
  return tx.commit();
}
