import { countContexts, countProjects } from '../contexts/contexts.js';
import { findField, liveFields } from './fields.js';
import { remember } from '../core/memory.js';
import type { CustomField, Root } from '../core/root.js';
import { RuleError } from '../core/rule-error.js';
import { screensOfField } from '../screens/screens.js';
import { customFieldId } from '../core/ids.js';
import { findSystemField, systemFields, type SystemField } from './system-fields.js';
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
  return remember(root, `fields ${JSON.stringify(search)}`, () => findAndSort(root, search));
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

function findAndSort(root: Root, { ids, query = '', orderBy, in: place }: FieldSearch): readonly CustomField[] {
  const candidates = ids
    ? [...new Set(ids.map((id) => findField(root, id)))].filter((field) => field !== undefined)
    : [...(place === 'trash' ? trashedFields(root) : liveFields(root))];
  const part = query.toLowerCase();
  const found = candidates.filter(
    ({ name, description, trashed }) =>
      (trashed !== undefined) === (place === 'trash') &&
      (name.toLowerCase().includes(part) || description.toLowerCase().includes(part)),
  );
  found.sort((a, b) => a.id - b.id);
  return orderBy === undefined ? found : sortFields(root, found, orderBy);
}

function sortFields(root: Root, fields: readonly CustomField[], orderBy: string): CustomField[] {
  const direction = orderBy.startsWith('-') ? -1 : 1;
  const keyOf = sortKeys[orderBy.replace(/^[+-]/, '') as FieldOrderKey];
  const keyed = fields.map((field) => ({ field, key: keyOf(root, field) }));
  keyed.sort((a, b) => direction * (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return keyed.map(({ field }) => field);
}

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
