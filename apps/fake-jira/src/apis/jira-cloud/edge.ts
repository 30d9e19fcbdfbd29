import { createHash } from 'node:crypto';
import type { RequestHandler } from 'express';
import { contextOf, type Entered } from '../../http/request-context.js';
import { send } from '../../http/response.js';
import type { Workspace } from '../../http/workspaces.js';
import { behaviour } from './behaviour.js';
import { noSessionOfAnApp } from './cloud-refusals.js';

/**
 * What stands in front of Jira's own operations: how JSON is labelled, and on Cloud the headers of its edge, and what it
 * thinks of credentials before an operation sees them (recorded: backlot-measured-cloud, defectdojo-vcr).
 */
export const edge: RequestHandler = (request, response, next) => {
  const context = contextOf(request);
  const { location, profile, badCredentials, caller } = context;
  if (location.api !== 'jira-cloud' && location.api !== undefined) return next();
  response.locals.jsonType = 'application/json;charset=UTF-8';
  if (!behaviour(profile).hasEdge) return next();
  if (badCredentials) response.setHeader('X-Seraph-LoginReason', 'AUTHENTICATED_FAILED');
  for (const [name, value] of Object.entries(headersOf(context))) response.setHeader(name, value);
  const isBearer = /^bearer\b/i.test(request.get('authorization') ?? '');
  // Personal access tokens are Data Center's: here a bearer is an app.
  if (isBearer && caller.user?.app === undefined) return send(response, noSessionOfAnApp);
  next();
};

function headersOf({ workspace, caller }: Pick<Entered, 'workspace' | 'caller'>): Record<string, string> {
  return {
    Server: 'AtlassianEdge',
    'Cache-Control': 'no-cache, no-store, no-transform',
    Vary: 'Accept-Encoding',
    'X-Content-Type-Options': 'nosniff',
    'X-Xss-Protection': '1; mode=block',
    'Strict-Transport-Security': 'max-age=63072000; includeSubDomains; preload',
    'X-Arequestid': requestId(workspace),
    ...(caller.user && { 'X-Aaccountid': encodeURIComponent(caller.user.accountId) }),
  };
}

const asked = new WeakMap<Workspace, number>();

/** Another one for each request of a workspace, and the same ones in every run. */
function requestId(workspace: Workspace): string {
  const count = (asked.get(workspace) ?? 0) + 1;
  asked.set(workspace, count);
  return createHash('md5').update(`${workspace.name}/${count}`).digest('hex');
}
