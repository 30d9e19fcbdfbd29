import type { DefaultValueType, FieldType } from '@fake-jira/world';
import type { DefaultState, OptionState } from './field-state.js';
import type { Names } from './names.js';

/** A default value as Jira's Field API writes it. */
export interface CloudDefaultJson {
  readonly contextId: string;
  readonly type?: string;
  readonly [property: string]: unknown;
}

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
  const text = (property: string) => json[property] as string;
  const texts = (property: string) => (json[property] ?? []) as string[];
  switch (type) {
    case 'option.single':
      return valueIn(options, text('optionId'));
    case 'option.multiple':
      return complete(texts('optionIds').map((id) => valueIn(options, id)));
    case 'option.cascading': {
      const parent = options.find(({ id }) => id === text('optionId'));
      if (!parent || json['cascadingOptionId'] == null) return parent && [parent.value];
      return complete([parent.value, valueIn(parent.children, text('cascadingOptionId'))]);
    }
    case 'single.user.select':
    case 'forge.user':
      return text('accountId');
    case 'multi.user.select':
    case 'forge.user.list':
      return texts('accountIds');
    case 'grouppicker.single':
    case 'forge.group':
      return names.groupName(text('groupId'));
    case 'grouppicker.multiple':
    case 'forge.group.list':
      return complete(await Promise.all(texts('groupIds').map((id) => names.groupName(id))));
    case 'datepicker':
      return json['useCurrent'] === true ? now : text('date');
    case 'datetimepicker':
    case 'forge.datetime':
      return json['useCurrent'] === true ? now : text('dateTime');
    case 'url':
      return text('url');
    case 'project':
      return names.places.projectKeys.get(text('projectId'));
    case 'version.single':
      return names.versionName(text('versionId'));
    case 'version.multiple':
      return complete(await Promise.all(texts('versionIds').map((id) => names.versionName(id))));
    case 'float':
    case 'forge.number':
      return json['number'];
    case 'labels':
      return texts('labels');
    case 'forge.string.list':
      return texts('values');
    case 'forge.object':
      return json['object'];
    case 'textfield':
    case 'textarea':
    case 'readonly':
    case 'forge.string':
      return text('text');
  }
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
  const text = value as string;
  const texts = value as readonly string[];
  switch (type) {
    case 'option.single':
      return { type, optionId: idIn(options, text) };
    case 'option.multiple':
      return { type, optionIds: texts.map((one) => idIn(options, one)) };
    case 'option.cascading': {
      const [parent = '', child] = texts;
      const below = options.find((option) => option.value === parent)?.children ?? [];
      return {
        type,
        optionId: idIn(options, parent),
        ...(child === undefined ? {} : { cascadingOptionId: idIn(below, child) }),
      };
    }
    case 'single.user.select':
    case 'forge.user':
      return { type, accountId: text, userFilter: { enabled: false } };
    case 'multi.user.select':
    case 'forge.user.list':
      return { type, accountIds: texts };
    case 'grouppicker.single':
    case 'forge.group':
      return { type, groupId: await names.groupId(text) };
    case 'grouppicker.multiple':
    case 'forge.group.list':
      return { type, groupIds: await Promise.all(texts.map((name) => names.groupId(name))) };
    case 'datepicker':
      return text === now ? { type, useCurrent: true } : { type, date: text, useCurrent: false };
    case 'datetimepicker':
    case 'forge.datetime':
      return text === now ? { type, useCurrent: true } : { type, dateTime: text, useCurrent: false };
    case 'url':
      return { type, url: text };
    case 'project':
      return { type, projectId: names.places.projectIds.get(text) };
    case 'version.single':
      return { type, versionId: (await names.versionIds()).get(text) };
    case 'version.multiple': {
      const ids = await names.versionIds();
      return { type, versionIds: texts.map((name) => ids.get(name)) };
    }
    case 'float':
    case 'forge.number':
      return { type, number: value };
    case 'labels':
      return { type, labels: texts };
    case 'forge.string.list':
      return { type, values: texts };
    case 'forge.object':
      return { type, object: value };
    case 'textfield':
    case 'textarea':
    case 'readonly':
    case 'forge.string':
      return { type, text };
  }
}

/** The property that is `null` in a request that takes a default away. */
export const emptyDefault: Readonly<Record<DefaultValueType, object>> = {
  'option.single': { optionId: null },
  'option.multiple': { optionIds: [] },
  'option.cascading': { optionId: null },
  'single.user.select': { accountId: null },
  'multi.user.select': { accountIds: [] },
  'grouppicker.single': { groupId: null },
  'grouppicker.multiple': { groupIds: [] },
  datepicker: { date: null },
  datetimepicker: { dateTime: null },
  url: { url: null },
  project: { projectId: null },
  float: { number: null },
  labels: { labels: [] },
  textfield: { text: null },
  textarea: { text: null },
  readonly: { text: null },
  'version.single': { versionId: null },
  'version.multiple': { versionIds: [] },
  'forge.string': { text: null },
  'forge.string.list': { values: [] },
  'forge.object': { object: null },
  'forge.datetime': { dateTime: null },
  'forge.group': { groupId: null },
  'forge.group.list': { groupIds: [] },
  'forge.number': { number: null },
  'forge.user': { accountId: null },
  'forge.user.list': { accountIds: [] },
};

function valueIn(options: readonly OptionState[], id: string): string | undefined {
  return options.find((option) => option.id === id)?.value;
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
