import { requireFieldEvenTrashed, typeOf } from '../../fields/fields.js';
import { repeated, customFieldId, type Id } from '../../core/ids.js';
import type { Collection, CustomField } from '../../core/root.js';
import { RuleError } from '../../core/rule-error.js';
import type { Transaction } from '../../core/transaction.js';

const nothingToChoose: Collection = { renderMode: 'single', options: [] };

/** Whether a field is a protected collection. */
export function isCollection(field: CustomField): boolean {
  return typeOf(field).protection !== undefined && typeOf(field).valueKind === 'strings';
}

/** What a collection field offers; one that nobody has configured has nothing to choose from. */
export function collectionOf(field: CustomField): Collection {
  return field.collection ?? nothingToChoose;
}

/**
 * Says what a protected collection field offers. In the app it is configured on a page; no API of its own does it.
 * Values that issues have stay as they are.
 *
 * @throws RuleError `field-not-found`, `collection-invalid` for another field, an empty option or one given twice
 */
export function configureCollection(tx: Transaction, id: Id, collection: Collection): CustomField {
  const field = requireFieldEvenTrashed(tx.root, id);
  const refuse = (reason: string) => {
    throw new RuleError('collection-invalid', { fieldId: customFieldId(field.id), reason });
  };
  const { renderMode, options } = collection;
  if (!isCollection(field)) refuse(`a field of the type ${typeOf(field).shortKey} is no collection`);
  const [twice] = repeated(options);
  if (twice !== undefined) refuse(`"${twice}" stands twice`);
  if (options.some((option) => option.trim() === '')) refuse('an option must not be empty');
  const configured: CustomField = { ...field, collection: { renderMode, options } };
  tx.put('fields', field.id, configured);
  return configured;
}
