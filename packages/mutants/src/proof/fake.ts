import type { ContractTarget, SessionRole } from '@fake-jira/contract';
import type { OperationId } from '@fake-jira/openapi';
import { namedProfile } from '@fake-jira/profile';
import { startFakeJira } from 'fake-jira';
import type { Planted } from '../plant/plant.js';
import { loopbackSession } from './session.js';

/** Those who can sign in to the demo world; the password is the name, but for the one who signs in wrongly. */
const signIns: { readonly [Role in SessionRole]?: readonly [name: string, password: string] } = {
  administrator: ['admin', 'admin'],
  user: ['bob', 'bob'],
  app: ['my-app', 'my-app'],
  stranger: ['admin', 'wrong'],
};

/** A fake as a target of the suite. */
export interface FakeTarget {
  readonly target: ContractTarget;
  readonly close: () => Promise<void>;
}

export interface TargetOptions {
  /** Name of its profile. */
  readonly profile: string;
  readonly planted?: Planted | undefined;
  /** Told of each operation that was asked for, whatever the address. */
  readonly onOperation: (id: OperationId) => void;
}

/** Starts a fake in this process, with what was planted in it. */
export async function startTarget({ profile: name, planted, onOperation }: TargetOptions): Promise<FakeTarget> {
  const profile = namedProfile(name);
  const jira = await startFakeJira({
    profile,
    onRequest: ({ operationId }) => operationId !== null && onOperation(operationId as OperationId),
    // What was planted may well break the fake: that is for the checks to see.
    ...(planted && { middleware: [planted.middleware], onDefect: () => undefined }),
  });
  return {
    close: () => jira.close(),
    target: {
      url: jira.url,
      profile,
      control: true,
      sandbox: { projects: ['TEST', 'SHOP'] },
      roles: new Set(['user', 'app']),
      protectedToken: 'demo-token',
      appField: 'example-add-on__team',
      session: (role, workspace) =>
        loopbackSession(workspace === undefined ? jira.url : `${jira.url}/w/${workspace}`, signIns[role]),
    },
  };
}
