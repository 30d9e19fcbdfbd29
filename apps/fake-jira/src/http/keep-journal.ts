import type { RequestHandler } from 'express';
import { arrivalOf } from './arrival.js';
import type { JournalEntry } from './journal.js';
import type { Workspace } from './workspaces.js';

/** Told of each request once it is answered. */
export type RequestListener = (entry: JournalEntry, workspace: Workspace) => void;

/** Writes each answered request to the journal of its workspace. */
export function keepJournal(onRequest?: RequestListener): RequestHandler {
  return (request, response, next) => {
    const arrival = arrivalOf(request);
    const { workspace } = arrival;
    const at = workspace.world.clock.now();
    response.once('finish', () => {
      const entry: JournalEntry = {
        method: request.method,
        path: arrival.address,
        user: arrival.caller.user?.name ?? null,
        status: response.statusCode,
        at,
        operationId: arrival.operation?.operationId ?? null,
        violations: arrival.violations,
      };
      workspace.journal.add(entry);
      onRequest?.(entry, workspace);
    });
    next();
  };
}
