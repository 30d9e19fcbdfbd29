import { expect } from 'expect';
import type { Identity } from '../../stage/person.js';
import { isLike, type Freedom } from '../example-shape.js';
import { replay, type Replays } from '../example-replay.js';
import { named, searchFor, shown } from './people.js';

/** Whom the examples show has an account id: Data Center says who somebody is in another way. */
const cloud = { deployment: 'cloud', readOnly: true } as const;

/** The document shows a part of somebody; an e-mail address is shown as its owner wishes. */
const somebody: Freedom = { additional: 'any', absent: ['emailAddress', 'timeZone'], same: ['accountType', 'active'] };

interface User {
  readonly accountId: string;
  readonly self: string;
}

/** An address of somebody ends as that of the example. */
const addressOf = ({ accountId: own, self }: User, { accountId }: Identity) =>
  expect.stringMatching(
    new RegExp(
      `${self
        .slice(self.indexOf('/user?'))
        .replace(own, accountId ?? '')
        .replace('?', '\\?')}$`,
    ),
  );

/** Examples about people and what they may do. */
export const userReplays: Replays = {
  'getCurrentUser 200': replay<User>(async (stage, example) => {
    const { body } = await stage.admin.ask('getCurrentUser', 200);
    isLike(example, body, somebody);
    expect(body).toMatchObject({
      ...shown(stage, stage.adminIdentity),
      self: addressOf(example, stage.adminIdentity),
    });
  }, cloud),
  'getUser 200': replay<User>(async (stage, example) => {
    const { body } = await stage.admin.ask('getUser', 200, { query: named(stage, stage.adminIdentity) });
    isLike(example, body, somebody);
    expect(body).toMatchObject({
      ...shown(stage, stage.adminIdentity),
      self: addressOf(example, stage.adminIdentity),
    });
  }, cloud),
  'findUsers 200': replay<User[]>(async (stage, example) => {
    const { displayName } = stage.adminIdentity;
    const { body } = await stage.admin.ask('findUsers', 200, { query: searchFor(stage, displayName) });
    isLike(example, body, somebody);
    expect(body).toContainEqual(expect.objectContaining(shown(stage, stage.adminIdentity)));
  }, cloud),
  'getAllUsers 200': replay<User[]>(async (stage, example) => {
    const { body } = await stage.admin.ask('getAllUsers', 200);
    // Some may be inactive, or of another kind.
    isLike(example, body, { ...somebody, same: [] });
    expect((body as User[]).length).toBeGreaterThan(0);
  }, cloud),
  'getUsersFromGroup 200': replay<{ readonly values: readonly User[] }>(async (stage, example) => {
    const own = await stage.admin.ask('getCurrentUser', 200, { query: { expand: 'groups' } });
    const groupname = (own.body.groups.items as { name: string }[])[0]?.name ?? '';
    const { body } = await stage.admin.ask('getUsersFromGroup', 200, { query: { groupname } });
    isLike(example, body, { ...somebody, same: ['startAt', 'maxResults', 'active'] });
    expect(body.values).toContainEqual(expect.objectContaining(shown(stage, stage.adminIdentity)));
  }, cloud),
  'findGroups 200': replay<{ readonly header: string }>(
    async (stage, example) => {
      const own = await stage.admin.ask('getCurrentUser', 200, { query: { expand: 'groups' } });
      const name = (own.body.groups.items as { name: string }[])[0]?.name ?? '';
      const { body } = await stage.admin.ask('findGroups', 200, { query: { query: name.slice(0, 1) } });
      isLike(example, body, { additional: ['labels'], absent: ['groupId'] });
      const groups = body.groups as { name: string; html: string }[];
      const numbers = [groups.length, Number(body.total)];
      // Groups of the example are two of 25.
      expect(body.header).toBe(example.header.replaceAll(/\d+/g, () => String(numbers.shift())));
      // The first letter is what was searched for, as in the example.
      const found = groups.find((group) => group.name === name);
      expect(found?.html).toContain(`<b>${name.slice(0, 1)}</b>`);
    },
    { readOnly: true },
  ),
  'getMyPermissions 200': replay<{ readonly permissions: Readonly<Record<string, object>> }>(
    async (stage, example) => {
      const [permission = '', shownAs] = Object.entries(example.permissions)[0] ?? [];
      const query = { permissions: permission, projectKey: stage.sandbox.project.key };
      const { body } = await stage.admin.ask('getMyPermissions', 200, { query });
      // Data Center lists all that there are.
      isLike(shownAs, body.permissions[permission], {
        additional: ['deprecatedKey'],
        same: ['key', 'name', 'type', 'havePermission'],
      });
    },
    { readOnly: true },
  ),
};
