import type { ProtectedFieldsOperations } from '@fake-jira/openapi';
import { answer } from '@fake-jira/profile';
import {
  customFieldId,
  protectedValue,
  repeated,
  requireFieldInIssue,
  requireIssue,
  requireProtectedField,
  requireToken,
  requireTokenForProject,
  RuleError,
  writeProtectedValues,
  type CustomField,
  type Issue,
  type TokenScope,
  type Transaction,
} from '@fake-jira/world';
import { ok } from '../../http/answer.js';
import type { Call, Handler, Handlers } from '../../http/call.js';
import { HttpError } from '../../http/wire-error.js';
import { readValue } from './read-value.js';
import { renderValue } from './render-value.js';

type View = Pick<Call, 'world' | 'root' | 'profile'>;
type Entry = ProtectedFieldsOperations['protectedPutValues']['requestBody']['content']['application/json'][number];

const store: Handler<ProtectedFieldsOperations['protectedPutValues']> = (call) => {
  const { world, query, body, profile } = call;
  const issue = issueFor(call, query, 'WRITE');
  const entries = entriesOf(body, call);
  if (answer(profile, 'protected.write-atomic') === 'yes') {
    world.write((tx) => entries.forEach((entry) => storeOne(tx, issue, entry, call)));
  } else {
    for (const entry of entries) world.write((tx) => storeOne(tx, issue, entry, call));
  }
  return { status: 200, text: 'OK' };
};

export const values: Handlers<ProtectedFieldsOperations> = {
  protectedReadValues(call) {
    const { world, query, profile } = call;
    const issue = issueFor(call, query, 'READ');
    const fields = query.fieldId.map((id) => fieldFor(call, issue, id));
    const once = answer(profile, 'protected.repeated-field-id') === 'once';
    const shown = [...(once ? new Set(fields) : fields)].map((field) => {
      const value = protectedValue(world.vault, issue, field.id);
      return { fieldId: customFieldId(field.id), value: value && renderValue(value, field, call) };
    });
    const leftOut = answer(profile, 'protected.unset-value') === 'left-out';
    return ok(leftOut ? shown.filter(({ value }) => value !== null) : shown);
  },

  protectedPutValues: store,
  protectedPostValues: store,
};

/**
 * The issue that a request names, if its token is for the issue's project.
 *
 * @throws RuleError `issue-not-found`, `token-without-project`
 */
function issueFor(
  { root, profile }: View,
  { token, issueKey }: { readonly token: string; readonly issueKey: string },
  scope: TokenScope,
): Issue {
  if (/^\d+$/.test(issueKey) && answer(profile, 'protected.issue-by-id') === 'no') {
    throw new RuleError('issue-not-found', { issue: issueKey });
  }
  const issue = requireIssue(root, issueKey);
  requireTokenForProject(root, requireToken(root, token, scope), issue.projectId);
  return issue;
}

/** The protected field that a request names, if it applies to the issue. */
function fieldFor({ root, profile }: View, issue: Issue, id: string): CustomField {
  const field = requireProtectedField(root, fieldIdOf(id, profile));
  if (answer(profile, 'protected.field-without-context') === '400') requireFieldInIssue(root, field, issue);
  return field;
}

function fieldIdOf(id: string, profile: View['profile']): string {
  return /^\d+$/.test(id) && answer(profile, 'protected.bare-field-id') === 'accepted' ? `customfield_${id}` : id;
}

/** The entries to write, each for a field of its own. */
function entriesOf(body: readonly Entry[], { profile }: View): Entry[] {
  const entries = body.map((entry) => ({ ...entry, fieldId: fieldIdOf(entry.fieldId, profile) }));
  if (entries.length === 0 && answer(profile, 'protected.empty-write') === '400') {
    throw new HttpError('request-invalid', { reason: 'There is no entry.' });
  }
  const twice = repeated(entries.map(({ fieldId }) => fieldId));
  if (twice.length > 0 && answer(profile, 'protected.duplicate-entry') === '400') {
    throw new HttpError('request-invalid', { reason: `There are several entries for ${twice.join(', ')}.` });
  }
  return [...new Map(entries.map((entry) => [entry.fieldId, entry])).values()];
}

function storeOne(tx: Transaction, issue: Issue, { fieldId, value }: Entry, { world, profile }: View): void {
  const field = requireProtectedField(tx.root, fieldId);
  writeProtectedValues(
    tx,
    world.vault,
    issue.id,
    [{ fieldId, value: readValue(field, value, { root: tx.root, profile }) }],
    { anyContext: answer(profile, 'protected.field-without-context') === 'accepted' },
  );
}
