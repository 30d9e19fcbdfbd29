import { idNumber, type Id } from '../core/ids.js';
import type { Issue, IssueLink, Root } from '../core/root.js';
import { RuleError } from '../core/rule-error.js';
import type { Transaction } from '../core/transaction.js';
import { touchIssue } from './comments.js';
import { note } from './history.js';

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
 * @param made - by whom, as an account id, which both issues note in their histories; or the id that a world file
 *   gives it, which was so from the beginning
 * @throws RuleError `link-to-itself`
 */
export function linkIssues(
  tx: Transaction,
  type: IssueLinkType,
  from: Issue,
  to: Issue,
  made: { readonly by: string } | { readonly id: number },
): IssueLink {
  if (from.id === to.id) throw new RuleError('link-to-itself', {});
  const known = linksOf(tx.root, from.id).find(
    (link) => link.typeId === type.id && link.fromId === from.id && link.toId === to.id,
  );
  if (known) return known;
  const id = 'id' in made ? made.id : tx.nextId('issueLink');
  tx.reserveId('issueLink', id);
  const link: IssueLink = { id, typeId: type.id, fromId: from.id, toId: to.id };
  tx.put('issueLinks', id, link);
  if ('by' in made) {
    noteLink(tx, link, made.by, 'came');
    tx.announce({ type: 'link-created', link });
  }
  return link;
}

/**
 * Takes a link away.
 *
 * @param by - account id of who does it
 * @throws RuleError `link-not-found`
 */
export function deleteIssueLink(tx: Transaction, linkId: Id, by: string): void {
  const link = requireIssueLink(tx.root, linkId);
  tx.remove('issueLinks', link.id);
  noteLink(tx, link, by, 'went');
  tx.announce({ type: 'link-deleted', link });
}

/** Each of the two issues notes what the link says of it: "This issue blocks ABC-2" (recorded of Server 5). */
function noteLink(tx: Transaction, { typeId, fromId, toId }: IssueLink, by: string, what: 'came' | 'went'): void {
  const { inward, outward } = requireIssueLinkType(typeId);
  const ends = [
    { id: fromId, says: outward, otherId: toId },
    { id: toId, says: inward, otherId: fromId },
  ];
  for (const { id, says, otherId } of ends) {
    const [issue, other] = [tx.root.issues.get(id) as Issue, tx.root.issues.get(otherId) as Issue];
    const [nothing, link] = [
      { value: null, text: null },
      { value: other.key, text: `This issue ${says} ${other.key}` },
    ];
    const [from, to] = what === 'came' ? [nothing, link] : [link, nothing];
    touchIssue(tx, issue);
    note(tx, id, by, [
      {
        field: 'Link',
        fieldId: 'issuelinks',
        custom: false,
        from: from.value,
        fromText: from.text,
        to: to.value,
        toText: to.text,
      },
    ]);
  }
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
