import { coverageOf, type CheckResult, type Exchange, type RunReport } from '@fake-jira/contract';
import { outcomesOf } from '@fake-jira/openapi';
import type { Profile } from '@fake-jira/profile';
import { basename } from 'node:path';
import { concealed } from '../conceal/conceal.js';
import type { TrafficExchange } from '../exchange.js';
import { locateExchange, type Elsewhere, type LocatedExchange } from '../located.js';
import { seenIn } from '../world/collect.js';
import { Stage, type AskedFake } from './asked-fake.js';
import { differencesOf } from './compare.js';
import { explained, type Explanation } from './explanations.js';
import { judge } from './judge.js';
import { Scenes } from './scenes.js';
import { addressOf, ask, whyNotAsked } from './ask.js';

export interface CheckTrafficOptions {
  readonly exchanges: Iterable<TrafficExchange> | AsyncIterable<TrafficExchange>;
  /** What the report says that was checked. */
  readonly subject: string;
  readonly profile: Profile;
  readonly fake: AskedFake;
  readonly explanations?: readonly Explanation[];
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly onResult?: (done: number, of: number) => void;
}

/** What became of all that a file has. */
export interface CheckedTraffic {
  readonly report: RunReport;
  /** Exchanges of none of the APIs, by the reason. */
  readonly elsewhere: Readonly<Partial<Record<Elsewhere, number>>>;
}

/** Holds what files show to the effective spec of a profile, and to a fake in the world that they show. */
export async function checkTraffic(options: CheckTrafficOptions): Promise<CheckedTraffic> {
  const { profile, subject, fake, now, explanations = [], onResult } = options;
  const startedAt = now();
  const elsewhere: Partial<Record<Elsewhere, number>> = {};
  const found: LocatedExchange[] = [];
  for await (const exchange of options.exchanges) {
    const one = locateExchange(exchange, profile);
    if ('located' in one) found.push(one.located);
    else elsewhere[one.elsewhere] = (elsewhere[one.elsewhere] ?? 0) + 1;
  }
  const all = concealed(found);
  const stage = new Stage(fake);
  const results: CheckResult[] = [];
  const seen: Pick<Exchange, 'operation' | 'status' | 'violations'>[] = [];
  for (const own of byInstance(all).values()) {
    const scenes = new Scenes(seenIn(own));
    for (const located of own) {
      const began = now();
      const checked = await checkOne(located, { profile, scenes, stage });
      scenes.passed(located);
      results.push({ ...checked, milliseconds: now() - began });
      const { status = 0 } = located.exchange;
      const violations = checked.verdict === 'failed' ? ['it was not as the spec has it'] : [];
      seen.push({ operation: located.location.operation.operationId, status, violations });
      onResult?.(results.length, all.length);
    }
  }
  const { results: held, disappeared } = explained(results, explanations);
  return {
    elsewhere,
    report: {
      format: 'fake-jira contract report 1',
      target: { url: subject, profile: profile.name, versions: {} },
      startedAt,
      milliseconds: now() - startedAt,
      shard: null,
      results: held,
      coverage: coverageIn(all, profile, seen),
      secondJudge: { judged: 0, violations: [] },
      disappeared,
      left: [],
    },
  };
}

/** Which of the outcomes of the operations in it the traffic shows. */
function coverageIn(
  all: readonly LocatedExchange[],
  profile: Profile,
  exchanges: readonly Pick<Exchange, 'operation' | 'status' | 'violations'>[],
): RunReport['coverage'] {
  const apis = [...new Set(all.map(({ location }) => location.api))] as Parameters<typeof coverageOf>[0]['apis'];
  const asked = new Set(all.map(({ location }) => location.operation.operationId as string));
  const reason = 'The traffic does not show it.';
  return coverageOf({ profile, apis, exchanges, checks: [], results: [], unprovokable: {} })
    .filter(({ operation }) => asked.has(operation))
    .map((outcome) => (outcome.seen ? outcome : { ...outcome, reason }));
}

function byInstance(all: readonly LocatedExchange[]): Map<string, LocatedExchange[]> {
  const instances = new Map<string, LocatedExchange[]>();
  for (const located of all) instances.set(located.instance, [...(instances.get(located.instance) ?? []), located]);
  return instances;
}

interface Checking {
  readonly profile: Profile;
  readonly scenes: Scenes;
  readonly stage: Stage;
}

async function checkOne(located: LocatedExchange, { profile, scenes, stage }: Checking): Promise<CheckResult> {
  const { exchange, location } = located;
  const { status, method, file, place, notes } = exchange;
  const { operationId } = location.operation;
  const outcome = outcomesOf(location.api, profile).find(
    (one) => one.operation === operationId && one.status === status,
  );
  const problems = judge(located, profile);
  const why = whyNotAsked(located);
  const differences = why === undefined ? await asked(located, scenes, stage) : [];
  const lines = [...problems, ...differences];
  const verdict = lines.length > 0 ? 'failed' : status === undefined ? 'skipped' : 'passed';
  return {
    id: `${location.api}/${operationId}: ${basename(file)} ${place}`,
    api: location.api as CheckResult['api'],
    resource: operationId,
    title: `${basename(file)} ${place}: ${method} ${addressOf(located)} ${status ?? 'without an answer'}`,
    kind: 'example',
    operation: operationId,
    status: status ?? null,
    evidence: outcome?.evidence ?? location.operation.evidence,
    source: '',
    verdict,
    message:
      lines.length > 0 ? lines.join('\n') : [why, ...notes].filter((one) => one !== undefined).join('\n') || null,
    known: null,
    answer: null,
    exchange: verdict === 'failed' ? shown(located, problems) : null,
    milliseconds: 0,
  };
}

/** Asks in each scene in which it can have happened, until one is as it was; else the scene that is most like it counts. */
async function asked(located: LocatedExchange, scenes: Scenes, stage: Stage): Promise<string[]> {
  let best: string[] | undefined;
  const tried = new Set<string>();
  for (const scene of scenes.of(located)) {
    const world = JSON.stringify(scene.world);
    const both = JSON.stringify(scene.headers) + world;
    if (tried.has(both)) continue;
    tried.add(both);
    stage.enter(scene.world, world);
    const found = differencesOf(located, await ask(located, scene, stage.fake));
    if (best === undefined || weight(found) < weight(best)) best = found;
    if (best.length === 0) break;
  }
  return best ?? [];
}

/** Another status is worse than any difference in a body. */
function weight(lines: readonly string[]): number {
  return lines.some((line) => line.startsWith('the fake: status:')) ? 1_000_000 : lines.length;
}

function shown(located: LocatedExchange, violations: readonly string[]): Exchange {
  const { exchange, location } = located;
  return {
    check: null,
    api: location.api as Exchange['api'],
    operation: location.operation.operationId,
    role: located.instance === '' ? 'somebody' : `somebody at ${located.instance}`,
    method: exchange.method,
    path: addressOf(located),
    requestBody: exchange.request.body,
    status: exchange.status ?? 0,
    headers: exchange.response.headers,
    body: exchange.response.body,
    violations,
  };
}
