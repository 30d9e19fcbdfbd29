import type { ExtenderOperations } from '@fake-jira/openapi';
import type { RequestHandler } from 'express';
import type { Handlers } from '../../http/call.js';
import { serveApi } from '../../http/router.js';
import { withVersionChanges } from '../../http/version-changes.js';
import type { Validation } from '../../http/validation.js';
import type { ExtenderBehaviour } from './behaviour.js';
import { fields } from './fields.js';
import { schemeUpdates } from './scheme-updates.js';
import { schemes } from './schemes.js';
import { extenderStyle } from './style.js';
import { values } from './values.js';
import { versionChanges } from './version-changes.js';

/** One handler for each operation of `specs/extender.openapi.yaml`. */
export const extenderHandlers: Handlers<ExtenderOperations, ExtenderBehaviour> = {
  ...fields,
  ...schemes,
  ...schemeUpdates,
  ...values,
};

/** The app Extender as Express serves it. */
export function extender(validation: Validation): RequestHandler {
  return serveApi(extenderStyle, withVersionChanges(extenderHandlers, versionChanges), validation);
}
