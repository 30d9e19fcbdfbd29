import type { ControlOperations } from '@fake-jira/openapi';
import {
  buildWorld,
  checkWorldFile,
  exportWorldFile,
  mergeIntoWorld,
  parseWorldFile,
  worldFileText,
  type WorldFile,
} from '@fake-jira/fixtures';
import type { Root } from '@fake-jira/world';
import { noContent, ok } from '../../http/response.js';
import type { Handlers } from '../../http/request-context.js';
import { countsOf } from './counts.js';
import { refusingMistakes } from './mistakes.js';
import { YamlText } from './dialect.js';

type Operations = Pick<
  ControlOperations,
  'controlReset' | 'controlExportWorld' | 'controlImportWorld' | 'controlMergeWorld'
>;

const yaml = 'application/yaml';

export const world: Handlers<Operations> = {
  controlReset({ workspace }) {
    workspace.reset();
    return noContent();
  },

  controlExportWorld({ root, query, accepts }) {
    const file = exportWorldFile(root, {
      history: query.history ?? false,
      configuration: query.configuration ?? false,
    });
    // The first is meant where a client takes anything.
    if (accepts(['application/json', yaml]) !== yaml) return ok({ ...file });
    return { ...ok({}), text: worldFileText(file, 'yaml'), headers: { 'Content-Type': `${yaml}; charset=utf-8` } };
  },

  controlImportWorld({ workspace, world, body, query }) {
    const now = world.clock.now();
    workspace.load(
      refusingMistakes(() => buildWorld(worldFileOf(body), { now, vault: world.vault })),
      { baseline: query.baseline ?? false },
    );
    return ok({ counts: countsOf(world.root) });
  },

  controlMergeWorld({ workspace, world, root, body, query }) {
    const now = world.clock.now();
    workspace.load(
      refusingMistakes(() => mergeIntoWorld(root, worldFileOf(body, root), { now, vault: world.vault })),
      { baseline: query.baseline ?? false },
    );
    return ok({ counts: countsOf(world.root) });
  },
};

/**
 * A body as a world file: JSON has been read, YAML is still a text whose lines can be told.
 *
 * @param onto - the world that the file may name things of
 */
export function worldFileOf(body: unknown, onto?: Root): WorldFile {
  const name = 'world';
  if (!(body instanceof YamlText)) return checkWorldFile(body, { name });
  const how = onto ? { onto: exportWorldFile(onto, { history: true }) } : { toBuild: true };
  return parseWorldFile(body.text, { name, ...how });
}
