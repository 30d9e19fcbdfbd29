import { linkIssues, linksOf, requireIssue, requireIssueLinkTypeNamed } from '@fake-jira/world';
import { also, body, doesNothing, each, entries, ignoresQuery, readsOtherwise, status } from '../../plant/acts.js';
import { defectsOf } from '../defects-of.js';

const defect = defectsOf('jira-cloud');

/** Of comments, links, transitions and the history of issues. */
export const besideIssueDefects = [
  defect(
    'a comment is by nobody who wrote it',
    ['addComment'],
    body((comment) => {
      comment.updateAuthor = { ...comment.author, displayName: 'Somebody else' };
    }),
  ),
  defect('an empty comment is written', ['addComment', 'updateComment'], status(400, 201)),
  defect(
    'the newest comment comes first',
    ['getComments'],
    body((page) => {
      page.comments.reverse();
    }),
  ),
  defect('every page of comments begins with the first', ['getComments'], ignoresQuery('startAt')),
  defect('a comment of another issue is found', ['getComment'], status(404, 200)),
  defect('a comment keeps its text', ['updateComment'], doesNothing),
  defect(
    'a comment that is changed is a new one',
    ['updateComment'],
    body((comment) => {
      comment.created = '2020-01-01T00:00:00.000+0000';
    }),
  ),
  defect('a comment that is deleted stays', ['deleteComment'], doesNothing),
  defect(
    'types of links have no name from the other side',
    ['getIssueLinkTypes'],
    body(({ issueLinkTypes }) => {
      for (const type of issueLinkTypes) type.inward = null;
    }),
  ),
  defect(
    'links lead the other way',
    ['linkIssues'],
    readsOtherwise((asked) => {
      [asked.inwardIssue, asked.outwardIssue] = [asked.outwardIssue, asked.inwardIssue];
    }),
  ),
  defect('issues are not linked', ['linkIssues'], doesNothing),
  defect('an issue may be linked to itself', ['linkIssues'], status(400, 201)),
  defect(
    'a link tells its issues the wrong way round',
    ['getIssueLink'],
    body((link) => {
      [link.inwardIssue, link.outwardIssue] = [link.outwardIssue, link.inwardIssue];
    }),
  ),
  defect(
    'a link that is deleted comes back',
    ['deleteIssueLink'],
    also((tx, { before, path }) => {
      const link = before.issueLinks.get(Number(path['linkId']));
      if (!link) return false;
      const type = requireIssueLinkTypeNamed({ id: link.typeId });
      linkIssues(tx, type, requireIssue(tx.root, link.fromId), requireIssue(tx.root, link.toId), { id: link.id });
      return linksOf(tx.root, link.fromId).length === 0 ? false : undefined;
    }),
  ),
  defect('an issue stays in its status', ['doTransition'], doesNothing),
  defect('a transition that is not there succeeds', ['doTransition'], status(400, 204)),
  defect(
    'what is done has no resolution',
    ['doTransition'],
    also((tx, { path }) => {
      const issue = requireIssue(tx.root, path['issueIdOrKey'] ?? '');
      const { resolution: _, resolved: __, ...workflow } = issue.workflow ?? { status: 0 };
      tx.put('issues', issue.id, { ...issue, workflow });
    }),
  ),
  defect(
    'transitions do not say where they lead',
    ['getTransitions'],
    body(({ transitions }) => {
      for (const transition of transitions) transition.to.statusCategory = { key: 'undefined' };
    }),
  ),
  defect('all transitions are told where one is asked for', ['getTransitions'], ignoresQuery('transitionId')),
  defect(
    'the history tells nothing of custom fields',
    ['getChangeLogs'],
    each((change) => {
      change.items = change.items.filter(({ fieldtype }: { fieldtype: string }) => fieldtype === 'jira');
    }),
  ),
  defect(
    'the history has what was changed the wrong way round',
    ['getChangeLogs'],
    each((change) => {
      for (const item of change.items) [item.from, item.to] = [item.to, item.from];
    }),
  ),
  defect(
    'the newest change is not in the history',
    ['getChangeLogs'],
    entries((all) => all.slice(0, -1)),
  ),
  defect('no history comes with an issue', ['getIssue'], ignoresQuery('expand')),
];
