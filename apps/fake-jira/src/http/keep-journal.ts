import { maskedAddress } from '@fake-jira/openapi';
import { isProtected } from '@fake-jira/world';
import type { Request, RequestHandler, Response } from 'express';
import { arrivalOf } from './arrival.js';
import { withBody, type JournalEntry } from './journal.js';
import { bodySize } from './transport.js';
import type { Workspace } from './workspaces.js';

/** Told of each request once it is answered. */
export type RequestListener = (entry: JournalEntry, workspace: Workspace) => void;

/** The journal's part in requests to the fake's own API: they are told of, and not written down. */
const ownPrefix = '/_fake/';

/**
 * Writes each answered request to the journal of its workspace.
 *
 * @param onDefect - told of what goes wrong here, which is nobody's request any more
 */
export function keepJournal(
  onRequest: RequestListener | undefined,
  onDefect: (error: unknown) => void,
): RequestHandler {
  return (request, response, next) => {
    const { workspace, address } = arrivalOf(request);
    const at = workspace.world.clock.now();
    // Also where the connection ends before there is an answer.
    response.once('close', () => {
      try {
        const entry = entryOf(request, response, at);
        if (!address.startsWith(ownPrefix)) workspace.journal.add(entry);
        onRequest?.(entry, workspace);
      } catch (error) {
        onDefect(error);
      }
    });
    next();
  };
}

function entryOf(request: Request, response: Response, at: number): JournalEntry {
  const { address, caller, operation, versions, workspace, fault, violations } = arrivalOf(request);
  const entry: JournalEntry = {
    method: request.method,
    path: maskedAddress(address),
    user: caller.user?.name ?? null,
    status: response.headersSent ? response.statusCode : null,
    at,
    operationId: operation?.operationId ?? null,
    ...(fault !== undefined && { fault }),
    violations,
  };
  if (request.body === undefined || address.startsWith(ownPrefix)) return entry;
  // Bodies of Protected Fields are values that nobody else may read: nothing of them is kept.
  const { address: protectedAddress } = versions.protectedFields;
  if (operation?.api === 'protected-fields' || (protectedAddress !== null && address.startsWith(protectedAddress)))
    return { ...entry, bodyLeftOut: 'protected' };
  // In an issue of Jira's API.
  const isSecret = (name: string) => {
    const field =
      name.startsWith('customfield_') && workspace.world.root.fields.get(Number(name.slice('customfield_'.length)));
    return field ? isProtected(field) : false;
  };
  return withBody(entry, request.body, bodySize(request), isSecret);
}
