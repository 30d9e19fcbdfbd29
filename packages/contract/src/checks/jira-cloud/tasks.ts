import { expect } from 'expect';
import { checksOf } from '../../check.js';
import type { Stage } from '../../stage/stage.js';
import { refuses } from './errors.js';
import { finished, taskOf } from './task-steps.js';

const { outcome } = checksOf('jira-cloud', 'tasks');

/** A task that has just begun: a scratch field is being deleted. */
async function begun(stage: Stage) {
  const field = await stage.field('select');
  const answer = await stage.admin.ask('deleteCustomField', 303, { path: { fieldId: field.key } });
  return { field, path: { taskId: taskOf(answer) } };
}

export const tasks = [
  outcome('getTask', 200, 'with how far it is, and when it was done', async (stage) => {
    const { path } = await begun(stage);
    const { body } = await stage.admin.ask('getTask', 200, { path });
    expect(body).toMatchObject({
      self: expect.stringMatching(new RegExp(`/rest/api/3/task/${path.taskId}$`)),
      id: path.taskId,
      status: expect.stringMatching(/^(ENQUEUED|RUNNING|COMPLETE)$/),
      submittedBy: expect.any(Number),
      submitted: expect.any(Number),
      lastUpdate: expect.any(Number),
      elapsedRuntime: expect.any(Number),
    });
    expect(body.progress).toBeGreaterThanOrEqual(0);
    const done = await finished(stage, path.taskId);
    expect(done).toMatchObject({ id: path.taskId, status: 'COMPLETE', progress: 100, submitted: body.submitted });
    expect(done.finished).toBeGreaterThanOrEqual(done.submitted as number);
  }),
  outcome(
    'getTask',
    403,
    'when somebody else started it, who is no administrator',
    async (stage) => {
      const { path } = await begun(stage);
      refuses((await stage.user.ask('getTask', 403, { path })).body);
    },
    { roles: ['user'] },
  ),
  outcome(
    'getTask',
    404,
    'when there is no such task',
    async (stage) => {
      refuses((await stage.admin.ask('getTask', 404, { path: { taskId: stage.unknownId } })).body);
    },
    { readOnly: true },
  ),

  outcome('cancelTask', 202, 'and what it was to do is not done', async (stage) => {
    const { field, path } = await begun(stage);
    await stage.admin.ask('cancelTask', 202, { path });
    expect(await finished(stage, path.taskId)).toMatchObject({ status: 'CANCELLED' });
    const { body } = await stage.admin.ask('getFieldsPaginated', 200, { query: { type: 'custom', id: field.key } });
    expect(body.total).toBe(1);
  }),
  outcome('cancelTask', 400, 'when it is done, with a list of sentences', async (stage) => {
    const { path } = await begun(stage);
    await finished(stage, path.taskId);
    const { body } = await stage.admin.ask('cancelTask', 400, { path });
    expect(body).toEqual([expect.any(String)]);
  }),
  outcome(
    'cancelTask',
    403,
    'when somebody else started it, who is no administrator',
    async (stage) => {
      const { path } = await begun(stage);
      await stage.user.ask('cancelTask', 403, { path });
      expect(await finished(stage, path.taskId)).toMatchObject({ status: 'COMPLETE' });
    },
    { roles: ['user'] },
  ),
  outcome('cancelTask', 404, 'when there is no such task', async (stage) => {
    await stage.admin.ask('cancelTask', 404, { path: { taskId: stage.unknownId } });
  }),
];
