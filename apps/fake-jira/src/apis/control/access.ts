import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import { answeredRequest, contextOf } from '../../http/request-context.js';
import { isFromAnotherOrigin } from '../../http/gate.js';
import { send } from '../../http/response.js';
import { controlDialect } from './dialect.js';

/**
 * Lets nobody in who should not be: no web page of another origin, and nobody without the control token where there is
 * one. No answer has a CORS header.
 *
 * @param token - what `Authorization: Bearer` has to be; absent: nothing is needed
 */
export function guardControl(token: string | undefined): RequestHandler {
  return (request, response, next) => {
    if (isFromAnotherOrigin(request, contextOf(request).links.base)) {
      const message = 'The control API answers no web page of another origin. Call it from a program.';
      return send(response, controlDialect.refuseTransport(403, message, answeredRequest(request)));
    }
    if (token !== undefined && !hasToken(request, token)) {
      const message = 'The control API needs the control token of this fake: Authorization: Bearer <token>.';
      const refused = controlDialect.refuseTransport(401, message, answeredRequest(request));
      return send(response, { ...refused, headers: { 'WWW-Authenticate': 'Bearer realm="fake-jira control"' } });
    }
    next();
  };
}

function hasToken(request: Request, token: string): boolean {
  const [scheme = '', given = ''] = (request.get('authorization') ?? '').split(/ +(.*)/s);
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return scheme.toLowerCase() === 'bearer' && timingSafeEqual(hash(given.trim()), hash(token));
}
