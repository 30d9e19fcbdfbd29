import { findFieldType } from '../fields/field-types.js';
import type { Root } from '../core/root.js';
import { sealedForm } from '../apps/protected-fields/vault.js';

/** What does not hold of what the app Protected Fields keeps: tokens, collections and sealed values. */
export function* checkProtected(root: Root): Iterable<string> {
  for (const [key, { hash, scopes, projectIds }] of root.protectedTokens.entries()) {
    const name = `Token ${key.slice(0, 8)}…`;
    if (hash !== key || !/^[0-9a-f]{64}$/.test(hash)) yield `${name} is not kept under its hash.`;
    if (scopes.some((scope) => scope !== 'READ' && scope !== 'WRITE')) yield `${name} has an unknown scope.`;
    for (const id of projectIds ?? []) if (!root.projects.has(id)) yield `${name} has the unknown project ${id}.`;
  }
  for (const { id, type, collection } of root.fields.values()) {
    if (!collection) continue;
    const { protection, valueKind } = findFieldType(type) ?? {};
    if (!protection || valueKind !== 'strings') yield `Field ${id} is no collection, but says what it offers.`;
    if (new Set(collection.options).size < collection.options.length) yield `Field ${id} offers an option twice.`;
  }
  for (const issue of root.issues.values()) {
    for (const [id, value] of Object.entries(issue.values)) {
      if (value.kind === 'sealed' && !sealedForm.test(value.sealed)) {
        yield `Issue ${issue.key} has a value in field ${id} that is said to be sealed and is not.`;
      }
    }
  }
}
