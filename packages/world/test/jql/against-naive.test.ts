import { compareWithNaive } from './compare.js';

test('a search finds what a naive evaluator finds, in random worlds with random queries', () => {
  compareWithNaive(10, 40, 17);
});
