import { buildWorld } from '@fake-jira/fixtures';
import type { ControlOperations } from '@fake-jira/openapi';
import { noContent, ok } from '../../http/response.js';
import type { Handlers } from '../../http/request-context.js';
import { defaultWorkspace, type Workspaces } from '../../http/workspaces.js';
import { HttpError } from '../../http/wire-error.js';
import { countsOf } from './counts.js';
import { refusingMistakes } from './mistakes.js';
import { worldFileOf } from './world.js';

type Operations = Pick<ControlOperations, 'controlBeginWithWorld' | 'controlListWorkspaces' | 'controlDeleteWorkspace'>;

/** What looks beyond its own workspace. */
export function workspaces(all: Workspaces): Handlers<Operations> {
  return {
    controlBeginWithWorld({ workspace, world, body }) {
      if (workspace.name !== defaultWorkspace) {
        const reason = 'The beginning is that of the whole fake: ask the default workspace, at /_fake/beginning.';
        throw new HttpError('request-invalid', { reason });
      }
      const { clock, vault } = world;
      const root = refusingMistakes(() => buildWorld(worldFileOf(body), { now: clock.now(), vault }));
      workspace.load(root, { baseline: true });
      all.beginWith(root);
      return ok({ counts: countsOf(world.root) });
    },

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
