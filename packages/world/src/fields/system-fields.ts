export interface SystemField {
  readonly id: string;
  readonly name: string;
  /** Absent of what has no value: the key of an issue, and its pictures. */
  readonly schema?: { readonly type: string; readonly items?: string; readonly system: string };
  readonly clauseNames: readonly string[];
  readonly orderable: boolean;
  readonly navigable: boolean;
  readonly searchable: boolean;
}

type Row = [id: string, name: string, type: string | null, items: string | null, clauseNames: string[], flags: string];

// As two Clouds were recorded to list them. Flags: o orderable, n navigable, s searchable.
const rows: Row[] = [
  ['summary', 'Summary', 'string', null, ['summary'], 'ons'],
  ['description', 'Description', 'string', null, ['description'], 'ons'],
  ['issuetype', 'Issue Type', 'issuetype', null, ['issuetype', 'type'], 'ons'],
  ['project', 'Project', 'project', null, ['project'], 'ns'],
  ['status', 'Status', 'status', null, ['status'], 'ns'],
  ['statusCategory', 'Status Category', 'statusCategory', null, ['statusCategory'], 'ns'],
  ['statuscategorychangedate', 'Status Category Changed', 'datetime', null, ['statusCategoryChangedDate'], 'ns'],
  ['priority', 'Priority', 'priority', null, ['priority'], 'ons'],
  ['labels', 'Labels', 'array', 'string', ['labels'], 'ons'],
  ['assignee', 'Assignee', 'user', null, ['assignee'], 'ons'],
  ['reporter', 'Reporter', 'user', null, ['reporter'], 'ons'],
  ['creator', 'Creator', 'user', null, ['creator'], 'ns'],
  ['resolution', 'Resolution', 'resolution', null, ['resolution'], 'ons'],
  ['resolutiondate', 'Resolved', 'datetime', null, ['resolutiondate', 'resolved'], 'ns'],
  ['fixVersions', 'Fix versions', 'array', 'version', ['fixVersion'], 'ons'],
  ['versions', 'Affects versions', 'array', 'version', ['affectedVersion'], 'ons'],
  ['components', 'Components', 'array', 'component', ['component'], 'ons'],
  ['environment', 'Environment', 'string', null, ['environment'], 'ons'],
  ['duedate', 'Due date', 'date', null, ['due', 'duedate'], 'ons'],
  ['created', 'Created', 'datetime', null, ['created', 'createdDate'], 'ns'],
  ['updated', 'Updated', 'datetime', null, ['updated', 'updatedDate'], 'ns'],
  ['lastViewed', 'Last Viewed', 'datetime', null, ['lastViewed'], 'n'],
  ['parent', 'Parent', 'issuelink', null, ['parent'], 'ons'],
  ['subtasks', 'Sub-tasks', 'array', 'issuelinks', ['subtasks'], 'n'],
  ['issuelinks', 'Linked Issues', 'array', 'issuelinks', ['issueLink'], 'ons'],
  ['issuerestriction', 'Restrict to', 'issuerestriction', null, [], 'os'],
  ['dataclassification', 'Classification Level', 'string', null, [], 'o'],
  ['security', 'Security Level', 'securitylevel', null, ['level'], 'ons'],
  ['attachment', 'Attachment', 'array', 'attachment', ['attachments'], 'os'],
  ['comment', 'Comment', 'comments-page', null, ['comment'], 'os'],
  ['worklog', 'Log Work', 'array', 'worklog', [], 'os'],
  ['watches', 'Watchers', 'watches', null, ['watchers'], 'n'],
  ['votes', 'Votes', 'votes', null, ['votes'], 'n'],
  ['progress', 'Progress', 'progress', null, ['progress'], 'n'],
  ['aggregateprogress', 'Σ Progress', 'progress', null, [], 'n'],
  ['timetracking', 'Time tracking', 'timetracking', null, [], 'os'],
  ['timespent', 'Time Spent', 'number', null, ['timespent'], 'n'],
  ['timeestimate', 'Remaining Estimate', 'number', null, ['remainingEstimate', 'timeestimate'], 'n'],
  ['timeoriginalestimate', 'Original estimate', 'number', null, ['originalEstimate', 'timeoriginalestimate'], 'n'],
  ['aggregatetimespent', 'Σ Time Spent', 'number', null, [], 'n'],
  ['aggregatetimeestimate', 'Σ Remaining Estimate', 'number', null, [], 'n'],
  ['aggregatetimeoriginalestimate', 'Σ Original Estimate', 'number', null, [], 'n'],
  ['workratio', 'Work Ratio', 'number', null, ['workratio'], 'ns'],
  ['issuekey', 'Key', null, null, ['id', 'issue', 'issuekey', 'key'], 'n'],
  ['thumbnail', 'Images', null, null, [], 'n'],
];

const fields: readonly SystemField[] = rows.map(([id, name, type, items, clauseNames, flags]) => ({
  id,
  name,
  ...(type !== null && { schema: items === null ? { type, system: id } : { type, items, system: id } }),
  clauseNames,
  orderable: flags.includes('o'),
  navigable: flags.includes('n'),
  searchable: flags.includes('s'),
}));
const byId = new Map(fields.map((field) => [field.id, field]));

/** The fields that every Jira has, in the order in which they are listed. */
export function systemFields(): readonly SystemField[] {
  return fields;
}

export function findSystemField(id: string): SystemField | undefined {
  return byId.get(id);
}
