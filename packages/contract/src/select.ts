import type { Evidence } from '@fake-jira/openapi';
import type { Check } from './check.js';
import type { ContractApi } from './apis.js';

/** Which checks are wanted. */
export interface Selection {
  /** Part of the id, or a regular expression in slashes. */
  readonly grep?: string | undefined;
  readonly apis?: readonly ContractApi[] | undefined;
  readonly evidence?: readonly Evidence[] | undefined;
  /** One of n equal parts, from 1. */
  readonly shard?: { readonly index: number; readonly of: number } | undefined;
}

/**
 * The checks that a selection names, in their order. Shards are cut by resource, so that what shares a workspace stays
 * together, and by turns, so that they are about equal.
 */
export function selectChecks(
  checks: readonly Check[],
  { grep, apis, evidence, shard }: Selection,
  evidenceOf: (check: Check) => Evidence,
): Check[] {
  const pattern = grep === undefined ? undefined : patternOf(grep);
  const wanted = checks.filter(
    (check) =>
      (apis === undefined || apis.includes(check.api)) &&
      (evidence === undefined || evidence.includes(evidenceOf(check))) &&
      (pattern === undefined || pattern.test(check.id)),
  );
  if (shard === undefined) return wanted;
  const groups = groupsOf(wanted).filter((_, at) => at % shard.of === shard.index - 1);
  return groups.flatMap(({ checks: own }) => own);
}

/** @throws SyntaxError for slashes around what is no regular expression */
function patternOf(grep: string): RegExp {
  const inSlashes = /^\/(.+)\/(i?)$/.exec(grep);
  if (inSlashes) return new RegExp(inSlashes[1] as string, inSlashes[2]);
  return new RegExp(grep.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'i');
}

/** The checks of one resource of an API. */
export interface CheckGroup {
  /** `jira-cloud/contexts` */
  readonly name: string;
  readonly checks: readonly Check[];
}

/** Checks by resource, in their order. */
export function groupsOf(checks: readonly Check[]): CheckGroup[] {
  const groups = new Map<string, Check[]>();
  for (const check of checks) {
    const name = `${check.api}/${check.resource}`;
    groups.set(name, [...(groups.get(name) ?? []), check]);
  }
  return [...groups].map(([name, own]) => ({ name, checks: own }));
}
