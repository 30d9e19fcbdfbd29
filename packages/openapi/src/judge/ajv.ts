import type * as AjvModule from 'ajv';
import type * as FormatsModule from 'ajv-formats';
import { createRequire } from 'node:module';
import { addValueKeywords } from '../document/value-keywords.js';

/**
 * An Ajv for checking at run time. It is loaded here and not imported: it takes 30 ms, and whoever only starts the
 * fake never needs it.
 */
export function newAjv(options: AjvModule.Options = {}): AjvModule.Ajv {
  const require = createRequire(import.meta.url);
  const loaded = require('ajv') as typeof AjvModule;
  const formats = require('ajv-formats') as typeof FormatsModule;
  const ajv = new loaded.Ajv({ allErrors: true, strict: false, validateSchema: false, ...options });
  formats.default.default(ajv);
  addValueKeywords(ajv, loaded);
  return ajv;
}
