import { checksOf } from '../../check.js';
import { untilEnded } from '../../stage/poll.js';
import type { Stage } from '../../stage/stage.js';
import { none } from './granted.js';
import { byStatus } from './probes-of-options.js';

const { probe } = checksOf('customfield-editor', 'probes-of-maintenance');
const since20 = { roles: ['user'], since: { customfieldEditor: '2.0' } } as const;
/** The schedule is of the whole instance. */
const ofSchedule = { since: { customfieldEditor: '2.5.4' }, destructive: true } as const;
const hourly = { active: true, cronExpression: '0 0 * ? * *' };

const schedule = (stage: Stage, body: object) => stage.admin.look('editorSetTruncateSchedule', { body });

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
      const body = { name: stage.name('renamed') };
      const renamed = await stage.admin.look('updateCustomField', { path: { fieldId: field.key }, body });
      // Where no client can change a field, nothing tells the two apart.
      if (renamed.status >= 300) return undefined;
      return (await eventsNow(stage)) > made ? 'fields-only' : 'created-only';
    },
    { ...since20, apis: ['jira-cloud'] },
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
    { since: { customfieldEditor: '2.0' }, readOnly: true },
  ),
  probe(
    'editor.truncate-schedule',
    async (stage) => {
      await schedule(stage, hourly);
      const answer = await schedule(stage, { active: true });
      await schedule(stage, { active: false });
      return byStatus(answer, { 400: '400', 200: 'keeps-the-old' });
    },
    ofSchedule,
  ),
  probe(
    'editor.truncate-schedule-inactive',
    async (stage) => {
      await schedule(stage, hourly);
      const { body } = await schedule(stage, { active: false });
      const { cronExpression = null } = body as { readonly cronExpression?: string | null };
      if (cronExpression === null) return 'clears';
      return cronExpression === hourly.cronExpression ? 'keeps' : undefined;
    },
    ofSchedule,
  ),
  probe(
    'editor.truncate-schedule-fields',
    async (stage) => {
      const answer = await schedule(stage, { active: true, cronExpression: '0 0 0 1 1 ? 2099' });
      await schedule(stage, { active: false });
      return byStatus(answer, { 200: 'accepted', 400: '400' });
    },
    ofSchedule,
  ),
];
