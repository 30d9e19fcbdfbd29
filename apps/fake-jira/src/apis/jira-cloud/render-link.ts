import { requireIssueLinkType, type Issue, type IssueLink, type IssueLinkType } from '@fake-jira/world';
import type { View } from './call.js';
import { renderIssueInBrief } from './render-relative.js';

/** A type of links, by itself and where a link has it. */
export function renderLinkType({ id, name, inward, outward }: IssueLinkType, { links }: Pick<View, 'links'>) {
  return { id: String(id), name, inward, outward, self: links.rest(`/issueLinkType/${id}`) };
}

/** A link as one of its issues has it: with the other, under the side on which that is. */
export function renderLink(link: IssueLink, issue: Issue, view: View) {
  const { id, self, type, inwardIssue, outwardIssue } = renderLinkInFull(link, view);
  return { id, self, type, ...(link.fromId === issue.id ? { outwardIssue } : { inwardIssue }) };
}

/** A link with both of its issues. */
export function renderLinkInFull({ id, typeId, fromId, toId }: IssueLink, view: View) {
  return {
    id: String(id),
    self: view.links.rest(`/issueLink/${id}`),
    type: renderLinkType(requireIssueLinkType(typeId), view),
    inwardIssue: issueAt(fromId, view),
    outwardIssue: issueAt(toId, view),
  };
}

/** An end of a link: no issue goes without its links. */
function issueAt(id: number, view: View) {
  return renderIssueInBrief(view.root.issues.get(id) as Issue, view);
}
