import type { ExtenderOperations } from '@fake-jira/openapi';
import type { RequestHandler } from 'express';
import type { Handlers } from '../../http/call.js';
import { serveApi } from '../../http/router.js';
import type { Validation } from '../../http/validation.js';
import { types } from './field-types.js';
import { fields } from './fields.js';
import { schemeUpdates } from './scheme-updates.js';
import { schemes } from './schemes.js';
import { screens } from './screens.js';
import { extenderStyle } from './style.js';
import { values } from './values.js';

/** One handler for each operation of `specs/extender.openapi.yaml`. */
export const extenderHandlers: Handlers<ExtenderOperations> = {
  ...fields,
  ...types,
  ...schemes,
  ...schemeUpdates,
  ...values,
  ...screens,
};

/** The app Extender as Express serves it. */
export function extender(validation: Validation): RequestHandler {
  return serveApi(extenderStyle, extenderHandlers, validation);
}
