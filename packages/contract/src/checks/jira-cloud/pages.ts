import type { Stage } from '../../stage/stage.js';

/** What a page has beside what the examples of pages show. */
export const pageLinks = ['self', 'nextPage'] as const;

/** How many entries a page holds where nothing else was asked: no more than any page does. */
export const pageSize = (stage: Stage, usual: number): number =>
  Math.min(usual, Number(stage.answer('jira.max-results-cap')));
