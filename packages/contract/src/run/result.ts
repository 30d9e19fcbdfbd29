import type { Evidence, Outcome } from '@fake-jira/openapi';
import type { ContractApi } from '../apis.js';
import type { Exchange } from '../exchange.js';

export type Verdict = 'passed' | 'failed' | 'skipped';

/** How one check ended. */
export interface CheckResult {
  readonly id: string;
  readonly api: ContractApi;
  readonly resource: string;
  readonly title: string;
  readonly kind: 'outcome' | 'rule' | 'example' | 'probe';
  readonly operation: string | null;
  readonly status: number | null;
  readonly evidence: Evidence;
  readonly source: string;
  readonly verdict: Verdict;
  /** Why it was skipped, or what was not as it should be. */
  readonly message: string | null;
  /** A failure that was expected: the reason that `--known` gives. */
  readonly known: string | null;
  /** The answer that a probe saw. */
  readonly answer: string | null;
  /** The exchange that shows a failure. */
  readonly exchange: Exchange | null;
  readonly milliseconds: number;
}

/** An outcome of the effective spec, and whether the traffic of a run had it. */
export interface OutcomeCoverage extends Outcome {
  readonly seen: boolean;
  /** Why not. */
  readonly reason: string | null;
}

/** Everything about a run: what reports are made of. */
export interface RunReport {
  readonly format: 'fake-jira contract report 1';
  readonly target: {
    readonly url: string;
    readonly profile: string;
    readonly versions: Readonly<Record<string, string>>;
  };
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly milliseconds: number;
  readonly shard: string | null;
  readonly results: readonly CheckResult[];
  readonly coverage: readonly OutcomeCoverage[];
  /** Exchanges that the second judge does not allow. */
  readonly secondJudge: { readonly judged: number; readonly violations: readonly string[] };
  /** Entries of `--known` that no longer fail. */
  readonly disappeared: readonly string[];
  /** What could not be removed. */
  readonly left: readonly string[];
}

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** How many checks ended how. A failure that is known counts as skipped: neither proof nor surprise. */
export function countsOf(results: readonly Pick<CheckResult, 'verdict'>[]): Counts {
  const count = (verdict: Verdict) => results.filter((result) => result.verdict === verdict).length;
  return { passed: count('passed'), failed: count('failed'), skipped: count('skipped') };
}

/** How many outcomes of a grade of evidence there are, and how many were seen. */
export function outcomesSeen(
  coverage: readonly OutcomeCoverage[],
  grade: Evidence = 'documented',
): { readonly seen: number; readonly of: number } {
  const ofGrade = coverage.filter(({ evidence }) => evidence === grade);
  return { seen: ofGrade.filter(({ seen }) => seen).length, of: ofGrade.length };
}

/** Whether a run holds its target to the documents. */
export function holds(report: RunReport): boolean {
  const { results, secondJudge, disappeared } = report;
  return countsOf(results).failed === 0 && secondJudge.violations.length === 0 && disappeared.length === 0;
}

/** The last lines of every run, for programs. */
export function lastLines(report: Pick<RunReport, 'results' | 'coverage'>): string[] {
  const { seen, of } = outcomesSeen(report.coverage);
  const { passed, failed, skipped } = countsOf(report.results);
  return [`outcomes: seen ${seen} of ${of} documented`, `${passed} passed, ${failed} failed, ${skipped} skipped`];
}
