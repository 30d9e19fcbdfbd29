import { untilEnded } from '../src/poll.js';

describe('what goes on by itself', () => {
  it('is looked at less and less often, until it has ended', async () => {
    const pauses: number[] = [];
    const wait = (milliseconds: number) => Promise.resolve(void pauses.push(milliseconds));
    const looks = [undefined, undefined, undefined, 'done'];
    expect(await untilEnded('It', () => Promise.resolve(looks.shift()), { between: 600, wait })).toBe('done');
    expect(pauses).toEqual([600, 900, 1000]);
  });

  it('is not waited for for ever, and the error says what has not ended', async () => {
    let looks = 0;
    const look = () => Promise.resolve(void (looks += 1));
    const patience = { longest: 3_000, between: 1_000, wait: () => Promise.resolve() };
    await expect(untilEnded('Task 10', look, patience)).rejects.toThrow('Task 10 has not ended within 3 seconds.');
    expect(looks).toBe(4);
  });
});
