import { allChecks, type Check, type CheckResult, type ContractApi, type Preparation } from '@fake-jira/contract';
import type { OperationId } from '@fake-jira/openapi';
import type { Defect } from '../defect.js';
import { plant } from '../plant/plant.js';
import { runChecksOn } from './run-checks.js';

/** What a fake without defects shows: only what passes there can catch anything. */
export interface CleanRun {
  readonly profile: string;
  /** Checks that pass, with the operations that each asks for. */
  readonly checks: ReadonlyMap<Check, ReadonlySet<OperationId>>;
  readonly failures: readonly CheckResult[];
  readonly preparation: Preparation;
}

/** Which checks have caught a defect. */
export interface Proof {
  readonly defect: Defect;
  /** Those that passed on the clean fake and failed on this one. */
  readonly caughtBy: readonly CheckResult[];
  /** How many checks were asked. */
  readonly asked: number;
  /** How many answers the defect has changed: none means that no check ever met it. */
  readonly strikes: number;
}

export interface CleanRunOptions {
  /** Name of the profile in which all of the defects show. */
  readonly profile: string;
  /**
   * Whether checks are run that may only meet the defects on their way. Without them it is quicker, and enough where a
   * check about the operation itself catches each.
   */
  readonly onTheWay: boolean;
}

/** Runs the checks that could meet some defects on a fake that has none. */
export async function runClean(defects: readonly Defect[], { profile, onTheWay }: CleanRunOptions): Promise<CleanRun> {
  const touched = new Map<ContractApi, Set<OperationId>>();
  for (const { api, operations } of defects) {
    touched.set(api, new Set([...(touched.get(api) ?? []), ...operations]));
  }
  const checks = allChecks.filter((check) => {
    const operations = touched.get(check.api);
    // A probe fails on nothing but an answer that nobody knows.
    if (operations === undefined || check.kind === 'probe') return false;
    return onTheWay || isAbout(check, operations);
  });
  const { results, operations, preparation } = await runChecksOn({ profile, checks });
  const passed = new Set(results.filter(({ verdict }) => verdict === 'passed').map(({ id }) => id));
  return {
    profile,
    checks: new Map(
      checks.filter(({ id }) => passed.has(id)).map((check) => [check, operations.get(check.id) ?? new Set()]),
    ),
    failures: results.filter(({ verdict }) => verdict === 'failed'),
    preparation,
  };
}

/**
 * Plants a defect and asks the checks of its API that can meet it: first those that are about its operations, and only
 * where none of them catches it, those that use them on their way.
 */
export async function prove(defect: Defect, clean: CleanRun): Promise<Proof> {
  const [about, onTheWay] = candidates(defect, clean);
  const first = await ask(defect, about, clean);
  if (first.caughtBy.length > 0 || onTheWay.length === 0) return first;
  const more = await ask(defect, onTheWay, clean);
  return { ...more, asked: first.asked + more.asked, strikes: first.strikes + more.strikes };
}

async function ask(defect: Defect, checks: readonly Check[], { profile, preparation }: CleanRun): Promise<Proof> {
  if (checks.length === 0) return { defect, caughtBy: [], asked: 0, strikes: 0 };
  const planted = plant(defect);
  const { results } = await runChecksOn({ profile, checks, planted, preparation });
  const [failure] = planted.failures();
  if (failure !== undefined) throw new Error(`The defect "${defect.id}" fails in itself.`, { cause: failure });
  const caughtBy = results.filter(({ verdict }) => verdict === 'failed');
  return { defect, caughtBy, asked: checks.length, strikes: planted.strikes() };
}

function candidates({ api, operations }: Defect, { checks }: CleanRun): [about: Check[], onTheWay: Check[]] {
  const touched = new Set(operations);
  const about: Check[] = [];
  const onTheWay: Check[] = [];
  for (const [check, asked] of checks) {
    if (check.api !== api || !operations.some((operation) => asked.has(operation))) continue;
    if (isAbout(check, touched)) about.push(check);
    else onTheWay.push(check);
  }
  return [about, onTheWay];
}

/** A check of one outcome is about its operation; a rule or an example about all that it asks for. */
function isAbout({ operation }: Check, operations: ReadonlySet<OperationId>): boolean {
  return operation === undefined || operations.has(operation);
}
