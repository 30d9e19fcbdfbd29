import { restoreField, startDeletingField, trashField } from '@fake-jira/world';
import { ok, seeOther } from '../../http/response.js';
import { userOf } from '../../http/request-context.js';
import type { JiraHandlers } from './call.js';

export const trash = {
  trashCustomField(call) {
    call.world.write((tx) => trashField(tx, call.path.fieldId, userOf(call)));
    return ok({});
  },

  restoreCustomField({ world, path }) {
    world.write((tx) => restoreField(tx, path.fieldId));
    return ok({});
  },

  deleteCustomField(call) {
    const task = call.world.write((tx) => startDeletingField(tx, call.path.fieldId, userOf(call)));
    return seeOther(call.links.rest(`/task/${task.id}`));
  },
} satisfies Partial<JiraHandlers>;
