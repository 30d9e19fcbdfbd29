import { checksOf } from '../../check.js';
import { untilEnded } from '@fake-jira/target';
import type { Stage } from '../../stage/stage.js';
import { none } from './granted.js';
import { byStatus } from './probes-of-options.js';

const { probe } = checksOf('customfield-editor', 'probes-of-maintenance');
/** The schedule is of the whole instance. */
const ofSchedule = { destructive: true } as const;
const hourly = { active: true, cronExpression: '0 0 * ? * *' };

const schedule = (stage: Stage, body: object) => stage.admin.look('editorSetTruncateSchedule', { body });

/** Asks, and leaves the schedule as it was. */
const keepingSchedule =
  (ask: (stage: Stage) => Promise<string | undefined>) =>
  async (stage: Stage): Promise<string | undefined> => {
    const { body } = await stage.admin.look('editorGetTruncateSchedule');
    const answer = await ask(stage);
    const { active, cronExpression } = body as { active: boolean; cronExpression?: string | null };
    await schedule(stage, { active, ...(cronExpression == null ? {} : { cronExpression }) });
    return answer;
  };

async function eventsNow(stage: Stage): Promise<number> {
  const { body } = await stage.admin.look('editorListEventLogs', { query: { maxResults: 1 } });
  return (body as { readonly total: number }).total;
}

export const probesOfMaintenance = [
  probe(
    'editor.event-log-events',
    async (stage) => {
      const before = await eventsNow(stage);
      const field = await stage.field('select');
      if ((await eventsNow(stage)) === before) return undefined;
      const path = { customFieldId: field.id };
      const made = await eventsNow(stage);
      await stage.grant(field);
      await stage.admin.look('editorReplaceGlobalPermissions', { path, body: none });
      if ((await eventsNow(stage)) > made) return 'all-changes';
      await stage.admin.raw('DELETE', `/rest/api/2/customFields?ids=${field.key}`);
      return (await eventsNow(stage)) > made ? 'fields-only' : 'created-only';
    },
    { roles: ['user'] },
  ),
  probe(
    'editor.job-finished-status',
    async (stage) => {
      const { done } = await untilEnded('Each job of Customfield Editor', async () => {
        const { body } = await stage.admin.look('editorListJobs', { query: { maxResults: 100 } });
        const { values } = body as { values: { status: string; finishedTime: string | null }[] };
        const found = values.find(({ status, finishedTime }) => finishedTime !== null && status !== 'FAILED');
        // Where no job goes on there is nothing to wait for.
        return found || values.every(({ finishedTime }) => finishedTime !== null) ? { done: found } : undefined;
      });
      return ['SUCCESS', 'FINISHED'].find((status) => status === done?.status);
    },
    { readOnly: true },
  ),
  probe(
    'editor.truncate-schedule',
    keepingSchedule(async (stage) => {
      await schedule(stage, hourly);
      return byStatus(await schedule(stage, { active: true }), { 400: '400', 200: 'keeps-the-old' });
    }),
    ofSchedule,
  ),
  probe(
    'editor.truncate-schedule-inactive',
    keepingSchedule(async (stage) => {
      await schedule(stage, hourly);
      const { body } = await schedule(stage, { active: false });
      const { cronExpression = null } = body as { readonly cronExpression?: string | null };
      if (cronExpression === null) return 'clears';
      return cronExpression === hourly.cronExpression ? 'keeps' : undefined;
    }),
    ofSchedule,
  ),
  probe(
    'editor.truncate-schedule-fields',
    keepingSchedule(async (stage) =>
      byStatus(await schedule(stage, { active: true, cronExpression: '0 0 0 1 1 ? 2099' }), {
        200: 'accepted',
        400: '400',
      }),
    ),
    ofSchedule,
  ),
];
