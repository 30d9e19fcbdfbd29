import type { JiraCloudComponents } from '@fake-jira/openapi';
import type { DefaultValue, DefaultValueInput, DefaultValueOf, DefaultValueType } from '@fake-jira/world';

type Json = JiraCloudComponents['schemas']['CustomFieldContextDefaultValue'];
type JsonObject = { readonly [property: string]: unknown };

/**
 * The properties by which each kind of default value is written. `null` in the first one takes the default away, and
 * so does `null` or nothing in that of a kind whose property is optional.
 */
const valueProperty: Record<DefaultValueType, string> = {
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
};

/** A default value of a request; `null` where it takes the default away. */
export function readDefaultValue(json: Json): DefaultValueInput | null {
  const { contextId: _, ...given } = json as JsonObject & Json;
  const { type } = json;
  const value = (given as JsonObject)[valueProperty[type]] ?? null;
  const useCurrent = (given as JsonObject)['useCurrent'] === true;
  if (value === null && !useCurrent) return null;
  if (type === 'option.cascading') return { type, optionIds: cascade(given) };
  if (type === 'datepicker') return { type, useCurrent, ...(typeof value === 'string' ? { date: value } : {}) };
  if (type === 'datetimepicker' || type === 'forge.datetime') {
    return { type, useCurrent, ...(typeof value === 'string' ? { dateTime: value } : {}) };
  }
  return given as DefaultValueInput;
}

function cascade({ optionId, cascadingOptionId }: JsonObject): string[] {
  return [optionId, cascadingOptionId].filter((id): id is string => typeof id === 'string');
}

/** A default value as Jira writes it: ids as texts, a cascade as parent and child. */
export function renderDefaultValue(value: DefaultValue): { type: string } & JsonObject {
  switch (value.type) {
    case 'option.single':
      return { type: value.type, optionId: String(value.optionId) };
    case 'option.multiple':
      return { type: value.type, optionIds: value.optionIds.map(String) };
    case 'option.cascading': {
      const [optionId, cascadingOptionId] = value.optionIds.map(String);
      return { type: value.type, optionId, ...(cascadingOptionId === undefined ? {} : { cascadingOptionId }) };
    }
    case 'project':
      return { type: value.type, projectId: String(value.projectId) };
    case 'version.single':
      return { ...value, versionId: String(value.versionId) };
    case 'version.multiple':
      return { ...value, versionIds: value.versionIds.map(String) };
    default:
      return value satisfies DefaultValueOf<number>;
  }
}
