import { answer } from '@fake-jira/profile';
import {
  collectionOf,
  isCollection,
  typeOf,
  type CustomField,
  type FieldValueInput,
  type FieldValueKind,
} from '@fake-jira/world';
import type { Call } from '../../http/call.js';

type View = Pick<Call, 'root' | 'profile'>;

/** Says that a value has not the form of its field's type, and not what it was. */
const unreadable = { kind: 'unreadable', reason: 'not the form of the type' } as const satisfies FieldValueInput;

/**
 * The JSON of a value as an input for the world.
 *
 * @returns `null` where the value is to be cleared
 */
export function readValue(field: CustomField, json: unknown, view: View): FieldValueInput | null {
  if (json === null) return answer(view.profile, 'protected.clear-value') === 'clears' ? null : unreadable;
  const kind = typeOf(field).valueKind;
  switch (kind) {
    case 'number':
      return readNumber(json, view);
    case 'users': {
      const ids = readAccountIds(json, view);
      return ids ? { kind, users: ids.map((accountId) => ({ accountId })) } : unreadable;
    }
    case 'strings': {
      const values = readOptions(field, json, view);
      return values ? { kind, values } : unreadable;
    }
    default:
      return typeof json === 'string' ? readText(kind, json, view) : unreadable;
  }
}

function readText(kind: FieldValueKind, text: string, view: View): FieldValueInput | null {
  // In every type an empty text is no value.
  if (text === '') return null;
  switch (kind) {
    case 'text':
      return { kind, text };
    case 'date':
      return { kind, date: text };
    case 'user':
      return { kind, user: { accountId: text } };
    case 'group':
      return readGroup(text, view);
    default:
      throw new Error(`No protected field has values of the kind ${kind}.`);
  }
}

function readNumber(json: unknown, { profile }: View): FieldValueInput | null {
  if (typeof json === 'number') return { kind: 'number', number: json };
  if (typeof json !== 'string' || answer(profile, 'protected.number-as-text') === '400') return unreadable;
  if (json === '') return null;
  return /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(json) ? { kind: 'number', number: Number(json) } : unreadable;
}

function readAccountIds(json: unknown, { profile }: View): readonly string[] | undefined {
  if (answer(profile, 'protected.multi-user-format') === 'list') return readTexts(json);
  if (typeof json !== 'string') return undefined;
  return json === '' ? [] : json.split(',').map((accountId) => accountId.trim());
}

function readOptions(field: CustomField, json: unknown, { profile }: View): readonly string[] | undefined {
  if (!writesOne(field, profile)) return readTexts(json);
  if (typeof json !== 'string') return undefined;
  return json === '' ? [] : [json];
}

/** Whether the value of a collection field is one text instead of a list. */
export function writesOne(field: CustomField, profile: View['profile']): boolean {
  return (
    isCollection(field) &&
    collectionOf(field).renderMode === 'single' &&
    answer(profile, 'protected.collection-format') === 'string-for-single'
  );
}

function readTexts(json: unknown): readonly string[] | undefined {
  return Array.isArray(json) && json.every((item) => typeof item === 'string') ? json : undefined;
}

/** A group by what names groups here, and by nothing else. */
function readGroup(text: string, { root, profile }: View): FieldValueInput {
  if (answer(profile, 'protected.group-format') === 'name') {
    return root.groups.has(text) ? { kind: 'group', group: { name: text } } : unreadable;
  }
  for (const { name, groupId } of root.groups.values()) if (groupId === text) return { kind: 'group', group: { name } };
  return unreadable;
}
