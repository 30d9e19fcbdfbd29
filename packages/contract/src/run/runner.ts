import type { Evidence } from '@fake-jira/openapi';
import type { Check } from '../check.js';
import type { Exchange } from '../exchange.js';
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

export interface RunnerOptions {
  readonly facts: TargetFacts;
  readonly evidenceOf: (check: Check) => Evidence;
  readonly sourceOf: (check: Check) => string;
  /** Makes the place for a group, before its first check that runs. */
  readonly placeFor: (group: CheckGroup) => Place;
  /** Exchanges that a check has had so far. */
  readonly exchangesOf: (check: string) => readonly Exchange[];
  /** How many groups run side by side. */
  readonly concurrency: number;
  readonly onResult?: (result: CheckResult) => void;
  /** Milliseconds, for durations. */
  readonly now: () => number;
}

/** Runs checks, those of a resource one after the other, and answers with how each ended, in the order of the checks. */
export async function runChecks(checks: readonly Check[], options: RunnerOptions): Promise<CheckResult[]> {
  const waiting = groupsOf(checks);
  const results = new Map<string, CheckResult>();
  const worker = async () => {
    for (let group = waiting.shift(); group; group = waiting.shift()) {
      for await (const result of runGroup(group, options)) {
        results.set(result.id, result);
        options.onResult?.(result);
      }
    }
  };
  await Promise.all(Array.from({ length: options.concurrency }, worker));
  return checks.map(({ id }) => results.get(id) as CheckResult);
}

async function* runGroup(group: CheckGroup, options: RunnerOptions): AsyncIterable<CheckResult> {
  let place: Place | undefined;
  try {
    for (const check of group.checks) {
      const reason = reasonToSkip(check, options.facts);
      if (reason !== undefined) {
        yield resultOf(check, options, { verdict: 'skipped', message: reason });
        continue;
      }
      place ??= options.placeFor(group);
      yield await runCheck(check, place.stageFor(check), options);
      await place.clear();
    }
  } finally {
    await place?.close();
  }
}

/** Runs one check on its stage. */
export async function runCheck(check: Check, stage: Stage, options: RunnerOptions): Promise<CheckResult> {
  const began = options.now();
  const took = () => Math.round(options.now() - began);
  try {
    const answer = await check.run(stage);
    if (check.kind === 'probe') {
      if (typeof answer === 'string')
        return resultOf(check, options, { verdict: 'passed', answer, milliseconds: took() });
      throw new ContractFailure(`The target does none of what is known for ${check.question}.`);
    }
    requireOutcome(check, options.exchangesOf(check.id));
    return resultOf(check, options, { verdict: 'passed', milliseconds: took() });
  } catch (error) {
    const exchange =
      (error instanceof ContractFailure ? error.exchange : undefined) ?? options.exchangesOf(check.id).at(-1) ?? null;
    const message = error instanceof Error ? error.message : String(error);
    return resultOf(check, options, { verdict: 'failed', message, exchange, milliseconds: took() });
  }
}

/** A check of an outcome proves nothing where the outcome never came. */
function requireOutcome({ id, operation, status }: Check, exchanges: readonly Exchange[]): void {
  if (operation === undefined || status === undefined) return;
  if (exchanges.some((exchange) => exchange.operation === operation && exchange.status === status)) return;
  throw new ContractFailure(`The check "${id}" ended without an answer ${status} to ${operation}.`);
}

function resultOf(
  check: Check,
  { evidenceOf, sourceOf }: Pick<RunnerOptions, 'evidenceOf' | 'sourceOf'>,
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
    evidence: evidenceOf(check),
    source: sourceOf(check),
    message: null,
    known: null,
    answer: null,
    exchange: null,
    milliseconds: 0,
    ...ended,
  };
}
