import type { ControlOperations } from '@fake-jira/openapi';
import { buildWorld, parseWorldFile, type WorldFile } from '@fake-jira/fixtures';
import { noContent, ok } from '../../http/answer.js';
import type { Handlers } from '../../http/call.js';
import { countsOf } from './counts.js';
import { refusingMistakes } from './mistakes.js';

type Operations = Pick<ControlOperations, 'controlReset' | 'controlImportWorld'>;

export const world: Handlers<Operations> = {
  controlReset({ workspace }) {
    workspace.reset();
    return noContent();
  },

  controlImportWorld({ workspace, world, body, query }) {
    const root = refusingMistakes(() => buildWorld(worldFileOf(body), { now: world.clock.now(), vault: world.vault }));
    workspace.load(root, { baseline: query.baseline ?? false });
    return ok({ counts: countsOf(world.root) });
  },
};

/** A body as a world file: YAML is still a text, JSON has been read. */
function worldFileOf(body: unknown): WorldFile {
  return parseWorldFile(typeof body === 'string' ? body : JSON.stringify(body), { name: 'world' });
}
