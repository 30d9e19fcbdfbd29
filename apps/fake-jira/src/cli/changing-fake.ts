import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildWorld } from '@fake-jira/fixtures/build-world';
import { checkWorldFile } from '@fake-jira/fixtures/check-world-file';
import type { Profile } from '@fake-jira/profile';
import type { ChangingFake } from '@fake-jira/traffic';
import { createApp } from '../app.js';
import { defaultWorkspace } from '../http/workspaces.js';
import { makeWorkspaces } from '../server.js';

/**
 * A fake on this machine that is of one profile after another, and keeps the objects that it is given: what is worked out of
 * a profile is kept by them.
 */
export async function changingFake(profile: Profile): Promise<ChangingFake & { readonly close: () => Promise<void> }> {
  const workspaces = makeWorkspaces({ profile, world: 'tiny' });
  const workspace = workspaces.get(defaultWorkspace);
  const server = createServer(createApp({ workspaces }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    load(world, options) {
      const building = { now: workspace.clock.now(), vault: workspace.world.vault };
      workspace.load(buildWorld(checkWorldFile(world, { name: 'world' }), building), options);
    },
    reset: () => workspace.reset(),
    become: (other) => workspace.become(other),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
