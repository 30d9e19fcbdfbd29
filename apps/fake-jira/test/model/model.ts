/**
 * What the documents say of the options of a cascading field, once more and as plainly as it can be said: lists in their
 * order, and rules in front of them. It knows nothing of the world's tables.
 */
export interface ModelOption {
  readonly id: number;
  value: string;
  disabled: boolean;
  children: ModelOption[];
}

/** One workspace: a field with one context. */
export interface Model {
  options: ModelOption[];
  /** The first level's, and what is below it; null: none. */
  defaultIds: readonly number[] | null;
  /** Whether Customfield Editor has let bob change the options. */
  bobMay: boolean;
}

/** Where an option is: the list that it is in, and its place there. */
export interface Found {
  readonly level: ModelOption[];
  readonly at: number;
  readonly option: ModelOption;
  readonly parent: ModelOption | undefined;
}

/** All options, each level behind its parent. */
export function everyOption(model: Model): Found[] {
  return model.options.flatMap((option, at) => [
    { level: model.options, at, option, parent: undefined },
    ...option.children.map((child, place) => ({ level: option.children, at: place, option: child, parent: option })),
  ]);
}

/** An option by a number that was drawn, whatever there is; undefined where there is none. */
export function drawn(model: Model, number: number): Found | undefined {
  const all = everyOption(model);
  return all.length === 0 ? undefined : all[number % all.length];
}

/** Whether a level has a value already, perhaps beside one option. */
export function taken(level: readonly ModelOption[], value: string, except?: ModelOption): boolean {
  return level.some((other) => other !== except && other.value === value);
}

/** Takes an option away, with what is below it; a default of which it is a part is none any more. */
export function remove(model: Model, { level, at, option, parent }: Found): void {
  level.splice(at, 1);
  if (model.defaultIds?.includes(option.id)) model.defaultIds = parent ? [parent.id] : null;
}

/** Puts options of a level, in their order there or as they are named, behind another one, or first, or last. */
export function move(level: ModelOption[], ids: readonly number[], where: 'First' | 'Last' | number): void {
  const moved = ids.map((id) => level.find((option) => option.id === id) as ModelOption);
  const rest = level.filter((option) => !ids.includes(option.id));
  const at = where === 'First' ? 0 : where === 'Last' ? rest.length : rest.findIndex(({ id }) => id === where) + 1;
  level.splice(0, level.length, ...rest.slice(0, at), ...moved, ...rest.slice(at));
}

export function sort(level: ModelOption[], direction: 1 | -1): void {
  level.sort((a, b) => direction * (a.value < b.value ? -1 : a.value > b.value ? 1 : 0));
}
