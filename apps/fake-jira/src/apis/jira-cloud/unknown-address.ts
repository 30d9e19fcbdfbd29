import { defaultErrors } from '@fake-jira/openapi';
import type { RequestHandler } from 'express';
import { contextOf } from '../../http/request-context.js';
import { send } from '../../http/response.js';
import { behaviour } from './behaviour.js';
import { unauthenticated } from './dialect.js';

/** What Jira says to a request whose credentials are wrong, also at an address that it does not have. */
export const refuseBadCredentials: RequestHandler = (request, response, next) => {
  const { badCredentials, profile } = contextOf(request);
  if (!badCredentials) return next();
  const [refusal] = defaultErrors('jira-cloud')['not-authenticated'] ?? [];
  send(response, unauthenticated({ status: 401, text: refusal?.text ?? null, property: undefined }, profile));
};

/** What Jira says to an address that it does not have. */
export const unknownAddress: RequestHandler = (request, response) => {
  const { profile, links, address } = contextOf(request);
  const url = links.to(address);
  if (behaviour(profile).unknownAddress === 'error-collection') {
    send(response, { status: 404, body: { errorMessages: [`There is no resource at ${url}.`], errors: {} } });
    return;
  }
  // The words of Jersey, on which Jira's REST modules stand (corroborated by clients of Cloud and Data Center).
  send(response, { status: 404, body: { message: `null for uri: ${url}`, 'status-code': 404 } });
};
