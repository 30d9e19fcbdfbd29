import { bodyOf, newField } from '../../support/field-steps.js';
import { testJira, type TestJira } from '../../support/jira.js';
import { maintenance, namedBy, type PageBody } from './steps.js';

const address = `${maintenance}/event_log_truncate_schedule`;
const minute = 60_000;
const hour = 60 * minute;

interface Schedule {
  readonly active: boolean;
  readonly cronExpression: string | null;
  readonly nextRun: string | null;
}

const put = async (jira: TestJira, body: object) => bodyOf<Schedule>(await jira.admin.put(address, body), 200);
const read = async (jira: TestJira) => bodyOf<Schedule>(await jira.admin.get(address), 200);
const eventCount = async (jira: TestJira) =>
  bodyOf<PageBody<object>>(await jira.admin.get(`${maintenance}/event_logs`), 200).total;

it('there is no schedule at first', async () => {
  expect(await read(testJira())).toEqual({ active: false, cronExpression: null, nextRun: null });
});

// It is Thursday, 15 January 2026, 12:00 in UTC.
const nextRuns: readonly [cronExpression: string, nextRun: string][] = [
  ['0 0 * ? * *', '2026-01-15T13:00:00'],
  ['30 15 3 ? * *', '2026-01-16T03:15:30'],
  ['0 0 0 1 * ?', '2026-02-01T00:00:00'],
  ['0 0 12 * * ?', '2026-01-16T12:00:00'],
  ['0 0/20 * * * ?', '2026-01-15T12:20:00'],
  ['0 0 6 ? * MON', '2026-01-19T06:00:00'],
  ['0 0 6 ? * 2', '2026-01-19T06:00:00'],
  ['0 0 6 ? JAN-MAR SUN', '2026-01-18T06:00:00'],
  ['0 0 0 29 2 ?', '2028-02-29T00:00:00'],
  ['0 0 0 L * ?', '2026-01-31T00:00:00'],
];

it.each(nextRuns)('%s runs next at %s, in UTC', async (cronExpression, nextRun) => {
  const jira = testJira();
  const set = { active: true, cronExpression, nextRun };
  expect(await put(jira, { active: true, cronExpression })).toEqual(set);
  expect(await read(jira)).toEqual(set);
});

it.each([
  '',
  ' ',
  'hourly',
  '@hourly',
  '* * *',
  '0 * ? * *',
  '0 61 * ? * *',
  '0 0 25 ? * *',
  '0 0 0 ? 13 *',
  '2026-01-16T00:00:00',
])('the cron expression "%s" is refused, and the schedule stays', async (cronExpression) => {
  const jira = testJira();
  const before = await put(jira, { active: true, cronExpression: '0 0 * ? * *' });
  expect(namedBy(await jira.admin.put(address, { active: true, cronExpression }))).toEqual([400, 'cronExpression']);
  expect(await read(jira)).toEqual(before);
});

it('the event log is truncated when the clock passes the time, and again the next time', async () => {
  const jira = testJira();
  await put(jira, { active: true, cronExpression: '0 0 * ? * *' });
  await newField(jira);
  jira.clock.advance(hour - 1);
  expect(await eventCount(jira)).toBeGreaterThan(0);
  jira.clock.advance(1);
  expect(await eventCount(jira)).toBe(0);
  expect((await read(jira)).nextRun).toBe('2026-01-15T14:00:00');
  await newField(jira);
  jira.clock.advance(30 * minute);
  expect(await eventCount(jira)).toBeGreaterThan(0);
  jira.clock.advance(30 * minute);
  expect(await eventCount(jira)).toBe(0);
});

it('times that pass together count as one, and the next run lies ahead', async () => {
  const jira = testJira();
  await put(jira, { active: true, cronExpression: '0 0 * ? * *' });
  await newField(jira);
  jira.clock.advance(1000 * hour + 30 * minute);
  expect(await eventCount(jira)).toBe(0);
  expect((await read(jira)).nextRun).toBe('2026-02-26T05:00:00');
});

it('a schedule that is switched off truncates nothing, until it is switched on', async () => {
  const jira = testJira();
  const cronExpression = '0 0 * ? * *';
  await put(jira, { active: true, cronExpression });
  expect(await put(jira, { active: false })).toEqual({ active: false, cronExpression, nextRun: null });
  await newField(jira);
  jira.clock.advance(2 * hour);
  expect(await eventCount(jira)).toBeGreaterThan(0);
  expect((await put(jira, { active: true, cronExpression })).nextRun).toBe('2026-01-15T15:00:00');
  jira.clock.advance(hour);
  expect(await eventCount(jira)).toBe(0);
});
