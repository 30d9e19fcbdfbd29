import {
  collectionOf,
  isCollection,
  typeOf,
  type CustomField,
  type FieldValueInput,
  type FieldValueKind,
  type Root,
} from '@fake-jira/world';
import type { ProtectedBehaviour } from './behaviour.js';

/** What reading and rendering values need to know. */
export interface View {
  readonly root: Root;
  readonly behaviour: ProtectedBehaviour;
}

/** Says that a value has not the form of its field's type, and not what it was. */
const unreadable = { kind: 'unreadable', reason: 'not the form of the type' } as const satisfies FieldValueInput;

/**
 * The JSON of a value as an input for the world.
 *
 * @returns `null` where the value is to be cleared
 */
export function readValue(field: CustomField, json: unknown, view: View): FieldValueInput | null {
  if (json === null) return view.behaviour.nullClears ? null : unreadable;
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

function readNumber(json: unknown, { behaviour }: View): FieldValueInput | null {
  if (typeof json === 'number') return { kind: 'number', number: json };
  if (typeof json !== 'string' || !behaviour.numbersAsText) return unreadable;
  if (json === '') return null;
  return /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(json) ? { kind: 'number', number: Number(json) } : unreadable;
}

function readAccountIds(json: unknown, { behaviour }: View): readonly string[] | undefined {
  if (behaviour.usersAreList) return readTexts(json);
  if (typeof json !== 'string') return undefined;
  return json === '' ? [] : json.split(',').map((accountId) => accountId.trim());
}

function readOptions(field: CustomField, json: unknown, { behaviour }: View): readonly string[] | undefined {
  if (!writesOne(field, behaviour)) return readTexts(json);
  if (typeof json !== 'string') return undefined;
  return json === '' ? [] : [json];
}

/** Whether the value of a collection field is one text instead of a list. */
export function writesOne(field: CustomField, { singleOptionIsText }: ProtectedBehaviour): boolean {
  return singleOptionIsText && isCollection(field) && collectionOf(field).renderMode === 'single';
}

function readTexts(json: unknown): readonly string[] | undefined {
  return Array.isArray(json) && json.every((item) => typeof item === 'string') ? json : undefined;
}

/** A group by what names groups here, and by nothing else. */
function readGroup(text: string, { root, behaviour }: View): FieldValueInput {
  if (behaviour.groupsGoBy === 'name') {
    return root.groups.has(text) ? { kind: 'group', group: { name: text } } : unreadable;
  }
  for (const { name, groupId } of root.groups.values()) if (groupId === text) return { kind: 'group', group: { name } };
  return unreadable;
}
