import type { JiraCloudComponents } from '@fake-jira/openapi';

type Kinds = JiraCloudComponents['schemas']['CustomFieldContextDefaultValue'];

/**
 * The property in which Jira's Field API has what a default value of a kind is. A chain of options is an exception: its
 * second option stands in a property of its own.
 */
const properties = {
  'option.single': 'optionId',
  'option.multiple': 'optionIds',
  'option.cascading': 'optionId',
  'single.user.select': 'accountId',
  'multi.user.select': 'accountIds',
  'grouppicker.single': 'groupId',
  'grouppicker.multiple': 'groupIds',
  datepicker: 'date',
  datetimepicker: 'dateTime',
  url: 'url',
  project: 'projectId',
  float: 'number',
  labels: 'labels',
  textfield: 'text',
  textarea: 'text',
  readonly: 'text',
  'version.single': 'versionId',
  'version.multiple': 'versionIds',
  'forge.string': 'text',
  'forge.string.list': 'values',
  'forge.object': 'object',
  'forge.datetime': 'dateTime',
  'forge.group': 'groupId',
  'forge.group.list': 'groupIds',
  'forge.number': 'number',
  'forge.user': 'accountId',
  'forge.user.list': 'accountIds',
} as const satisfies Readonly<Record<Kinds['type'], string>>;

export type DefaultValueType = keyof typeof properties;

/** A default value; options, people, groups, projects and versions in it by their ids, a chain of options from above. */
export interface DefaultById {
  readonly type: DefaultValueType;
  /** `now` in a date: the moment at which somebody creates the issue. */
  readonly value: unknown;
}

/** A default value as Jira's Field API writes it. */
export interface DefaultValueJson {
  readonly contextId: string;
  readonly type?: string;
  readonly [property: string]: unknown;
}

const isDate = (property: string) => property === 'date' || property === 'dateTime';
const isList = (property: string) => /s$/.test(property);

/** @param usual - the kind that the field has, where an instance leaves it out */
export function defaultFromJson(json: DefaultValueJson, usual: DefaultValueType): DefaultById {
  const type = (json.type ?? usual) as DefaultValueType;
  const property = properties[type];
  if (isDate(property) && json['useCurrent'] === true) return { type, value: 'now' };
  if (type !== 'option.cascading') return { type, value: json[property] ?? (isList(property) ? [] : undefined) };
  const child = json['cascadingOptionId'];
  return { type, value: child == null ? [json[property]] : [json[property], child] };
}

/** As a request writes it. */
export function defaultToJson({ type, value }: DefaultById): object {
  const property = properties[type];
  if (type === 'option.cascading') {
    const [optionId, cascadingOptionId] = value as readonly string[];
    return { type, optionId, ...(cascadingOptionId === undefined ? {} : { cascadingOptionId }) };
  }
  if (isDate(property)) {
    return value === 'now' ? { type, useCurrent: true } : { type, [property]: value, useCurrent: false };
  }
  return { type, [property]: value, ...(property === 'accountId' ? { userFilter: { enabled: false } } : {}) };
}

/** A request that takes a default value of a kind away. */
export function noDefault(type: DefaultValueType): object {
  const property = properties[type];
  return { type, [property]: isList(property) ? [] : null };
}
