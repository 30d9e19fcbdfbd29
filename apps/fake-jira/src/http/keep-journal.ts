import { isProtected } from '@fake-jira/world';
import type { RequestHandler } from 'express';
import { arrivalOf, operationOf, type Arrival } from './arrival.js';
import { keptBody, maskedAddress, type JournalEntry } from './journal.js';
import type { Workspace } from './workspaces.js';

/** Told of each request once it is answered. */
export type RequestListener = (entry: JournalEntry, workspace: Workspace) => void;

/** Writes each answered request to the journal of its workspace; those to the fake's own API are only told of. */
export function keepJournal(onRequest?: RequestListener): RequestHandler {
  return (request, response, next) => {
    const arrival = arrivalOf(request);
    const { workspace } = arrival;
    const at = workspace.world.clock.now();
    // Also where the connection ends before there is an answer.
    response.once('close', () => {
      const entry: JournalEntry = {
        method: request.method,
        path: maskedAddress(arrival.address),
        user: arrival.caller.user?.name ?? null,
        status: response.headersSent ? response.statusCode : null,
        at,
        operationId: operationOf(arrival)?.operationId ?? null,
        ...bodyOf(arrival, request.body, request.headers['content-length']),
        ...(arrival.fault !== undefined && { fault: arrival.fault }),
        violations: arrival.violations,
      };
      if (arrival.location.api !== 'control') workspace.journal.add(entry);
      onRequest?.(entry, workspace);
    });
    next();
  };
}

/** Bodies of Protected Fields are values that nobody else may read: nothing of them is kept. */
function bodyOf(
  { location, workspace }: Arrival,
  body: unknown,
  length: string | undefined,
): Pick<JournalEntry, 'body' | 'bodyLeftOut'> {
  if (body === undefined || location.api === 'control') return {};
  if (location.api === 'protected-fields') return { bodyLeftOut: 'protected' };
  // In an issue of Jira's API.
  const isSecret = (name: string) => {
    const field =
      name.startsWith('customfield_') && workspace.world.root.fields.get(Number(name.slice('customfield_'.length)));
    return field ? isProtected(field) : false;
  };
  return keptBody(body, length === undefined ? undefined : Number(length), isSecret);
}
