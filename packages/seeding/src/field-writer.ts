import type { ContextShape, ContextState, DefaultState, FieldState, Grantees, OptionState } from './field-state.js';

/** A place of options: a context, or an option in it. */
export interface OptionPlace {
  readonly field: FieldState;
  readonly context: ContextState;
  /** Above them; absent on the first level. */
  readonly parent?: OptionState;
}

/** New options of one level. */
export interface AddedOptions {
  /** Above them; undefined on the first level. */
  readonly parent: OptionState | undefined;
  readonly options: readonly OptionState[];
}

/** The default value that a context shall have; `null`: none. */
export interface ContextDefault {
  readonly context: ContextState;
  readonly value: DefaultState | null;
}

/**
 * Makes a target like what is wanted, in small steps, each of which is a whole: a run can end between any two of them
 * and be taken up again. What a step returns is the target's state after it.
 */
export interface FieldWriter {
  /** Makes a field with the first of its contexts, or with that which Jira gives it. */
  createField(wanted: FieldState): Promise<FieldState>;
  /** Changes what the lists of fields show. */
  updateField(
    field: FieldState,
    change: { readonly description?: string; readonly searcher?: string | null },
  ): Promise<void>;
  createContext(field: FieldState, wanted: ContextShape): Promise<ContextState>;
  updateContext(field: FieldState, context: ContextState, wanted: ContextShape): Promise<ContextState>;
  deleteContext(field: FieldState, context: ContextState): Promise<void>;
  /** Adds options at the end of one level. @returns all options of the context */
  addOptions(field: FieldState, context: ContextState, added: readonly AddedOptions[]): Promise<readonly OptionState[]>;
  setDisabled(place: OptionPlace, options: readonly OptionState[]): Promise<void>;
  /** Puts the options of one level into this order, in front of all others. */
  orderOptions(place: OptionPlace, options: readonly OptionState[]): Promise<void>;
  /** Sets default values of one field. Those that are not shown to the caller are looked at first. @returns whether one was changed */
  setDefaults(field: FieldState, defaults: readonly ContextDefault[]): Promise<boolean>;
  setFieldGrants(field: FieldState, grants: Grantees): Promise<void>;
  /** Sets the grants of all contexts of a field. */
  setContextGrants(field: FieldState, contexts: readonly ContextState[]): Promise<void>;
  trash(field: FieldState): Promise<void>;
}
