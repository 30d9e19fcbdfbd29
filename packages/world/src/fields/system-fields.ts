export interface SystemField {
  readonly id: string;
  readonly name: string;
  readonly schema: { readonly type: string; readonly items?: string; readonly system: string };
  readonly clauseNames: readonly string[];
  readonly orderable: boolean;
  readonly navigable: boolean;
  readonly searchable: boolean;
}

type Row = [id: string, name: string, type: string, items: string | null, clauseNames: string[], flags: string];

// Flags: o orderable, n navigable, s searchable.
const rows: Row[] = [
  ['summary', 'Summary', 'string', null, ['summary'], 'ons'],
  ['description', 'Description', 'string', null, ['description'], 'ons'],
  ['issuetype', 'Issue Type', 'issuetype', null, ['issuetype', 'type'], 'ons'],
  ['project', 'Project', 'project', null, ['project'], 'ns'],
  ['status', 'Status', 'status', null, ['status'], 'ns'],
  ['priority', 'Priority', 'priority', null, ['priority'], 'ons'],
  ['labels', 'Labels', 'array', 'string', ['labels'], 'ons'],
  ['assignee', 'Assignee', 'user', null, ['assignee'], 'ons'],
  ['reporter', 'Reporter', 'user', null, ['reporter'], 'ons'],
  ['creator', 'Creator', 'user', null, ['creator'], 'ns'],
  ['resolution', 'Resolution', 'resolution', null, ['resolution'], 'ons'],
  ['fixVersions', 'Fix versions', 'array', 'version', ['fixVersion'], 'ons'],
  ['versions', 'Affects versions', 'array', 'version', ['affectedVersion'], 'ons'],
  ['components', 'Components', 'array', 'component', ['component'], 'ons'],
  ['environment', 'Environment', 'string', null, ['environment'], 'ons'],
  ['duedate', 'Due date', 'date', null, ['due', 'duedate'], 'ons'],
  ['created', 'Created', 'datetime', null, ['created', 'createdDate'], 'ns'],
  ['updated', 'Updated', 'datetime', null, ['updated', 'updatedDate'], 'ns'],
  ['parent', 'Parent', 'issuelink', null, ['parent'], 'n'],
];

const fields: readonly SystemField[] = rows.map(([id, name, type, items, clauseNames, flags]) => ({
  id,
  name,
  schema: items === null ? { type, system: id } : { type, items, system: id },
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
