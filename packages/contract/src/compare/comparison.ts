import type { ContractApi } from '../apis.js';
import { allChecks } from '../checks/index.js';
import { groupBy } from '../group-by.js';
import { outcomeKey, outcomesOf } from '@fake-jira/openapi';
import type { RecordedExchange } from '../record/normalise.js';
import { apiOf, type Recording } from '../record/recording.js';
import { reasonByProfile } from '../requirements.js';
import { contractApis } from '../checks/index.js';
import { differencesBetween, type Difference } from './differences.js';
import { absent, changeText, explanationOf } from './explanation.js';
import { sideOf, type Side } from './sides.js';
import { specChanges, type DocumentedChange } from './spec-changes.js';

/** How a difference stands to the version histories of the documents. */
export interface JudgedDifference extends Omit<Difference, 'sent' | 'written'> {
  readonly judgement: 'documented' | 'undocumented';
  /** The documented changes that account for it, in words. */
  readonly because: readonly string[];
  /** The reason that `--accept` recorded for it. */
  readonly accepted: string | null;
}

/** What the documents change between two profiles, and how often the recordings show it. */
export interface SeenChange extends DocumentedChange {
  readonly seen: number;
}

/** A change that the documents list for a step, and that the recordings do not show. */
export interface MissingChange {
  readonly api: ContractApi;
  readonly operation: string;
  readonly what: string;
  /** The reason that `--accept` recorded for it. */
  readonly accepted: string | null;
}

export interface Comparison {
  readonly before: string;
  readonly after: string;
  /** What the two are, and of where and when. */
  readonly sides: { readonly before: Side; readonly after: Side };
  readonly differences: readonly JudgedDifference[];
  /** All that the documents change, seen or not. */
  readonly changes: readonly SeenChange[];
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
 * @param names - what the two are called by whoever compares them
 */
export function compare(
  before: Recording,
  after: Recording,
  accepted: readonly Acceptance[] = [],
  names: { readonly before?: string; readonly after?: string } = {},
): Comparison {
  const changes = specChanges(before.profile, after.profile);
  const byOperation = groupBy(changes, ({ operation }) => operation);
  const asked = askedIn(before, after);
  const reasons = new Map(accepted.map((one) => [keyOf(one), one.reason]));
  const seen = new Map<DocumentedChange, number>();
  const isForOne = checksForOne(before, after);
  const differences = differencesBetween(before, after)
    .filter(({ check, aspect }) => aspect !== 'verdict' || !isForOne(check))
    .map(({ sent, written, ...difference }): JudgedDifference => {
      const { shown, behind } = explanationOf(
        { sent, written, ...difference },
        {
          of: (operation) => byOperation.get(operation) ?? [],
          ofCheck: (asked.get(difference.check) ?? []).flatMap((operation) => byOperation.get(operation) ?? []),
          ofApi: changes.filter(({ api }) => api === apiOf({ id: difference.check })),
        },
      );
      for (const change of shown) seen.set(change, (seen.get(change) ?? 0) + 1);
      const because = [...new Set([...shown, ...behind].map(changeText))];
      return {
        ...difference,
        judgement: because.length > 0 ? 'documented' : 'undocumented',
        because,
        accepted: reasons.get(keyOf(difference)) ?? null,
      };
    });
  return {
    before: before.profile.name,
    after: after.profile.name,
    sides: { before: sideOf(before, names.before), after: sideOf(after, names.after) },
    differences,
    changes: changes.map((change) => ({
      ...change,
      seen: change.kind === 'operation' ? timesAppeared(change, before, after) : (seen.get(change) ?? 0),
    })),
    missing: missingChanges(before, after, changes).map((one) => ({
      ...one,
      accepted: reasons.get(keyOf(acceptable(one))) ?? null,
    })),
    compared: comparedChecks(before, after).size,
  };
}

/** Whether a comparison found something that nobody has documented or accepted. */
export function isSurprising({ differences, missing }: Comparison): boolean {
  return (
    missing.some((one) => one.accepted === null) ||
    differences.some((one) => one.judgement === 'undocumented' && one.accepted === null)
  );
}

/** How a change that did not happen is accepted. */
export function acceptable({ api, operation, what }: Omit<MissingChange, 'accepted'>): Omit<Acceptance, 'reason'> {
  return { check: `${api} ${operation}`, aspect: 'missing', at: what };
}

/** What tells one difference from another, also in the next comparison. */
export function keyOf({ check, aspect, at }: Pick<Acceptance, 'check' | 'aspect' | 'at'>): string {
  return JSON.stringify([check, aspect, at]);
}

/** Checks that hold in one of the two profiles only: by the documents, so that nothing of them is a difference. */
function checksForOne({ profile: before }: Recording, { profile: after }: Recording): (check: string) => boolean {
  const byId = new Map(allChecks.map((check) => [check.id, check]));
  const sides = [before, after].map((profile) => ({
    profile,
    outcomes: new Set(contractApis.flatMap((api) => outcomesOf(api, profile)).map(outcomeKey)),
  }));
  return (id) => {
    const check = byId.get(id);
    return check !== undefined && sides.some((side) => reasonByProfile(check, side) !== undefined);
  };
}

/** The operations that a check asks in either recording. */
function askedIn(...recordings: readonly Recording[]): ReadonlyMap<string, readonly string[]> {
  const asked = new Map<string, Set<string>>();
  for (const { id, exchanges } of recordings.flatMap(({ checks }) => checks)) {
    const own = asked.get(id) ?? new Set();
    for (const { operation } of exchanges) if (operation !== null) own.add(operation);
    asked.set(id, own);
  }
  return new Map([...asked].map(([id, own]) => [id, [...own]]));
}

function comparedChecks(before: Recording, after: Recording): ReadonlySet<string> {
  const ran = ({ checks }: Recording) => checks.filter(({ verdict }) => verdict !== 'skipped').map(({ id }) => id);
  const others = new Set(ran(after));
  return new Set(ran(before).filter((id) => others.has(id)));
}

type Missing = Omit<MissingChange, 'accepted'>;

/** Documented changes of which the recordings prove that they did not happen. */
function missingChanges(before: Recording, after: Recording, changes: readonly DocumentedChange[]): Missing[] {
  return changes.flatMap(({ api, operation, kind, name, statuses, required }) => {
    const missing = (what: string): Missing[] => [{ api, operation, what }];
    if (kind === 'operation') {
      const [without, having] = name === 'appeared' ? [before, after] : [after, before];
      if (timesThere(operation, without) > 0)
        return missing(name === 'appeared' ? 'was there before' : 'is still there');
      const wasAsked = answersIn(having).has(operation) && timesThere(operation, having) === 0;
      return wasAsked ? missing(`has not ${name}`) : [];
    }
    if (kind !== 'property' || required !== true) return [];
    const answers = (answersIn(after).get(operation) ?? []).filter(({ status }) => statuses.includes(status));
    const isNamed = answers.some(({ body }) => JSON.stringify(body ?? null).includes(`"${name}":`));
    return answers.length > 0 && !isNamed ? missing(`no answer has the property ${name}`) : [];
  });
}

/** How often an operation that came or went has answered on the side that has it; 0 where the other one has it too. */
function timesAppeared({ operation, name }: DocumentedChange, before: Recording, after: Recording): number {
  const [without, having] = name === 'appeared' ? [before, after] : [after, before];
  return timesThere(operation, without) > 0 ? 0 : timesThere(operation, having);
}

function timesThere(operation: string, recording: Recording): number {
  return (answersIn(recording).get(operation) ?? []).filter(({ status }) => !absent.has(status)).length;
}

const answersOf = new WeakMap<Recording, ReadonlyMap<string, RecordedExchange[]>>();

function answersIn(recording: Recording): ReadonlyMap<string, RecordedExchange[]> {
  const known = answersOf.get(recording);
  if (known !== undefined) return known;
  const ran = recording.checks.filter(({ verdict }) => verdict !== 'skipped').flatMap(({ exchanges }) => exchanges);
  const answers = groupBy(ran, ({ operation }) => operation ?? '');
  answersOf.set(recording, answers);
  return answers;
}
