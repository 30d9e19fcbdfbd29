import { idNumber, type Id } from '../../core/ids.js';
import { findProject } from '../../projects/projects.js';
import type { IssueType, Root } from '../../core/root.js';
import { RuleError } from '../../core/rule-error.js';

export interface ReferenceRules {
  /** What becomes of a reference to something that is not there. */
  readonly unknown: 'refuse' | 'skip';
}

/**
 * The numbers of projects that are named by key or id, in the order named; one that is named twice once.
 *
 * @throws RuleError `projects-not-found` with every reference that leads nowhere
 */
export function projectIdsOf(root: Root, references: readonly Id[], rules: ReferenceRules): number[] {
  const found = idsOf(references, (reference) => findProject(root, reference), rules);
  if ('missing' in found) throw new RuleError('projects-not-found', { projectIds: found.missing });
  return found.ids;
}

/**
 * The numbers of issue types that are named by id or name, in the order named; one that is named twice once.
 *
 * @throws RuleError `issue-types-not-found` with every reference that leads nowhere
 */
export function issueTypeIdsOf(root: Root, references: readonly Id[], rules: ReferenceRules): number[] {
  const found = idsOf(references, (reference) => findIssueType(root, reference), rules);
  if ('missing' in found) throw new RuleError('issue-types-not-found', { issueTypeIds: found.missing });
  return found.ids;
}

function findIssueType(root: Root, idOrName: Id): IssueType | undefined {
  const byId = root.issueTypes.get(idNumber(idOrName));
  if (byId) return byId;
  for (const issueType of root.issueTypes.values()) if (issueType.name === String(idOrName)) return issueType;
  return undefined;
}

function idsOf(
  references: readonly Id[],
  find: (reference: Id) => { readonly id: number } | undefined,
  { unknown }: ReferenceRules,
): { readonly ids: number[] } | { readonly missing: string[] } {
  const ids = new Set<number>();
  const missing: string[] = [];
  for (const reference of references) {
    const found = find(reference);
    if (found) ids.add(found.id);
    else missing.push(String(reference));
  }
  return unknown === 'refuse' && missing.length > 0 ? { missing } : { ids: [...ids] };
}
