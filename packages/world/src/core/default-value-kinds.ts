import type { FieldValueKind } from './field-values.js';
import type { Id } from './ids.js';

/** Who a user picker suggests. */
export interface UserFilter {
  readonly enabled: boolean;
  readonly groups?: readonly string[];
  readonly roleIds?: readonly number[];
}

/** What an entry of a default value can be. `OptionId` is the id of an option, project or version. */
interface Entries<OptionId> {
  readonly option: OptionId;
  readonly project: OptionId;
  readonly version: OptionId;
  /** An account id. */
  readonly user: string;
  /** The id of a group. */
  readonly group: string;
  /** `yyyy-MM-dd`. */
  readonly date: string;
  readonly dateTime: string;
  readonly url: string;
  readonly label: string;
  readonly string: string;
  readonly text: string;
  readonly number: number;
  readonly object: Readonly<Record<string, unknown>>;
}

/** What stands beside the entries of a default value. */
interface Beside {
  readonly userFilter: { readonly userFilter: UserFilter };
  /** The moment at which an issue is created goes before an entry. */
  readonly useCurrent: { readonly useCurrent: boolean };
  readonly versionOrder: { readonly versionOrder?: string };
  /**
   * How many options at the end of the chain have been deleted since, which only a multi-level cascading select
   * remembers.
   */
  readonly deleted: { readonly deleted?: number };
}

export type DefaultEntryName = keyof Entries<Id>;
/** An entry that is the id of something. */
export type DefaultReferenceName = 'option' | 'project' | 'version' | 'user' | 'group';
export type DefaultEntry<OptionId = Id> = Entries<OptionId>[DefaultEntryName];

/** One kind of default value. */
export interface DefaultValueKind {
  /** The property that holds its entry, or with `list` its entries. */
  readonly property: string;
  readonly entry: DefaultEntryName;
  readonly list?: true;
  readonly beside?: keyof Beside;
  /** The kind of the value that an issue gets. */
  readonly value: FieldValueKind;
}

const user = { property: 'accountId', entry: 'user', beside: 'userFilter', value: 'user' } as const;
const users = { property: 'accountIds', entry: 'user', list: true, value: 'users' } as const;
const group = { property: 'groupId', entry: 'group', value: 'group' } as const;
const groups = { property: 'groupIds', entry: 'group', list: true, value: 'groups' } as const;
const dateTime = { property: 'dateTime', entry: 'dateTime', beside: 'useCurrent', value: 'datetime' } as const;
const number = { property: 'number', entry: 'number', value: 'number' } as const;
const text = { property: 'text', entry: 'text', value: 'text' } as const;

/** Every kind of default value, those of Jira's `CustomFieldContextDefaultValue`. */
export const defaultValueKinds = {
  'option.single': { property: 'optionId', entry: 'option', value: 'option' },
  'option.multiple': { property: 'optionIds', entry: 'option', list: true, value: 'options' },
  // The chain from the first level down.
  'option.cascading': { property: 'optionIds', entry: 'option', list: true, beside: 'deleted', value: 'cascade' },
  'single.user.select': user,
  'multi.user.select': users,
  'grouppicker.single': group,
  'grouppicker.multiple': groups,
  datepicker: { property: 'date', entry: 'date', beside: 'useCurrent', value: 'date' },
  datetimepicker: dateTime,
  url: { property: 'url', entry: 'url', value: 'text' },
  project: { property: 'projectId', entry: 'project', value: 'project' },
  float: number,
  labels: { property: 'labels', entry: 'label', list: true, value: 'labels' },
  textfield: text,
  textarea: { property: 'text', entry: 'text', value: 'rich-text' },
  readonly: text,
  'version.single': { property: 'versionId', entry: 'version', beside: 'versionOrder', value: 'version' },
  'version.multiple': {
    property: 'versionIds',
    entry: 'version',
    list: true,
    beside: 'versionOrder',
    value: 'versions',
  },
  'forge.string': text,
  'forge.string.list': { property: 'values', entry: 'string', list: true, value: 'strings' },
  'forge.object': { property: 'object', entry: 'object', value: 'object' },
  'forge.datetime': dateTime,
  'forge.group': group,
  'forge.group.list': groups,
  'forge.number': number,
  'forge.user': user,
  'forge.user.list': users,
} as const satisfies Readonly<Record<string, DefaultValueKind>>;

type Kinds = typeof defaultValueKinds;
export type DefaultValueType = keyof Kinds;

type Held<Kind, OptionId> = Kind extends { entry: infer Entry extends DefaultEntryName }
  ? Kind extends { list: true }
    ? readonly Entries<OptionId>[Entry][]
    : Entries<OptionId>[Entry]
  : never;

type BesideOf<Kind> = Kind extends { beside: infer Name extends keyof Beside } ? Beside[Name] : unknown;

type OfKind<Kind extends DefaultValueKind, OptionId> = BesideOf<Kind> &
  (Kind extends { beside: 'useCurrent' }
    ? { readonly [Property in Kind['property']]?: Held<Kind, OptionId> }
    : { readonly [Property in Kind['property']]: Held<Kind, OptionId> });

/**
 * A default value, by the name of its kind. `OptionId` is what an id of an option, project or version is: a number in
 * the world, an {@link Id} in a request.
 */
export type DefaultValueOf<OptionId> = {
  [Type in DefaultValueType]: { readonly type: Type } & OfKind<Kinds[Type], OptionId>;
}[DefaultValueType];

export type DefaultValue = DefaultValueOf<number>;
/** A default value as a request gives it: its ids may name nothing. */
export type DefaultValueInput = DefaultValueOf<Id>;

/** The row of a kind, in which no other kind can be told apart. */
export function defaultValueKind(type: DefaultValueType): DefaultValueKind {
  return defaultValueKinds[type];
}

/** What a default value holds: its list, or its one entry; nothing where it only says "now". */
export function entriesOf<OptionId>(value: DefaultValueOf<OptionId>): readonly DefaultEntry<OptionId>[] {
  const { property, list } = defaultValueKind(value.type);
  // The table says it, which the compiler cannot follow through the name of a property.
  const held = (value as Readonly<Record<string, unknown>>)[property];
  return (list ? held : held === undefined ? [] : [held]) as readonly DefaultEntry<OptionId>[];
}

/** For everything that an entry can be, something to do with a list of such. */
export type ByEntry<OptionId, Result> = {
  readonly [Name in DefaultEntryName]: (entries: readonly Entries<OptionId>[Name][]) => Result;
};

/** Does with the entries of a default value what is to be done with such. */
export function byEntry<OptionId, Result>(value: DefaultValueOf<OptionId>, act: ByEntry<OptionId, Result>): Result {
  // That these entries are of this name is beyond the compiler.
  const one = act[defaultValueKind(value.type).entry] as (entries: readonly DefaultEntry<OptionId>[]) => Result;
  return one(entriesOf(value));
}

/** For everything that an entry can be the id of, its name. */
export type NameOf<OptionId, Name> = {
  readonly [Reference in DefaultReferenceName]: (id: Entries<OptionId>[Reference]) => Name;
};

/** The entries of a default value, with names in place of ids. */
export function namedEntries<OptionId, Name>(
  value: DefaultValueOf<OptionId>,
  nameOf: NameOf<OptionId, Name>,
): readonly (Name | DefaultEntry<OptionId>)[] {
  const each =
    <Entry, Result>(one: (entry: Entry) => Result) =>
    (entries: readonly Entry[]) =>
      entries.map(one);
  const same = <Entry>(entries: readonly Entry[]) => entries;
  return byEntry<OptionId, readonly (Name | DefaultEntry<OptionId>)[]>(value, {
    option: each(nameOf.option),
    project: each(nameOf.project),
    version: each(nameOf.version),
    user: each(nameOf.user),
    group: each(nameOf.group),
    date: same,
    dateTime: same,
    url: same,
    label: same,
    string: same,
    text: same,
    number: same,
    object: same,
  });
}

/** Whether an entry is the id of something. */
export function isReference(entry: DefaultEntryName): entry is DefaultReferenceName {
  return ['option', 'project', 'version', 'user', 'group'].includes(entry);
}

const usualBeside: { readonly [Name in keyof Beside]: Beside[Name] } = {
  userFilter: { userFilter: { enabled: false } },
  useCurrent: { useCurrent: false },
  versionOrder: {},
  deleted: {},
};

/** What stands beside the entries of a default value. */
export function besideOf(value: DefaultValueInput): Readonly<Record<string, unknown>> {
  const { property } = defaultValueKind(value.type);
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== 'type' && name !== property));
}

/**
 * A default value of a kind that holds these entries.
 *
 * @param beside - what stands beside them; as usual where it is not given
 * @example defaultValueOf('float', [1]) // { type: 'float', number: 1 }
 */
export function defaultValueOf<OptionId>(
  type: DefaultValueType,
  entries: readonly DefaultEntry<OptionId>[],
  given: Readonly<Record<string, unknown>> = {},
): DefaultValueOf<OptionId> {
  const { property, list, beside } = defaultValueKind(type);
  const held = list ? { [property]: entries } : entries.length === 0 ? {} : { [property]: entries[0] };
  // As in `entriesOf`: the table says it.
  return { type, ...held, ...(beside && usualBeside[beside]), ...given } as DefaultValueOf<OptionId>;
}
