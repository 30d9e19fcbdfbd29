import {
  defaultValueKind,
  isReference,
  type DefaultReferenceName,
  type DefaultValueType,
  type FieldType,
} from '@fake-jira/world';
import type { DefaultState, OptionState } from './field-state.js';
import type { Names } from './names.js';

/** A default value as Jira's Field API writes it. */
export interface CloudDefaultJson {
  readonly contextId: string;
  readonly type?: string;
  readonly [property: string]: unknown;
}

type Awaitable<Value> = Value | Promise<Value>;

/** How a world file writes "the moment at which somebody creates the issue". */
const now = 'now';

/**
 * A default value by names.
 *
 * @returns undefined where it cannot be said by names: what it names is not to be found
 */
export async function readCloudDefault(
  json: CloudDefaultJson,
  fieldType: FieldType,
  options: readonly OptionState[],
  names: Names,
): Promise<DefaultState | undefined> {
  // An instance may leave the `type` out of what it answers.
  const type = (json.type ?? fieldType.defaultValueType) as DefaultValueType;
  const value = await valueOf(json, type, options, names);
  return value === undefined ? undefined : { type, value };
}

async function valueOf(
  json: CloudDefaultJson,
  type: DefaultValueType,
  options: readonly OptionState[],
  names: Names,
): Promise<unknown> {
  if (json['useCurrent'] === true) return now;
  const { entry, list } = defaultValueKind(type);
  const entries = propertiesOf(type).flatMap((property) => json[property] ?? []);
  if (!isReference(entry)) return list ? entries : entries[0];
  let level = options;
  const nameOf: { readonly [Name in DefaultReferenceName]: (id: string) => Awaitable<string | undefined> } = {
    option: (id) => {
      const option = level.find((one) => one.id === id);
      if (type === 'option.cascading') level = option?.children ?? [];
      return option?.value;
    },
    project: (id) => names.places.projectKeys.get(id),
    version: (id) => names.versionName(id),
    user: (accountId) => accountId,
    group: (id) => names.groupName(id),
  };
  const found = complete(await each(entries, nameOf[entry]));
  return list ? found : found?.[0];
}

/**
 * A default value as a request writes it; `null` takes it away.
 *
 * @param options - those of the context, as the target has them
 */
export async function writeCloudDefault(
  { type, value }: DefaultState,
  options: readonly OptionState[],
  names: Names,
): Promise<object> {
  const { entry, list, beside } = defaultValueKind(type);
  if (beside === 'useCurrent' && value === now) return { type, useCurrent: true };
  let level = options;
  const idOf: { readonly [Name in DefaultReferenceName]: (name: string) => Awaitable<string | undefined> } = {
    option: (text) => {
      const id = idIn(level, text);
      if (type === 'option.cascading') level = level.find((option) => option.id === id)?.children ?? [];
      return id;
    },
    project: (key) => names.places.projectIds.get(key),
    version: async (name) => (await names.versionIds()).get(name),
    user: (accountId) => accountId,
    group: (name) => names.groupId(name),
  };
  const entries = [value].flat();
  const held = isReference(entry) ? await each(entries, idOf[entry]) : entries;
  const [first, second] = propertiesOf(type);
  if (second !== undefined) return { type, [first]: held[0], ...(held.length > 1 && { [second]: held[1] }) };
  const besideIt =
    beside === 'userFilter' ? { userFilter: { enabled: false } } : beside === 'useCurrent' ? { useCurrent: false } : {};
  return { type, [first]: list ? held : held[0], ...besideIt };
}

/** What the entries of a default, all texts, are found to be, one after the other. */
async function each<Found>(entries: readonly unknown[], find: (entry: string) => Awaitable<Found>): Promise<Found[]> {
  const found: Found[] = [];
  for (const entry of entries) found.push(await find(entry as string));
  return found;
}

/** The property with which a request takes a default of a kind away. */
export function emptyDefault(type: DefaultValueType): object {
  const [first, second] = propertiesOf(type);
  return { [first]: defaultValueKind(type).list && second === undefined ? [] : null };
}

/** The properties in which Jira writes the entries of a kind: a cascade has one for each of its two levels. */
function propertiesOf(type: DefaultValueType): readonly [first: string, ...others: string[]] {
  return type === 'option.cascading' ? ['optionId', 'cascadingOptionId'] : [defaultValueKind(type).property];
}

/** The id of an option that is known to be there. */
export function idIn(options: readonly OptionState[], value: string): string {
  const option = options.find((one) => one.value === value);
  if (!option) throw new Error(`The option "${value}" of a default value is not there.`);
  return option.id;
}

function complete<Item>(items: readonly (Item | undefined)[]): Item[] | undefined {
  return items.every((item) => item !== undefined) ? (items as Item[]) : undefined;
}
