import type { DefaultById } from '@fake-jira/target';
import { defaultValueKind } from '@fake-jira/world';
import type { DefaultState, OptionState } from './field-state.js';
import type { Names } from './names.js';

/**
 * A default value by names.
 *
 * @param options - those of the context
 * @returns undefined where it cannot be said by names: what it names is not to be found
 */
export async function defaultByNames(
  { type, value }: DefaultById,
  options: readonly OptionState[],
  names: Names,
): Promise<DefaultState | undefined> {
  const said = await mapped(value, async (id) => {
    switch (defaultValueKind(type).entry) {
      case 'group':
        return names.groupName(id);
      case 'project':
        return names.places.projectKeys.get(id);
      case 'version':
        return names.versionName(id);
      case 'option':
        return find(all(options), (option) => option.id === id)?.value;
      default:
        return id;
    }
  });
  return said === undefined ? undefined : { type, value: said };
}

/** A default value by ids, as it can be set; of options that are known to be there. */
export async function defaultByIds(
  { type, value }: DefaultState,
  options: readonly OptionState[],
  names: Names,
): Promise<DefaultById> {
  if (type === 'option.cascading') return { type, value: chainOf(value as readonly string[], options) };
  const ids = await mapped(value, async (name) => {
    switch (defaultValueKind(type).entry) {
      case 'group':
        return names.groupId(name);
      case 'project':
        return names.places.projectIds.get(name);
      case 'version':
        return (await names.versionIds()).get(name);
      case 'option':
        return optionOf(options, name).id;
      default:
        return name;
    }
  });
  return { type, value: ids };
}

function chainOf(values: readonly string[], options: readonly OptionState[]): string[] {
  let level = options;
  return values.map((value) => {
    const { id, children } = optionOf(level, value);
    level = children;
    return id;
  });
}

function optionOf(options: readonly OptionState[], value: string): OptionState {
  const option = options.find((one) => one.value === value);
  if (!option) throw new Error(`The option "${value}" of a default value is not there.`);
  return option;
}

/** A value, or all of a list; undefined where one of them is not to be found. */
async function mapped(value: unknown, find: (one: string) => Promise<string | undefined>): Promise<unknown> {
  if (typeof value === 'string') return find(value);
  if (!Array.isArray(value)) return value;
  const found = await Promise.all((value as readonly string[]).map(find));
  return found.every((one) => one !== undefined) ? found : undefined;
}

function* all(options: readonly OptionState[]): Iterable<OptionState> {
  for (const option of options) {
    yield option;
    yield* all(option.children);
  }
}

function find<Item>(items: Iterable<Item>, fits: (item: Item) => boolean): Item | undefined {
  for (const item of items) if (fits(item)) return item;
  return undefined;
}
