import type { Context, CustomField, Group, Option, Project, ProjectVersion, User } from './records.js';

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
  | { readonly type: 'group-deleted'; readonly before: Group };
