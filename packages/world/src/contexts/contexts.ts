import { checkLength, requireCustomField } from '../fields/fields.js';
import { idNumber, repeated, type Id } from '../core/ids.js';
import type { Context, CustomField, Root } from '../core/root.js';
import { RuleError, together } from '../core/rule-error.js';
import type { Transaction } from '../core/transaction.js';

/** Longest name of a context (Jira's database; the documents give no limit). */
export const contextNameLimit = 255;

export function* contextIdsOfField(root: Root, fieldId: number): Iterable<number> {
  for (const [id] of root.contextsOfField.entries([fieldId, 0])) {
    if (id[0] !== fieldId) return;
    yield id[1];
  }
}

/** The contexts of a field by id, which is the order in which they were made. */
export function* contextsOfField(root: Root, fieldId: number): Iterable<Context> {
  for (const id of contextIdsOfField(root, fieldId)) yield root.contexts.get(id) as Context;
}

export function countContexts(root: Root, fieldId: number): number {
  let count = 0;
  for (const _ of contextIdsOfField(root, fieldId)) count++;
  return count;
}

/** How many projects use a field: all where one of its contexts is global, else those its contexts name. */
export function countProjects(root: Root, fieldId: number): number {
  let count = 0;
  for (const contextId of contextIdsOfField(root, fieldId)) {
    const context = requireContext(root, fieldId, contextId);
    if (context.global) return root.projects.size;
    count += context.projectIds.length;
  }
  return count;
}

/** @throws RuleError `context-not-found`, also for a context of another field */
export function requireContext(root: Root, fieldId: number, contextId: Id): Context {
  const context = root.contexts.get(idNumber(contextId));
  if (!context || context.fieldId !== fieldId) {
    throw new RuleError('context-not-found', { contextId: String(contextId) });
  }
  return context;
}

/** The field and the context that an address names. */
export function requireFieldContext(root: Root, fieldId: Id, contextId: Id): [CustomField, Context] {
  const field = requireCustomField(root, fieldId);
  return [field, requireContext(root, field.id, contextId)];
}

/** A context by its id alone, with its field. @throws RuleError `context-not-found`, also where the field is in the trash */
export function requireContextById(root: Root, contextId: Id): [CustomField, Context] {
  const context = root.contexts.get(idNumber(contextId));
  const field = context && root.fields.get(context.fieldId);
  if (!context || !field || field.trashed) throw new RuleError('context-not-found', { contextId: String(contextId) });
  return [field, context];
}

/** The context that applies to all projects, if there is one. */
export function globalContext(root: Root, fieldId: number): Context | undefined {
  for (const context of contextsOfField(root, fieldId)) if (context.global) return context;
  return undefined;
}

export interface ContextRules {
  /** Whether two contexts of a field may have one name. */
  readonly uniqueNames: boolean;
  /**
   * What becomes of a second context for all projects: it is refused, as in Jira itself, unless said otherwise. A
   * context from which all projects are taken this way applies to none.
   */
  readonly takenGlobal?: 'refuse' | 'take-over';
  /**
   * What becomes of projects that another context of the field has: they are refused, as in Jira itself, unless said
   * otherwise. A context that loses its last project this way applies to none.
   */
  readonly takenProjects?: 'refuse' | 'take-over';
  /** Whether the context for all projects stays as it is: neither removed nor narrowed. Not so unless said otherwise. */
  readonly globalStays?: boolean;
}

/** What a context for all projects may become. */
export type GlobalContextRules = Pick<ContextRules, 'globalStays'>;

/** @throws RuleError `global-context-stays` for a context for all projects, where it has to stay so */
export function requireMayGo({ id, global }: Context, { globalStays = false }: GlobalContextRules): void {
  if (global && globalStays) throw new RuleError('global-context-stays', { contextId: String(id) });
}

export interface NewContext {
  readonly name: string;
  readonly description?: string | undefined;
  /** None: the context applies to all projects. */
  readonly projectIds?: readonly Id[] | undefined;
  /** None: it applies to all issue types. */
  readonly issueTypeIds?: readonly Id[] | undefined;
  /** Neither global nor for any project. */
  readonly unattached?: boolean;
  readonly id?: number;
}

/**
 * Adds a context to a field.
 *
 * @throws RuleError `context-name-empty`, `context-name-too-long`, `context-name-taken`, `duplicate-projects`,
 *   `duplicate-issue-types`, `projects-not-found`, `issue-types-not-found`, `subtasks-disabled`,
 *   `context-second-global`, `projects-taken`
 */
export function createContext(tx: Transaction, fieldId: Id, input: NewContext, rules: ContextRules): Context {
  const field = requireCustomField(tx.root, fieldId);
  const [name, projectIds, issueTypeIds] = together(
    () => checkContextName(tx.root, field.id, input.name, rules),
    () => resolveProjects(tx.root, input.projectIds ?? []),
    () => resolveIssueTypes(tx.root, input.issueTypeIds ?? []),
  );
  requireSubtasksEnabled(tx.root, issueTypeIds);
  const global = projectIds.length === 0 && !input.unattached;
  claimReach(tx, field.id, { global, projectIds }, rules);
  const id = input.id ?? tx.nextId('context');
  tx.reserveId('context', id);
  const context: Context = {
    id,
    fieldId: field.id,
    name,
    description: input.description ?? '',
    global,
    projectIds,
    issueTypeIds,
  };
  tx.put('contexts', id, context);
  tx.announce({ type: 'context-created', after: context });
  return context;
}

/** Writes the record of a context that is there already. */
export function replaceContext(tx: Transaction, context: Context): Context {
  const before = tx.root.contexts.get(context.id) ?? context;
  tx.put('contexts', context.id, context);
  // What changes a default says so itself.
  if (before.defaultValue === context.defaultValue) tx.announce({ type: 'context-updated', before, after: context });
  return context;
}

/** The name of a context, trimmed, where the field may have one of that name. */
export function checkContextName(
  root: Root,
  fieldId: number,
  given: string,
  rules: ContextRules,
  self?: Context,
): string {
  const name = given.trim();
  if (name === '') throw new RuleError('context-name-empty', {});
  checkLength('context-name-too-long', name, contextNameLimit);
  if (rules.uniqueNames) {
    for (const other of contextsOfField(root, fieldId)) {
      if (other.id !== self?.id && other.name === name) {
        throw new RuleError('context-name-taken', { name, contextId: String(other.id) });
      }
    }
  }
  return name;
}

/** The numbers of projects that are there, each named once. */
export function resolveProjects(root: Root, ids: readonly Id[]): number[] {
  const twice = repeated(ids.map(String));
  if (twice.length > 0) throw new RuleError('duplicate-projects', { projectIds: twice });
  const missing = ids.filter((id) => !root.projects.has(idNumber(id)));
  if (missing.length > 0) throw new RuleError('projects-not-found', { projectIds: missing.map(String) });
  return ids.map(idNumber);
}

/** The numbers of issue types that are there, each named once. */
export function resolveIssueTypes(root: Root, ids: readonly Id[]): number[] {
  const twice = repeated(ids.map(String));
  if (twice.length > 0) throw new RuleError('duplicate-issue-types', { issueTypeIds: twice });
  const missing = ids.filter((id) => !root.issueTypes.has(idNumber(id)));
  if (missing.length > 0) throw new RuleError('issue-types-not-found', { issueTypeIds: missing.map(String) });
  return ids.map(idNumber);
}

/** @throws RuleError `subtasks-disabled` */
export function requireSubtasksEnabled(root: Root, issueTypeIds: readonly number[]): void {
  if (root.settings.subtasks) return;
  const subtasks = issueTypeIds.filter((id) => root.issueTypes.get(id)?.subtask);
  if (subtasks.length > 0) throw new RuleError('subtasks-disabled', { issueTypeIds: subtasks.map(String) });
}

/**
 * Makes sure that a context may apply to these projects, and takes from the others of its field what the rules let it
 * take. `self` is the context as it was, where it was.
 *
 * @throws RuleError `context-second-global`, `projects-taken`
 */
export function claimReach(
  tx: Transaction,
  fieldId: number,
  { global, projectIds }: Pick<Context, 'global' | 'projectIds'>,
  { takenGlobal = 'refuse', takenProjects = 'refuse' }: ContextRules,
  self?: Context,
): void {
  const other = global ? otherGlobalContext(tx.root, fieldId, self) : undefined;
  if (other && takenGlobal === 'refuse') throw new RuleError('context-second-global', { contextId: String(other.id) });
  if (other) replaceContext(tx, { ...other, global: false });
  if (takenProjects === 'refuse') return requireProjectsFree(tx.root, fieldId, projectIds, self);
  const owners = projectIds.map((projectId) => tx.root.contextOfProject.get([fieldId, projectId]));
  for (const ownerId of new Set(owners)) {
    const owner = ownerId === undefined || ownerId === self?.id ? undefined : tx.root.contexts.get(ownerId);
    if (!owner) continue;
    replaceContext(tx, { ...owner, projectIds: owner.projectIds.filter((id) => !projectIds.includes(id)) });
  }
}

function otherGlobalContext(root: Root, fieldId: number, self?: Context): Context | undefined {
  const global = globalContext(root, fieldId);
  return global?.id === self?.id ? undefined : global;
}

/** @throws RuleError `context-second-global` where another context than `self` is global */
export function requireNoGlobalContext(root: Root, fieldId: number, self?: Context): void {
  const other = otherGlobalContext(root, fieldId, self);
  if (other) throw new RuleError('context-second-global', { contextId: String(other.id) });
}

/** @throws RuleError `projects-taken` where another context than `self` has one */
export function requireProjectsFree(root: Root, fieldId: number, projectIds: readonly number[], self?: Context): void {
  const owner = (projectId: number) => root.contextOfProject.get([fieldId, projectId]) ?? self?.id;
  const taken = projectIds.filter((projectId) => owner(projectId) !== self?.id);
  if (taken.length > 0) throw new RuleError('projects-taken', { projectIds: taken.map(String) });
}
