import { fetchSession, type ContractTarget, type SessionRole } from '@fake-jira/contract';
import { namedProfile } from '@fake-jira/profile';
import { startFakeJira } from 'fake-jira';
import type { Planted } from '../plant/plant.js';

/** Those who can sign in to the demo world; the password is the name. */
const names: { readonly [Role in SessionRole]?: readonly [name: string, password: string] } = {
  administrator: ['admin', 'admin'],
  user: ['bob', 'bob'],
  app: ['example-add-on', 'example-add-on'],
  stranger: ['admin', 'wrong'],
};

const profile = namedProfile('all');

/** A fake as a target of the suite. */
export interface FakeTarget {
  readonly target: ContractTarget;
  /** Back to the world it began with. */
  readonly reset: () => void;
  readonly close: () => Promise<void>;
}

/** Starts a fake in this process, with what was planted in it. It is held to the documents as a real instance is. */
export async function startTarget(planted?: Planted): Promise<FakeTarget> {
  const jira = await startFakeJira({ profile, ...(planted ? { middleware: [planted.middleware] } : {}) });
  return {
    reset: () => jira.reset(),
    close: () => jira.close(),
    target: {
      url: jira.url,
      profile,
      control: false,
      sandbox: { projects: ['TEST', 'SHOP'] },
      roles: new Set(['user', 'app']),
      protectedToken: 'demo-token',
      session(role) {
        const [user, password] = names[role] ?? [];
        return fetchSession(jira.url, user === undefined ? {} : { user, password: password ?? '' });
      },
    },
  };
}
