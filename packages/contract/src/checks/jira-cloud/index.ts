import type { Check } from '../../check.js';
import { access } from './access.js';
import { edge } from './edge.js';
import { appOptionReplacement } from './app-option-replacement.js';
import { appOptions } from './app-options.js';
import { commentsAndLinks } from './comments-and-links.js';
import { changelogs } from './changelogs.js';
import { contextIssueTypes } from './context-issue-types.js';
import { components } from './components.js';
import { contextMappings } from './context-mappings.js';
import { contextProjects } from './context-projects.js';
import { contexts } from './contexts.js';
import { createMeta } from './create-meta.js';
import { customFields } from './custom-fields.js';
import { dataCenterFields } from './data-center-fields.js';
import { defaultValues } from './default-values.js';
import { examples } from './examples.js';
import { fieldSearch } from './field-search.js';
import { fields } from './fields.js';
import { groups } from './groups.js';
import { issueTypes } from './issue-types.js';
import { issueValues } from './issue-values.js';
import { issues } from './issues.js';
import { optionOrder } from './option-order.js';
import { webhooks } from './webhooks.js';
import { neighbours } from './neighbours.js';
import { options } from './options.js';
import { permissions } from './permissions.js';
import { pickers } from './pickers.js';
import { probes } from './probes.js';
import { projectChanges } from './project-changes.js';
import { projects } from './projects.js';
import { schemes } from './schemes.js';
import { screenChanges } from './screen-changes.js';
import { screens } from './screens.js';
import { search } from './search.js';
import { serverInfo } from './server-info.js';
import { tasks } from './tasks.js';
import { teamManaged } from './team-managed.js';
import { transitions } from './transitions.js';
import { trash } from './trash.js';
import { users } from './users.js';
import { versions } from './versions.js';

/** Checks of Jira's Field API and what clients need around it. */
export const jiraCloudChecks: readonly Check[] = [
  ...access,
  ...edge,
  ...fields,
  ...fieldSearch,
  ...teamManaged,
  ...trash,
  ...contexts,
  ...contextMappings,
  ...contextIssueTypes,
  ...contextProjects,
  ...defaultValues,
  ...options,
  ...optionOrder,
  ...appOptions,
  ...appOptionReplacement,
  ...screens,
  ...screenChanges,
  ...schemes,
  ...tasks,
  ...customFields,
  ...serverInfo,
  ...users,
  ...groups,
  ...pickers,
  ...permissions,
  ...projects,
  ...projectChanges,
  ...issueTypes,
  ...neighbours,
  ...versions,
  ...components,
  ...webhooks,
  ...search,
  ...issues,
  ...issueValues,
  ...commentsAndLinks,
  ...transitions,
  ...changelogs,
  ...createMeta,
  ...dataCenterFields,
  ...examples,
  ...probes,
];
