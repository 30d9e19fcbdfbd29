import type { ControlOperations } from '@fake-jira/openapi';
import { noContent, ok, type ApiResponse } from '../../http/response.js';
import type { Handlers } from '../../http/request-context.js';
import { requestsThatFit, type RequestFilter } from '../../http/request-filter.js';
import type { Journal, JournalEntry } from '../../http/journal.js';

type Operations = Pick<ControlOperations, 'controlListRequests' | 'controlForgetRequests'>;

const events = 'text/event-stream';

export const requests: Handlers<Operations> = {
  controlListRequests({ workspace, query: { user, ...asked }, accepts }) {
    const filter = { ...asked, ...(user !== undefined && { user: user === '' ? null : user }) };
    // The first is meant where a client takes anything.
    if (accepts(['application/json', events]) === events)
      return { ...ok({ requests: [] }), ...live(workspace.journal, filter) };
    return ok({ requests: requestsThatFit(workspace.journal.entries(), filter).map(rendered) });
  },

  controlForgetRequests({ workspace }) {
    workspace.journal.clear();
    return noContent();
  },
};

const rendered = (entry: JournalEntry) => ({ ...entry, violations: [...entry.violations] });

/** The requests that were answered, then each as it is answered: server-sent events. */
function live(journal: Journal, filter: RequestFilter): Pick<ApiResponse, 'headers' | 'live'> {
  return {
    headers: { 'Content-Type': `${events}; charset=utf-8`, 'Cache-Control': 'no-store' },
    live(write) {
      const tell = (entry: JournalEntry) => write(`data: ${JSON.stringify(rendered(entry))}\n\n`);
      requestsThatFit(journal.entries(), filter).forEach(tell);
      return journal.watch((entry) => {
        if (!entry) write('event: forgotten\ndata:\n\n');
        else requestsThatFit([entry], filter).forEach(tell);
      });
    },
  };
}
