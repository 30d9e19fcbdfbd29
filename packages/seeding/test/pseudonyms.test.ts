import { castOf } from '../src/pseudonyms.js';
import type { Person } from '../src/read-people.js';

const someone = (name: string): Person => ({ identity: name, name, displayName: name, active: true, groups: [] });

describe('people who keep their names', () => {
  it('have the caller under the name admin, which is what the caller signs in as', () => {
    const { users } = castOf({ people: [someone('bob'), someone('admin')], groups: [], me: 'admin' }, { keep: true });
    expect(users.map(({ name }) => name)).toEqual(['admin', 'bob']);
  });

  it('have a caller of another name under the name admin where nobody else has it', () => {
    const { users } = castOf({ people: [someone('bob'), someone('ann')], groups: [], me: 'bob' }, { keep: true });
    expect(users.map(({ name }) => name)).toEqual(['admin', 'ann']);
  });

  it('leave the name admin to somebody else who has it', () => {
    const { users } = castOf({ people: [someone('bob'), someone('admin')], groups: [], me: 'bob' }, { keep: true });
    expect(users.map(({ name }) => name)).toEqual(['admin', 'bob']);
  });
});
