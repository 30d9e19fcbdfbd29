import { idNumber, type Id } from '../core/ids.js';
import type { Issue, IssueLink, Root } from '../core/root.js';
import { RuleError } from '../core/rule-error.js';
import type { Transaction } from '../core/transaction.js';
import { touchIssue } from './comments.js';

export interface IssueLinkType {
  readonly id: number;
  readonly name: string;
  /** What the issue is to which the link leads. */
  readonly inward: string;
  /** What the issue does from which it leads. */
  readonly outward: string;
}

/** The types of links that a new Jira has (recorded of a Cloud). No API here changes them. */
export const issueLinkTypes: readonly IssueLinkType[] = [
  { id: 10_000, name: 'Blocks', inward: 'is blocked by', outward: 'blocks' },
  { id: 10_001, name: 'Cloners', inward: 'is cloned by', outward: 'clones' },
  { id: 10_002, name: 'Duplicate', inward: 'is duplicated by', outward: 'duplicates' },
  { id: 10_003, name: 'Relates', inward: 'relates to', outward: 'relates to' },
];

/** A type of links by its id. @throws RuleError `link-type-not-found` */
export function requireIssueLinkType(id: Id): IssueLinkType {
  const found = issueLinkTypes.find((type) => type.id === idNumber(id));
  if (!found) throw new RuleError('link-type-not-found', { by: 'id', value: String(id) });
  return found;
}

/** A type of links by its id, which wins, else by its name. @throws RuleError `link-type-not-found` */
export function requireIssueLinkTypeNamed({
  id,
  name = '',
}: {
  readonly id?: Id | undefined;
  readonly name?: string | undefined;
}): IssueLinkType {
  if (id !== undefined) return requireIssueLinkType(id);
  const found = issueLinkTypes.find((type) => type.name === name);
  if (!found) throw new RuleError('link-type-not-found', { by: 'name', value: name });
  return found;
}

/**
 * Links an issue to another. Two that are linked so already stay as they are.
 *
 * @param from - does what the type says outward: "`from` blocks `to`"
 * @param given - the id that a world file gives it
 * @throws RuleError `link-to-itself`
 */
export function linkIssues(tx: Transaction, type: IssueLinkType, from: Issue, to: Issue, given?: number): IssueLink {
  if (from.id === to.id) throw new RuleError('link-to-itself', {});
  const known = linksOf(tx.root, from.id).find(
    (link) => link.typeId === type.id && link.fromId === from.id && link.toId === to.id,
  );
  if (known) return known;
  const id = given ?? tx.nextId('issueLink');
  tx.reserveId('issueLink', id);
  const link: IssueLink = { id, typeId: type.id, fromId: from.id, toId: to.id };
  tx.put('issueLinks', id, link);
  if (given === undefined) for (const issue of [from, to]) touchIssue(tx, issue);
  return link;
}

/** Takes a link away. @throws RuleError `link-not-found` */
export function deleteIssueLink(tx: Transaction, linkId: Id): void {
  const link = requireIssueLink(tx.root, linkId);
  tx.remove('issueLinks', link.id);
  for (const id of [link.fromId, link.toId]) touchIssue(tx, tx.root.issues.get(id) as Issue);
}

/** @throws RuleError `link-not-found` */
export function requireIssueLink(root: Root, linkId: Id): IssueLink {
  const link = root.issueLinks.get(idNumber(linkId));
  if (!link) throw new RuleError('link-not-found', { linkId: String(linkId) });
  return link;
}

/** The links from an issue and to it, by number. */
export function linksOf(root: Root, issueId: number): IssueLink[] {
  return root.linksOfIssue
    .getRange([issueId, 0], [issueId, Infinity])
    .map(([[, id]]) => root.issueLinks.get(id) as IssueLink);
}
