import {
  checkWorld,
  createField,
  setTruncateSchedule,
  startDeletingField,
  truncateSchedule,
  type TruncateScheduleRules,
} from '../../../src/index.js';
import { broken, noon, smallWorld } from '../../small-world.js';

const hour = 60 * 60 * 1000;
const hourly = '0 0 * ? * *';
const usual: TruncateScheduleRules = { activeWithoutCron: 'refuse', inactive: 'keeps', year: 'accepted' };

function scheduledWorld(at = noon + 1_000) {
  const small = smallWorld();
  const { world, clock } = small;
  clock.at = at;
  const set = (active: boolean, cronExpression?: string | null, rules: Partial<TruncateScheduleRules> = {}) =>
    world.write((tx) => setTruncateSchedule(tx, { active, cronExpression }, { ...usual, ...rules }));
  const nextRun = (cronExpression: string) => {
    const next = set(true, cronExpression).nextRun;
    return next === null ? null : new Date(next).toISOString();
  };
  const create = () => world.write((tx) => createField(tx, { name: 'Browsers', type: 'select' }));
  return { ...small, set, nextRun, create };
}

describe('The truncate schedule', () => {
  it('is not active at first', () => {
    expect(truncateSchedule(scheduledWorld().world.root)).toEqual({
      active: false,
      cronExpression: null,
      nextRun: null,
    });
  });

  it('says when it runs next', () => {
    const { world, set } = scheduledWorld();
    const schedule = { active: true, cronExpression: hourly, nextRun: noon + hour };
    expect(set(true, hourly)).toEqual(schedule);
    expect(truncateSchedule(world.root)).toEqual(schedule);
  });

  it.each([
    ['0 0/15 * ? * *', '2024-05-06T12:15:00.000Z'],
    ['30 0 12 * * ?', '2024-05-06T12:00:30.000Z'],
    ['0 0 3 ? * MON', '2024-05-13T03:00:00.000Z'],
    ['0 0 3 ? * 1', '2024-05-12T03:00:00.000Z'],
    ['0 0 0 L * ?', '2024-05-31T00:00:00.000Z'],
    ['0 0 0 1 JAN ? 2099', '2099-01-01T00:00:00.000Z'],
    ['0 0 0 1 1 ? 2001', null],
  ])('reads %s in UTC, seconds first', (cronExpression, expected) => {
    expect(scheduledWorld().nextRun(cronExpression)).toBe(expected);
  });

  it.each(['foo', '0 0 * * *', '@hourly', '2030-01-01T00:00:00', '60 0 * ? * *', '0 0 0 ? * 9', '0 0 0 ? * * 2099 1'])(
    'refuses %s and stays as it was',
    (cronExpression) => {
      const { world, set } = scheduledWorld();
      const before = set(true, hourly);
      expect(broken(() => set(true, cronExpression))).toMatchObject({
        code: 'cron-expression-invalid',
        data: { cronExpression, reason: expect.stringMatching(/\w/) },
      });
      expect(truncateSchedule(world.root)).toEqual(before);
    },
  );

  it('takes a year or refuses it', () => {
    const { set } = scheduledWorld();
    const withYear = '0 0 * ? * * 2099';
    expect(set(true, withYear).active).toBe(true);
    expect(broken(() => set(true, withYear, { year: 'refuse' })).code).toBe('cron-expression-invalid');
  });

  it('that is active needs an expression, or keeps the old one', () => {
    const { set } = scheduledWorld();
    for (const none of [undefined, null, ' ']) {
      expect(broken(() => set(true, none)).code).toBe('cron-expression-missing');
      expect(broken(() => set(true, none, { activeWithoutCron: 'keeps-the-old' })).code).toBe(
        'cron-expression-missing',
      );
    }
    set(true, hourly);
    expect(broken(() => set(true)).code).toBe('cron-expression-missing');
    expect(set(true, undefined, { activeWithoutCron: 'keeps-the-old' }).cronExpression).toBe(hourly);
  });

  it('that is switched off keeps its expression, or clears it', () => {
    const { set } = scheduledWorld();
    set(true, hourly);
    expect(set(false)).toEqual({ active: false, cronExpression: hourly, nextRun: null });
    expect(set(false, undefined, { inactive: 'clears' }).cronExpression).toBeNull();
  });

  it('that is not active takes any expression, which is checked when it begins to count', () => {
    const { set } = scheduledWorld();
    expect(set(false, 'foo')).toEqual({ active: false, cronExpression: 'foo', nextRun: null });
    expect(broken(() => set(true, undefined, { activeWithoutCron: 'keeps-the-old' })).code).toBe(
      'cron-expression-invalid',
    );
  });

  it('truncates the event log when its time has come, and again the next time', () => {
    const { world, clock, set, create } = scheduledWorld();
    set(true, hourly);
    create();
    clock.at = noon + hour - 1;
    expect(world.root.events.size).toBe(1);
    clock.at = noon + hour;
    expect(world.root.events.size).toBe(0);
    create();
    clock.at = noon + 2 * hour - 1;
    expect(world.root.events.size).toBe(1);
    clock.at += 1;
    expect(world.root.events.size).toBe(0);
    expect(checkWorld(world.root)).toEqual([]);
  });

  it('counts several times that have passed as one, and goes on after them', () => {
    const { world, clock, set, create } = scheduledWorld();
    set(true, '* * * ? * *');
    create();
    clock.at += 365 * 24 * hour + 1;
    expect(world.root.events.size).toBe(0);
    expect(truncateSchedule(world.root).nextRun).toBe(clock.at + 999);
  });

  it('leaves alone what happened after its time, whenever that is read', () => {
    const { world, clock, set, create, ada } = scheduledWorld(noon + hour - 200);
    set(true, hourly);
    const field = create();
    world.write((tx) => startDeletingField(tx, field.id, ada));
    clock.at += 10_000;
    const left = [...world.root.events.values()];
    expect(left).toMatchObject([{ name: 'CustomFieldDeletedEvent', at: noon + hour + 200 }]);
  });

  it('that is switched off truncates nothing', () => {
    const { world, clock, set, create } = scheduledWorld();
    set(true, hourly);
    set(false);
    create();
    clock.at += 24 * hour;
    expect(world.root.events.size).toBe(1);
  });
});
