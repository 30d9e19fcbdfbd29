import type { Vault } from '@fake-jira/world';
import { installationVault } from './installation-key.js';
import { holdsSealed, Keeper, takeOver } from './keeper.js';
import { Store } from './store.js';

/**
 * Opens a state directory for a fake that is about to start.
 *
 * @throws StateError with what is wrong with the directory, and what can be done
 */
export async function openState(directory: string): Promise<{ readonly keeper: Keeper; readonly vault: Vault }> {
  const store = await Store.open(directory);
  try {
    await takeOver(store, Date.now());
    const vault = await installationVault({ directory, holdsSealed: () => holdsSealed(store) });
    return { vault, keeper: await Keeper.open(store, { vault, now: Date.now }) };
  } catch (error) {
    await store.close();
    throw error;
  }
}
