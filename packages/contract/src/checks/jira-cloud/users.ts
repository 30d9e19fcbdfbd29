import { expect } from 'expect';
import { checksOf } from '../../check.js';
import { refuses } from './errors.js';
import { named, searchFor, shown } from './people.js';
import { refusedStart } from './refusals.js';

const { outcome, rule } = checksOf('jira-cloud', 'users');

const readOnly = { readOnly: true } as const;
const someone = { readOnly: true, roles: ['user'] } as const;

export const users = [
  outcome(
    'getCurrentUser',
    200,
    'with who asks',
    async (stage) => {
      const own = await stage.user.ask('getCurrentUser', 200);
      expect(own.body).toMatchObject({
        ...shown(stage, stage.userIdentity),
        self: expect.any(String),
        active: true,
        avatarUrls: { '16x16': expect.any(String), '48x48': expect.any(String) },
        groups: { size: expect.any(Number), items: [] },
      });
      const { body } = await stage.admin.ask('getCurrentUser', 200, { query: { expand: 'groups' } });
      expect(body).toMatchObject(shown(stage, stage.adminIdentity));
      expect(body.groups.items).toHaveLength(body.groups.size as number);
      expect(body.groups.items[0]).toMatchObject({ name: expect.any(String), self: expect.any(String) });
    },
    someone,
  ),
  outcome(
    'getUser',
    200,
    'with who has the account id or name',
    async (stage) => {
      const query = named(stage, stage.adminIdentity);
      const { body } = await stage.user.ask('getUser', 200, { query });
      expect(body).toMatchObject({ ...shown(stage, stage.adminIdentity), active: true });
    },
    someone,
  ),
  outcome(
    'getUser',
    400,
    'when nobody is named',
    async (stage) => {
      refuses((await stage.admin.ask('getUser', 400)).body);
    },
    { ...readOnly, evidence: 'inferred' },
  ),
  outcome(
    'getUser',
    404,
    'when there is no such user',
    async (stage) => {
      const query = named(stage, { accountId: 'nobody-of-that-id', name: 'nobody-of-that-name', displayName: '' });
      refuses((await stage.admin.ask('getUser', 404, { query })).body);
    },
    readOnly,
  ),
  outcome(
    'findUsers',
    200,
    'with those whose name has the text',
    async (stage) => {
      const { displayName } = stage.userIdentity;
      const { body } = await stage.admin.ask('findUsers', 200, { query: searchFor(stage, displayName) });
      expect(body).toContainEqual(expect.objectContaining(shown(stage, stage.userIdentity)));
      const none = await stage.admin.ask('findUsers', 200, { query: searchFor(stage, 'nobody has this name') });
      expect(none.body).toEqual([]);
    },
    someone,
  ),
  outcome(
    'findUsers',
    200,
    'with one for an account id',
    async (stage) => {
      const query = { accountId: stage.userIdentity.accountId ?? '' };
      const { body } = await stage.admin.ask('findUsers', 200, { query });
      expect(body).toMatchObject([shown(stage, stage.userIdentity)]);
      expect(body).toHaveLength(1);
    },
    { ...someone, deployment: 'cloud' },
  ),
  outcome(
    'findUsers',
    200,
    'with nobody for who has not signed in',
    async (stage) => {
      const query = searchFor(stage, stage.adminIdentity.displayName);
      expect((await stage.anonymous.ask('findUsers', 200, { query })).body).toEqual([]);
    },
    readOnly,
  ),
  outcome(
    'findUsers',
    400,
    'when nothing is searched for',
    async (stage) => {
      refuses((await stage.admin.ask('findUsers', 400)).body);
    },
    readOnly,
  ),
  outcome(
    'findUsers',
    400,
    'when both a text and an account id are searched for',
    async (stage) => {
      const query = { query: 'a', accountId: stage.adminIdentity.accountId ?? '' };
      refuses((await stage.admin.ask('findUsers', 400, { query })).body);
    },
    { ...readOnly, deployment: 'cloud' },
  ),
  outcome(
    'getAllUsers',
    200,
    'with the users, a part at a time',
    async (stage) => {
      const all = (await stage.admin.ask('getAllUsers', 200, { query: { maxResults: 50 } })).body as object[];
      expect(all.length).toBeGreaterThan(1);
      const second = await stage.admin.ask('getAllUsers', 200, { query: { startAt: 1, maxResults: 1 } });
      expect(second.body).toEqual([all[1]]);
    },
    readOnly,
  ),
  refusedStart(outcome, 'getAllUsers', false),
  rule(
    'somebody has an account id on Cloud, a name and a key on Data Center',
    { evidence: 'documented', source: '003, Get Current User', readOnly: true },
    async (stage) => {
      const { body } = await stage.admin.ask('getCurrentUser', 200);
      const { jira } = stage.versions;
      expect(['accountId' in body, body.name !== undefined && body.name !== '']).toEqual([
        jira.has('cloud'),
        jira.has('data-center'),
      ]);
    },
  ),
];
