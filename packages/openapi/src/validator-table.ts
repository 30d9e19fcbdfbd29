import type { ValidateFunction } from 'ajv';

/** The compiled checks of an operation's parameters. They coerce and fill in defaults in place. */
export interface ParameterValidators {
  readonly path?: ValidateFunction;
  readonly query?: ValidateFunction;
  readonly queryNames: readonly string[];
  /** Those whose list comes in one value with commas, always. */
  readonly commaLists: readonly string[];
  /** All that are lists. */
  readonly lists: readonly string[];
  /** Query parameters that are one text. */
  readonly texts: readonly string[];
  /** Query parameters that are true or false, also as texts. */
  readonly booleans: readonly string[];
  /** Parameters of path and query that are whole numbers, or lists of them. */
  readonly integers: readonly string[];
}

/** The compiled check of an operation's JSON body. */
export interface BodyValidators {
  readonly body?: ValidateFunction;
}

/** All that a request is checked with. */
export type RequestChecks = ParameterValidators & BodyValidators & { readonly bodyRequired: boolean };
