import { compareWithNaive } from '../jql/compare.js';

test('a search finds what a naive evaluator finds, 10,000 times', () => {
  compareWithNaive(100, 100, 20_261_128);
}, 600_000);
