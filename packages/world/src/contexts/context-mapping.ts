import { contextsOfField, globalContext, resolveIssueTypes, resolveProjects } from './contexts.js';
import { requireCustomField } from '../fields/fields.js';
import type { Id } from '../core/ids.js';
import type { Context, Root } from '../core/root.js';
import { RuleError } from '../core/rule-error.js';

/**
 * The context of a field that applies to an issue: that of its project, else the global one, and only if it covers
 * the issue type. A project's own context that leaves the issue type out hides the global one.
 */
export function contextFor(root: Root, fieldId: number, projectId: number, issueTypeId: number): Context | undefined {
  const ownId = root.contextOfProject.get([fieldId, projectId]);
  const context = ownId === undefined ? globalContext(root, fieldId) : root.contexts.get(ownId);
  const covers = !context || context.issueTypeIds.length === 0 || context.issueTypeIds.includes(issueTypeId);
  return covers ? context : undefined;
}

export interface ProjectAndIssueType {
  readonly projectId: Id;
  readonly issueTypeId: Id;
}

/**
 * The context that applies to each pair, in the order asked.
 *
 * @throws RuleError `duplicate-mappings`, `projects-not-found`, `issue-types-not-found`
 */
export function contextsForMappings(
  root: Root,
  fieldId: Id,
  pairs: readonly ProjectAndIssueType[],
): (Context | undefined)[] {
  const field = requireCustomField(root, fieldId);
  const seen = new Set<string>();
  for (const { projectId, issueTypeId } of pairs) {
    const pair = `${projectId}/${issueTypeId}`;
    if (seen.has(pair)) {
      throw new RuleError('duplicate-mappings', { projectId: String(projectId), issueTypeId: String(issueTypeId) });
    }
    seen.add(pair);
  }
  const once = <Item>(items: Item[]) => [...new Set(items)];
  resolveProjects(root, once(pairs.map((pair) => String(pair.projectId))));
  resolveIssueTypes(root, once(pairs.map((pair) => String(pair.issueTypeId))));
  return pairs.map((pair) => contextFor(root, field.id, Number(pair.projectId), Number(pair.issueTypeId)));
}

export interface IssueTypeMapping {
  readonly context: Context;
  /** `undefined`: any issue type. */
  readonly issueTypeId?: number;
}

/** Contexts and their issue types, by context and then by issue type. */
export function* issueTypeMappings(root: Root, fieldId: number): Iterable<IssueTypeMapping> {
  for (const context of contextsOfField(root, fieldId)) {
    if (context.issueTypeIds.length === 0) yield { context };
    for (const issueTypeId of context.issueTypeIds.toSorted((a, b) => a - b)) yield { context, issueTypeId };
  }
}

export interface ProjectMapping {
  readonly context: Context;
  /** `undefined`: the context is global, or unattached. */
  readonly projectId?: number;
}

/** Contexts and their projects, by context and then by project. A context without either is left out. */
export function* projectMappings(root: Root, fieldId: number): Iterable<ProjectMapping> {
  for (const context of contextsOfField(root, fieldId)) {
    if (context.global) yield { context };
    for (const projectId of context.projectIds.toSorted((a, b) => a - b)) yield { context, projectId };
  }
}
