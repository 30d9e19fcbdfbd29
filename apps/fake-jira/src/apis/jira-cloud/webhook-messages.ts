import {
  announcements,
  type Announcement,
  type Happening,
  type Issue,
  type Project,
  type Root,
  type User,
} from '@fake-jira/world';
import type { Profile } from '@fake-jira/profile';
import { Links } from '../../http/links.js';
import type { Message } from '../../webhooks/webhooks.js';
import { behaviour } from './behaviour.js';
import type { View } from './call.js';
import { bodyOf } from './webhook-bodies.js';

/** Where webhooks say that they come from. */
export interface MessagePlace {
  readonly profile: Profile;
  /** The address of the Jira as its last client knows it. */
  readonly site: string;
}

/** What there is to say of what has happened: to each webhook what it wants to know. */
export function webhookMessages(happening: Happening, { profile, site }: MessagePlace): Message[] {
  const rules = behaviour(profile);
  const searchContext = (root: Root, by: string | null) => ({
    root,
    now: happening.at,
    user: by === null ? undefined : root.users.get(by),
    namesOf: rules.clauseNamesOf,
    isSearchable: ({ searcherKey }: { readonly searcherKey: string | null }) =>
      rules.everyFieldIsSearchable || searcherKey !== null,
  });
  const told = announcements(happening, { commentsChangeIssues: rules.commentsChangeIssues, searchContext });
  return told.map((announcement) => {
    const { webhook, name, root } = announcement;
    const view: View = {
      root,
      now: () => happening.at,
      links: new Links(site, '/rest/api/2', '', ''),
      restVersion: '2',
      behaviour: rules,
    };
    return {
      webhookId: webhook.id,
      ownOf: webhook.expires === undefined ? null : webhook.by,
      event: name,
      url: filled(webhook.url, announcement),
      secret: webhook.secret,
      body: webhook.excludeBody ? undefined : JSON.stringify(bodyOf(announcement, view)),
    };
  });
}

/** The address with its variables, `${issue.key}` and, from Data Center 10 on, `{issue.key}`, filled in. */
function filled(url: string, announcement: Announcement): string {
  if (!url.includes('{')) return url;
  const values = variables(announcement);
  return url.replace(/\$?\{([\w.]+)\}/g, (written, name: string) => {
    const value = values[name];
    return value === undefined ? written : encodeURIComponent(value);
  });
}

function variables({ event, root }: Announcement): Readonly<Record<string, string | undefined>> {
  const issue = issueOf({ event, root });
  const project: Project | undefined =
    event.type === 'project-deleted' ? event.before : issue && root.projects.get(issue.projectId);
  const user: User | undefined = 'by' in event ? root.users.get(event.by) : undefined;
  return {
    'issue.id': issue && String(issue.id),
    'issue.key': issue?.key,
    'project.id': project && String(project.id),
    'project.key': project?.key,
    'comment.id': 'comment' in event ? String(event.comment.id) : undefined,
    'modifiedUser.accountId': user?.accountId,
    'modifiedUser.key': user?.key,
    'modifiedUser.name': user?.name,
  };
}

/** The issue that an event is about, as it is in the root. */
export function issueOf({ event, root }: Pick<Announcement, 'event' | 'root'>): Issue | undefined {
  switch (event.type) {
    case 'issue-created':
    case 'issue-updated':
      return root.issues.get(event.after.id) ?? event.after;
    case 'issue-deleted':
      return event.before;
    case 'comment-created':
    case 'comment-updated':
    case 'comment-deleted':
      return root.issues.get(event.comment.issueId);
    default:
      return undefined;
  }
}
