import type { Exchange } from '../exchange.js';

/** Lists of everything that an instance has: only what the run has made is kept of them. */
const listsOfAll: Readonly<Record<string, string>> = {
  getFields: '',
  getFieldsPaginated: 'values',
  getTrashedFieldsPaginated: 'values',
  getCustomFieldsDataCenter: 'values',
  editorListCustomFields: 'values',
  editorListMyCustomFields: 'values',
  editorListEventLogs: 'values',
  editorListJobs: 'values',
  editorListMigrationTasks: '',
  editorListMigrationTasksBefore20: '',
  editorGetDataStorage: 'values',
  extenderGetFields: 'customFields',
  extenderGetFieldTypes: 'customFieldTypes',
  searchProjects: 'values',
  getAllProjects: '',
  getIssueAllTypes: '',
  findUsers: '',
  getAllUsers: '',
  getUsersFromGroup: 'values',
  findGroups: 'groups',
  getScreens: 'values',
};

/** What tells of such a list how much there is, and where the next page stands. */
const extents = ['total', 'isLast', 'nextPage', 'header'];

/** The body of an answer without what others have made on the instance. */
export function withoutForeign({ operation, status, body }: Exchange, runId: string): unknown {
  const list = listsOfAll[operation ?? ''];
  if (list === undefined || status !== 200) return body;
  const isOwn = (item: unknown) => JSON.stringify(item).includes(`fjf-${runId}`);
  const marker = '‹what else is there›';
  if (Array.isArray(body)) return [...(body as unknown[]).filter(isOwn), marker];
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]): [string, unknown][] => {
      if (name === list && Array.isArray(value)) return [[name, [...(value as unknown[]).filter(isOwn), marker]]];
      // A page can be the last here and not there; that it says so is kept.
      return [[name, extents.includes(name) ? '‹depends on what else is there›' : value]];
    }),
  );
}
