import type { Profile } from '@fake-jira/profile';
import type { Check } from '../check.js';
import { allChecks } from '../checks/index.js';
import { unprovokable } from '../checks/unprovokable.js';
import { coverageOf } from '../coverage.js';
import type { Exchange } from '../exchange.js';
import { prismJudge } from '../judge/prism-judge.js';
import { applyKnown, type KnownDeviation } from '../known.js';
import type { Leftover } from './leftovers.js';
import { contractApis } from '../checks/index.js';
import type { CheckResult, RunReport } from './result.js';

/** What is left of a run when its checks have ended. */
export interface EndedRun {
  readonly url: string;
  readonly profile: Profile;
  readonly results: readonly CheckResult[];
  readonly exchanges: readonly Exchange[];
  readonly left: readonly Leftover[];
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly milliseconds: number;
  readonly shard?: { readonly index: number; readonly of: number } | undefined;
  readonly known?: readonly KnownDeviation[] | undefined;
  /** Judges every exchange a second time. */
  readonly prism: boolean;
  readonly checks?: readonly Check[];
}

/** Makes the report of a run: what is known already is taken out, coverage and the second judge's word come in. */
export async function reportOf(ended: EndedRun): Promise<RunReport> {
  const { url, profile, exchanges, left, startedAt, milliseconds, shard, prism, checks = allChecks } = ended;
  const { results, disappeared } = applyKnown(ended.results, ended.known ?? []);
  return {
    format: 'fake-jira contract report 1',
    target: { url, profile: profile.name, versions: versionsOf(profile) },
    startedAt,
    milliseconds,
    shard: shard === undefined ? null : `${shard.index}/${shard.of}`,
    results,
    coverage: coverageOf({ profile, apis: contractApis, exchanges, checks, results, unprovokable }),
    secondJudge: prism ? await prismJudge(profile, exchanges) : { judged: 0, violations: [] },
    disappeared,
    left: left.map(({ kind, name, reason }) => `${kind} ${name}: ${reason}`),
  };
}

function versionsOf({ jira, customfieldEditor, extender, protectedFields }: Profile): Record<string, string> {
  return {
    jira: jira.deployment === 'data-center' ? `data-center ${jira.version}` : jira.deployment,
    ...(customfieldEditor === null ? {} : { customfieldEditor }),
    ...(extender === null ? {} : { extender }),
    ...(protectedFields === false ? {} : { protectedFields: 'installed' }),
  };
}
