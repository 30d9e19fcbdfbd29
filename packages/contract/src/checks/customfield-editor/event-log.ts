import { expect } from 'expect';
import { checksOf } from '../../check.js';
import type { Stage } from '../../stage/stage.js';
import { invalid } from './answers.js';
import { Level, windows } from './level.js';
import { execute, time, type Page, type Query } from './maintaining.js';

const { outcome, rule } = checksOf('customfield-editor', 'event-log');
const since20 = { customfieldEditor: '2.0' } as const;
/** The log and its schedule are of the whole instance. */
const destructive = { destructive: true } as const;
const reading = { readOnly: true } as const;
/** A time without an offset. */
const localTime: unknown = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);

interface LogEntry {
  readonly name: string;
  readonly details: string;
  readonly dateTime: string;
  readonly hash: string;
}

async function events(stage: Stage, query: Query): Promise<Page<LogEntry>> {
  return (await stage.admin.ask('editorListEventLogs', 200, { query })).body as Page<LogEntry>;
}

const schedule = (stage: Stage, body: unknown, status = 200) =>
  stage.admin.ask('editorSetTruncateSchedule', status, { body });

const hourly = { active: true, cronExpression: '0 0 * ? * *' };

const entries = [
  outcome('editorListEventLogs', 200, 'with the creation of a field, by whichever API', async (stage) => {
    const field = await stage.field('select');
    const details = `ID ${field.key}`;
    const page = await events(stage, { filter: details });
    expect(page).toMatchObject({ maxResults: 20, startAt: 0, processingTimeInMs: expect.any(Number) });
    expect(page.values).toContainEqual({
      name: 'CustomFieldCreatedEvent',
      details,
      dateTime: time,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  }),
  rule(
    'the newest entry of the event log is the first, unless orderBy says otherwise',
    { evidence: 'documented', source: '001, maintenance: event log', since: since20 },
    async (stage) => {
      await stage.field('select');
      const times = async (query: Query) => (await events(stage, query)).values.map(({ dateTime }) => dateTime);
      const newest = await times({});
      expect(newest).toEqual([...newest].sort().reverse());
      const oldest = await times({ orderBy: 'dateTime' });
      expect(oldest).toEqual([...oldest].sort());
      const named = (await events(stage, { orderBy: '-name' })).values.map(({ name }) => name);
      expect(named).toEqual([...named].sort().reverse());
    },
  ),
  rule(
    'a new option leaves an entry about its field, where the event log has all changes',
    {
      evidence: 'assumed',
      source: 'open question',
      since: since20,
      roles: ['user'],
      answers: { 'editor.event-log-events': 'all-changes' },
    },
    async (stage) => {
      for (const window of windows) {
        const level = await Level.open(stage, window, ['a']);
        const filter = `ID ${level.field.key}`;
        const { total } = await events(stage, { filter });
        await level.add('b');
        const { total: after, values } = await events(stage, { filter });
        expect(after).toBe(total + 1);
        expect(values[0]?.name).not.toBe('CustomFieldCreatedEvent');
      }
    },
  ),
  rule(
    'the event log comes in pages of 20',
    { evidence: 'documented', source: '001, maintenance: event log', since: since20 },
    async (stage) => {
      for (let made = 0; made < 21; made += 1) await stage.field('select');
      const page = await events(stage, {});
      expect(page.values).toHaveLength(20);
      expect(page.total).toBeGreaterThanOrEqual(21);
      const next = await events(stage, { startAt: 20, maxResults: 1 });
      expect(next).toMatchObject({ startAt: 20, maxResults: 1 });
      // What is still being removed elsewhere adds to it.
      expect(next.total).toBeGreaterThanOrEqual(page.total);
      expect(next.values).toHaveLength(1);
    },
  ),
  rule(
    'the event log can be emptied',
    { ...destructive, evidence: 'documented', source: '001:5843', since: since20 },
    async (stage) => {
      const field = await stage.field('select');
      const filter = `ID ${field.key}`;
      expect((await events(stage, { filter })).total).toBeGreaterThan(0);
      await execute(stage, { name: 'MaintenanceActionDeleteAllEventLogs' });
      expect(await events(stage, { filter })).toMatchObject({ total: 0, values: [] });
    },
  ),
];

const truncation = [
  outcome(
    'editorGetTruncateSchedule',
    200,
    'with whether the log is truncated, and when next',
    async (stage) => {
      const { body } = await stage.admin.ask('editorGetTruncateSchedule', 200);
      const { active } = body as { active: boolean };
      expect(body).toMatchObject({ active: expect.any(Boolean) });
      if (active) expect(body).toMatchObject({ cronExpression: expect.any(String), nextRun: localTime });
    },
    reading,
  ),
  outcome(
    'editorSetTruncateSchedule',
    200,
    'with the schedule, and when it runs next',
    async (stage) => {
      const before = (await stage.admin.ask('editorGetTruncateSchedule', 200)).body as Record<string, unknown>;
      try {
        const { body } = await schedule(stage, hourly);
        expect(body).toEqual({ ...hourly, nextRun: localTime });
        const { nextRun } = body as { nextRun: string };
        expect(nextRun).toMatch(/:00:00$/);
        expect((await stage.admin.ask('editorGetTruncateSchedule', 200)).body).toEqual(body);
        expect((await schedule(stage, { active: false })).body).toMatchObject({ active: false });
        expect((await stage.admin.ask('editorGetTruncateSchedule', 200)).body).toMatchObject({ active: false });
      } finally {
        const { active, cronExpression } = before;
        await schedule(stage, active === true ? { active, cronExpression } : { active: false });
      }
    },
    destructive,
  ),
  outcome(
    'editorSetTruncateSchedule',
    400,
    'when the cron expression is none, and nothing is changed',
    async (stage) => {
      const before = (await stage.admin.ask('editorGetTruncateSchedule', 200)).body as unknown;
      for (const cronExpression of ['hourly', '0 * * *', '0 0 25 ? * *'])
        invalid(await schedule(stage, { active: true, cronExpression }, 400), 'cronExpression');
      invalid(await schedule(stage, { active: 'yes', cronExpression: hourly.cronExpression }, 400), 'active');
      expect((await stage.admin.ask('editorGetTruncateSchedule', 200)).body).toEqual(before);
    },
    { evidence: 'inferred' },
  ),
  rule(
    'the event log is truncated when its schedule says so',
    {
      evidence: 'documented',
      source: '001, maintenance: auto-truncate schedule',
      since: { customfieldEditor: '2.5.4' },
      control: true,
    },
    async (stage) => {
      const field = await stage.field('select');
      const filter = `ID ${field.key}`;
      await schedule(stage, { active: true, cronExpression: '0 0 0 1 * ?' });
      await stage.control.advance(100 * 86_400_000);
      expect(await events(stage, { filter })).toMatchObject({ total: 0 });
    },
  ),
];

export const eventLog = [...entries, ...truncation];
