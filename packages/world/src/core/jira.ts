import { optionIdsOf } from './field-values.js';
import type { Part } from './part.js';

/** Jira itself: its tables, each with its indexes. */
export const jira = {
  tables: {
    users: {
      indexes: {
        accountIdsByName: ({ name, accountId }) => [[name.toLowerCase(), accountId]],
        accountIdsByEmail: ({ email, accountId }) => [[email.toLowerCase(), accountId]],
        accountIdsByToken: ({ tokens, accountId }) => tokens.map((token) => [token, accountId]),
        members: ({ groups, accountId }) => groups.map((group) => [[group, accountId], true]),
      },
    },
    groups: {},
    projects: {
      indexes: {
        projectIdsByKey: ({ key, formerKeys = [], id }) => [key, ...formerKeys].map((one) => [one, id]),
        projectOfVersion: ({ versions, id }) => versions.map((version) => [version.id, id]),
        projectOfComponent: ({ components, id }) => components.map((component) => [component.id, id]),
      },
    },
    trashedProjects: {},
    issueTypes: {},
    screens: {
      indexes: {
        screensOfField: ({ id, tabs }) =>
          tabs.flatMap((tab) => tab.fieldIds.map((fieldId) => [[fieldId, id, tab.id], true] as const)),
      },
    },
    fields: {
      indexes: {
        fieldsByName: ({ name, id }) => [[[name.toLowerCase(), id], true]],
        appFieldIds: ({ appFieldKey, id }) => (appFieldKey === undefined ? [] : [[appFieldKey, id]]),
        trash: ({ trashed, id }) => (trashed ? [[[trashed.deleteAt, id], true]] : []),
      },
    },
    contexts: {
      indexes: {
        contextsOfField: ({ fieldId, id }) => [[[fieldId, id], true]],
        contextOfProject: ({ fieldId, projectIds, id }) => projectIds.map((projectId) => [[fieldId, projectId], id]),
      },
    },
    options: {
      indexes: {
        optionsByValue: ({ contextId, parentId, value, id }) => [
          [[contextId, parentId, value.toLowerCase(), id], true],
        ],
      },
      counts: { optionCounts: ({ fieldId }) => fieldId },
    },
    optionRanks: {
      indexes: {
        optionOrder(rank, id, root) {
          const option = root.options.get(id);
          return option ? [[[option.contextId, option.parentId, rank, id], true]] : [];
        },
      },
    },
    appOptions: {},
    tasks: { indexes: { runningTasks: ({ finished, id }) => (finished ? [] : [[id, true]]) } },
    issues: {
      indexes: {
        issueIdsByKey: ({ key, id }) => [[key.toUpperCase(), id]],
        issuesOfProject: ({ projectId, id }) => [[[projectId, id], true]],
        subtasks: ({ parentId, id }) => (parentId === null ? [] : [[[parentId, id], true]]),
        issuesWithField: ({ values, id }) => Object.keys(values).map((fieldId) => [[Number(fieldId), id], true]),
        issuesWithOption: ({ values, id }) =>
          Object.entries(values).flatMap(([fieldId, value]) =>
            optionIdsOf(value).map((optionId) => [[Number(fieldId), optionId, id], true] as const),
          ),
      },
    },
    comments: { indexes: { commentsOfIssue: ({ issueId, id }) => [[[issueId, id], true]] } },
    issueLinks: {
      indexes: {
        linksOfIssue: ({ fromId, toId, id }) => [
          [[fromId, id], true],
          [[toId, id], true],
        ],
      },
    },
    issueNumbers: {},
    issueChanges: {},
    webhooks: {},
  },
  counters: {
    user: 10000,
    project: 10000,
    version: 10000,
    component: 10000,
    issueType: 10000,
    screen: 1,
    tab: 10000,
    field: 10000,
    context: 10100,
    option: 10000,
    task: 10000,
    issue: 10000,
    comment: 10000,
    issueLink: 10000,
    issueChange: 10000,
    webhook: 1,
  },
  kept: {
    settings: {
      subtasks: true,
      holdTasks: false,
      onlyAdministratorsDeleteOptions: false,
      administratorsHaveDefaultPermission: false,
      multiLevelCascadingLicence: true,
    },
  },
} satisfies Part;
