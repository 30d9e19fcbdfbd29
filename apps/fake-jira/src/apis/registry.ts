import type { Location } from '@fake-jira/openapi';
import type { Api } from '../http/api.js';
import * as all from './all.js';

/** Every mirrored API. */
export const apis: readonly Api[] = Object.values(all);

/** The API that speaks at a place: Jira where it belongs to none. */
export function apiAt({ api: document }: Pick<Location, 'api'>): Api {
  return apis.find((api) => api.document === document) ?? all.jiraCloud;
}
