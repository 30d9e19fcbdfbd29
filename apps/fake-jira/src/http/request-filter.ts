import type { JournalEntry } from './journal.js';
import { pathPattern } from './path-pattern.js';

/** Which requests to look for: those that fit all that is named. */
export interface RequestFilter {
  readonly method?: string;
  /** Below the workspace and the context path; `*` within a segment, `**` across them. */
  readonly path?: string;
  /** Log-in name; null: nobody was signed in. */
  readonly user?: string | null;
  readonly status?: number;
  /** Operation id of the specs. */
  readonly operation?: string;
  /** `false`: those to addresses that nothing here has; `true`: all others. */
  readonly mirrored?: boolean;
  /** Only the newest so many. */
  readonly limit?: number;
}

/**
 * The entries of a journal that fit a filter, oldest first.
 *
 * @example requestsThatFit(jira.journal(), { method: 'PUT', path: '/rest/api/*\/field/**' })
 */
export function requestsThatFit(entries: readonly JournalEntry[], filter: RequestFilter): readonly JournalEntry[] {
  const { method, path, user, status, operation, mirrored, limit } = filter;
  const fitsPath = path === undefined ? () => true : pathPattern(path);
  const found = entries.filter(
    (entry) =>
      (method === undefined || entry.method === method.toUpperCase()) &&
      fitsPath(entry.path) &&
      (user === undefined || entry.user === user) &&
      (status === undefined || entry.status === status) &&
      (operation === undefined || entry.operationId === operation) &&
      (mirrored === undefined || (entry.mirrored ?? true) === mirrored),
  );
  return limit === undefined ? found : found.slice(-limit);
}
