import type { JiraCloudOperations } from '@fake-jira/openapi';
import type { RequestHandler } from 'express';
import type { Handlers } from '../../http/call.js';
import type { Validation } from '../../http/validation.js';
import { serveApi } from '../../http/router.js';
import { appOptions } from './app-options.js';
import { contexts } from './contexts.js';
import { contextMappings } from './context-mappings.js';
import { createMeta } from './create-meta.js';
import { customFields } from './custom-fields.js';
import { defaultValues } from './default-values.js';
import { fields } from './fields.js';
import { fieldSearch } from './field-search.js';
import { groups } from './groups.js';
import { issues } from './issues.js';
import { issueTypes } from './issue-types.js';
import { options } from './options.js';
import { permissions } from './permissions.js';
import { projects } from './projects.js';
import { screens } from './screens.js';
import { serverInfo } from './server-info.js';
import { jiraStyle } from './style.js';
import { tasks } from './tasks.js';
import { trash } from './trash.js';
import { users } from './users.js';

/** One handler for each operation of `specs/jira-cloud.openapi.yaml`. */
export const jiraCloudHandlers: Handlers<JiraCloudOperations> = {
  ...fields,
  ...fieldSearch,
  ...trash,
  ...contexts,
  ...contextMappings,
  ...options,
  ...defaultValues,
  ...appOptions,
  ...screens,
  ...tasks,
  ...projects,
  ...issueTypes,
  ...users,
  ...groups,
  ...permissions,
  ...serverInfo,
  ...issues,
  ...createMeta,
  ...customFields,
};

/** Jira's own API as Express serves it. */
export function jiraCloud(validation: Validation): RequestHandler {
  return serveApi(jiraStyle, jiraCloudHandlers, validation);
}
