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

/** Where options are made: a level of a context. */
export interface OptionPlace {
  readonly fieldId: number;
  /** Absent: the only one of the field, whose id the target does not show. */
  readonly contextId: number | undefined;
  readonly parentId?: number;
}

/** A field whose removal did not come to its end. */
export interface Unremoved {
  readonly fieldId: number;
  readonly reason: string;
}

/** Makes and removes what checks work on, by what its target offers. */
export interface ScratchMaker {
  /** Whether this target lets a client remove a field. */
  readonly removes: boolean;
  /** Whether something on this target makes contexts. */
  readonly makesContexts: boolean;
  /** A field with one context for all projects; without a context where nothing on this target makes or shows one. */
  readonly createField: (field: {
    readonly name: string;
    readonly description: string;
    readonly type: string;
    readonly searcherKey: string | null | undefined;
  }) => Promise<{ readonly id: number; readonly contextId: number | undefined }>;
  readonly createContext: (
    fieldId: number,
    context: Required<Pick<ContextPlan, 'name' | 'description' | 'projectIds' | 'issueTypeIds'>>,
  ) => Promise<number>;
  /** Lets a context that is for all projects apply to some alone. */
  readonly narrow: (fieldId: number, contextId: number, projectIds: readonly number[]) => Promise<void>;
  /** Options of one level, behind those that are there; the ids in their order. */
  readonly createOptions: (
    place: OptionPlace,
    options: readonly { readonly value: string; readonly disabled: boolean }[],
  ) => Promise<readonly number[]>;
  /**
   * Begins to remove a field; where that is a task, it may go on behind. One that is not there is removed.
   *
   * @throws Error where the target does not remove it
   */
  readonly removeField: (fieldId: number) => Promise<void>;
  /** When everything that is being removed is gone; the fields of which that did not come, and why. */
  readonly settled: () => Promise<readonly Unremoved[]>;
}

/**
 * Holds what was made to what was asked for. A target that keeps nothing, such as a server of examples, answers with
 * something else: what a check would then see is none of its doing.
 *
 * @throws Error that shows both
 */
export function requireName(asked: string, given: unknown, wanted: string): void {
  if (given === wanted.trim() || given === wanted) return;
  const answer = given === undefined ? 'without it' : `with ${JSON.stringify(given)}`;
  throw new Error(`${asked} was to make ${JSON.stringify(wanted)}, and the target answered ${answer}.`);
}

/** Makes options and those below them, level by level. */
export async function makeOptions(
  maker: ScratchMaker,
  place: OptionPlace,
  plans: readonly (string | OptionPlan)[] = [],
): Promise<ScratchOption[]> {
  if (plans.length === 0) return [];
  const wanted = plans.map((plan): OptionPlan => (typeof plan === 'string' ? { value: plan } : plan));
  const ids = await maker.createOptions(
    place,
    wanted.map(({ value, disabled = false }) => ({ value, disabled })),
  );
  const made: ScratchOption[] = [];
  for (const [at, { value, children }] of wanted.entries()) {
    const id = ids[at] as number;
    made.push({ id, value, children: await makeOptions(maker, { ...place, parentId: id }, children) });
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
