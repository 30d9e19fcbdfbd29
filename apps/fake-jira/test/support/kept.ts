import type { Root } from '@fake-jira/world';
import type { WaitingWorkspace, WorkspaceKeeper } from '../../src/http/workspaces.js';

/** Lets a fake go on with a world in its default workspace, and keeps nothing. */
export function keeperOf(root: Root): WorkspaceKeeper {
  const waiting = new Map<string, WaitingWorkspace>([['default', { lastUsed: 0, profile: undefined }]]);
  return {
    waiting,
    load(name) {
      waiting.delete(name);
      return Promise.resolve({ root, baseline: undefined, profile: undefined, clock: { offset: 0, frozenAt: null } });
    },
    keep: () => undefined,
    forget: () => undefined,
  };
}
