import type { JiraCloudComponents } from '@fake-jira/openapi';
import {
  besideOf,
  defaultValueKind,
  defaultValueOf,
  entriesOf,
  type Context,
  type DefaultEntry,
  type DefaultEntryName,
  type DefaultValue,
  type DefaultValueInput,
  type DefaultValueType,
  type Id,
} from '@fake-jira/world';
import type { JiraBehaviour } from './behaviour.js';

type Json = JiraCloudComponents['schemas']['CustomFieldContextDefaultValue'];

/** The properties in which a request holds the entries of a kind: a cascade has one for each of its two levels. */
function propertiesOf(type: DefaultValueType): readonly string[] {
  return type === 'option.cascading' ? ['optionId', 'cascadingOptionId'] : [defaultValueKind(type).property];
}

const besideNames = ['userFilter', 'useCurrent', 'versionOrder'];

/** A default value of a request; `null` where it takes the default away: with `null` or nothing in its first property. */
export function readDefaultValue(json: Json): DefaultValueInput | null {
  const parts = new Map<string, unknown>(Object.entries(json));
  const names = propertiesOf(json.type);
  if (parts.get(names[0] ?? '') == null && parts.get('useCurrent') !== true) return null;
  // Their form was checked against the document.
  const entries = names.flatMap((name) => parts.get(name) ?? []) as DefaultEntry<Id>[];
  return defaultValueOf(
    json.type,
    entries,
    Object.fromEntries([...parts].filter(([name]) => besideNames.includes(name))),
  );
}

const numbered: readonly DefaultEntryName[] = ['option', 'project', 'version'];

type JsonPart = string | number | boolean | unknown[] | Record<string, unknown>;

/** The default value of a context as Jira writes it: ids as texts, a cascade as parent and child. */
export function renderDefaultValue(
  { id }: Context,
  value: DefaultValue,
  { defaultValuesHaveType }: JiraBehaviour,
): { contextId: string } & Record<string, JsonPart> {
  const { type } = value;
  const { entry, list } = defaultValueKind(type);
  const entries: JsonPart[] = numbered.includes(entry) ? entriesOf(value).map(String) : [...entriesOf(value)];
  const names = propertiesOf(type);
  const held = list && names.length === 1 ? [entries] : entries;
  return {
    contextId: String(id),
    ...(defaultValuesHaveType && { type }),
    ...Object.fromEntries(names.flatMap((name, i) => (held[i] === undefined ? [] : [[name, held[i]] as const]))),
    ...Object.fromEntries(Object.entries(besideOf(value)).filter(isShown)),
  };
}

function isShown(part: [name: string, json: unknown]): part is [name: string, json: JsonPart] {
  return besideNames.includes(part[0]) && part[1] != null;
}
