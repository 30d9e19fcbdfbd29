import type { FieldType } from './field-type.js';
import type { FieldValueKind } from '../core/field-values.js';

/** The module of the app Protected Fields. Assumed: its document names no key. */
const module = 'protected-fields';

type Row = [shortKey: string, name: string, schema: FieldType['schema'], valueKind: FieldValueKind];

// The seven kinds of the app's document ("Field Formats"). Names are corroborated, keys assumed.
const rows: Row[] = [
  ['protected-text', 'Protected Text Field', { type: 'string' }, 'text'],
  ['protected-number', 'Protected Number Field', { type: 'number' }, 'number'],
  ['protected-date', 'Protected Date Field', { type: 'date' }, 'date'],
  ['protected-user', 'Protected User Field', { type: 'user' }, 'user'],
  ['protected-multi-user', 'Protected Multi User Field', { type: 'array', items: 'user' }, 'users'],
  ['protected-group', 'Protected Group Field', { type: 'group' }, 'group'],
  ['protected-collection', 'Protected Collection Field', { type: 'array', items: 'string' }, 'strings'],
];

/** The types of the app Protected Fields: each of its seven kinds encrypted, and unencrypted. */
export const protectedFieldTypes: readonly FieldType[] = rows.flatMap(([shortKey, name, schema, valueKind]) => [
  // Jira sees a field of which it cannot read the value.
  typeOfKind(shortKey, name, { type: 'any' }, valueKind, 'encrypted'),
  typeOfKind(`${shortKey}-unencrypted`, `${name} Unencrypted`, schema, valueKind, 'unencrypted'),
]);

function typeOfKind(
  shortKey: string,
  name: string,
  schema: FieldType['schema'],
  valueKind: FieldValueKind,
  protection: 'encrypted' | 'unencrypted',
): FieldType {
  return {
    key: `${module}:${shortKey}`,
    shortKey,
    origin: 'protected-fields',
    name,
    schema,
    searcherKeys: [],
    valueKind,
    defaultValueType: null,
    optionLevels: 0,
    protection,
  };
}
