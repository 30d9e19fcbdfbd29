import type { Grantees } from '@fake-jira/target';
import type { DefaultValueType } from '@fake-jira/world';

/*
 * Custom fields as seeding compares them: by name, because ids differ from one instance to the next. What a target
 * shows and what a world file wants have the same form.
 */

export type { Grantees };

export interface FieldState {
  /** As in addresses, such as `customfield_10000`; empty for a field that is only wanted. */
  readonly id: string;
  readonly name: string;
  /** Full key. */
  readonly type: string;
  readonly description: string;
  /** Full key; `null`: none; `undefined`: the target does not say, or cannot be told. */
  readonly searcher: string | null | undefined;
  readonly locked: boolean;
  readonly trashed: boolean;
  /** `app__field` of a field that an app provides. */
  readonly appKey?: string;
  /** `null`: the target has no Customfield Editor. */
  readonly grants: Grantees | null;
  readonly contexts: readonly ContextState[];
}

export interface ContextState {
  /** Empty for a context that is only wanted. */
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly global: boolean;
  /** Keys. */
  readonly projects: readonly string[];
  /** Names; none: all of them. */
  readonly issueTypes: readonly string[];
  readonly options: readonly OptionState[];
  /** `null`: none; `undefined`: the target does not show it. */
  readonly default: DefaultState | null | undefined;
  readonly grants: Grantees | null;
}

export interface OptionState {
  readonly id: string;
  readonly value: string;
  readonly disabled: boolean;
  readonly children: readonly OptionState[];
}

/** What about a context its write operations say at once. */
export type ContextShape = Pick<ContextState, 'name' | 'description' | 'global' | 'projects' | 'issueTypes'>;

export function shapeOf({ name, description, global, projects, issueTypes }: ContextShape): ContextShape {
  return { name, description, global, projects, issueTypes };
}

/** A context as it is right after it was made. */
export function emptyContext(shape: ContextShape): ContextState {
  return { id: '', ...shapeOf(shape), options: [], default: null, grants: nobody };
}

/** The number in the id of a field. */
export function numberOf({ id }: Pick<FieldState, 'id'>): number {
  return Number(id.replace('customfield_', ''));
}

export function hasSomebody(grants: Grantees | null): boolean {
  return grants !== null && grants.users.length + grants.groups.length > 0;
}

/**
 * A default value by names: options by their values, projects by key, versions as `KEY/name`, groups by name. Users
 * as the target names them: by account id on Cloud, by log-in name on Data Center.
 */
export interface DefaultState {
  readonly type: DefaultValueType;
  readonly value: unknown;
}

export const nobody: Grantees = { users: [], groups: [] };

/** The name that Jira gives to the context with which a new field starts; a long one is cut. */
export function firstContextName(fieldName: string): string {
  return `Default Configuration Scheme for ${fieldName}`.slice(0, 255);
}

/** Whether two lists have the same members, in whatever order. */
export function sameMembers(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  const members = new Set(a);
  return b.every((member) => members.has(member));
}

/** Whether two defaults, or their absence, are the same. Lists of people and options have no order, chains have one. */
export function sameDefault(a: DefaultState | null, b: DefaultState | null): boolean {
  if (a === null || b === null) return a === b;
  const ordered = a.type === 'option.cascading' || a.type === 'forge.string.list';
  const { value: left } = a;
  const { value: right } = b;
  if (!ordered && isTexts(left) && isTexts(right)) return a.type === b.type && sameMembers(left, right);
  return a.type === b.type && JSON.stringify(left) === JSON.stringify(right);
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

/** How many options there are on all levels. */
export function countOptions(options: readonly OptionState[]): number {
  return options.reduce((sum, { children }) => sum + 1 + countOptions(children), 0);
}

/** Reads the custom fields of a target through documented GETs. */
export interface FieldReader {
  /** All of them, also those in the trash, without what belongs to each. */
  list(): Promise<FieldState[]>;
  /** One of them with its contexts, their options and default values. */
  details(field: FieldState): Promise<FieldState>;
}
