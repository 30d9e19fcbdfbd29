import { provisionerFor } from '@fake-jira/target';
import { removeAll, type Leftover } from './leftovers.js';
import { setters } from './contract-run.js';
import { Ledger } from './ledger.js';
import type { ContractTarget } from './target.js';

/** What came of a clean-up. */
export interface CleanUp {
  readonly removed: number;
  readonly left: readonly Leftover[];
  /** Ledgers of runs on other targets, which are left alone. */
  readonly elsewhere: number;
}

/**
 * Removes what earlier runs have left on a target.
 *
 * @param files - their ledgers; those of runs on other targets are passed over
 */
export async function cleanUp(target: ContractTarget, files: readonly string[]): Promise<CleanUp> {
  const { admin } = setters(target);
  const { sandbox, appField } = target;
  const remover = { admin, provisioner: provisionerFor(target.profile, admin.asker), sandbox, appField };
  const own = files.filter((file) => Ledger.read(file).target === target.url);
  const left: Leftover[] = [];
  let removed = 0;
  for (const file of own) {
    const ledger = Ledger.reopen(file);
    const before = ledger.left().length;
    const stays = await removeAll(ledger, remover);
    removed += before - stays.length;
    left.push(...stays);
    ledger.close();
  }
  return { removed, left, elsewhere: files.length - own.length };
}
