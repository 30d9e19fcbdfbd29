import { changedTracking, durationText, secondsOf } from '../../src/issues/time-tracking.js';

describe('a duration', () => {
  it.each([
    ['1w 2d 3h 4m', 212_640],
    ['3d', 86_400],
    ['1.5h', 5400],
    ['30', 1800],
    ['2H', 7200],
    ['0', 0],
  ])('%s is so many seconds: %i', (text, seconds) => {
    expect(secondsOf(text)).toBe(seconds);
  });

  it.each(['', 'soon', '-1h', '1x', '1h2', '1 h'])('is none: "%s"', (text) => {
    expect(secondsOf(text)).toBe(undefined);
  });

  it('is written in the largest units', () => {
    expect([0, 60, 28_800, 212_640].map(durationText)).toEqual(['0m', '1m', '1d', '1w 2d 3h 4m']);
  });
});

describe('estimates', () => {
  const changed = (
    ...[before, input]: [Parameters<typeof changedTracking>[0], Parameters<typeof changedTracking>[1]]
  ) => {
    const wrong: string[] = [];
    return [changedTracking(before, input, (given) => wrong.push(given)), wrong];
  };

  it('are both what the first of them is, and then each for itself', () => {
    expect(changed(undefined, { originalEstimate: '1h' })).toEqual([{ original: 3600, remaining: 3600 }, []]);
    expect(changed(undefined, { remainingEstimate: '1h' })).toEqual([{ original: 3600, remaining: 3600 }, []]);
    const before = { original: 3600, remaining: 3600 };
    expect(changed(before, { remainingEstimate: '5m' })).toEqual([{ original: 3600, remaining: 300 }, []]);
    expect(changed(before, {})).toEqual([before, []]);
    expect(changed(undefined, {})).toEqual([{}, []]);
    expect(changed(before, { originalEstimate: 'x' })).toEqual([before, ['x']]);
  });
});
