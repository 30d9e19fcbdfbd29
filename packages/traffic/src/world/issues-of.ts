import type { IssueEntry, WorldFile } from '@fake-jira/fixtures';
import { isObject, textIn as text, type Json, plain } from '../read/json.js';
import { isSamePerson, loginOf, peopleIn } from './people-of.js';
import type { Seen } from './seen.js';
import { defined, number } from './values.js';

/** The issues that were answered whole. */
export function issuesOf(seen: Seen): Pick<WorldFile, 'issues'> {
  const byKey = new Map(seen.issues.flatMap((body) => issueEntry(body, seen).map((issue) => [issue.key, issue])));
  return byKey.size === 0 ? {} : { issues: [...byKey.values()] };
}

function issueEntry({ id, key, fields }: Json, seen: Seen): IssueEntry[] {
  if (text(key) === undefined || !isObject(fields) || !/^[A-Z][A-Z0-9]*-\d+$/.test(plain(key))) return [];
  const { issuetype, summary, description, labels, reporter, assignee, duedate, created, updated } = fields;
  const timetracking = isObject(fields['timetracking']) ? fields['timetracking'] : {};
  const users = peopleIn(seen);
  const nameOf = (person: unknown) => {
    const at = users.findIndex((one) => isSamePerson(one, person as Json));
    return at < 0 ? undefined : loginOf(users[at]!, at);
  };
  return [
    {
      key: plain(key),
      ...defined({
        id: number(id),
        description: text(description) ?? (isObject(description) ? description : undefined),
        reporter: nameOf(reporter),
        assignee: nameOf(assignee),
        duedate: text(duedate),
        originalEstimate: text(timetracking['originalEstimate']),
        remainingEstimate: text(timetracking['remainingEstimate']),
        created: text(created),
        updated: text(updated),
      }),
      type: text((issuetype as Json | undefined)?.['name']) ?? 'Task',
      summary: text(summary) ?? 'Some text',
      labels: Array.isArray(labels) ? (labels as string[]) : [],
    },
  ];
}
