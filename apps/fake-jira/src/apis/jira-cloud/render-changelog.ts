import { changesOfIssue, findUser, type ChangedField, type Issue, type IssueChange } from '@fake-jira/world';
import type { View } from './call.js';
import { inForm } from './forms.js';
import { renderUserNamed } from './render-value.js';
import { timestamp } from './timestamp.js';

/** The history of an issue with the issue: all of it, on Cloud the newest first. */
export function renderChangelog({ id }: Issue, view: View) {
  const changes = changesOfIssue(view.root, id).map((change) => renderChange(change, view));
  const { length } = changes;
  const histories = view.behaviour.newestChangeFirst ? changes.toReversed() : changes;
  return { startAt: 0, maxResults: length, total: length, histories };
}

/** What somebody changed at once (`Changelog`). */
export function renderChange({ id, at, by, fields }: IssueChange, view: View) {
  const author = renderUserNamed(by, view);
  return {
    id: String(id),
    ...(author && { author }),
    created: timestamp(at),
    items: fields.map((field) => renderField(field, view)),
  };
}

function renderField(changed: ChangedField, view: View) {
  const { field, fieldId, custom, from, fromText, to, toText, people } = changed;
  const idOf = (given: string | null) => (people && given !== null ? personId(given, view) : given);
  const parts = {
    field,
    fieldtype: custom ? 'custom' : 'jira',
    fieldId,
    from: idOf(from),
    fromString: fromText,
    to: idOf(to),
    toString: toText,
  };
  return inForm(parts, view.behaviour.forms.changedField);
}

/** A person as the deployment names people: Data Center by key. */
function personId(accountId: string, { root, behaviour }: View): string {
  if (behaviour.usersBy === 'accountId') return accountId;
  return findUser(root, accountId)?.key ?? accountId;
}
