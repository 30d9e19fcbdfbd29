import type { Person } from '../stage/person.js';
import type { ScratchMaker } from '../stage/scratch.js';
import type { Ledger, LedgerEntry } from './ledger.js';

/** What of a ledger could not be removed, and why. */
export interface Leftover extends LedgerEntry {
  readonly reason: string;
}

/**
 * Removes what a ledger lists from a target. What is gone already counts as removed; what was never made, because the
 * run ended before, is looked for by its name.
 */
export async function removeLeftovers(ledger: Ledger, admin: Person, maker: ScratchMaker): Promise<Leftover[]> {
  const left: Leftover[] = [];
  for (const entry of ledger.left()) {
    try {
      await remove(entry, admin, maker);
      ledger.removed(entry.name);
    } catch (error) {
      left.push({ ...entry, reason: error instanceof Error ? error.message : String(error) });
    }
  }
  return left;
}

function remove(entry: LedgerEntry, admin: Person, maker: ScratchMaker): Promise<void> {
  if (entry.kind === 'issue') return removeIssue(entry, admin);
  return entry.kind === 'app-option' ? removeAppOption(entry, admin) : removeField(entry, admin, maker);
}

async function removeIssue({ id, name }: LedgerEntry, admin: Person): Promise<void> {
  // An issue that was not answered for cannot be found without a search, which the suite does not use.
  if (id === undefined) return;
  const { status } = await admin.raw('DELETE', `/rest/api/2/issue/${id}?deleteSubtasks=true`);
  if (status !== 204 && status !== 404) throw new Error(`The issue ${id} (${name}) is still there: ${status}.`);
}

/** @param entry - whose id is that of the field and of the option: `example-add-on__team/4` */
async function removeAppOption({ id, name }: LedgerEntry, admin: Person): Promise<void> {
  // Its value is not unique: one that was not answered for is not looked for.
  if (id === undefined) return;
  const { status } = await admin.raw('DELETE', `/rest/api/3/field/${id.replace('/', '/option/')}`);
  if (status !== 204 && status !== 404) throw new Error(`The option ${id} (${name}) is still there: ${status}.`);
}

async function removeField({ id, name }: LedgerEntry, admin: Person, maker: ScratchMaker): Promise<void> {
  // By its id it is found in the trash too, where no list has it.
  if (id !== undefined) return maker.removeField(Number(id));
  const fields = (await admin.raw('GET', '/rest/api/2/field')).body as readonly { id: string; name: string }[];
  const found = fields.find((field) => field.name === name);
  if (found) await maker.removeField(Number(found.id.replace('customfield_', '')));
}
