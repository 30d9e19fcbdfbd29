import fc from 'fast-check';
import { searchIssues } from '../../src/index.js';
import { jqlWorld } from './jql-world.js';
import { fill, queries, randomIssue } from './naive.js';

/** Searches random worlds with random queries, and each time asks the naive evaluator, too. */
export function compareWithNaive(worlds: number, queriesOfEach: number, seed: number): void {
  fc.assert(
    fc.property(fc.array(randomIssue, { maxLength: 25 }), (issues) => {
      const small = jqlWorld();
      fill(small, issues);
      const { root } = small.world;
      const context = small.context();
      fc.assert(
        fc.property(queries(small.ids), ({ jql, test }) => {
          const found = searchIssues(`${jql} ORDER BY id ASC`, context).map(({ id }) => id);
          const expected = [...root.issues.values()].filter((issue) => test(issue, root)).map(({ id }) => id);
          expect([...found].sort((a, b) => a - b)).toEqual(expected);
        }),
        { numRuns: queriesOfEach, seed },
      );
    }),
    { numRuns: worlds, seed },
  );
}
