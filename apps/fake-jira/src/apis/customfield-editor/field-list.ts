import { answer } from '@fake-jira/profile';
import type { CustomField } from '@fake-jira/world';
import type { Call } from '../../http/call.js';
import { fieldTypeName } from './field-types.js';
import { orderOf, pageOf, type ListQuery, type Page } from './paging.js';
import { renderField } from './render-field.js';

type ListCall = Pick<Call, 'world' | 'profile' | 'versions' | 'sent'> & { readonly query: ListQuery };

/** The text of the document orders by `name`, its parameters by `fieldName`: both are one. */
const orderKeys = ['fieldName', 'name', 'fieldId', 'fieldType', 'fieldDescription'] as const;
type OrderKey = (typeof orderKeys)[number];

/**
 * A list of fields: since 3.0 a page, before 2.0 an array, and between them a page for those who ask for one.
 *
 * @param fields - makes the whole list
 * @param render - writes a field of a page; in an array it stands without grants and contexts
 */
export function listFields<Rendered>(
  call: ListCall,
  fields: () => readonly CustomField[],
  render: (field: CustomField) => Rendered,
): Page<Rendered> {
  const found = () => sorted(fields(), call);
  if (isPaged(call)) return pageOf(found, call.query, call, render);
  // The older form is in the effective spec of its versions; the types know the newest one only.
  return found().map((field) => renderField(field, call)) as never;
}

function isPaged({ versions, profile, sent }: ListCall): boolean {
  if (versions.customfieldEditor.atLeast('3.0')) return true;
  if (!versions.customfieldEditor.atLeast('2.0')) return false;
  const trigger =
    answer(profile, 'editor.paging-trigger') === 'any-parameter'
      ? ['startAt', 'maxResults', 'orderBy', 'filter']
      : ['startAt', 'maxResults'];
  return trigger.some((name) => sent.has(name));
}

function sorted(fields: readonly CustomField[], call: ListCall): CustomField[] {
  const { filter = '' } = call.query;
  const { key, descending } = orderOf(call.query, orderKeys, call) ?? { key: 'fieldName', descending: false };
  const part = filter.toLowerCase();
  const keyed = fields
    .filter(({ name, description }) => `${name}\n${description}`.toLowerCase().includes(part))
    .map((field) => ({ field, value: orderValue(field, key, call) }));
  const direction = descending ? -1 : 1;
  keyed.sort((a, b) => (a.value < b.value ? -direction : a.value > b.value ? direction : a.field.id - b.field.id));
  return keyed.map(({ field }) => field);
}

function orderValue(field: CustomField, key: OrderKey, call: ListCall): string | number {
  switch (key) {
    case 'fieldId':
      return field.id;
    case 'fieldType':
      return fieldTypeName(field, call);
    case 'fieldDescription':
      return field.description.toLowerCase();
    default:
      return field.name.toLowerCase();
  }
}
