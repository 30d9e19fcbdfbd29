import { buildWorld, readWorldFile, WorldFileError } from '@fake-jira/fixtures';
import { installationVault, keyVariable } from './installation-key.js';
import { unreadable } from './profile-option.js';
import { worldSize } from './world-size.js';

/** Reads and builds a world file; prints its size, or all of its mistakes with exit code 1. */
export async function check(path: string): Promise<void> {
  try {
    // Without the key, what is sealed cannot be looked at.
    const vault = process.env[keyVariable] ? installationVault(undefined) : null;
    const root = buildWorld(await readWorldFile(path), { now: Date.now(), vault });
    console.log(`${path} is a world of ${worldSize(root)}.`);
  } catch (error) {
    if (!(error instanceof WorldFileError)) throw unreadable(path, error);
    console.error(error.message);
    process.exitCode = 1;
  }
}
