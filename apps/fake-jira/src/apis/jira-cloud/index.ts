import type { JiraCloudOperations } from '@fake-jira/openapi';
import { defineApi } from '../../http/api.js';
import { adminWebhooks } from './admin-webhooks.js';
import { appOptions } from './app-options.js';
import { appWebhooks } from './app-webhooks.js';
import { behaviour, type JiraBehaviour } from './behaviour.js';
import { ofConfigurableFields } from './configurable-fields.js';
import { comments } from './comments.js';
import { components } from './components.js';
import { contexts } from './contexts.js';
import { contextMappings } from './context-mappings.js';
import { createMeta } from './create-meta.js';
import { customFields } from './custom-fields.js';
import { dataCenterOptions } from './data-center-options.js';
import { defaultValues } from './default-values.js';
import { fields } from './fields.js';
import { fieldConfigurationHandlers } from './field-configurations.js';
import { fieldSearch } from './field-search.js';
import { groups } from './groups.js';
import { issues } from './issues.js';
import { issueClasses } from './issue-classes.js';
import { issueLinks } from './issue-links.js';
import { issueTypes } from './issue-types.js';
import { jql } from './jql.js';
import { labels } from './labels.js';
import { options } from './options.js';
import { permissions } from './permissions.js';
import { pickers } from './pickers.js';
import { projectChanges } from './project-changes.js';
import { projects } from './projects.js';
import { screenSchemeHandlers } from './screen-schemes.js';
import { screenTabs } from './screen-tabs.js';
import { screens } from './screens.js';
import { search } from './search.js';
import { serverInfo } from './server-info.js';
import { jiraDialect } from './dialect.js';
import { tasks } from './tasks.js';
import { changelogs } from './changelogs.js';
import { transitions } from './transitions.js';
import { trash } from './trash.js';
import { users } from './users.js';
import { versions } from './versions.js';

/** Jira's own API. */
export const jiraCloud = defineApi<JiraCloudOperations, JiraBehaviour>({
  document: 'jira-cloud',
  dialect: jiraDialect,
  behaviour,
  handlers: {
    ...fields,
    ...fieldSearch,
    ...trash,
    ...ofConfigurableFields(contexts),
    ...ofConfigurableFields(contextMappings),
    ...ofConfigurableFields(options),
    ...ofConfigurableFields(defaultValues),
    ...appOptions,
    ...screens,
    ...screenTabs,
    ...screenSchemeHandlers,
    ...fieldConfigurationHandlers,
    ...tasks,
    ...projects,
    ...projectChanges,
    ...versions,
    ...components,
    ...issueTypes,
    ...issueClasses,
    ...users,
    ...groups,
    ...pickers,
    ...labels,
    ...permissions,
    ...serverInfo,
    ...issues,
    ...comments,
    ...issueLinks,
    ...transitions,
    ...changelogs,
    ...createMeta,
    ...search,
    ...jql,
    ...customFields,
    ...dataCenterOptions,
    ...appWebhooks,
    ...adminWebhooks,
  },
});
