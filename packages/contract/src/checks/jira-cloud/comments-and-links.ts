import { expect } from 'expect';
import type { OperationId } from '@fake-jira/openapi';
import { checksOf, type Check } from '../../check.js';
import type { Stage } from '../../stage/stage.js';
import { refuses } from './errors.js';
import { documentOf } from './issue-steps.js';

const { outcome } = checksOf('jira-cloud', 'comments-and-links');

const readOnly = { readOnly: true } as const;

/** A text in the form in which a Jira has it: on Data Center it is plain. */
const textFor = ({ versions }: Stage, text: string) => (versions.jira.has('cloud') ? documentOf(text) : text);

/** A comment below a new issue. It goes when its issue goes. */
async function commented(stage: Stage, text = 'Seen it') {
  const { key } = await stage.issue();
  const path = { issueIdOrKey: key };
  const { body } = await stage.admin.ask('addComment', 201, { path, body: { body: textFor(stage, text) } });
  return { issue: path, comment: body, path: { issueIdOrKey: key, id: String(body.id) } };
}

/** Two new issues of which the first blocks the second. */
async function linked(stage: Stage) {
  const [from, to] = [await stage.issue(), await stage.issue()];
  const body = { type: { name: await linkType(stage) }, inwardIssue: { key: from.key }, outwardIssue: { key: to.key } };
  await stage.admin.ask('linkIssues', 201, { body });
  const asked = { path: { issueIdOrKey: from.key }, query: { fields: ['issuelinks'] } };
  const { fields } = (await stage.admin.ask('getIssue', 200, asked)).body;
  const [link] = (fields as { issuelinks: { id: string; outwardIssue: { key: string } }[] }).issuelinks;
  return { from, to, link: link!, path: { linkId: link!.id } };
}

/** The first type of links that there is. */
async function linkType({ admin }: Stage): Promise<string> {
  const [type] = (await admin.ask('getIssueLinkTypes', 200)).body.issueLinkTypes;
  return type!.name as string;
}

const noIssue = ({ sandbox }: Stage) => ({ issueIdOrKey: `${sandbox.project.key}-999999999` });

function withoutIssue(id: OperationId): Check {
  return outcome(
    id,
    404,
    'when there is no such issue',
    async (stage) => {
      const body = id === 'addComment' ? { body: { body: textFor(stage, 'Nowhere') } } : {};
      refuses((await stage.admin.ask(id, 404, { path: noIssue(stage), ...body })).body);
    },
    id === 'getComments' ? readOnly : {},
  );
}

function withoutComment(id: OperationId): Check {
  return outcome(id, 404, 'when the issue has no such comment', async (stage) => {
    const path = { issueIdOrKey: (await stage.issue()).key, id: String(stage.unknownId) };
    const body = id === 'updateComment' ? { body: { body: textFor(stage, 'Nothing') } } : {};
    refuses((await stage.admin.ask(id, 404, { path, ...body })).body);
  });
}

const emptyFor = (stage: Stage) => ({
  body: { body: stage.versions.jira.has('cloud') ? { type: 'doc', version: 1, content: [] } : '' },
});

/** Comments of issues, and links between issues. */
export const commentsAndLinks: readonly Check[] = [
  outcome('addComment', 201, 'with who wrote it and what', async (stage) => {
    const { comment } = await commented(stage);
    expect(comment).toMatchObject({ id: expect.stringMatching(/^\d+$/), body: textFor(stage, 'Seen it') });
    expect(comment.updateAuthor).toEqual(comment.author);
  }),
  outcome('addComment', 400, 'when it is empty', async (stage) => {
    const path = { issueIdOrKey: (await stage.issue()).key };
    refuses((await stage.admin.ask('addComment', 400, { path, ...emptyFor(stage) })).body, 'comment');
  }),
  withoutIssue('addComment'),
  outcome('getComments', 200, 'with the oldest first', async (stage) => {
    const { issue, comment } = await commented(stage);
    const second = await stage.admin.ask('addComment', 201, { path: issue, body: { body: textFor(stage, 'Me too') } });
    const { total, comments } = (await stage.admin.ask('getComments', 200, { path: issue })).body;
    expect([total, comments.map(({ id }: { id: string }) => id)]).toEqual([2, [comment.id, second.body.id]]);
    const query = { startAt: 1, maxResults: 1 };
    const page = (await stage.admin.ask('getComments', 200, { path: issue, query })).body;
    expect(page).toMatchObject({ startAt: 1, comments: [{ id: second.body.id }] });
  }),
  outcome('getComments', 400, 'when a number of the page is none', async (stage) => {
    const path = { issueIdOrKey: (await stage.issue()).key };
    const query = { maxResults: 'many' as unknown as number };
    await stage.admin.ask('getComments', 400, { path, query });
  }),
  withoutIssue('getComments'),
  outcome('getComment', 200, 'with what the list tells', async (stage) => {
    const { comment, path } = await commented(stage);
    expect((await stage.admin.ask('getComment', 200, { path })).body).toEqual(comment);
  }),
  withoutComment('getComment'),
  outcome('updateComment', 200, 'and it has the other text', async (stage) => {
    const { comment, path } = await commented(stage);
    const body = { body: textFor(stage, 'Another') };
    const changed = (await stage.admin.ask('updateComment', 200, { path, body })).body;
    expect(changed).toMatchObject({ id: comment.id, created: comment.created, body: textFor(stage, 'Another') });
    expect((await stage.admin.ask('getComment', 200, { path })).body).toEqual(changed);
  }),
  outcome('updateComment', 400, 'when it would be empty', async (stage) => {
    const { path } = await commented(stage);
    refuses((await stage.admin.ask('updateComment', 400, { path, ...emptyFor(stage) })).body, 'comment');
  }),
  withoutComment('updateComment'),
  outcome('deleteComment', 204, 'and it is gone', async (stage) => {
    const { issue, path } = await commented(stage);
    await stage.admin.ask('deleteComment', 204, { path });
    expect((await stage.admin.ask('getComments', 200, { path: issue })).body.total).toBe(0);
  }),
  withoutComment('deleteComment'),

  outcome(
    'getIssueLinkTypes',
    200,
    'with what they are called from either side',
    async (stage) => {
      const { issueLinkTypes } = (await stage.admin.ask('getIssueLinkTypes', 200)).body;
      expect(issueLinkTypes).toContainEqual(
        expect.objectContaining({ inward: expect.any(String), outward: expect.any(String) }),
      );
    },
    readOnly,
  ),
  outcome(
    'getIssueLinkType',
    200,
    'with what the list tells',
    async (stage) => {
      const [first] = (await stage.admin.ask('getIssueLinkTypes', 200)).body.issueLinkTypes;
      const path = { issueLinkTypeId: first!.id as string };
      expect((await stage.admin.ask('getIssueLinkType', 200, { path })).body).toEqual(first);
    },
    readOnly,
  ),
  outcome(
    'getIssueLinkType',
    404,
    'when there is none',
    async (stage) => {
      const path = { issueLinkTypeId: String(stage.unknownId) };
      refuses((await stage.admin.ask('getIssueLinkType', 404, { path })).body);
    },
    readOnly,
  ),
  outcome('linkIssues', 201, 'and each issue tells it from its side', async (stage) => {
    const { from, to, link } = await linked(stage);
    expect(link.outwardIssue.key).toBe(to.key);
    const asked = { path: { issueIdOrKey: to.key }, query: { fields: ['issuelinks'] } };
    const { fields } = (await stage.admin.ask('getIssue', 200, asked)).body;
    expect(fields).toMatchObject({ issuelinks: [{ id: link.id, inwardIssue: { key: from.key } }] });
  }),
  outcome('linkIssues', 400, 'when an issue would be linked to itself', async (stage) => {
    const { key } = await stage.issue();
    const body = { type: { name: await linkType(stage) }, inwardIssue: { key }, outwardIssue: { key } };
    refuses((await stage.admin.ask('linkIssues', 400, { body })).body);
  }),
  outcome('linkIssues', 404, 'when there is no such type', async (stage) => {
    const [from, to] = [await stage.issue(), await stage.issue()];
    const type = { name: stage.name('no type') };
    const body = { type, inwardIssue: { key: from.key }, outwardIssue: { key: to.key } };
    refuses((await stage.admin.ask('linkIssues', 404, { body })).body);
  }),
  outcome('getIssueLink', 200, 'with both issues', async (stage) => {
    const { from, to, path } = await linked(stage);
    expect((await stage.admin.ask('getIssueLink', 200, { path })).body).toMatchObject({
      id: path.linkId,
      inwardIssue: { key: from.key },
      outwardIssue: { key: to.key },
    });
  }),
  outcome(
    'getIssueLink',
    404,
    'when there is none',
    async (stage) => {
      const path = { linkId: String(stage.unknownId) };
      refuses((await stage.admin.ask('getIssueLink', 404, { path })).body);
    },
    readOnly,
  ),
  outcome('deleteIssueLink', 204, 'and it is gone', async (stage) => {
    const { path } = await linked(stage);
    await stage.admin.ask('deleteIssueLink', 204, { path });
    refuses((await stage.admin.ask('getIssueLink', 404, { path })).body);
  }),
  outcome('deleteIssueLink', 404, 'when there is none', async (stage) => {
    refuses((await stage.admin.ask('deleteIssueLink', 404, { path: { linkId: String(stage.unknownId) } })).body);
  }),
];
