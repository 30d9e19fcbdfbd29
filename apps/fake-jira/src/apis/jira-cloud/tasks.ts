import { cancelTask, requireVisibleTask, taskProgress, taskStatus, type ReplacementResult } from '@fake-jira/world';
import { accepted, ok } from '../../http/response.js';
import { userOf } from '../../http/request-context.js';
import type { JiraHandlers } from './call.js';

export const tasks = {
  getTask(call) {
    const { root, world, path, links, caller } = call;
    const task = requireVisibleTask(root, path.taskId, userOf(call), caller.administrator);
    const now = world.clock.now();
    const { submittedAt, finished } = task;
    return ok({
      self: links.rest(`/task/${task.id}`),
      id: String(task.id),
      description: task.description,
      status: taskStatus(task),
      ...(finished?.result !== undefined && { result: renderResult(finished.result as ReplacementResult) }),
      submittedBy: task.submittedBy,
      progress: taskProgress(task, now),
      elapsedRuntime: (finished?.at ?? now) - submittedAt,
      submitted: submittedAt,
      started: submittedAt,
      ...(finished && { finished: finished.at }),
      lastUpdate: finished?.at ?? now,
    });
  },

  cancelTask(call) {
    const { world, path, caller } = call;
    world.write((tx) => {
      requireVisibleTask(tx.root, path.taskId, userOf(call), caller.administrator);
      cancelTask(tx, path.taskId);
    });
    return accepted({});
  },
} satisfies Partial<JiraHandlers>;

/** What a finished task reports that replaced an option (no other reports anything), in the form of the published example (replace issue field option, 303). */
function renderResult({ errors, ...issues }: ReplacementResult) {
  if (errors === undefined) return issues;
  const errorMessages = errors.map(
    ({ optionId, issueKey }) =>
      `Option ${optionId} cannot be set on issue ${issueKey} as it is not in the correct scope`,
  );
  return { errors: { errorMessages, errors: {}, httpStatusCode: { empty: false, present: true } }, ...issues };
}
