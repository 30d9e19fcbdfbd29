import { countContexts, countProjects } from '../contexts/contexts.js';
import { findField, liveFields } from './fields.js';
import { keysThatDiffer } from '../core/bulk-table.js';
import { remember, rememberAlong } from '../core/memory.js';
import type { CustomField, Root } from '../core/root.js';
import { RuleError } from '../core/rule-error.js';
import { screensOfField } from '../screens/screens.js';
import { customFieldId } from '../core/ids.js';
import { findSystemField, systemFields, type SystemField } from './system-fields.js';
import { finds, findsPattern } from './text-pattern.js';
import { trashedFields } from './trash.js';

/**
 * Custom fields that somebody sees: those that a project uses, and an administrator all. (Jira's Field API, get fields,
 * speaks of projects that one may browse, here all of them; that administrators see the rest is inferred.)
 */
export function* visibleFields(root: Root, { administrator }: { administrator: boolean }): Iterable<CustomField> {
  for (const field of liveFields(root)) if (administrator || countProjects(root, field.id) > 0) yield field;
}

export type FieldOrderKey =
  'contextsCount' | 'lastUsed' | 'name' | 'screensCount' | 'projectsCount' | 'trashDate' | 'plannedDeletionDate';

export interface FieldSearch {
  /** Ids to search among; unknown ones are left out. */
  readonly ids?: readonly string[] | undefined;
  /** A part of the name or the description, in any case. */
  readonly query?: string | undefined;
  /** Whether `_` in the query is any character, and `%` any number of them. */
  readonly wildcards?: boolean | undefined;
  /** With `-` in front: from the end. */
  readonly orderBy?: string | undefined;
  readonly in: 'use' | 'trash';
}

/**
 * Custom fields that fit, in the order asked for; ties, and a search without an order, by id.
 *
 * @throws RuleError `field-not-custom` where an id is that of a system field
 */
export function searchFields(root: Root, search: FieldSearch): readonly CustomField[] {
  const system = search.ids?.find((id) => findSystemField(id));
  if (system !== undefined) throw new RuleError('field-not-custom', { fieldId: system });
  const key = `fields ${JSON.stringify(search)}`;
  const fromTheBeginning = () => findAndSort(root, search);
  if (search.ids || !followsFromFields(search.orderBy)) return remember(root, key, fromTheBeginning);
  return rememberAlong(root, key, {
    tables: ['fields'],
    search: fromTheBeginning,
    putRight: (found, earlier) => putRight(root, search, found, earlier.fields),
  });
}

export interface FieldSearchRules {
  /** What a search without a type, an id and a text finds: also system fields, custom ones alone, or nothing. */
  readonly withoutType: 'all' | 'custom' | 'refuse';
}

export interface TypedFieldSearch extends Omit<FieldSearch, 'in'> {
  readonly types?: readonly ('custom' | 'system')[] | undefined;
}

/**
 * {@link searchFields} among those in use. "Only custom fields can be queried, `type` must be set to `custom`" (003, get
 * fields paginated).
 *
 * @throws RuleError `field-not-custom` where a type or an id is that of system fields
 */
export function searchFieldsOfType(
  root: Root,
  { types, ...search }: TypedFieldSearch,
  { withoutType }: FieldSearchRules,
): readonly (CustomField | SystemField)[] {
  if (types?.includes('system') || (!types && withoutType === 'refuse')) {
    throw new RuleError('field-not-custom', { fieldId: 'system' });
  }
  const custom = searchFields(root, { ...search, in: 'use' });
  const all = !types && withoutType === 'all' && !search.ids && search.query === undefined;
  return all ? [...systemFields(), ...custom] : custom;
}

function findAndSort(root: Root, search: FieldSearch): readonly CustomField[] {
  const { ids, orderBy, in: place } = search;
  const candidates = ids
    ? [...new Set(ids.map((id) => findField(root, id)))].filter((field) => field !== undefined)
    : [...(place === 'trash' ? trashedFields(root) : liveFields(root))];
  const found = candidates.filter(fits(search));
  return orderBy === undefined ? found.sort((a, b) => a.id - b.id) : sortFields(root, found, orderBy);
}

function fits({ query = '', wildcards = false, in: place }: FieldSearch): (field: CustomField) => boolean {
  const part = query.toLowerCase();
  const has = wildcards ? findsPattern(part) : finds(part);
  return ({ name, description, trashed }) =>
    (trashed !== undefined) === (place === 'trash') && (has(name.toLowerCase()) || has(description.toLowerCase()));
}

/** A field with what it is ordered by. */
interface Keyed {
  readonly field: CustomField;
  readonly key: number | string;
}

interface FieldOrder {
  readonly keyOf: (root: Root, field: CustomField) => number | string;
  readonly compare: (a: Keyed, b: Keyed) => number;
}

/** Ties stand by id, whatever the direction. */
function fieldOrder(orderBy: string): FieldOrder {
  const direction = orderBy.startsWith('-') ? -1 : 1;
  return {
    keyOf: sortKeys[orderKey(orderBy)],
    compare: (a, b) => direction * (a.key < b.key ? -1 : a.key > b.key ? 1 : 0) || a.field.id - b.field.id,
  };
}

function orderKey(orderBy: string): FieldOrderKey {
  return orderBy.replace(/^[+-]/, '') as FieldOrderKey;
}

function sortFields(root: Root, fields: readonly CustomField[], orderBy: string): CustomField[] {
  const { keyOf, compare } = fieldOrder(orderBy);
  return fields
    .map((field) => ({ field, key: keyOf(root, field) }))
    .sort(compare)
    .map(({ field }) => field);
}

/** Whether an order is that of something which the field's own record has. */
function followsFromFields(orderBy: string | undefined): boolean {
  return orderBy === undefined || !/Count$/.test(orderKey(orderBy));
}

/** More changes than this are not put right one by one. */
const mostChanges = 64;

/** What was found among the fields as they were earlier, with what has changed since. */
function putRight(
  root: Root,
  search: FieldSearch,
  found: readonly CustomField[],
  earlier: Root['fields'],
): readonly CustomField[] | undefined {
  const changed = keysThatDiffer(earlier, root.fields);
  if (changed.length > mostChanges) return undefined;
  const isFound = fits(search);
  const { keyOf, compare } = search.orderBy === undefined ? byId : fieldOrder(search.orderBy);
  const result = [...found];
  const placeOf = (field: CustomField): number => {
    const keyed = { field, key: keyOf(root, field) };
    let from = 0;
    let to = result.length;
    while (from < to) {
      const middle = (from + to) >>> 1;
      const other = result[middle] as CustomField;
      if (compare({ field: other, key: keyOf(root, other) }, keyed) < 0) from = middle + 1;
      else to = middle;
    }
    return from;
  };
  const were = changed.map((id) => earlier.get(id)).filter((field) => field && isFound(field));
  const are = changed.map((id) => root.fields.get(id)).filter((field) => field && isFound(field));
  for (const field of were) result.splice(placeOf(field as CustomField), 1);
  for (const field of are) result.splice(placeOf(field as CustomField), 0, field as CustomField);
  return result;
}

const byId: FieldOrder = { keyOf: (_, field) => field.id, compare: (a, b) => a.field.id - b.field.id };

// Not a collator's order: that differs between versions of ICU.
const sortKeys: Record<FieldOrderKey, (root: Root, field: CustomField) => number | string> = {
  name: (_, field) => field.name.toLowerCase(),
  lastUsed: (_, field) => field.lastUsed ?? 0,
  contextsCount: (root, field) => countContexts(root, field.id),
  screensCount: (root, field) => countScreens(root, field.id),
  projectsCount: (root, field) => countProjects(root, field.id),
  trashDate: (_, field) => field.trashed?.at ?? 0,
  plannedDeletionDate: (_, field) => field.trashed?.deleteAt ?? 0,
};

/** On how many screens a custom field is. */
export function countScreens(root: Root, fieldId: number): number {
  return new Set(screensOfField(root, customFieldId(fieldId)).map(({ screen }) => screen.id)).size;
}
