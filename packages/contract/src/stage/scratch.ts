import type { OptionPlace, Provisioner } from '@fake-jira/target';

/** An option of a scratch field. */
export interface ScratchOption {
  readonly id: number;
  readonly value: string;
  readonly children: readonly ScratchOption[];
}

/** A field that a run made for itself. */
export interface ScratchField {
  readonly id: number;
  /** As in addresses: `customfield_10000`. */
  readonly key: string;
  readonly name: string;
  /** Full key of the type. */
  readonly type: string;
  /**
   * The context that applies to all projects.
   *
   * @throws TargetLacks where a new field has none, and nothing on the target makes one
   */
  readonly contextId: number;
  readonly options: readonly ScratchOption[];
  /**
   * The id of an option by its values from the first level down.
   *
   * @example animals.option('cats', 'leo')
   */
  readonly option: (...values: readonly string[]) => number;
}

/** An option to be made. */
export interface OptionPlan {
  readonly value: string;
  readonly disabled?: boolean;
  readonly children?: readonly (string | OptionPlan)[];
}

/** How a scratch field shall be. */
export interface FieldPlan {
  /** Behind the run's prefix; the type by default. */
  readonly name?: string;
  /** In place of a name behind the prefix: one that begins with a name of the run, where the order of names counts. */
  readonly wholeName?: string;
  readonly description?: string;
  readonly searcherKey?: string | null;
  readonly options?: readonly (string | OptionPlan)[];
}

/** How a context of a scratch field shall be. */
export interface ContextPlan {
  readonly name?: string;
  readonly description?: string;
  readonly projectIds?: readonly number[];
  readonly issueTypeIds?: readonly number[];
  readonly options?: readonly (string | OptionPlan)[];
}

export interface ScratchContext {
  readonly id: number;
  readonly name: string;
  readonly options: readonly ScratchOption[];
  readonly option: ScratchField['option'];
}

/** Makes options and those below them, level by level. */
export async function makeOptions(
  provisioner: Provisioner,
  place: OptionPlace,
  plans: readonly (string | OptionPlan)[] = [],
): Promise<ScratchOption[]> {
  if (plans.length === 0) return [];
  const wanted = plans.map((plan): OptionPlan => (typeof plan === 'string' ? { value: plan } : plan));
  const { depth = 0, parentId } = place;
  const options = wanted.map(({ value, disabled = false }) => ({ value, disabled }));
  const [level = []] = await provisioner.addOptions(place, [{ parentId, depth, options }]);
  const made: ScratchOption[] = [];
  for (const [at, { value, children }] of wanted.entries()) {
    const { id } = level[at] as { id: number };
    const below = { ...place, parentId: id, depth: depth + 1 };
    made.push({ id, value, children: await makeOptions(provisioner, below, children) });
  }
  return made;
}

/** Finds options by their values. */
export function optionFinder(owner: string, options: readonly ScratchOption[]): ScratchField['option'] {
  return (...values) => {
    let level = options;
    let found: ScratchOption | undefined;
    for (const value of values) {
      found = level.find((option) => option.value === value);
      level = found?.children ?? [];
    }
    if (!found)
      throw new Error(`${owner} has no option ${values.join(' → ')}: the check names one that it did not make.`);
    return found.id;
  };
}

/** The full key of a type that an app brings, by the last part of it, where a target lists it. */
export function fieldTypeKey(shortKey: string, fieldTypes: readonly string[] = []): string | undefined {
  return fieldTypes.find((key) => key.endsWith(`:${shortKey}`));
}

/** The full key of a built-in type. One that is full already, or is one of a Forge app, stays as it is. */
export function builtInType(shortKey: string): string {
  return shortKey.includes(':') || shortKey.startsWith('forge.')
    ? shortKey
    : `com.atlassian.jira.plugin.system.customfieldtypes:${shortKey}`;
}
