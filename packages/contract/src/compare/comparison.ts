import type { ContractApi } from '../check.js';
import type { Recording } from '../record/recording.js';
import { contractApis } from '../run/contract-run.js';
import { differencesBetween, type Difference } from './differences.js';
import { specChanges, type SpecChange } from './spec-changes.js';

/** How a difference stands to the version histories of the documents. */
export interface JudgedDifference extends Difference {
  readonly judgement: 'documented' | 'undocumented';
  /** The reason that `--accept` recorded for it. */
  readonly accepted: string | null;
}

/** A change that the documents list for a step, and that the recordings do not show. */
export interface MissingChange {
  readonly api: ContractApi;
  readonly operation: string;
  readonly what: string;
}

export interface Comparison {
  readonly before: string;
  readonly after: string;
  readonly differences: readonly JudgedDifference[];
  /** Documented changes that did not happen. */
  readonly missing: readonly MissingChange[];
  /** Checks that both recordings have and that ran in both. */
  readonly compared: number;
}

/** A difference that somebody has looked at. */
export interface Acceptance {
  readonly check: string;
  readonly aspect: string;
  readonly at: string;
  readonly reason: string;
}

/**
 * Compares two recordings: what changed, and whether the version histories say so.
 *
 * @param accepted - differences that are known, which no longer count
 */
export function compare(before: Recording, after: Recording, accepted: readonly Acceptance[] = []): Comparison {
  const changes = new Map(
    contractApis.flatMap((api) =>
      specChanges(api, before.profile, after.profile).map((change) => [change.operation, change] as const),
    ),
  );
  const reasons = new Map(accepted.map((one) => [keyOf(one), one.reason]));
  const differences = differencesBetween(before, after).map((difference): JudgedDifference => ({
    ...difference,
    judgement: isDocumented(difference, before, changes) ? 'documented' : 'undocumented',
    accepted: reasons.get(keyOf(difference)) ?? null,
  }));
  return {
    before: before.profile.name,
    after: after.profile.name,
    differences,
    missing: missingChanges(before, after, changes, differences),
    compared: comparedChecks(before, after).size,
  };
}

/** Whether a comparison found something that nobody has documented or accepted. */
export function isSurprising({ differences, missing }: Comparison): boolean {
  return missing.length > 0 || differences.some((one) => one.judgement === 'undocumented' && one.accepted === null);
}

/** What tells one difference from another, also in the next comparison. */
export function keyOf({ check, aspect, at }: Pick<Acceptance, 'check' | 'aspect' | 'at'>): string {
  return JSON.stringify([check, aspect, at]);
}

function isDocumented(difference: Difference, before: Recording, changes: ReadonlyMap<string, SpecChange>): boolean {
  const { aspect, operation, check, at } = difference;
  const change = changes.get(operation ?? '');
  const ofCheck = () => operationsOf(before, check).some((one) => changes.has(one));
  switch (aspect) {
    // Why a check ends otherwise can lie in any of its requests.
    case 'verdict':
      return change !== undefined || ofCheck();
    case 'request':
      return change?.moved === true || change?.request === true || ofCheck();
    case 'outcome':
      return change !== undefined && (change.existence !== null || change.request || change.statuses.size > 0);
    case 'headers':
      return change?.statuses.has(String(difference.status)) === true;
    default:
      return change !== undefined && at.split('/').some((name) => change.names.has(name));
  }
}

function operationsOf({ checks }: Recording, id: string): string[] {
  return (checks.find((check) => check.id === id)?.exchanges ?? []).flatMap(({ operation }) => operation ?? []);
}

function comparedChecks(before: Recording, after: Recording): ReadonlySet<string> {
  const ran = ({ checks }: Recording) => checks.filter(({ verdict }) => verdict !== 'skipped').map(({ id }) => id);
  const others = new Set(ran(after));
  return new Set(ran(before).filter((id) => others.has(id)));
}

/** Documented changes of operations that were asked on both sides, with nothing to be seen of them. */
function missingChanges(
  before: Recording,
  after: Recording,
  changes: ReadonlyMap<string, SpecChange>,
  differences: readonly Difference[],
): MissingChange[] {
  const both = comparedChecks(before, after);
  const asked = new Set(before.checks.filter(({ id }) => both.has(id)).flatMap(({ id }) => operationsOf(before, id)));
  const shown = new Set(differences.map(({ operation }) => operation));
  return [...changes.values()].flatMap(({ api, operation, existence, statuses, names }) => {
    const visible = existence === null && asked.has(operation) && [...names].length > 0 && statuses.size > 0;
    if (!visible || shown.has(operation)) return [];
    return [{ api, operation, what: `changed: ${[...names].sort().join(', ')}` }];
  });
}
