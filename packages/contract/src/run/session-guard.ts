import { maskedAddress } from '@fake-jira/openapi';
import type { Session } from '../stage/session.js';

/**
 * Keeps the lines of one check to what it may do, whatever it says of itself and whatever the target answers.
 *
 * @param rules - whether only GET and HEAD are sent, and how many requests on all lines together
 * @returns what puts a line under the rules
 */
export function sessionGuard({
  readOnly,
  mostRequests,
}: {
  readonly readOnly: boolean;
  readonly mostRequests: number;
}): (session: Session) => Session {
  let sent = 0;
  return (session) => ({
    send: async (request) => {
      const { method, path } = request;
      if (readOnly && !['GET', 'HEAD'].includes(method)) {
        throw new Error(`The run is read-only: ${method} ${maskedAddress(path)} was not sent.`);
      }
      if ((sent += 1) > mostRequests) {
        throw new Error(`No end after ${mostRequests} requests: ${method} ${maskedAddress(path)} was not sent.`);
      }
      return session.send(request);
    },
  });
}
