import type { CheckResult } from './run/result.js';

/** A deviation of a target that somebody has looked at and accepted. */
export interface KnownDeviation {
  /** Id of the check. */
  readonly check: string;
  readonly reason: string;
}

/** Deviations that are accepted, held to what a run found. */
export interface KnownOutcome {
  /** Failures among them are skips with their reason. */
  readonly results: readonly CheckResult[];
  /** Those that passed: the list is out of date, and a run fails for it. */
  readonly disappeared: readonly string[];
}

/**
 * Reads a list of known deviations.
 *
 * @throws Error that names the entry which is no `{ check, reason }`
 */
export function parseKnown(data: unknown): KnownDeviation[] {
  if (!Array.isArray(data)) throw new Error('The file of known deviations must be a list of { check, reason }.');
  return data.map((entry: unknown, at) => {
    const { check, reason } = (entry ?? {}) as Partial<KnownDeviation>;
    if (typeof check !== 'string' || typeof reason !== 'string' || reason.trim() === '') {
      throw new Error(`Entry ${at + 1} of the known deviations needs the id of a check and a reason, both texts.`);
    }
    return { check, reason };
  });
}

export function applyKnown(results: readonly CheckResult[], known: readonly KnownDeviation[]): KnownOutcome {
  const reasons = new Map(known.map(({ check, reason }) => [check, reason]));
  const disappeared: string[] = [];
  const marked = results.map((result): CheckResult => {
    const reason = reasons.get(result.id);
    if (reason === undefined) return result;
    if (result.verdict === 'passed') disappeared.push(result.id);
    if (result.verdict !== 'failed') return result;
    return { ...result, verdict: 'skipped', known: reason };
  });
  const there = new Set(results.map(({ id }) => id));
  // A check that does not exist any more can only be a mistake in the list.
  for (const { check } of known) if (!there.has(check)) disappeared.push(check);
  return { results: marked, disappeared };
}
