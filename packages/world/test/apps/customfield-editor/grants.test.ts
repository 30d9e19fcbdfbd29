import {
  accessOf,
  addGroup,
  addUser,
  changeGrant,
  checkWorld,
  createContext,
  createField,
  deleteContext,
  deleteGroup,
  deleteUser,
  grantedContexts,
  grantedFields,
  grantsOn,
  removeField,
  replaceContextGrants,
  replaceGrants,
  requireFieldAccess,
  wholeField,
  type GrantChange,
  type Grants,
  type User,
} from '../../../src/index.js';
import { editorWorld } from '../../editor-world.js';
import { broken } from '../../small-world.js';

const strict = { unknown: 'refuse' } as const;

function worldWithGrants() {
  const small = editorWorld();
  const { world, field, context, test, bob } = small;
  const own = world.write((tx) =>
    createContext(tx, field.id, { name: 'TEST', projectIds: [test.id] }, { uniqueNames: false }),
  );
  world.write((tx) => addGroup(tx, { name: 'developers' }));
  const grant = (contextId: number, grants: Partial<Grants>) =>
    world.write((tx) => replaceGrants(tx, field, contextId, grants, strict));
  const change = (contextId: number, input: GrantChange) =>
    world.write((tx) => changeGrant(tx, field, contextId, input, strict));
  const on = (contextId: number) => grantsOn(world.root, field.id, contextId);
  const access = (user: User, administrator = false) => {
    const { global, contextIds } = accessOf(world.root, user, administrator, field);
    return [global, [...contextIds]];
  };
  const asBob = { user: bob, administrator: false };
  return { ...small, own, grant, change, on, access, asBob, global: context };
}

describe('grants', () => {
  it('are replaced as a whole, each name once and as the user writes it', () => {
    const { grant, on, world } = worldWithGrants();
    grant(wholeField, { users: ['BOB', 'bob', 'ada'], groups: ['jira-users', 'jira-users'] });
    expect(on(wholeField)).toEqual({ users: ['bob', 'ada'], groups: ['jira-users'] });
    grant(wholeField, { groups: ['developers'] });
    expect(on(wholeField)).toEqual({ users: [], groups: ['developers'] });
    grant(wholeField, {});
    expect(world.root.grants.size).toBe(0);
    expect(checkWorld(world.root)).toEqual([]);
  });

  it('name users and groups that are there, unless the rules store or ignore others', () => {
    const { world, field, grant, on } = worldWithGrants();
    expect(broken(() => grant(wholeField, { users: ['bob', 'zoe'] }))).toMatchObject({
      code: 'users-not-found',
      data: { accountIds: ['zoe'] },
    });
    expect(broken(() => grant(wholeField, { groups: ['bees'] }))).toMatchObject({
      code: 'groups-not-found',
      data: { groupIds: ['bees'] },
    });
    const given = { users: ['bob', 'zoe'], groups: ['bees'] };
    world.write((tx) => replaceGrants(tx, field, wholeField, given, { unknown: 'ignore' }));
    expect(on(wholeField)).toEqual({ users: ['bob'], groups: [] });
    world.write((tx) => replaceGrants(tx, field, wholeField, given, { unknown: 'store' }));
    expect(on(wholeField)).toEqual(given);
    expect(checkWorld(world.root)).toEqual([]);
  });

  it('of several contexts are replaced all or none; contexts left out lose theirs or keep them', () => {
    const { world, field, global, own, on } = worldWithGrants();
    const replace = (omitted: 'lose' | 'keep', ...entries: Parameters<typeof replaceContextGrants>[2][number][]) =>
      world.write((tx) => replaceContextGrants(tx, field, entries, { ...strict, omitted }));
    replace('lose', { contextId: global.id, users: ['ada'] }, { contextId: String(own.id), groups: ['jira-users'] });
    replace('keep', { contextId: own.id, users: ['bob'] });
    expect([on(global.id), on(own.id)]).toEqual([
      { users: ['ada'], groups: [] },
      { users: ['bob'], groups: [] },
    ]);
    expect(broken(() => replace('lose', { contextId: own.id, users: [] }, { contextId: 1 })).code).toBe(
      'context-not-found',
    );
    expect(broken(() => replace('lose', { contextId: own.id }, { contextId: own.id })).code).toBe('duplicate-contexts');
    expect(on(own.id).users).toEqual(['bob']);
    replace('lose', { contextId: own.id, users: ['bob'] });
    expect(on(global.id)).toEqual({ users: [], groups: [] });
  });

  it('of contexts and of the whole field are apart: replacing those of contexts leaves the global ones', () => {
    const { world, field, grant, on } = worldWithGrants();
    grant(wholeField, { users: ['ada'] });
    world.write((tx) => replaceContextGrants(tx, field, [], { ...strict, omitted: 'lose' }));
    expect(on(wholeField).users).toEqual(['ada']);
  });

  it('are changed one by one, and what is so already is no error', () => {
    const { change, on, own } = worldWithGrants();
    change(own.id, { action: 'grant', user: 'bob', group: null });
    change(own.id, { action: 'grant', user: 'Bob' });
    change(own.id, { action: 'grant', group: 'developers', user: null });
    expect(on(own.id)).toEqual({ users: ['bob'], groups: ['developers'] });
    change(own.id, { action: 'revoke', user: 'bob' });
    change(own.id, { action: 'revoke', user: 'bob' });
    expect(on(own.id)).toEqual({ users: [], groups: ['developers'] });
  });

  it('are changed for a user or a group that is there, not for both or neither', () => {
    const { change } = worldWithGrants();
    const both = { user: 'bob', group: 'developers' };
    for (const who of [both, {}, { user: null, group: null }]) {
      expect(broken(() => change(wholeField, { action: 'grant', ...who })).code).toBe('one-principal-needed');
    }
    expect(broken(() => change(wholeField, { action: 'grant', user: 'zoe' })).code).toBe('users-not-found');
    expect(broken(() => change(wholeField, { action: 'revoke', group: 'bees' })).code).toBe('groups-not-found');
    expect(broken(() => change(7, { action: 'grant', user: 'bob' })).code).toBe('context-not-found');
  });

  it('left over from somebody who is not there can be revoked', () => {
    const { world, field, change, on } = worldWithGrants();
    world.write((tx) => replaceGrants(tx, field, wholeField, { users: ['zoe'] }, { unknown: 'store' }));
    change(wholeField, { action: 'revoke', user: 'zoe' });
    expect(on(wholeField).users).toEqual([]);
  });

  it('go with the user, the group, the context and the field that they are about', () => {
    const { world, field, own, grant } = worldWithGrants();
    grant(wholeField, { users: ['ada', 'bob'], groups: ['developers', 'jira-users'] });
    grant(own.id, { users: ['bob'], groups: ['jira-users'] });
    world.write((tx) => deleteUser(tx, 'bob'));
    expect(grantsOn(world.root, field.id, own.id).users).toEqual([]);
    world.write((tx) => deleteGroup(tx, 'developers'));
    expect(grantsOn(world.root, field.id, wholeField)).toEqual({ users: ['ada'], groups: ['jira-users'] });
    world.write((tx) => deleteContext(tx, field.id, own.id));
    expect(world.root.grants.size).toBe(1);
    world.write((tx) => removeField(tx, field));
    expect(world.root.grants.size).toBe(0);
    expect(checkWorld(world.root)).toEqual([]);
  });

  it('stay with a user whose log-in name changes', () => {
    const { world, bob, grant, on } = worldWithGrants();
    grant(wholeField, { users: ['bob'] });
    world.write((tx) => addUser(tx, { ...bob, name: 'robert' }));
    expect(on(wholeField).users).toEqual(['robert']);
    expect(checkWorld(world.root)).toEqual([]);
  });
});

describe('access to a field', () => {
  it('comes from grants to the user and to the groups they are in, on the field or on contexts', () => {
    const { grant, access, ada, bob, own, global } = worldWithGrants();
    grant(own.id, { users: ['bob'] });
    grant(global.id, { groups: ['jira-administrators'] });
    expect([access(bob), access(ada)]).toEqual([
      [false, [own.id]],
      [false, [global.id]],
    ]);
    grant(wholeField, { groups: ['jira-users'] });
    expect(access(bob)).toEqual([true, [own.id]]);
  });

  it('is not an administrator’s by nature, only where the setting says so', () => {
    const { world, access, ada, bob, field } = worldWithGrants();
    expect(access(ada, true)).toEqual([false, []]);
    world.write((tx) => tx.set({ administratorsHaveDefaultPermission: true }));
    expect([access(ada, true), access(bob)]).toEqual([
      [true, []],
      [false, []],
    ]);
    expect(grantedFields(world.root, { user: ada, administrator: true })).toEqual([field]);
  });

  it('is refused without a grant, and on a context without one of its own', () => {
    const { world, field, grant, own, global, asBob } = worldWithGrants();
    const ask = (contextId?: number) => requireFieldAccess(world.root, asBob, field, contextId);
    expect(broken(() => ask())).toMatchObject({ code: 'field-permission-denied', data: { contextId: null } });
    grant(own.id, { users: ['bob'] });
    ask();
    ask(own.id);
    expect(broken(() => ask(global.id)).data).toEqual({
      fieldId: `customfield_${field.id}`,
      contextId: String(global.id),
    });
    grant(wholeField, { users: ['bob'] });
    ask(global.id);
  });

  it('makes the list of one’s fields: without those in the trash and those of others', () => {
    const { world, field, grant, own, asBob } = worldWithGrants();
    world.write((tx) => createField(tx, { name: 'Other', type: 'select' }));
    expect(grantedFields(world.root, asBob)).toEqual([]);
    grant(own.id, { groups: ['jira-users'] });
    expect(grantedFields(world.root, asBob)).toEqual([field]);
  });

  it('makes the list of one’s contexts: all with a global grant, else those with a grant', () => {
    const { world, field, grant, own, global, asBob } = worldWithGrants();
    const list = (withoutGrants: 'global-grant-holders' | 'everybody') =>
      grantedContexts(world.root, asBob, field, { withoutGrants }).map(({ id }) => id);
    expect(broken(() => list('global-grant-holders')).code).toBe('field-permission-denied');
    expect(list('everybody')).toEqual([global.id, own.id]);
    grant(own.id, { users: ['bob'] });
    expect([list('global-grant-holders'), list('everybody')]).toEqual([[own.id], [own.id]]);
    grant(wholeField, { users: ['bob'] });
    expect(list('global-grant-holders')).toEqual([global.id, own.id]);
  });
});
