import type { InstalledJira } from '@fake-jira/profile';
import { systemFields, type SystemField } from '@fake-jira/world';

/** Fields that only Cloud has (no Server was recorded to list them). */
const onlyOnCloud: ReadonlySet<string> = new Set([
  'parent',
  'statusCategory',
  'statuscategorychangedate',
  'issuerestriction',
  'dataclassification',
]);

/** What Server was recorded to call fields that Cloud has renamed. */
const dataCenterNames: Readonly<Record<string, string>> = {
  components: 'Component/s',
  duedate: 'Due Date',
  fixVersions: 'Fix Version/s',
  subtasks: 'Sub-Tasks',
  timeoriginalestimate: 'Original Estimate',
  timetracking: 'Time Tracking',
  versions: 'Affects Version/s',
};

/** The system fields of a Jira. */
export interface SystemFields {
  readonly listed: readonly SystemField[];
  /** What the Jira calls a field. */
  nameOf(field: SystemField): string;
}

/** The system fields of a Jira, as it lists and calls them. */
export function systemFieldsOf(jira: InstalledJira): SystemFields {
  if (jira.has('cloud')) return { listed: systemFields(), nameOf: ({ name }) => name };
  const nameOf = ({ id, name }: SystemField) => dataCenterNames[id] ?? name;
  const listed = systemFields()
    .filter(({ id }) => !onlyOnCloud.has(id))
    // Links between issues have no clause there.
    .map((field) => ({ ...field, name: nameOf(field), ...(field.id === 'issuelinks' && { clauseNames: [] }) }));
  return { listed, nameOf };
}
