import type { ProtectedFieldsOperations } from '@fake-jira/openapi';
import type { RequestHandler } from 'express';
import type { Handlers } from '../../http/call.js';
import { serveApi } from '../../http/router.js';
import type { Validation } from '../../http/validation.js';
import { protectedStyle } from './style.js';
import { values } from './values.js';

/** One handler for each operation of `specs/protected-fields.openapi.yaml`. */
export const protectedFieldsHandlers: Handlers<ProtectedFieldsOperations> = values;

/** The app Protected Fields as Express serves it. */
export function protectedFields(validation: Validation): RequestHandler {
  return serveApi(protectedStyle, protectedFieldsHandlers, validation);
}
