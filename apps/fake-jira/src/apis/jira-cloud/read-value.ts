import type {
  FieldValueInput,
  FieldValueKind,
  GroupName,
  IssueProblem,
  OptionName,
  RichText,
  UserName,
} from '@fake-jira/world';
import { isDocument, plainTextOf, speaksDocuments, type DocumentNode } from './document-format.js';

/**
 * Thrown where the JSON of a value has not the form of any value of its field. Its message is Jira's sentence, where one
 * was recorded.
 */
export class Unreadable extends Error {
  constructor(
    message: string,
    readonly problem: IssueProblem['problem'] = 'unreadable',
  ) {
    super(message);
  }
}

type Json = unknown;

/** The entries of values that are lists, by the kind of the value. */
export interface ListItems {
  readonly labels: string;
  readonly strings: string;
  readonly options: OptionName;
  readonly users: UserName;
  readonly groups: GroupName;
  readonly versions: OptionName;
}

export type ListKind = keyof ListItems;
export type ListItem = ListItems[ListKind];

/** How an entry of a list is read, and what a list of them is to the world. */
const lists: {
  readonly [Kind in ListKind]: {
    readonly read: (json: Json) => ListItems[Kind];
    readonly input: (items: readonly ListItems[Kind][]) => FieldValueInput;
  };
} = {
  labels: { read: readText, input: (labels) => ({ kind: 'labels', labels }) },
  strings: { read: readText, input: (values) => ({ kind: 'strings', values }) },
  options: { read: (json) => readOption(json), input: (options) => ({ kind: 'options', options }) },
  users: { read: readUser, input: (users) => ({ kind: 'users', users }) },
  groups: { read: readGroup, input: (groups) => ({ kind: 'groups', groups }) },
  versions: { read: readVersion, input: (versions) => ({ kind: 'versions', versions }) },
};

export function isListKind(kind: string): kind is ListKind {
  return Object.hasOwn(lists, kind);
}

export function readItem<Kind extends ListKind>(kind: Kind, json: Json): ListItems[Kind] {
  return lists[kind].read(json);
}

/** @throws Unreadable where it is no list, or an entry is none of its kind */
export function readItems<Kind extends ListKind>(kind: Kind, json: Json): ListItems[Kind][] {
  if (!Array.isArray(json)) throw new Unreadable('data was not an array');
  return json.map((item) => readItem(kind, item));
}

/** A list of entries as the input for a field of its kind. */
export function listInput<Kind extends ListKind>(kind: Kind, items: readonly ListItems[Kind][]): FieldValueInput {
  return lists[kind].input(items);
}

/**
 * The JSON value of a custom field as an input for the world.
 *
 * @returns `null` where the value is to be cleared
 * @throws Unreadable
 */
export function readValue(kind: FieldValueKind, json: Json, restVersion: string): FieldValueInput | null {
  if (json === null) return null;
  if (isListKind(kind)) return listInput(kind, readItems(kind, json));
  switch (kind) {
    case 'text':
      return { kind, text: readText(json) };
    case 'rich-text': {
      const content = readRichText(json, restVersion);
      return content && { kind, content };
    }
    case 'number':
      if (typeof json !== 'number') throw new Unreadable('Operation value must be a number');
      return { kind, number: json };
    case 'date':
      return { kind, date: readText(json) };
    case 'datetime':
      return { kind, at: readText(json) };
    case 'option':
    case 'app-option':
      return { kind, option: readOption(json) };
    case 'cascade':
      return { kind, options: readCascade(json) };
    case 'user': {
      const user = readUserOrNobody(json);
      return user && { kind, user };
    }
    case 'group':
      return { kind, group: readGroup(json) };
    case 'project':
      return { kind, project: readName(json, ['id', 'key']) };
    case 'version':
      return { kind, version: readVersion(json) };
    case 'object':
      return { kind, object: readObject(json) };
  }
}

export function readText(json: Json): string {
  if (typeof json !== 'string') throw new Unreadable('Operation value must be a string');
  return json;
}

/** Text of several lines in the form of the API version; `null` where nothing is in it. */
export function readRichText(json: Json, restVersion: string): RichText | null {
  if (!speaksDocuments(restVersion)) {
    const text = readText(json);
    return text === '' ? null : { text };
  }
  if (!isDocument(json))
    throw new Unreadable('Operation value must be an Atlassian Document (see the Atlassian Document Format)');
  return plainTextOf(json) === '' && isBare(json) ? null : { document: json };
}

/** Whether a document has nothing but empty paragraphs. */
function isBare({ content = [] }: DocumentNode): boolean {
  return content.every((block) => block.type === 'paragraph' && (block.content ?? []).length === 0);
}

/** What names something, under the first of the properties that is there. */
export function readName(json: Json, properties: readonly string[]): string | number {
  const object = readObject(json);
  for (const property of properties) {
    const name = object[property];
    if (typeof name === 'string' || typeof name === 'number') return name;
  }
  throw new Unreadable(`the value must be an object with ${properties.map((name) => `'${name}'`).join(' or ')}`);
}

export function readObject(json: Json): Record<string, unknown> {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw new Unreadable('data was not an object');
  return json as Record<string, unknown>;
}

function readOption(json: Json, problem: IssueProblem['problem'] = 'option-unnamed'): OptionName {
  if (typeof json === 'string' && problem === 'option-unnamed') throw new Unreadable(json, 'option-as-text');
  try {
    return named(json, 'id', 'value');
  } catch (error) {
    throw error instanceof Unreadable ? new Unreadable(error.message, problem) : error;
  }
}

function readVersion(json: Json): OptionName {
  const name = named(json, 'id', 'name');
  return { id: name.id, value: name.name };
}

/** A priority by its id or its name, which are texts, or by neither: then it is none. */
export function readPriority(json: Json): OptionName {
  const { id, name } = readObject(json);
  if (id != null && typeof id !== 'string') throw new Unreadable('id', 'priority-not-text');
  if (id == null && name != null && typeof name !== 'string') throw new Unreadable('name', 'priority-not-text');
  return { id: id ?? undefined, value: typeof name === 'string' ? name : undefined };
}

/** Something by its id or its name, or by neither: then it names nothing. */
export function readNamed(json: Json): OptionName {
  const { id, name } = readObject(json);
  return {
    id: typeof id === 'string' || typeof id === 'number' ? id : undefined,
    value: typeof name === 'string' ? name : undefined,
  };
}

function readGroup(json: Json): GroupName {
  const { groupId, name } = named(json, 'groupId', 'name');
  return { groupId: groupId === undefined ? undefined : String(groupId), name };
}

/** An object in which either the id or the text names something. */
function named<Id extends string, Text extends string>(json: Json, id: Id, text: Text) {
  readName(json, [id, text]);
  const { [id]: idGiven, [text]: textGiven } = json as Record<string, unknown>;
  return {
    [id]: typeof idGiven === 'string' || typeof idGiven === 'number' ? idGiven : undefined,
    [text]: typeof textGiven === 'string' ? textGiven : undefined,
  } as { readonly [Key in Id]: string | number | undefined } & { readonly [Key in Text]: string | undefined };
}

/** A user by account id, which may also stand under `id`, or by log-in name. */
export function readUser(json: Json): UserName {
  const { accountId, id, name } = readObject(json);
  for (const given of [accountId, id]) if (typeof given === 'string') return { accountId: given };
  if (typeof name === 'string') return { name };
  throw new Unreadable('', 'user-unnamed');
}

/** @throws Unreadable where users have names alone, and one of an input is named by an account id */
export function requireNames(input: FieldValueInput | null, usersBy: 'accountId' | 'username'): void {
  const users = input?.kind === 'user' ? [input.user] : input?.kind === 'users' ? input.users : [];
  if (usersBy === 'username' && users.some(({ accountId }) => accountId !== undefined)) {
    throw new Unreadable('', 'user-unnamed');
  }
}

/** A user, or nobody: clients unassign with `{ "accountId": null }` and `{ "name": null }`, too. */
export function readUserOrNobody(json: Json): UserName | null {
  const names = ['accountId', 'id', 'name'].map((property) => (json as Record<string, unknown> | null)?.[property]);
  const nobody = json === null || (names.includes(null) && !names.some((name) => typeof name === 'string'));
  return nobody ? null : readUser(json);
}

/** A chain of options: each holds the next as its `child`. */
function readCascade(json: Json): OptionName[] {
  const parent = readOption(json, 'parent-option-unnamed');
  const { child } = readObject(json);
  return [parent, ...(child == null ? [] : readCascade(child))];
}
