import type {
  Comment,
  Context,
  CustomField,
  Group,
  Issue,
  IssueChange,
  IssueLink,
  Option,
  Project,
  ProjectVersion,
  User,
} from './records.js';

/** A change of one record, with the record as it was and as it is. */
interface Changed<Type extends string, Subject> {
  readonly type: Type;
  readonly before: Subject;
  readonly after: Subject;
}

/** Something of which options of one context have a part; those below a deleted one go with it unnamed. */
interface OfOptions<Type extends string> {
  readonly type: Type;
  readonly context: Context;
  readonly options: readonly Option[];
}

/** What Jira calls the way in which an issue was changed, beside how it was changed. */
export type IssueEventType =
  | 'issue_created'
  | 'issue_updated'
  | 'issue_assigned'
  /** A step of the workflow that has no event of its own. */
  | 'issue_generic'
  | 'issue_deleted'
  | 'issue_commented'
  | 'issue_comment_edited'
  | 'issue_comment_deleted';

/** Something that somebody, by account id, has done to an issue. */
interface ByPerson<Type extends string> {
  readonly type: Type;
  readonly by: string;
}

/** What has happened in Jira, through whichever API. Who wants to know of it subscribes (see `parts.ts`). */
export type JiraEvent =
  | { readonly type: 'field-created'; readonly after: CustomField }
  | Changed<'field-updated' | 'field-trashed' | 'field-restored', CustomField>
  | { readonly type: 'field-deleted'; readonly before: CustomField }
  | { readonly type: 'context-created'; readonly after: Context }
  | Changed<'context-updated' | 'default-value-updated', Context>
  /** `withField`: because its field is being deleted. */
  | { readonly type: 'context-deleted'; readonly before: Context; readonly withField: boolean }
  | OfOptions<'options-created' | 'options-moved' | 'options-sorted' | 'options-deleted'>
  /** The options as they are now; `before` as they were, in the same order. */
  | (OfOptions<'options-updated'> & { readonly before: readonly Option[] })
  | { readonly type: 'project-created'; readonly after: Project }
  | Changed<'project-updated', Project>
  | { readonly type: 'project-deleted'; readonly before: Project }
  | { readonly type: 'version-created'; readonly projectId: number; readonly after: ProjectVersion }
  | (Changed<'version-updated', ProjectVersion> & { readonly projectId: number })
  | { readonly type: 'version-moved'; readonly projectId: number; readonly after: ProjectVersion }
  /** `mergedInto`: the version that has its issues now. */
  | {
      readonly type: 'version-deleted';
      readonly projectId: number;
      readonly before: ProjectVersion;
      readonly mergedInto?: ProjectVersion;
    }
  | Changed<'user-updated', User>
  | { readonly type: 'user-deleted'; readonly before: User }
  | { readonly type: 'group-deleted'; readonly before: Group }
  | (ByPerson<'issue-created'> & { readonly after: Issue })
  | (ByPerson<'issue-updated'> & {
      readonly before: Issue;
      readonly after: Issue;
      readonly change: IssueChange;
      readonly as: IssueEventType;
    })
  | (ByPerson<'issue-deleted'> & { readonly before: Issue })
  | (ByPerson<'comment-created' | 'comment-updated' | 'comment-deleted'> & { readonly comment: Comment })
  | { readonly type: 'link-created' | 'link-deleted'; readonly link: IssueLink };
