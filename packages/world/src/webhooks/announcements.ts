import type { IssueEventType, JiraEvent } from '../core/events.js';
import type { Happening } from '../core/happening.js';
import type { Issue, Moment, Root, Webhook } from '../core/root.js';
import type { SearchContext } from '../jql/clause.js';
import { JqlSyntaxError } from '../jql/problems.js';
import { prepare } from '../jql/search.js';
import { webhooksOf } from './webhooks.js';

/** What a webhook is told. */
export interface Announcement {
  readonly webhook: Webhook;
  /** As the webhook names it: `jira:issue_updated`. */
  readonly name: string;
  /** What an event of an issue says that has happened to it. */
  readonly as?: IssueEventType;
  readonly event: JiraEvent;
  /** The world that has what it is about: that from before, where it is gone now. */
  readonly root: Root;
  readonly at: Moment;
}

/** What the deployment decides. */
export interface AnnouncementRules {
  /** Whether what happens to a comment is also told as a change of its issue. */
  readonly commentsChangeIssues: boolean;
  /** For the query of a webhook, on behalf of who has registered it. */
  readonly searchContext: (root: Root, by: string | null) => SearchContext;
}

/** An event under one name. */
interface Named extends Pick<Announcement, 'name' | 'as' | 'event' | 'root'> {
  /** The issue that the query of a webhook has to find; absent: such events have none. */
  readonly issue?: Issue | undefined;
  /** The fields that were changed, by ids as in addresses. */
  readonly fieldIds?: readonly string[];
}

/** What is to be told of what has happened, and to which webhooks: in the order in which it has happened. */
export function announcements(
  { events, before, after, at }: Happening,
  { commentsChangeIssues, searchContext }: AnnouncementRules,
): Announcement[] {
  const webhooks = webhooksOf(after, at).filter(({ enabled }) => enabled);
  if (webhooks.length === 0) return [];
  const named = events.flatMap((event) => namesOf(event, { before, after, commentsChangeIssues }));
  return named.flatMap(({ issue, fieldIds, ...one }) =>
    webhooks
      .filter((webhook) => webhook.events.includes(one.name))
      .filter((webhook) => fitsFields(webhook, one.name, fieldIds))
      .filter((webhook) => issue === undefined || finds(webhook, issue, searchContext(one.root, webhook.by)))
      .map((webhook) => ({ webhook, ...one, at })),
  );
}

function fitsFields({ fieldIds: wanted }: Webhook, name: string, changed: readonly string[] = []): boolean {
  if (wanted.length === 0 || name !== 'jira:issue_updated') return true;
  return changed.some((id) => wanted.includes(id));
}

/** A query that cannot be read finds nothing. */
function finds({ jql }: Webhook, issue: Issue, context: SearchContext): boolean {
  if (jql.trim() === '') return true;
  try {
    const { search, problems } = prepare(jql, context);
    return problems.length === 0 && search.test(issue);
  } catch (error) {
    if (error instanceof JqlSyntaxError) return false;
    throw error;
  }
}

interface Around {
  readonly before: Root;
  readonly after: Root;
  readonly commentsChangeIssues: boolean;
}

const commentTypes = {
  'comment-created': { name: 'comment_created', as: 'issue_commented' },
  'comment-updated': { name: 'comment_updated', as: 'issue_comment_edited' },
  'comment-deleted': { name: 'comment_deleted', as: 'issue_comment_deleted' },
} as const;

/**
 * The names under which an event is told. Webhooks are told of issues, comments, links, projects and users. What happens
 * to fields and contexts Jira tells apps alone (`avi:jira:…`); to options, nobody.
 */
function namesOf(event: JiraEvent, { before, after, commentsChangeIssues }: Around): Named[] {
  const now = { event, root: after };
  switch (event.type) {
    case 'issue-created':
      return [{ ...now, name: 'jira:issue_created', as: 'issue_created', issue: current(event.after, after) }];
    case 'issue-updated': {
      const fieldIds = event.change.fields.map(({ fieldId }) => fieldId);
      return [{ ...now, name: 'jira:issue_updated', as: event.as, issue: current(event.after, after), fieldIds }];
    }
    case 'issue-deleted':
      return [{ event, root: before, name: 'jira:issue_deleted', as: 'issue_deleted', issue: event.before }];
    case 'comment-created':
    case 'comment-updated':
    case 'comment-deleted': {
      const { name, as } = commentTypes[event.type];
      const issue = after.issues.get(event.comment.issueId);
      if (!issue) return [];
      const own: Named = { ...now, name, issue };
      return commentsChangeIssues ? [own, { ...now, name: 'jira:issue_updated', as, issue }] : [own];
    }
    case 'link-created':
      return [{ ...now, name: 'issuelink_created' }];
    case 'link-deleted':
      return [{ ...now, name: 'issuelink_deleted' }];
    case 'project-deleted':
      return [{ event, root: before, name: 'project_deleted' }];
    case 'project-created':
      return [{ ...now, name: 'project_created' }];
    case 'project-updated':
      return [{ ...now, name: 'project_updated' }];
    case 'version-created':
      return [{ ...now, name: 'jira:version_created' }];
    case 'version-moved':
      return [{ ...now, name: 'jira:version_moved' }];
    case 'version-updated':
      return [{ ...now, name: `jira:version_${step(event)}` }];
    case 'version-deleted':
      return [{ event, root: before, name: event.mergedInto ? 'jira:version_merged' : 'jira:version_deleted' }];
    case 'user-updated':
      return [{ ...now, name: 'user_updated' }];
    case 'user-deleted':
      return [{ event, root: before, name: 'user_deleted' }];
    case 'field-created':
      return [{ ...now, name: 'avi:jira:created:field' }];
    case 'field-updated':
      return [{ ...now, name: 'avi:jira:updated:field' }];
    case 'field-trashed':
      return [{ ...now, name: 'avi:jira:trashed:field' }];
    case 'field-restored':
      return [{ ...now, name: 'avi:jira:restored:field' }];
    case 'field-deleted':
      return [{ event, root: before, name: 'avi:jira:deleted:field' }];
    case 'context-created':
      return [{ ...now, name: 'avi:jira:created:field:context' }];
    case 'context-updated':
      return [{ ...now, name: 'avi:jira:updated:field:context' }];
    // What goes with something else is not told.
    case 'context-deleted':
      return event.withField ? [] : [{ event, root: before, name: 'avi:jira:deleted:field:context' }];
    default:
      return [];
  }
}

/** What a change of a version is called. */
function step({ before, after }: Extract<JiraEvent, { readonly type: 'version-updated' }>): string {
  if (before.released === after.released) return 'updated';
  return after.released ? 'released' : 'unreleased';
}

/** As the write has left it, which can have done more to it. */
function current(issue: Issue, { issues }: Root): Issue {
  return issues.get(issue.id) ?? issue;
}

/** Every name that is told of here. */
export const toldEvents: readonly string[] = [
  'jira:issue_created',
  'jira:issue_updated',
  'jira:issue_deleted',
  'comment_created',
  'comment_updated',
  'comment_deleted',
  'issuelink_created',
  'issuelink_deleted',
  'project_created',
  'project_updated',
  'project_deleted',
  'jira:version_created',
  'jira:version_moved',
  'jira:version_updated',
  'jira:version_released',
  'jira:version_unreleased',
  'jira:version_deleted',
  'jira:version_merged',
  'user_updated',
  'user_deleted',
  'avi:jira:created:field',
  'avi:jira:updated:field',
  'avi:jira:trashed:field',
  'avi:jira:restored:field',
  'avi:jira:deleted:field',
  'avi:jira:created:field:context',
  'avi:jira:updated:field:context',
  'avi:jira:deleted:field:context',
];
