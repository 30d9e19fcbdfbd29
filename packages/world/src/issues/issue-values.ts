import type { FieldValue } from '../core/field-values.js';
import type { Issue, Root } from '../core/root.js';
import type { Transaction } from '../core/transaction.js';

/** Gives an issue another value of a field, or with `null` none. */
export function replaceValue(tx: Transaction, issue: Issue, fieldId: number, value: FieldValue | null): Issue {
  const { [fieldId]: _, ...others } = issue.values;
  const changed: Issue = { ...issue, values: value ? { ...others, [fieldId]: value } : others };
  tx.put('issues', issue.id, changed);
  return changed;
}

/** Notes that a value of the field has changed now. */
export function touchField(tx: Transaction, fieldId: number): void {
  const field = tx.root.fields.get(fieldId);
  if (field && field.lastUsed !== tx.now) tx.put('fields', fieldId, { ...field, lastUsed: tx.now });
}

/** The issues in which a field has a value, by number. */
export function issuesWithField(root: Root, fieldId: number): number[] {
  return root.issuesWithField.getRange([fieldId, 0], [fieldId, Infinity]).map(([[, issueId]]) => issueId);
}

/** The issues that have an option of a field, by number. */
export function issuesWithOption(root: Root, fieldId: number, optionId: number): number[] {
  const range = root.issuesWithOption.getRange([fieldId, optionId, 0], [fieldId, optionId, Infinity]);
  return range.map(([[, , issueId]]) => issueId);
}

/** In how many issues a field has a value. */
export function issueCountOfField(root: Root, fieldId: number): number {
  return root.issuesWithField.forRange([fieldId, 0], [fieldId, Infinity], true);
}

// Deleting an option or a field is work on the configuration, not on the issues: their `updated` stays, and so does
// the field's `lastUsed`.

/** Takes an option that is going away out of the issues that have it; of a chain, what stands below it goes too. */
export function clearOptionFromIssues(tx: Transaction, fieldId: number, optionId: number): void {
  for (const issueId of issuesWithOption(tx.root, fieldId, optionId)) {
    const issue = tx.root.issues.get(issueId) as Issue;
    replaceValue(tx, issue, fieldId, withoutOption(issue.values[fieldId] as FieldValue, optionId));
  }
}

function withoutOption(value: FieldValue, optionId: number): FieldValue | null {
  if (value.kind !== 'options' && value.kind !== 'cascade') return null;
  const at = value.optionIds.indexOf(optionId);
  const left = value.kind === 'cascade' ? value.optionIds.slice(0, at) : value.optionIds.toSpliced(at, 1);
  return left.length === 0 ? null : { ...value, optionIds: left };
}

/** Takes a field that is going away out of every issue. */
export function clearFieldFromIssues(tx: Transaction, fieldId: number): void {
  for (const issueId of issuesWithField(tx.root, fieldId)) {
    replaceValue(tx, tx.root.issues.get(issueId) as Issue, fieldId, null);
  }
}
