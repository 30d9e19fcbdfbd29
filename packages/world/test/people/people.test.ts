import {
  addUser,
  findGroup,
  findUser,
  isAdministrator,
  isSystemAdministrator,
  membersOfGroup,
  requireUser,
  searchGroups,
  searchUsers,
  userByLogin,
  userByToken,
  checkWorld,
} from '../../src/index.js';
import { broken, smallWorld } from '../small-world.js';

describe('a user', () => {
  it('gets password, e-mail address, display name and account id from the name', () => {
    const { bob } = smallWorld();
    expect(bob).toMatchObject({ password: 'bob', email: 'bob@example.com', displayName: 'bob', active: true });
    expect(bob.accountId).toMatch(/^[0-9a-f]{24}$/);
    expect(smallWorld().bob.accountId).toBe(bob.accountId);
  });

  it('brings groups into being by naming them', () => {
    const { world } = smallWorld();
    expect(findGroup(world.root, 'jira-users')?.groupId).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(findGroup(world.root, findGroup(world.root, 'jira-users')?.groupId ?? '')?.name).toBe('jira-users');
  });

  it('is found by account id and by name in any case', () => {
    const { world, bob } = smallWorld();
    expect(findUser(world.root, bob.accountId)).toBe(bob);
    expect(findUser(world.root, 'BOB')).toBe(bob);
    expect(broken(() => requireUser(world.root, 'eve')).code).toBe('user-not-found');
  });

  it('signs in with name or e-mail address, and with password or token', () => {
    const { world, ada } = smallWorld();
    for (const [login, secret] of [
      ['ada', 'ada'],
      ['Ada@Example.com', 'ada'],
      ['ada', 'pat'],
    ] as const) {
      expect(userByLogin(world.root, login, secret)).toBe(ada);
    }
    expect(userByLogin(world.root, 'ada', 'wrong')).toBeUndefined();
    expect(userByLogin(world.root, 'nobody', 'ada')).toBeUndefined();
    expect(userByToken(world.root, 'pat')).toBe(ada);
    expect(userByToken(world.root, 'ada')).toBeUndefined();
  });

  it('cannot sign in while inactive', () => {
    const { world } = smallWorld();
    world.write((tx) => addUser(tx, { name: 'gone', active: false, tokens: ['old'] }));
    expect(userByLogin(world.root, 'gone', 'gone')).toBeUndefined();
    expect(userByToken(world.root, 'old')).toBeUndefined();
  });

  it('is replaced with everything that led to it when it is added again', () => {
    const { world, ada } = smallWorld();
    const again = world.write((tx) => addUser(tx, { name: 'ada', groups: ['jira-system-administrators'] }));
    expect(again.id).toBe(ada.id);
    expect(userByToken(world.root, 'pat')).toBeUndefined();
    expect(membersOfGroup(world.root, 'jira-administrators')).toEqual([]);
    expect(checkWorld(world.root)).toEqual([]);
  });

  it('cannot take the name of another', () => {
    const { world } = smallWorld();
    expect(() => world.write((tx) => addUser(tx, { name: 'Bob', accountId: 'other' }))).toThrow(/name "Bob"/);
  });
});

it('makes system administrators administrators, but not the other way round', () => {
  const { world, ada, bob } = smallWorld();
  const root = world.write((tx) => addUser(tx, { name: 'root', groups: ['jira-system-administrators'] }));
  expect([isAdministrator(root), isAdministrator(ada), isAdministrator(bob)]).toEqual([true, true, false]);
  expect([isSystemAdministrator(root), isSystemAdministrator(ada)]).toEqual([true, false]);
});

it('finds users by the beginning of a word of the display name or e-mail address, in any case', () => {
  const { world, ada, bob } = smallWorld();
  expect(searchUsers(world.root, 'adm')).toEqual([ada]);
  expect(searchUsers(world.root, 'ADA ad')).toEqual([ada]);
  expect(searchUsers(world.root, 'bob@')).toEqual([bob]);
  expect(searchUsers(world.root, 'min')).toEqual([]);
  expect(searchUsers(world.root, '')).toEqual([ada, bob]);
});

it('finds groups by a part of their name', () => {
  const { world } = smallWorld();
  expect(searchGroups(world.root, 'ADMIN').map((group) => group.name)).toEqual(['jira-administrators']);
  expect(searchGroups(world.root, 'ADMIN', { ignoreCase: false })).toEqual([]);
});
