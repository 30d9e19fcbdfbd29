import { evidenceOf, type OperationId } from '@fake-jira/openapi';
import { isProtected } from '@fake-jira/world';
import type { Request, RequestHandler, Response } from 'express';
import { contextOf, operationOf } from './request-context.js';
import { withBody, type JournalEntry } from './journal.js';
import { bodySize } from './transport.js';
import type { Workspace } from './workspaces.js';

/** Told of each request once it is answered. */
export type RequestListener = (entry: JournalEntry, workspace: Workspace) => void;

/**
 * Writes each answered request to the journal of its workspace; those to the fake's own API are only told of.
 *
 * @param onDefect - told of what goes wrong here, which is nobody's request any more
 * @param explains - whether entries have the grade of what was answered
 */
export function keepJournal(
  onRequest: RequestListener | undefined,
  onDefect: (error: unknown) => void,
  explains = false,
): RequestHandler {
  return (request, response, next) => {
    const { workspace, location } = contextOf(request);
    const at = workspace.world.clock.now();
    // Also where the connection ends before there is a response.
    response.once('close', () => {
      try {
        const plain = entryOf(request, response, at);
        const entry = explains ? withEvidence(plain, workspace) : plain;
        if (location.api !== 'control') workspace.journal.add(entry);
        onRequest?.(entry, workspace);
      } catch (error) {
        onDefect(error);
      }
    });
    next();
  };
}

function entryOf(request: Request, response: Response, at: number): JournalEntry {
  const context = contextOf(request);
  const { address, caller, location, workspace, fault, violations, mirrored, fallback } = context;
  const entry: JournalEntry = {
    method: request.method,
    path: address,
    user: caller.user?.name ?? null,
    status: response.headersSent ? response.statusCode : null,
    at,
    operationId: operationOf(context)?.operationId ?? null,
    ...(!mirrored && { mirrored: false as const }),
    ...(fallback && { fallback: true as const }),
    ...(fault !== undefined && { fault }),
    violations,
  };
  if (request.body === undefined || location.api === 'control') return entry;
  // Bodies of Protected Fields are values that nobody else may read: nothing of them is kept.
  if (location.api === 'protected-fields') return { ...entry, bodyLeftOut: 'protected' };
  // In an issue of Jira's API.
  const isSecret = (name: string) => {
    const field =
      name.startsWith('customfield_') && workspace.world.root.fields.get(Number(name.slice('customfield_'.length)));
    return field ? isProtected(field) : false;
  };
  return withBody(entry, request.body, bodySize(request), isSecret);
}

/** An entry with how its outcome is known; as it was where no document lists the outcome. */
function withEvidence(entry: JournalEntry, { profile }: Workspace): JournalEntry {
  const { operationId, status } = entry;
  if (operationId === null || status === null) return entry;
  const evidence = evidenceOf(operationId as OperationId, status, profile);
  return evidence === undefined ? entry : { ...entry, evidence };
}
