import type * as AjvModule from 'ajv';
import type * as FormatsModule from 'ajv-formats';
import { createRequire } from 'node:module';

/**
 * An Ajv for checking at run time. It is loaded here and not imported: it takes 30 ms, and whoever only starts the
 * fake never needs it.
 */
export function newAjv(): AjvModule.Ajv {
  const require = createRequire(import.meta.url);
  const { Ajv: Constructor } = require('ajv') as typeof AjvModule;
  const formats = require('ajv-formats') as typeof FormatsModule;
  const ajv = new Constructor({ allErrors: true, strict: false, validateSchema: false });
  formats.default.default(ajv);
  return ajv;
}
