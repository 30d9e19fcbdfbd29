import { HttpError } from '../../http/wire-error.js';

/*
 * What names the next page of a search: from which issue on, and of which query. Nobody is meant to read it.
 */

/** The token of the page that begins with an issue of what a query finds. */
export function pageToken(from: number, jql: string): string {
  return Buffer.from(JSON.stringify([from, jql])).toString('base64url');
}

/** @throws HttpError `page-token-invalid` for what is no token, or one of another query */
export function readPageToken(token: string, jql: string): number {
  try {
    const [from, query] = JSON.parse(Buffer.from(token, 'base64url').toString()) as [unknown, unknown];
    if (query === jql && Number.isSafeInteger(from)) return from as number;
  } catch {
    // No token of ours.
  }
  throw new HttpError('page-token-invalid');
}
