import type { Id } from './ids.js';

/** Who a user picker suggests. */
export interface UserFilter {
  readonly enabled: boolean;
  readonly groups?: readonly string[];
  readonly roleIds?: readonly number[];
}

/**
 * A default value, by the name of its kind. The 27 kinds are those of Jira's `CustomFieldContextDefaultValue`.
 * `OptionId` is what an id of an option, project or version is: a number in the world, an {@link Id} in a request.
 */
export type DefaultValueOf<OptionId> =
  | { readonly type: 'option.single'; readonly optionId: OptionId }
  | { readonly type: 'option.multiple'; readonly optionIds: readonly OptionId[] }
  /**
   * The chain from the first level down. `deleted`: how many options at its end have been deleted since, which only
   * a multi-level cascading select remembers.
   */
  | { readonly type: 'option.cascading'; readonly optionIds: readonly OptionId[]; readonly deleted?: number }
  | { readonly type: 'single.user.select'; readonly accountId: string; readonly userFilter: UserFilter }
  | { readonly type: 'multi.user.select'; readonly accountIds: readonly string[] }
  | { readonly type: 'grouppicker.single'; readonly groupId: string }
  | { readonly type: 'grouppicker.multiple'; readonly groupIds: readonly string[] }
  /** `date` as `yyyy-MM-dd`. */
  | { readonly type: 'datepicker'; readonly date?: string; readonly useCurrent: boolean }
  | { readonly type: 'datetimepicker'; readonly dateTime?: string; readonly useCurrent: boolean }
  | { readonly type: 'url'; readonly url: string }
  | { readonly type: 'project'; readonly projectId: OptionId }
  | { readonly type: 'float'; readonly number: number }
  | { readonly type: 'labels'; readonly labels: readonly string[] }
  | { readonly type: 'textfield'; readonly text: string }
  | { readonly type: 'textarea'; readonly text: string }
  | { readonly type: 'readonly'; readonly text: string }
  | { readonly type: 'version.single'; readonly versionId: OptionId; readonly versionOrder?: string }
  | { readonly type: 'version.multiple'; readonly versionIds: readonly OptionId[]; readonly versionOrder?: string }
  | { readonly type: 'forge.string'; readonly text: string }
  | { readonly type: 'forge.string.list'; readonly values: readonly string[] }
  | { readonly type: 'forge.object'; readonly object: Readonly<Record<string, unknown>> }
  | { readonly type: 'forge.datetime'; readonly dateTime?: string; readonly useCurrent: boolean }
  | { readonly type: 'forge.group'; readonly groupId: string }
  | { readonly type: 'forge.group.list'; readonly groupIds: readonly string[] }
  | { readonly type: 'forge.number'; readonly number: number }
  | { readonly type: 'forge.user'; readonly accountId: string; readonly userFilter: UserFilter }
  | { readonly type: 'forge.user.list'; readonly accountIds: readonly string[] };

export type DefaultValue = DefaultValueOf<number>;
/** A default value as a request gives it: its ids may name nothing. */
export type DefaultValueInput = DefaultValueOf<Id>;
export type DefaultValueType = DefaultValue['type'];
