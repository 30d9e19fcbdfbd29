import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { ApiName } from './table.js';
import type { BodyValidators, ParameterValidators } from './validator-table.js';

/** The compiled checks of all requests of an API, in the newest form. */
export interface Validators {
  readonly parameters: Readonly<Record<string, ParameterValidators>>;
  readonly bodies: Readonly<Record<string, BodyValidators>>;
}

const loaded = new Map<ApiName, Validators>();

/**
 * The compiled checks of an API, loaded at its first request: an API that is never asked costs nothing.
 * A bundler has to put `generated/validators/` beside the bundle.
 */
export function validatorsOf(api: ApiName): Validators {
  const known = loaded.get(api);
  if (known !== undefined) return known;
  const require = createRequire(import.meta.url);
  const load = (part: string): unknown =>
    (
      require(fileURLToPath(new URL(`./generated/validators/${api}.${part}.cjs`, import.meta.url))) as {
        validators: unknown;
      }
    ).validators;
  const validators = { parameters: load('parameters'), bodies: load('bodies') } as Validators;
  loaded.set(api, validators);
  return validators;
}
