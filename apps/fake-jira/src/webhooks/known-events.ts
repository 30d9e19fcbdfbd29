import { toldEvents } from '@fake-jira/world';

/** Names of events of which Jira tells webhooks, and the fake does not: what they are about is not there. */
const others = [
  ...['attachment', 'board', 'issuetype', 'project', 'sprint', 'user', 'worklog', 'filter'].flatMap((what) => [
    `${what}_created`,
    `${what}_updated`,
    `${what}_deleted`,
  ]),
  ...['created', 'updated', 'deleted', 'moved', 'released', 'unreleased', 'merged'].map(
    (what) => `jira:version_${what}`,
  ),
  ...['voting', 'watching', 'unassigned_issues', 'subtasks', 'attachments', 'issuelinks', 'timetracking'].map(
    (what) => `option_${what}_changed`,
  ),
  'option_timetracking_provider_changed',
  'board_configuration_changed',
  'sprint_started',
  'sprint_closed',
  'project_soft_deleted',
  'project_restored_deleted',
  'project_archived',
  'project_restored_archived',
  'issue_property_set',
  'issue_property_deleted',
  'jira:worklog_updated',
  'jira_expression_evaluation_failed',
];

/** Names of events that Jira knows. */
export const knownEvents: ReadonlySet<string> = new Set([...toldEvents, ...others]);
