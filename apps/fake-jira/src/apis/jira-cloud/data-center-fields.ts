import {
  contextsOfField,
  countProjects,
  customFieldId,
  fieldTypeText,
  issueCountOfField,
  screensOfField,
  typeOf,
  type CustomField,
  type Root,
} from '@fake-jira/world';
import type { Links } from '../../http/links.js';
import { commaList } from '../../http/comma-list.js';

export interface FieldSearchDataCenter {
  readonly search?: string;
  readonly projectIds?: string;
  readonly screenIds?: string;
  readonly types?: string;
  readonly lastValueUpdate?: number;
  readonly sortColumn?: string;
  readonly sortOrder?: string;
}

/** Whether a field fits everything that a search asks for. */
export function fitsFieldSearch(root: Root, field: CustomField, query: FieldSearchDataCenter): boolean {
  const text = query.search?.toLowerCase() ?? '';
  const types = commaList(query.types);
  const projectIds = commaList(query.projectIds).map(Number);
  const screenIds = commaList(query.screenIds).map(Number);
  return (
    (field.name.toLowerCase().includes(text) || field.description.toLowerCase().includes(text)) &&
    (types.length === 0 || types.includes(field.type)) &&
    (projectIds.length === 0 || appliesToOneOf(root, field, projectIds)) &&
    (screenIds.length === 0 || screenIdsOf(root, field).some((id) => screenIds.includes(id))) &&
    (query.lastValueUpdate === undefined || (field.lastUsed ?? 0) <= query.lastValueUpdate)
  );
}

function appliesToOneOf(root: Root, field: CustomField, projectIds: readonly number[]): boolean {
  for (const context of contextsOfField(root, field.id)) {
    if (context.global || context.projectIds.some((id) => projectIds.includes(id))) return true;
  }
  return false;
}

function screenIdsOf(root: Root, field: CustomField): number[] {
  return screensOfField(root, customFieldId(field.id)).map(({ screen }) => screen.id);
}

/** Fields in the order asked for; by name where the column is none that the list has. */
export function fieldsInOrder(
  root: Root,
  fields: readonly CustomField[],
  { sortColumn = 'name', sortOrder = 'asc' }: FieldSearchDataCenter,
): CustomField[] {
  const value = (Object.hasOwn(sortValues, sortColumn) && sortValues[sortColumn]) || byName;
  const direction = sortOrder.toLowerCase() === 'desc' ? -1 : 1;
  const order = (a: string | number, b: string | number) => (a < b ? -1 : a > b ? 1 : 0);
  return fields.toSorted((a, b) => direction * (order(value(root, a), value(root, b)) || a.id - b.id));
}

const byName = (_: Root, field: CustomField) => field.name.toLowerCase();

const sortValues: Readonly<Record<string, (root: Root, field: CustomField) => string | number>> = {
  name: byName,
  type: (_, field) => typeName(field),
  projectsCount: (root, field) => countProjects(root, field.id),
  screensCount: (root, field) => screenIdsOf(root, field).length,
  lastValueUpdate: (_, field) => field.lastUsed ?? 0,
  issuesWithValue: (root, field) => issueCountOfField(root, field.id),
};

/** As Jira's pages for administrators call the type. */
function typeName(field: CustomField): string {
  return fieldTypeText(typeOf(field)).name;
}

/** A custom field as Data Center lists it (`CustomFieldDataCenter`). */
export function renderFieldDataCenter(root: Root, field: CustomField, links: Links) {
  const contexts = [...contextsOfField(root, field.id)];
  const once = (ids: readonly number[]) => [...new Set(ids)];
  return {
    self: links.rest(`/customFields/${field.id}`),
    id: customFieldId(field.id),
    numericId: field.id,
    name: field.name,
    description: field.description,
    type: typeName(field),
    ...(field.searcherKey !== null && { searcherKey: field.searcherKey }),
    isLocked: field.locked,
    isManaged: field.locked,
    isTrusted: true,
    isAllProjects: contexts.some((context) => context.global),
    projectIds: once(contexts.flatMap((context) => context.projectIds)),
    issueTypeIds: once(contexts.flatMap((context) => context.issueTypeIds)).map(String),
    projectsCount: countProjects(root, field.id),
    screensCount: screenIdsOf(root, field).length,
    ...(field.lastUsed !== undefined && { lastValueUpdate: field.lastUsed }),
    issuesWithValue: issueCountOfField(root, field.id),
  };
}
