import type { ProtectedFieldsOperations } from '@fake-jira/openapi';
import {
  customFieldId,
  protectedValue,
  repeated,
  requireFieldInIssue,
  requireIssue,
  requireIssueByKey,
  requireProtectedField,
  requireToken,
  requireTokenForProject,
  writeProtectedValues,
  type CustomField,
  type Issue,
  type TokenScope,
  type Transaction,
} from '@fake-jira/world';
import { ok } from '../../http/response.js';
import type { RequestContext, Handler, Handlers } from '../../http/request-context.js';
import { HttpError } from '../../http/wire-error.js';
import type { ProtectedBehaviour } from './behaviour.js';
import { readValue } from './read-value.js';
import { renderValue } from './render-value.js';

type View = Pick<RequestContext<unknown, ProtectedBehaviour>, 'world' | 'root' | 'behaviour'>;
type Entry = ProtectedFieldsOperations['protectedPutValues']['requestBody']['content']['application/json'][number];

const store: Handler<ProtectedFieldsOperations['protectedPutValues'], ProtectedBehaviour> = (call) => {
  const { world, query, body, behaviour } = call;
  const issue = issueFor(call, query, 'WRITE');
  const entries = entriesOf(body, call);
  if (behaviour.writesAllOrNone) {
    world.write((tx) => entries.forEach((entry) => storeOne(tx, issue, entry, call)));
  } else {
    for (const entry of entries) world.write((tx) => storeOne(tx, issue, entry, call));
  }
  return { status: 200, text: 'OK' };
};

export const values: Handlers<ProtectedFieldsOperations, ProtectedBehaviour> = {
  protectedReadValues(call) {
    const { world, query, behaviour } = call;
    const issue = issueFor(call, query, 'READ');
    const fields = query.fieldId.map((id) => fieldFor(call, issue, id));
    const shown = [...(behaviour.repeatedFieldsAreShownOnce ? new Set(fields) : fields)].map((field) => {
      const value = protectedValue(world.vault, issue, field.id);
      return { fieldId: customFieldId(field.id), value: value && renderValue(value, field, call) };
    });
    return ok(behaviour.unsetValuesAreLeftOut ? shown.filter(({ value }) => value !== null) : shown);
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
  { root, behaviour }: View,
  { token, issueKey }: { readonly token: string; readonly issueKey: string },
  scope: TokenScope,
): Issue {
  const issue = behaviour.issuesGoById ? requireIssue(root, issueKey) : requireIssueByKey(root, issueKey);
  requireTokenForProject(root, requireToken(root, token, scope), issue.projectId);
  return issue;
}

/** The protected field that a request names, if it applies to the issue. */
function fieldFor({ root, behaviour }: View, issue: Issue, id: string): CustomField {
  const field = requireProtectedField(root, fieldIdOf(id, behaviour));
  if (behaviour.fieldsNeedContext) requireFieldInIssue(root, field, issue);
  return field;
}

function fieldIdOf(id: string, { fieldsGoByNumber }: ProtectedBehaviour): string {
  return fieldsGoByNumber && /^\d+$/.test(id) ? `customfield_${id}` : id;
}

/** The entries to write, each for a field of its own. */
function entriesOf(body: readonly Entry[], { behaviour }: View): Entry[] {
  const entries = body.map((entry) => ({ ...entry, fieldId: fieldIdOf(entry.fieldId, behaviour) }));
  if (entries.length === 0 && behaviour.emptyWriteIsRefused) {
    throw new HttpError('request-invalid', { reason: 'There is no entry.' });
  }
  const twice = repeated(entries.map(({ fieldId }) => fieldId));
  if (twice.length > 0 && behaviour.duplicateEntriesAreRefused) {
    throw new HttpError('request-invalid', { reason: `There are several entries for ${twice.join(', ')}.` });
  }
  return [...new Map(entries.map((entry) => [entry.fieldId, entry])).values()];
}

function storeOne(tx: Transaction, issue: Issue, { fieldId, value }: Entry, { world, behaviour }: View): void {
  const field = requireProtectedField(tx.root, fieldId);
  writeProtectedValues(
    tx,
    world.vault,
    issue.id,
    [{ fieldId, value: readValue(field, value, { root: tx.root, behaviour }) }],
    { anyContext: !behaviour.fieldsNeedContext },
  );
}
