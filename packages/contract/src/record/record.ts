import type { Profile } from '@fake-jira/profile';
import type { Check } from '../check.js';
import type { Exchange } from '../exchange.js';
import { ContractRun, type ContractRunOptions } from '../run/contract-run.js';
import type { CheckResult } from '../run/result.js';
import type { ContractTarget } from '../run/target.js';
import type { Preparation } from '../run/preparation.js';
import { normaliseExchanges, type RunFacts } from './normalise.js';
import { operationAt } from './operation-at.js';
import type { RecordedCheck, Recording } from './recording.js';

export interface RecordOptions extends Omit<ContractRunOptions, 'shard'> {
  readonly signal?: AbortSignal;
  readonly onBegin?: (checks: number) => void | Promise<void>;
  readonly onResult?: (result: CheckResult) => void;
}

/**
 * Records what a target answers to the suite. The target is taken as a real one, whatever it is: checks one after the
 * other, without workspaces, so that the recording of a fake and that of a real instance can be compared.
 */
export async function record(options: RecordOptions): Promise<Recording> {
  const target: ContractTarget = { ...options.target, control: false };
  const run = await ContractRun.open({ ...options, target });
  await options.onBegin?.(run.chosen.length);
  const results = await run.run({ concurrency: 1, signal: options.signal, onResult: options.onResult });
  await run.close();
  const facts: RunFacts = {
    profile: target.profile,
    url: target.url,
    runId: options.runId,
    texts: textsOf(target, run.preparation),
    fullNames: (['admin', 'user'] as const).flatMap((who) => run.preparation.identities[who]?.displayName ?? []),
    sandbox: run.preparation.sandbox,
  };
  const byId = new Map(run.chosen.map((check) => [check.id, check]));
  return {
    profile: target.profile,
    checks: results.map((result) => recorded(result, byId.get(result.id) as Check, run, facts)),
  };
}

function recorded(result: CheckResult, check: Check, run: ContractRun, facts: RunFacts): RecordedCheck {
  const { id, verdict, message, answer } = result;
  return {
    id,
    verdict,
    ...(verdict === 'skipped' && message !== null ? { reason: message } : {}),
    ...(answer === null ? {} : { answer }),
    exchanges: normaliseExchanges(run.checkFacts.exchanges(check).map(withOperation(run.target.profile)), facts),
  };
}

/** What was asked by hand is an operation all the same, where it is one. */
function withOperation(profile: Profile): (exchange: Exchange) => Exchange {
  return (exchange) =>
    exchange.operation === null
      ? { ...exchange, operation: operationAt(exchange.method, exchange.path, profile) }
      : exchange;
}

/** Who asked, and where: personal data of the instance, which has a name in the recording instead. */
function textsOf({ protectedToken }: ContractTarget, { identities, sandbox }: Preparation): RunFacts['texts'] {
  const people = (['admin', 'user'] as const).flatMap((who) => {
    const identity = identities[who];
    if (!identity) return [];
    const { accountId, name, displayName, emailAddress } = identity;
    return [
      [accountId ?? '', `${who} account`],
      [displayName, `${who} full name`],
      [emailAddress ?? '', `${who} e-mail`],
      [name ?? '', `${who} login`],
    ] as const;
  });
  // Their ids have names as those of everything else: the number alone can be that of a field too.
  const projects = sandbox.projects.map(({ key }, at) => [key, `sandbox project ${at + 1}`] as const);
  return [...people, ...projects, [protectedToken ?? '', 'token']];
}
