import { changeAtRandom } from '../random-world.js';

describe('a world that is changed at random', () => {
  it.each([1, 2, 3, 4, 5])('keeps all its rules (seed %i)', (seed) => {
    const { done, broken } = changeAtRandom(seed, 600);
    expect(done).toBeGreaterThan(100);
    expect(broken.size).toBeGreaterThan(5);
  });
});
