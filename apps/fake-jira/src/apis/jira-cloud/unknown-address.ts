import { defaultErrors, isMirrored } from '@fake-jira/openapi';
import type { RequestHandler } from 'express';
import { answeredRequest, contextOf } from '../../http/request-context.js';
import { send } from '../../http/response.js';
import { behaviour } from './behaviour.js';
import { deadLink, problem } from './cloud-refusals.js';
import { unauthenticated } from './dialect.js';

/** What a Data Center says to a request whose credentials are wrong, also at an address that it does not have. */
export const refuseBadCredentials: RequestHandler = (request, response, next) => {
  const { badCredentials, profile } = contextOf(request);
  if (!badCredentials || behaviour(profile).hasEdge) return next();
  const [refusal] = defaultErrors('jira-cloud')['not-authenticated'] ?? [];
  send(response, unauthenticated({ status: 401, text: refusal?.text ?? null }, answeredRequest(request)));
};

/**
 * What Jira says to an address that it does not have. Where no Jira here has it, the fake says in a header that it may be
 * one of a real Jira all the same.
 */
export const unknownAddress: RequestHandler = (request, response) => {
  const context = contextOf(request);
  const { profile, links, address } = context;
  if (!isMirrored(request.path)) {
    context.mirrored = false;
    response.setHeader('X-Fake-Jira', 'not-mirrored');
  }
  const { hasEdge, unknownAddress } = behaviour(profile);
  if (hasEdge) {
    if (!request.path.startsWith('/rest')) return send(response, deadLink);
    const detail = `No endpoint ${request.method} ${request.path}.`;
    return send(response, problem(404, 'Not Found', detail, answeredRequest(request)));
  }
  const url = links.to(address);
  if (unknownAddress === 'error-collection') {
    return send(response, { status: 404, body: { errorMessages: [`There is no resource at ${url}.`], errors: {} } });
  }
  // The words of Jersey, on which Data Center's REST modules stand (corroborated by clients).
  send(response, { status: 404, body: { message: `null for uri: ${url}`, 'status-code': 404 } });
};
