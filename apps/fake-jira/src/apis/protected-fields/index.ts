import type { ProtectedFieldsOperations } from '@fake-jira/openapi';
import type { RequestHandler, Router } from 'express';
import { arrivalOf } from '../../http/arrival.js';
import type { Handlers } from '../../http/call.js';
import { apiRouter } from '../../http/router.js';
import type { Validation } from '../../http/validation.js';
import { protectedStyle } from './style.js';
import { values } from './values.js';

/** One handler for each operation of `specs/protected-fields.openapi.yaml`. */
export const protectedFieldsHandlers: Handlers<ProtectedFieldsOperations> = values;

/** The app Protected Fields as routes, at the address that the profile of the request's workspace has for it. */
export function protectedFields(validation: Validation): RequestHandler {
  const routers = new Map<string, Router>();
  return (request, response, next) => {
    const { address } = arrivalOf(request).versions.protectedFields;
    if (address === null || !request.path.startsWith(address)) return next();
    const router = routers.get(address) ?? apiRouter(protectedStyle(address), protectedFieldsHandlers, validation);
    routers.set(address, router);
    router(request, response, next);
  };
}
