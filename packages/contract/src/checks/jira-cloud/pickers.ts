import { expect } from 'expect';
import { checksOf } from '../../check.js';
import type { Stage } from '../../stage/stage.js';
import { refuses } from './errors.js';
import { named, searchFor, shown } from './people.js';
import { refusedStart } from './refusals.js';

const { outcome } = checksOf('jira-cloud', 'pickers');

const readOnly = { readOnly: true } as const;
const onCloud = { readOnly: true, deployment: 'cloud' } as const;

interface Found {
  readonly html: string;
  readonly displayName: string;
}

interface Named {
  readonly name: string;
  readonly groupId: string;
}

/** The groups of the administrator. */
async function ownGroups({ admin }: Stage): Promise<Named[]> {
  return (await admin.ask('getCurrentUser', 200, { query: { expand: 'groups' } })).body.groups.items as Named[];
}

const inProject = ({ sandbox }: Stage) => ({ project: sandbox.project.key });

/** Users and groups where a client lets somebody choose them. */
export const pickers = [
  outcome(
    'findUsersForPicker',
    200,
    'with who fits, and the match in bold',
    async (stage) => {
      const { displayName } = stage.adminIdentity;
      const query = { query: displayName.slice(0, 3) };
      const { body } = await stage.admin.ask('findUsersForPicker', 200, { query });
      const found = body.users as Found[];
      expect(found).toContainEqual(expect.objectContaining(shown(stage, stage.adminIdentity)));
      expect(body.header).toBe(`Showing ${found.length} of ${body.total} matching users`);
      for (const one of found) expect(one).not.toHaveProperty('avatarUrl');
      expect(found.find((one) => one.displayName === displayName)?.html).toContain('<b>');
    },
    readOnly,
  ),
  outcome(
    'findUsersForPicker',
    200,
    'with a picture where one is asked for, and as many as may be',
    async (stage) => {
      const query = { query: stage.adminIdentity.displayName.slice(0, 1), showAvatar: true, maxResults: 1 };
      const { body } = await stage.admin.ask('findUsersForPicker', 200, { query });
      expect(body.users).toEqual([expect.objectContaining({ avatarUrl: expect.any(String) })]);
    },
    readOnly,
  ),
  outcome(
    'findUsersForPicker',
    200,
    'without those that are excluded',
    async (stage) => {
      const { accountId, name, displayName } = stage.adminIdentity;
      const [parameter, excluded] = stage.versions.jira.has('cloud')
        ? ['excludeAccountIds', accountId]
        : ['exclude', name];
      const query = { query: displayName.slice(0, 3), [parameter]: excluded ?? '' };
      const { body } = await stage.admin.ask('findUsersForPicker', 200, { query });
      expect(body.users).not.toContainEqual(expect.objectContaining(shown(stage, stage.adminIdentity)));
    },
    readOnly,
  ),
  outcome(
    'findUsersAndGroups',
    200,
    'with users as the one picker and groups as the other',
    async (stage) => {
      const [group] = await ownGroups(stage);
      const query = { query: group!.name.slice(0, 3) };
      const { body } = await stage.admin.ask('findUsersAndGroups', 200, { query });
      expect(body.users).toMatchObject({
        users: expect.any(Array),
        total: expect.any(Number),
        header: expect.any(String),
      });
      expect(body.groups.groups).toContainEqual(expect.objectContaining({ html: expect.stringContaining('<b>') }));
    },
    readOnly,
  ),
  outcome(
    'findAssignableUsers',
    200,
    'with who fits and can be given the issues of a project',
    async (stage) => {
      const query = { ...searchFor(stage, stage.adminIdentity.displayName.slice(0, 3)), ...inProject(stage) };
      const { body } = await stage.admin.ask('findAssignableUsers', 200, { query });
      expect(body).toContainEqual(expect.objectContaining(shown(stage, stage.adminIdentity)));
    },
    readOnly,
  ),
  outcome(
    'findAssignableUsers',
    400,
    'when neither a project nor an issue is named',
    async (stage) =>
      refuses((await stage.admin.ask('findAssignableUsers', 400, { query: searchFor(stage, 'a') })).body),
    readOnly,
  ),
  outcome(
    'findAssignableUsers',
    404,
    'when there is no such project',
    async (stage) => {
      const query = { ...searchFor(stage, 'a'), project: 'NOSUCHPROJECT' };
      refuses((await stage.admin.ask('findAssignableUsers', 404, { query })).body);
    },
    readOnly,
  ),
  outcome(
    'bulkGetUsers',
    200,
    'with those that there are',
    async (stage) => {
      const query = { accountId: [stage.adminIdentity.accountId ?? '', 'nobody-of-that-id'] };
      const { body } = await stage.admin.ask('bulkGetUsers', 200, { query });
      expect(body).toMatchObject({ total: 1, values: [shown(stage, stage.adminIdentity)] });
    },
    onCloud,
  ),
  outcome(
    'bulkGetUsers',
    400,
    'when nobody is named',
    async (stage) => refuses((await stage.admin.ask('bulkGetUsers', 400)).body),
    onCloud,
  ),
  outcome(
    'getUserGroups',
    200,
    'with the groups of the user',
    async (stage) => {
      const { body } = await stage.admin.ask('getUserGroups', 200, { query: named(stage, stage.adminIdentity) });
      const names = (groups: readonly Named[]) => groups.map(({ name }) => name).sort();
      expect(names(body as Named[])).toEqual(names(await ownGroups(stage)));
    },
    onCloud,
  ),
  outcome(
    'getUserGroups',
    400,
    'when nobody is named',
    async (stage) => refuses((await stage.admin.ask('getUserGroups', 400)).body),
    onCloud,
  ),
  outcome(
    'getUserGroups',
    404,
    'when there is no such user',
    async (stage) => {
      const query = { accountId: 'nobody-of-that-id' };
      refuses((await stage.admin.ask('getUserGroups', 404, { query })).body);
    },
    onCloud,
  ),
  outcome(
    'getGroup',
    200,
    'with its members where they are expanded',
    async (stage) => {
      const [group] = await ownGroups(stage);
      const { body } = await stage.admin.ask('getGroup', 200, { query: { groupname: group!.name, expand: 'users' } });
      expect(body).toMatchObject({ name: group!.name, users: { size: expect.any(Number) } });
      expect(body.users.items).toContainEqual(expect.objectContaining(shown(stage, stage.adminIdentity)));
      const bare = await stage.admin.ask('getGroup', 200, { query: { groupname: group!.name } });
      expect(bare.body.users).toMatchObject({ size: body.users.size, items: [] });
    },
    readOnly,
  ),
  outcome(
    'getGroup',
    400,
    'when no group is named',
    async (stage) => refuses((await stage.admin.ask('getGroup', 400)).body),
    readOnly,
  ),
  outcome(
    'getGroup',
    404,
    'when there is no such group',
    async (stage) => {
      const query = { groupname: 'no group has this name' };
      refuses((await stage.admin.ask('getGroup', 404, { query })).body);
    },
    readOnly,
  ),
  outcome(
    'bulkGetGroups',
    200,
    'with those of the names',
    async (stage) => {
      const [group] = await ownGroups(stage);
      const { body } = await stage.admin.ask('bulkGetGroups', 200, { query: { groupName: [group!.name] } });
      expect(body).toMatchObject({ total: 1, values: [{ name: group!.name, groupId: group!.groupId }] });
    },
    onCloud,
  ),
  outcome(
    'getAllLabels',
    200,
    'with those that issues have, a page at a time',
    async (stage) => {
      const { body } = await stage.admin.ask('getAllLabels', 200, { query: { maxResults: 1 } });
      expect(body).toMatchObject({ startAt: 0, total: expect.any(Number), isLast: expect.any(Boolean) });
      expect((body.values as string[]).length).toBeLessThanOrEqual(1);
    },
    onCloud,
  ),
  outcome(
    'getBulkPermissions',
    200,
    'with what the caller holds, and where',
    async (stage) => {
      const project = Number(stage.sandbox.project.id);
      const projectPermissions = [{ permissions: ['BROWSE_PROJECTS'], projects: [project, 999_999_999] }];
      const asked = { globalPermissions: ['ADMINISTER'], projectPermissions };
      const { body } = await stage.admin.ask('getBulkPermissions', 200, { body: asked });
      expect(body).toEqual({
        globalPermissions: ['ADMINISTER'],
        projectPermissions: [{ permission: 'BROWSE_PROJECTS', projects: [project], issues: [] }],
      });
    },
    onCloud,
  ),
  outcome(
    'getBulkPermissions',
    400,
    'when a permission is not known',
    async (stage) => {
      const body = { globalPermissions: ['NO_SUCH_PERMISSION'] };
      refuses((await stage.admin.ask('getBulkPermissions', 400, { body })).body);
    },
    onCloud,
  ),
  outcome(
    'getBulkPermissions',
    403,
    'when somebody who is no administrator asks for another user',
    async (stage) => {
      const body = { accountId: stage.adminIdentity.accountId, globalPermissions: ['ADMINISTER'] };
      refuses((await stage.user.ask('getBulkPermissions', 403, { body })).body);
    },
    { ...onCloud, roles: ['user'] },
  ),
  ...(['findAssignableUsers', 'bulkGetUsers', 'bulkGetGroups', 'getAllLabels'] as const).map((id) =>
    refusedStart(outcome, id, false),
  ),
];
