import { expect } from 'expect';
import { isLike, type Freedom } from '../example-shape.js';
import { replay, type Replays } from '../example-replay.js';

const readOnly = { readOnly: true } as const;

/** The document shows a part; a project need not have a category, and not all of it is there on Data Center. */
const part: Freedom = {
  additional: 'any',
  absent: [
    'projectCategory',
    'simplified',
    'style',
    'hierarchyLevel',
    'avatarId',
    'entityId',
    'description',
    'accountId',
    'accountType',
    'emailAddress',
    'timeZone',
  ],
};

interface Page {
  readonly values: readonly object[];
}

/** Examples about projects and issue types. */
export const projectReplays: Replays = {
  'searchProjects 200': replay<Page & { readonly maxResults: number }>(
    async (stage, example) => {
      const keys = stage.sandbox.projects.map(({ key }) => key).toSorted();
      const query = { keys, orderBy: 'key', maxResults: example.maxResults };
      const { body } = await stage.admin.ask('searchProjects', 200, { query });
      isLike(example, body, { ...part, same: ['startAt', 'maxResults', 'isLast', 'style', 'simplified'] });
      expect(body.values).toMatchObject([{ key: keys[0] }]);
      const next = new URL(body.nextPage as string).searchParams;
      expect([next.get('startAt'), next.get('maxResults')]).toEqual(['1', String(example.maxResults)]);
    },
    { ...readOnly, projects: 2 },
  ),
  'getAllProjects 200': replay<object[]>(
    async (stage, example) => {
      const { body } = await stage.admin.ask('getAllProjects', 200);
      isLike(example, body, part);
      const { id, key } = stage.sandbox.project;
      expect(body).toContainEqual(expect.objectContaining({ id: String(id), key }));
    },
    { ...readOnly, evidence: 'corroborated' },
  ),
  'getProject 200': replay<object>(async (stage, example) => {
    const { id, key } = stage.sandbox.project;
    const { body } = await stage.admin.ask('getProject', 200, { path: { projectIdOrKey: key } });
    isLike(example, body, part);
    expect(body).toMatchObject({
      id: String(id),
      key,
      self: expect.stringMatching(new RegExp(`/project/(${id}|${key})$`)),
    });
  }, readOnly),
  'getIssueAllTypes 200': replay<object[]>(async (stage, example) => {
    const { body } = await stage.admin.ask('getIssueAllTypes', 200);
    isLike(example, body, part);
    const { id, name } = stage.sandbox.issueType;
    expect(body).toContainEqual(expect.objectContaining({ id: String(id), name, subtask: false }));
  }, readOnly),
  'getIssueType 200': replay<object>(async (stage, example) => {
    const { id, name } = stage.sandbox.issueType;
    const { body } = await stage.admin.ask('getIssueType', 200, { path: { id } });
    isLike(example, body, { ...part, same: ['subtask', 'hierarchyLevel'] });
    expect(body).toMatchObject({ id: String(id), name });
  }, readOnly),
};
