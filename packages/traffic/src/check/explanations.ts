import type { CheckResult } from '@fake-jira/contract';

/** Why something in traffic disagrees, which somebody has looked at. */
export interface Explanation {
  /** Ids of exchanges, or a part of ids with a `*` behind it. */
  readonly checks: readonly string[];
  /** A regular expression for the lines that are explained; absent: all. */
  readonly lines?: string;
  readonly reason: string;
}

/**
 * Reads a list of `{ check, reason }`, as `contract run --known` has it; an entry can have `checks` and `lines` instead.
 *
 * @throws Error that names the entry which is none
 */
export function parseExplanations(data: unknown): Explanation[] {
  if (!Array.isArray(data)) throw new Error('The file of known disagreements must be a list of { check, reason }.');
  return data.map((entry: unknown, at) => {
    const { check, checks, lines, reason } = (entry ?? {}) as Record<string, unknown>;
    const ids = checks ?? (check === undefined ? undefined : [check]);
    if (!isTexts(ids) || typeof reason !== 'string' || reason.trim() === '')
      throw new Error(`Entry ${at + 1} of the known disagreements needs the id of a check and a reason, both texts.`);
    if (lines !== undefined && !isPattern(lines))
      throw new Error(`Entry ${at + 1} of the known disagreements: lines is no regular expression.`);
    return { checks: ids, reason, ...(typeof lines === 'string' && { lines }) };
  });
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string');
}

function isPattern(value: unknown): boolean {
  try {
    return typeof value === 'string' && new RegExp(value) instanceof RegExp;
  } catch {
    return false;
  }
}

/** Results in which what is explained no longer fails; and the explanations that explain nothing any more. */
export function explained(
  results: readonly CheckResult[],
  explanations: readonly Explanation[],
): { readonly results: readonly CheckResult[]; readonly disappeared: readonly string[] } {
  const used = new Set<Explanation>();
  const marked = results.map((result): CheckResult => {
    if (result.verdict !== 'failed') return result;
    const reasons = new Set<string>();
    const left = (result.message ?? '').split('\n').filter((line) => {
      const found = explanations.find((one) => isFor(one, result.id) && fits(one, line));
      if (found === undefined) return true;
      used.add(found);
      reasons.add(found.reason);
      return false;
    });
    if (left.length > 0) return { ...result, message: left.join('\n') };
    return { ...result, verdict: 'skipped', known: [...reasons].join(' '), exchange: null };
  });
  return {
    results: marked,
    disappeared: explanations
      .filter((one) => !used.has(one))
      .map(({ checks, lines }) => checks.join(', ') + (lines ? ` (${lines})` : '')),
  };
}

function isFor({ checks }: Explanation, id: string): boolean {
  return checks.some((one) => (one.endsWith('*') ? id.includes(one.slice(0, -1)) : id === one));
}

function fits({ lines }: Explanation, line: string): boolean {
  return lines === undefined || new RegExp(lines).test(line);
}
