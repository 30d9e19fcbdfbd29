import type { Location } from '@fake-jira/openapi';
import type { Api } from '../http/api.js';
import { customfieldEditor } from './customfield-editor/index.js';
import { extender } from './extender/index.js';
import { jiraCloud } from './jira-cloud/index.js';
import { pluginManager } from './plugin-manager/index.js';
import { protectedFields } from './protected-fields/index.js';

/** The mirrored APIs: a line for each. The fake's own is not among them: its handlers need the fake. */
export const apis: readonly Api[] = [jiraCloud, customfieldEditor, extender, protectedFields, pluginManager];

/** The API that speaks at a place: Jira where it belongs to none. */
export function apiAt({ api: document }: Pick<Location, 'api'>): Api {
  return apis.find((api) => api.document === document) ?? jiraCloud;
}
