import type { QuestionId } from '@fake-jira/profile';
import { bodyOf } from '../../../support/field-steps.js';
import type { AnswersTo, Shown } from '../../../support/open-questions.js';
import { addOne, grantedField, maintenance, namedBy, type PageBody } from '../steps.js';

const schedule = `${maintenance}/event_log_truncate_schedule`;
const hourly = { active: true, cronExpression: '0 0 * ? * *' };

/** A field is made, granted and changed, and so is an option. */
const eventsOfChanges =
  (names: readonly string[]): Shown =>
  async (jira) => {
    const field = await grantedField(jira);
    bodyOf(await jira.admin.put(`/rest/api/3/field/${field.id}`, { name: 'Renamed' }), 204);
    const red = await addOne(jira.bob, field.options, 'red');
    bodyOf(await jira.bob.delete(`${field.options}/${red}`), 200);
    const { values } = bodyOf<PageBody<{ name: string; hash: string }>>(
      await jira.admin.get(`${maintenance}/event_logs?maxResults=100`),
      200,
    );
    expect(values.map(({ name }) => name).reverse()).toEqual(names);
    for (const { hash } of values) expect(hash).toMatch(/^[0-9a-f]{64}$/);
  };

const finishedAs =
  (status: string): Shown =>
  async (jira) => {
    jira.clock.advance(60_000);
    const { values } = bodyOf<PageBody<{ status: string }>>(await jira.admin.get(`${maintenance}/jobs`), 200);
    expect(values.map((job) => job.status)).toEqual([status, status, status]);
  };

const switchedOff =
  (cronExpression: string | null): Shown =>
  async (jira) => {
    bodyOf(await jira.admin.put(schedule, hourly), 200);
    const off = { active: false, cronExpression, nextRun: null };
    expect((await jira.admin.put(schedule, { active: false })).body).toEqual(off);
    expect((await jira.admin.get(schedule)).body).toEqual(off);
  };

type About =
  | 'event-log-events'
  | 'job-finished-status'
  | 'truncate-schedule'
  | 'truncate-schedule-inactive'
  | 'truncate-schedule-fields';

/** What is about maintenance. */
export const maintenanceAnswers: AnswersTo<Extract<QuestionId, `editor.${About}`>> = {
  'editor.event-log-events': {
    'all-changes': eventsOfChanges([
      'CustomFieldCreatedEvent',
      'CustomFieldContextCreatedEvent',
      'CustomFieldPermissionUpdatedEvent',
      'CustomFieldUpdatedEvent',
      'CustomFieldOptionCreatedEvent',
      'CustomFieldOptionDeletedEvent',
    ]),
    'fields-only': eventsOfChanges(['CustomFieldCreatedEvent', 'CustomFieldUpdatedEvent']),
    'created-only': eventsOfChanges(['CustomFieldCreatedEvent']),
  },
  'editor.job-finished-status': { SUCCESS: finishedAs('SUCCESS'), FINISHED: finishedAs('FINISHED') },
  'editor.truncate-schedule': {
    '400': async (jira) => {
      bodyOf(await jira.admin.put(schedule, hourly), 200);
      expect(namedBy(await jira.admin.put(schedule, { active: true }))).toEqual([400, 'cronExpression']);
      expect((await jira.admin.get(schedule)).body).toMatchObject(hourly);
    },
    'keeps-the-old': async (jira) => {
      // Without an old one there is nothing to keep.
      expect((await jira.admin.put(schedule, { active: true })).status).toBe(400);
      bodyOf(await jira.admin.put(schedule, hourly), 200);
      expect((await jira.admin.put(schedule, { active: true })).body).toMatchObject(hourly);
    },
  },
  'editor.truncate-schedule-inactive': { keeps: switchedOff(hourly.cronExpression), clears: switchedOff(null) },
  'editor.truncate-schedule-fields': {
    accepted: async (jira) => {
      const set = await jira.admin.put(schedule, { active: true, cronExpression: '0 0 0 1 1 ? 2099' });
      expect([set.status, (set.body as { nextRun: string }).nextRun]).toEqual([200, '2099-01-01T00:00:00']);
    },
    '400': async (jira) => {
      const set = await jira.admin.put(schedule, { active: true, cronExpression: '0 0 0 1 1 ? 2099' });
      expect(namedBy(set)).toEqual([400, 'cronExpression']);
      expect((await jira.admin.put(schedule, hourly)).status).toBe(200);
    },
  },
};
