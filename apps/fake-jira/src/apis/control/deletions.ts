import type { ControlOperations } from '@fake-jira/openapi';
import { deleteGroup, deleteProject, deleteUser, RuleError, type Transaction, type World } from '@fake-jira/world';
import { noContent } from '../../http/response.js';
import type { Handlers } from '../../http/request-context.js';
import { HttpError } from '../../http/wire-error.js';

type Operations = Pick<ControlOperations, 'controlDeleteProject' | 'controlDeleteUser' | 'controlDeleteGroup'>;

/** What no mirrored API deletes. */
export const deletions: Handlers<Operations> = {
  controlDeleteProject: ({ world, path }) => remove(world, (tx) => deleteProject(tx, path.key)),
  controlDeleteUser: ({ world, path }) => remove(world, (tx) => deleteUser(tx, path.name)),
  controlDeleteGroup: ({ world, path }) => remove(world, (tx) => deleteGroup(tx, path.name)),
};

function remove(world: World, change: (tx: Transaction) => unknown) {
  try {
    world.write(change);
  } catch (error) {
    // The world has no rule code for what no API of Jira's does; its sentence says what is in the way.
    if (error instanceof RuleError || !(error instanceof Error)) throw error;
    throw new HttpError('request-invalid', { reason: error.message });
  }
  return noContent();
}
