import { acceptable, type Acceptance, type Comparison } from './comparison.js';

/**
 * Reads accepted differences.
 *
 * @throws Error that names the entry which is none
 */
export function parseAcceptances(data: unknown): Acceptance[] {
  if (!Array.isArray(data)) throw new Error('Accepted differences are a list of { check, aspect, at, reason }.');
  return data.map((entry: unknown, index) => {
    const { check, aspect, at, reason } = (entry ?? {}) as Partial<Acceptance>;
    const texts = [check, aspect, at, reason];
    if (!texts.every((text) => typeof text === 'string') || reason?.trim() === '') {
      throw new Error(
        `Entry ${index + 1} of the accepted differences needs check, aspect, at and a reason, all texts.`,
      );
    }
    return { check, aspect, at, reason } as Acceptance;
  });
}

/** The accepted differences with those that a comparison has found beside them, all for one reason. */
export function acceptAll(known: readonly Acceptance[], comparison: Comparison, reason: string): Acceptance[] {
  const added = comparison.differences
    .filter(({ judgement, accepted }) => judgement === 'undocumented' && accepted === null)
    .map(({ check, aspect, at }): Acceptance => ({ check, aspect, at, reason }));
  const missing = comparison.missing
    .filter(({ accepted }) => accepted === null)
    .map((one): Acceptance => ({ ...acceptable(one), reason }));
  return [...known, ...added, ...missing];
}
