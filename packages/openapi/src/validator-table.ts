import type { ValidateFunction } from 'ajv';

/** The compiled checks of an operation's parameters. They coerce and fill in defaults in place. */
export interface ParameterValidators {
  readonly path?: ValidateFunction;
  readonly query?: ValidateFunction;
  readonly queryNames: readonly string[];
  readonly commaLists: readonly string[];
}

/** The compiled check of an operation's JSON body. */
export interface BodyValidators {
  readonly body?: ValidateFunction;
}
