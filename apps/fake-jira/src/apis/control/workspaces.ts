import type { ControlOperations } from '@fake-jira/openapi';
import { noContent, ok } from '../../http/response.js';
import type { Handlers } from '../../http/request-context.js';
import { defaultWorkspace, type Workspaces } from '../../http/workspaces.js';
import { HttpError } from '../../http/wire-error.js';

type Operations = Pick<ControlOperations, 'controlListWorkspaces' | 'controlDeleteWorkspace'>;

/** The one resource that looks beyond its own workspace. */
export function workspaces(all: Workspaces): Handlers<Operations> {
  return {
    controlListWorkspaces() {
      const rendered = all.list().map((one) => ({ ...one, lastUsed: new Date(one.lastUsed).toISOString() }));
      return ok({ workspaces: rendered });
    },

    controlDeleteWorkspace({ path: { name } }) {
      if (name === defaultWorkspace) throw new HttpError('workspace-not-deletable', { name });
      if (!all.delete(name)) throw new HttpError('workspace-not-found', { name });
      return noContent();
    },
  };
}
