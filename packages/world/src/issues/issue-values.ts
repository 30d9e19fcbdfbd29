import type { FieldValue } from '../core/field-values.js';
import type { Issue, Root } from '../core/root.js';
import type { Transaction } from '../core/transaction.js';

/** The options, of a context or of an app, that a value consists of. */
export function optionIdsOf(value: FieldValue): readonly number[] {
  switch (value.kind) {
    case 'option':
    case 'app-option':
      return [value.optionId];
    case 'options':
    case 'cascade':
      return value.optionIds;
    default:
      return [];
  }
}

/** Enters the value that an issue has got into the indexes over values. */
export function indexValue(tx: Transaction, issueId: number, fieldId: number, value: FieldValue): void {
  tx.edit('issuesWithField').set([fieldId, issueId], true);
  for (const optionId of optionIdsOf(value)) tx.edit('issuesWithOption').set([fieldId, optionId, issueId], true);
}

/** Takes the value that an issue had out of the indexes over values. */
export function unindexValue(tx: Transaction, issueId: number, fieldId: number, value: FieldValue): void {
  tx.edit('issuesWithField').delete([fieldId, issueId]);
  for (const optionId of optionIdsOf(value)) tx.edit('issuesWithOption').delete([fieldId, optionId, issueId]);
}

/** Gives an issue another value of a field, or with `null` none, in its record and the indexes. */
export function replaceValue(tx: Transaction, issue: Issue, fieldId: number, value: FieldValue | null): Issue {
  const { [fieldId]: before, ...others } = issue.values;
  if (before) unindexValue(tx, issue.id, fieldId, before);
  if (value) indexValue(tx, issue.id, fieldId, value);
  const changed: Issue = { ...issue, values: value ? { ...others, [fieldId]: value } : others };
  tx.edit('issues').set(issue.id, changed);
  return changed;
}

/** Notes that a value of the field has changed now. */
export function touchField(tx: Transaction, fieldId: number): void {
  const field = tx.root.fields.get(fieldId);
  if (field && field.lastUsed !== tx.now) tx.edit('fields').set(fieldId, { ...field, lastUsed: tx.now });
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
