import type { Evidence } from '@fake-jira/openapi';
import type { Check } from '../check.js';
import type { Exchange } from '../exchange.js';
import { TargetLacks } from '@fake-jira/target';
import { ContractFailure } from '../failure.js';
import { reasonToSkip, type TargetFacts } from '../requirements.js';
import { groupsOf, type CheckGroup } from '../select.js';
import type { Stage } from '../stage/stage.js';
import type { CheckResult } from './result.js';

/** A place for the checks of one resource: a stage for each, and what is to be cleared away behind it. */
export interface Place {
  /** A stage for one check; its exchanges go by the check's id. */
  readonly stageFor: (check: Check) => Stage;
  /** Back to the beginning, after each check. */
  readonly clear: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** What is known of a check in one run. */
export interface CheckFacts {
  readonly evidence: (check: Check) => Evidence;
  /** Document and section. */
  readonly source: (check: Check) => string;
  /** What it has sent and got so far. */
  readonly exchanges: (check: Check) => readonly Exchange[];
}

export interface RunnerOptions {
  readonly facts: TargetFacts;
  readonly checkFacts: CheckFacts;
  /** Makes the place for a group, before its first check that runs. */
  readonly placeFor: (group: CheckGroup) => Place;
  /** How many groups run side by side. */
  readonly concurrency: number;
  /** Aborted: no further check begins; those that did not are left out of the results. */
  readonly signal?: AbortSignal | undefined;
  readonly onResult?: ((result: CheckResult) => void) | undefined;
}

/** Runs checks, those of a resource one after the other, and answers with how each ended, in the order of the checks. */
export async function runChecks(checks: readonly Check[], options: RunnerOptions): Promise<CheckResult[]> {
  const waiting = groupsOf(checks);
  const results = new Map<string, CheckResult>();
  const worker = async () => {
    for (let group = waiting.shift(); group && !options.signal?.aborted; group = waiting.shift()) {
      for await (const result of runGroup(group, options)) {
        results.set(result.id, result);
        options.onResult?.(result);
      }
    }
  };
  await Promise.all(Array.from({ length: options.concurrency }, worker));
  return checks.flatMap(({ id }) => results.get(id) ?? []);
}

async function* runGroup(group: CheckGroup, options: RunnerOptions): AsyncIterable<CheckResult> {
  const { facts, checkFacts } = options;
  let place: Place | undefined;
  try {
    for (const check of group.checks) {
      if (options.signal?.aborted) return;
      const reason = reasonToSkip(check, facts);
      if (reason !== undefined) {
        yield skipped(check, checkFacts, reason);
        continue;
      }
      place ??= options.placeFor(group);
      yield await runCheck(check, place.stageFor(check), checkFacts);
      await place.clear();
    }
  } finally {
    await place?.close();
  }
}

/** Runs one check on its stage. */
export async function runCheck(check: Check, stage: Stage, facts: CheckFacts): Promise<CheckResult> {
  const began = performance.now();
  const ended = (how: Pick<CheckResult, 'verdict'> & Partial<CheckResult>) =>
    resultOf(check, facts, { ...how, milliseconds: Math.round(performance.now() - began) });
  try {
    const answer = await check.run(stage);
    if (check.kind === 'probe') {
      if (typeof answer === 'string') return ended({ verdict: 'passed', answer });
      throw new ContractFailure(`The target does none of what is known for ${check.question}.`);
    }
    requireOutcome(check, facts.exchanges(check));
    return ended({ verdict: 'passed' });
  } catch (error) {
    if (error instanceof TargetLacks) return ended({ verdict: 'skipped', message: error.message });
    const shows = error instanceof ContractFailure ? error.exchange : undefined;
    return ended({
      verdict: 'failed',
      message: error instanceof Error ? error.message : String(error),
      exchange: shows ?? facts.exchanges(check).at(-1) ?? null,
    });
  }
}

/** A check that is not run, and why. */
export function skipped(check: Check, facts: CheckFacts, reason: string): CheckResult {
  return resultOf(check, facts, { verdict: 'skipped', message: reason });
}

/** A check of an outcome proves nothing where the outcome never came. */
function requireOutcome({ id, operation, status }: Check, exchanges: readonly Exchange[]): void {
  if (operation === undefined || status === undefined) return;
  if (exchanges.some((exchange) => exchange.operation === operation && exchange.status === status)) return;
  throw new ContractFailure(`The check "${id}" ended without an answer ${status} to ${operation}.`);
}

function resultOf(
  check: Check,
  facts: CheckFacts,
  ended: Pick<CheckResult, 'verdict'> & Partial<CheckResult>,
): CheckResult {
  return {
    id: check.id,
    api: check.api,
    resource: check.resource,
    title: check.title,
    kind: check.kind,
    operation: check.operation ?? null,
    status: check.status ?? null,
    evidence: facts.evidence(check),
    source: facts.source(check),
    message: null,
    known: null,
    answer: null,
    exchange: null,
    milliseconds: 0,
    ...ended,
  };
}
