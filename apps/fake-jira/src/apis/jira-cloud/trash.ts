import type { JiraCloudOperations } from '@fake-jira/openapi';
import { restoreField, startDeletingField, trashField } from '@fake-jira/world';
import { ok, seeOther } from '../../http/answer.js';
import { userOf, type Handlers } from '../../http/call.js';

type Operations = Pick<JiraCloudOperations, 'trashCustomField' | 'restoreCustomField' | 'deleteCustomField'>;

export const trash: Handlers<Operations> = {
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
};
