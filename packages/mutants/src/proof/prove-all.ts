import type { CheckResult } from '@fake-jira/contract';
import type { Defect } from '../defect.js';
import { prove, runClean, type CleanRunOptions, type Proof } from './prove.js';

/** What the suite makes of some defects. */
export interface Proofs {
  /** What fails already on a fake without defects, where everything should pass. */
  readonly failures: readonly CheckResult[];
  readonly proofs: readonly Proof[];
}

/** Plants defects one after the other, each in a fake of its own, behind a run on a fake that has none. */
export async function proveAll(
  defects: readonly Defect[],
  { onProof, onTheWay }: Pick<CleanRunOptions, 'onTheWay'> & { readonly onProof?: (proof: Proof) => void },
): Promise<Proofs> {
  const failures: CheckResult[] = [];
  const proofs: Proof[] = [];
  for (const profile of new Set(defects.map(profileOf))) {
    const ofProfile = defects.filter((defect) => profileOf(defect) === profile);
    const clean = await runClean(ofProfile, { profile, onTheWay });
    failures.push(...clean.failures);
    for (const defect of ofProfile) {
      const proof = await prove(defect, clean);
      proofs.push(proof);
      onProof?.(proof);
    }
  }
  return { failures, proofs };
}

const profileOf = ({ profile = 'all' }: Defect) => profile;

/** What has escaped the suite, a sentence each. */
export function escaped(proofs: readonly Proof[]): string[] {
  return proofs.flatMap(({ defect, caughtBy, asked, strikes }) => {
    if (caughtBy.length > 0) return [];
    const why = strikes === 0 ? 'none met it' : `it showed in ${strikes} answers`;
    return [`${defect.api}: ${defect.id} (${asked} checks asked, ${why}; ${defect.operations.slice(0, 3).join(', ')})`];
  });
}
