import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Vault, VaultError } from '@fake-jira/world';
import { StateError } from './state-error.js';

/** Environment variable with the key of the installation: 64 hexadecimal digits. */
export const keyVariable = 'FAKE_JIRA_KEY';

/** The file that keeps the key beside the worlds whose encrypted values it seals. */
const keyFile = 'installation.key';

/**
 * The vault of this installation: with the key of the environment, else with the one in the state directory, which is
 * made there at the first start, else with a random one that ends with the process.
 *
 * @param state.directory - it is there by now; no state: none is kept
 * @param state.holdsSealed - whether values are kept in it that a key has sealed
 * @throws StateError for a key that is none, and where the state has sealed values and its key is gone
 */
export async function installationVault(
  state?: { readonly directory: string; readonly holdsSealed: () => Promise<boolean> },
  environment = process.env,
): Promise<Vault> {
  const given = environment[keyVariable];
  if (given !== undefined && given !== '') return vaultWith(given, keyVariable);
  if (!state) return new Vault();
  const file = join(state.directory, keyFile);
  const kept = readKey(file);
  if (kept !== undefined) return vaultWith(kept.trim(), file);
  if (await state.holdsSealed()) {
    throw new StateError(
      `${state.directory} holds encrypted values, and their key ${file} is missing. ` +
        `Put it back, or its content into ${keyVariable}; or remove the state to begin anew.`,
    );
  }
  const key = randomBytes(32).toString('hex');
  // Readable for its owner alone, and never written over another one.
  try {
    writeFileSync(file, `${key}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    // Half a key would refuse every later start.
    if (code !== 'EEXIST') rmSync(file, { force: true });
    throw new StateError(`The key of the installation cannot be written to ${file}: ${message}.`);
  }
  return new Vault(key);
}

function readKey(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new StateError(`${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
}

function vaultWith(key: string, from: string): Vault {
  try {
    return new Vault(key);
  } catch (error) {
    // What stands there is not repeated: it may be a key all the same.
    throw error instanceof VaultError ? new StateError(`${from} holds no key: ${error.message}.`) : error;
  }
}
