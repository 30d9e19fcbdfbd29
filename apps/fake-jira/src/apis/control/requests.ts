import type { ControlOperations } from '@fake-jira/openapi';
import { noContent, ok } from '../../http/response.js';
import type { Handlers } from '../../http/request-context.js';
import { requestsThatFit } from '../../http/request-filter.js';

type Operations = Pick<ControlOperations, 'controlListRequests' | 'controlForgetRequests'>;

export const requests: Handlers<Operations> = {
  controlListRequests({ workspace, query: { user, ...filter } }) {
    const found = requestsThatFit(workspace.journal.entries(), {
      ...filter,
      ...(user !== undefined && { user: user === '' ? null : user }),
    });
    return ok({ requests: found.map((entry) => ({ ...entry, violations: [...entry.violations] })) });
  },

  controlForgetRequests({ workspace }) {
    workspace.journal.clear();
    return noContent();
  },
};
