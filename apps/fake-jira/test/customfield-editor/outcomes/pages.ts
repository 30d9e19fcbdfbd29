import type { Scenario } from '../../jira-cloud/outcomes/scenario.js';
import { to, type EditorOperationId } from './requests.js';
import { names, scenario } from './scenario.js';

const listRefusal = (id: EditorOperationId, when: string, query: string, name: string) =>
  scenario(when, to(id, { query }), names(name));

/** What every list that comes in pages refuses. */
export const wrongPages = (id: EditorOperationId): Scenario[] => [
  listRefusal(id, 'when startAt is negative', 'startAt=-1', 'startAt'),
  listRefusal(id, 'when startAt is no number', 'startAt=first', 'startAt'),
  listRefusal(id, 'when maxResults is negative', 'maxResults=-1', 'maxResults'),
  listRefusal(id, 'when there is no such property to order by', 'orderBy=-colour', 'orderBy'),
];
