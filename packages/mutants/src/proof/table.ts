import Table from 'cli-table3';
import type { Proof } from './prove.js';

/** Which checks catch which defect, as text. */
export function proofTable(proofs: readonly Proof[]): string {
  const table = new Table({
    head: ['API', 'defect', 'caught by', 'the first of them'],
    style: { head: [], border: [] },
    wordWrap: true,
    colWidths: [20, 60, 12, 70],
  });
  for (const { defect, caughtBy, asked, strikes } of proofs) {
    const none = strikes === 0 ? 'No check met it.' : `No check caught it, in ${strikes} answers.`;
    const first = caughtBy[0]?.id.replace(`${defect.api}/`, '') ?? none;
    table.push([defect.api, defect.id, `${caughtBy.length} of ${asked}`, first]);
  }
  const caught = proofs.filter(({ caughtBy }) => caughtBy.length > 0).length;
  return `${table.toString()}\nplanted defects: caught ${caught} of ${proofs.length}`;
}
