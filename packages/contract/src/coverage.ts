import type { Profile } from '@fake-jira/profile';
import type { Check } from './check.js';
import type { ContractApi } from './apis.js';
import type { Exchange } from './exchange.js';
import { outcomeKey, outcomesOf } from '@fake-jira/openapi';
import type { CheckResult, OutcomeCoverage } from './run/result.js';

/** Outcomes that no request can provoke, by API, each with the reason. */
export type Unprovokable = { readonly [Api in ContractApi]?: Readonly<Record<string, string>> };

interface Traffic {
  readonly profile: Profile;
  readonly apis: readonly ContractApi[];
  readonly exchanges: readonly Pick<Exchange, 'operation' | 'status' | 'violations'>[];
  readonly checks: readonly Check[];
  readonly results: readonly CheckResult[];
  readonly unprovokable: Unprovokable;
}

/**
 * Which outcomes of the effective spec the traffic of a run had, whatever the checks are called; and of the others, why
 * not. An answer that violates the spec covers nothing.
 */
export function coverageOf({ profile, apis, exchanges, checks, results, unprovokable }: Traffic): OutcomeCoverage[] {
  const seen = new Set<string>();
  for (const { operation, status, violations } of exchanges) {
    if (operation !== null && violations.length === 0) seen.add(outcomeKey({ operation, status }));
  }
  const resultOf = new Map(results.map((result) => [result.id, result]));
  const checksFor = new Map<string, Check[]>();
  for (const check of checks) {
    if (check.operation === undefined || check.status === undefined) continue;
    const key = outcomeKey({ operation: check.operation, status: check.status });
    checksFor.set(key, [...(checksFor.get(key) ?? []), check]);
  }
  return apis.flatMap((api) =>
    outcomesOf(api, profile).map((outcome): OutcomeCoverage => {
      const key = outcomeKey(outcome);
      if (seen.has(key)) return { ...outcome, seen: true, reason: null };
      const reason = unprovokable[api]?.[key] ?? whyNot((checksFor.get(key) ?? []).map(({ id }) => resultOf.get(id)));
      return { ...outcome, seen: false, reason };
    }),
  );
}

function whyNot(results: readonly (CheckResult | undefined)[]): string {
  if (results.length === 0) return 'No check asks for it.';
  const ran = results.filter((result) => result !== undefined);
  if (ran.length === 0) return 'The checks that ask for it were not chosen.';
  const skipped = ran.find(({ verdict }) => verdict === 'skipped');
  return skipped?.message ?? 'The checks that ask for it failed.';
}
