import { builtInModule, fieldTypeText, systemFields, typeOf, type CustomField } from '@fake-jira/world';

/** What Cloud calls types that Jira's pages for administrators, and Data Center, call otherwise. */
const publicNames: Readonly<Record<string, string>> = {
  datepicker: 'Date',
  datetime: 'Time stamp',
  float: 'Number',
  select: 'Dropdown',
  textarea: 'Paragraph',
  textfield: 'Short text',
};

/** Names that mean something else in JQL: those of system fields, and the category of projects. */
const taken: ReadonlySet<string> = new Set([
  'category',
  ...systemFields().flatMap(({ clauseNames }) => clauseNames.map((name) => name.toLowerCase())),
]);

/**
 * The names of a custom field in JQL on Cloud: its number, its name, and its name with that of its type, which locked
 * fields and those of apps do not have; in the order of the alphabet.
 */
export function clauseNamesOnCloud(field: CustomField): string[] {
  const type = typeOf(field);
  const names = [`cf[${field.id}]`];
  if (!taken.has(field.name.toLowerCase())) names.push(field.name);
  if (!field.locked && type.key.startsWith(`${builtInModule}:`)) {
    names.push(`${field.name}[${publicNames[type.shortKey] ?? fieldTypeText(type).name}]`);
  }
  return names.sort((a, b) => order(a.toLowerCase(), b.toLowerCase()));
}

/** The names of a custom field in JQL on Data Center. */
export function clauseNamesOnDataCenter({ id, name }: CustomField): string[] {
  return [`cf[${id}]`, name];
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
