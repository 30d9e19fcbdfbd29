import { isDeepStrictEqual } from 'node:util';
import { collectionOf, isCollection } from './collections.js';
import { contextFor } from '../../contexts/context-mapping.js';
import type { FieldValue, PlainFieldValue } from '../../core/field-values.js';
import { requireCustomField, typeOf } from '../../fields/fields.js';
import { customFieldId, type Id } from '../../core/ids.js';
import { issuesWithField, replaceValue, touchField } from '../../issues/issue-values.js';
import type { CustomField, Issue, Root } from '../../core/root.js';
import { RuleError, type IssueProblem } from '../../core/rule-error.js';
import type { Transaction } from '../../core/transaction.js';
import { checkValue, type FieldValueInput } from '../../issues/value-check.js';
import { VaultError, type Vault } from './vault.js';

/*
 * Values of the app's fields (Protected Fields, 000). Those of encrypted fields are sealed wherever the world holds
 * them; they are open only between a vault and who asked it.
 */

/** Whether a field is one of the app Protected Fields. */
export function isProtected(field: CustomField): boolean {
  return typeOf(field).protection !== undefined;
}

/** Whether the values of a field are sealed. */
export function isEncrypted(field: CustomField): boolean {
  return typeOf(field).protection === 'encrypted';
}

/** @throws RuleError `field-not-found` and its like, `field-not-protected` */
export function requireProtectedField(root: Root, id: Id): CustomField {
  const field = requireCustomField(root, id);
  if (!isProtected(field)) throw new RuleError('field-not-protected', { fieldId: customFieldId(field.id) });
  return field;
}

/** @throws RuleError `field-not-in-issue` where no context of the field applies to the issue */
export function requireFieldInIssue(root: Root, field: CustomField, issue: Issue): void {
  if (contextFor(root, field.id, issue.projectId, issue.issueTypeId)) return;
  throw new RuleError('field-not-in-issue', { fieldId: customFieldId(field.id), issue: issue.key });
}

/** What a value is sealed for: it cannot be carried to another field or issue. */
function placeOf(fieldId: number, issue: Pick<Issue, 'key'>): string {
  return `${customFieldId(fieldId)} ${issue.key}`;
}

/**
 * The value of a protected field in an issue, opened.
 *
 * @throws VaultError where it was sealed with another key
 */
export function protectedValue(vault: Vault, issue: Issue, fieldId: number): PlainFieldValue | null {
  const value = issue.values[fieldId];
  return value === undefined ? null : openedValue(vault, issue, fieldId, value);
}

function openedValue(vault: Vault, issue: Issue, fieldId: number, value: FieldValue): PlainFieldValue {
  if (value.kind !== 'sealed') return value;
  return JSON.parse(vault.open(value.sealed, placeOf(fieldId, issue))) as PlainFieldValue;
}

/** What a protected field gets: a value to check, or one as an export wrote it. */
export type ProtectedInput = FieldValueInput | { readonly kind: 'sealed'; readonly sealed: string };

/**
 * Gives an issue a value of a protected field, or with `null` none. The field's last use moves where that changes
 * something; when the issue was updated is up to the caller.
 *
 * @returns whether something changed
 * @throws RuleError `protected-value-invalid`
 * @throws VaultError where a sealed value cannot be opened here
 */
export function putProtectedValue(
  tx: Transaction,
  vault: Vault,
  issueId: number,
  field: CustomField,
  input: ProtectedInput | null,
): boolean {
  const issue = tx.root.issues.get(issueId) as Issue;
  const before = protectedValue(vault, issue, field.id);
  const after = input === null ? null : checkedValue(tx.root, vault, issue, field, input);
  if (isDeepStrictEqual(before, after)) return false;
  replaceValue(tx, issue, field.id, after === null ? null : keptForm(vault, issue, field, input, after));
  touchField(tx, field.id);
  return true;
}

function keptForm(
  vault: Vault,
  issue: Issue,
  field: CustomField,
  input: ProtectedInput | null,
  value: PlainFieldValue,
): FieldValue {
  if (!isEncrypted(field)) return value;
  if (input?.kind === 'sealed') return input;
  return { kind: 'sealed', sealed: vault.seal(JSON.stringify(value), placeOf(field.id, issue)) };
}

function checkedValue(
  root: Root,
  vault: Vault,
  issue: Issue,
  field: CustomField,
  input: ProtectedInput,
): PlainFieldValue | null {
  if (input.kind === 'sealed') {
    const value = openedValue(vault, issue, field.id, input);
    // A value can only be of another kind where its field had another type when it was sealed.
    if (value.kind !== typeOf(field).valueKind) throw invalid(field, 'unreadable');
    return value;
  }
  const problems: IssueProblem[] = [];
  const value = checkValue(root, field, undefined, issue.projectId, input, problems);
  const [first] = problems;
  if (first) throw invalid(field, first.problem);
  if (value?.kind === 'strings' && isCollection(field)) checkCollection(field, value.values);
  return value as PlainFieldValue | null;
}

/** @throws RuleError `protected-value-invalid` for what is no option, and for several where one is allowed */
function checkCollection(field: CustomField, values: readonly string[]): void {
  const { renderMode, options } = collectionOf(field);
  if (values.some((value) => !options.includes(value))) throw invalid(field, 'unknown-option');
  if (renderMode === 'single' && values.length > 1) throw invalid(field, 'several-options');
  if (new Set(values).size < values.length) throw invalid(field, 'unreadable');
}

function invalid(field: CustomField, problem: IssueProblem['problem'] | 'several-options') {
  return new RuleError('protected-value-invalid', { fieldId: customFieldId(field.id), problem });
}

export interface ProtectedEntry {
  /** As in addresses. */
  readonly fieldId: Id;
  /** `null`: no value. */
  readonly value: FieldValueInput | null;
}

export interface ProtectedWriteRules {
  /** Whether a field can be written of which no context applies to the issue. */
  readonly anyContext: boolean;
}

/**
 * Writes values of protected fields of one issue: a change of the issue like any other. In one transaction it is all
 * or nothing.
 *
 * @throws RuleError `field-not-found` and its like, `field-not-protected`, `field-not-in-issue`,
 *   `protected-value-invalid`
 */
export function writeProtectedValues(
  tx: Transaction,
  vault: Vault,
  issueId: number,
  entries: readonly ProtectedEntry[],
  { anyContext }: ProtectedWriteRules,
): void {
  for (const { fieldId, value } of entries) {
    const field = requireProtectedField(tx.root, fieldId);
    if (!anyContext) requireFieldInIssue(tx.root, field, tx.root.issues.get(issueId) as Issue);
    putProtectedValue(tx, vault, issueId, field, value);
  }
  tx.put('issues', issueId, { ...(tx.root.issues.get(issueId) as Issue), updated: tx.now });
}

/**
 * The value of an encrypted field as an export writes it: sealed. A world file takes it back (`{ sealed }`) where the
 * installation has the same key, and the field and the issue have the same id and key.
 *
 * @returns undefined for a value that is not encrypted
 */
export function sealedEntry(value: FieldValue): { readonly sealed: string } | undefined {
  return value.kind === 'sealed' ? { sealed: value.sealed } : undefined;
}

/** The first sealed value of a world that a vault cannot open; undefined where it opens all of them. */
export function unopenable(
  root: Root,
  vault: Vault,
): { readonly issue: string; readonly fieldId: string; readonly reason: string } | undefined {
  for (const field of root.fields.values()) {
    if (!isEncrypted(field)) continue;
    for (const issueId of issuesWithField(root, field.id)) {
      const issue = root.issues.get(issueId) as Issue;
      try {
        protectedValue(vault, issue, field.id);
      } catch (error) {
        if (!(error instanceof VaultError)) throw error;
        return { issue: issue.key, fieldId: customFieldId(field.id), reason: error.message };
      }
    }
  }
  return undefined;
}
