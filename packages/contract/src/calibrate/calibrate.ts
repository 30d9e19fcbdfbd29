import { holdsIn, question, questions, type Evidence, type Profile, type QuestionId } from '@fake-jira/profile';
import { allChecks } from '../checks/index.js';
import type { Check } from '../check.js';
import { ContractRun, type ContractRunOptions } from '../run/contract-run.js';
import type { CheckResult } from '../run/result.js';
import { whereItHolds } from '../requirements.js';
import type { ContractTarget } from '../run/target.js';
import { listedAddresses, type ListedAddresses, type NoSwagger } from './addresses.js';
import { whyUnobservable } from './indistinguishable.js';

export interface CalibrateOptions extends Pick<
  ContractRunOptions,
  'target' | 'runId' | 'ledgerFile' | 'allowDestructive'
> {
  /** Name of the profile that is written. */
  readonly name: string;
  /** Where the answers come from, such as a date: what the profile gives as its evidence. */
  readonly evidence: string;
  readonly signal?: AbortSignal;
  readonly onBegin?: (probes: number) => void | Promise<void>;
  readonly onResult?: (result: CheckResult) => void;
}

/** Questions on whose answers it depends how what other probes work on is made, and where an app answers. */
const first: ReadonlySet<QuestionId> = new Set([
  'jira.new-field-context',
  'extender.parent-property-before-2.20',
  'editor.base-1-since',
  'editor.base-1.2-until',
] satisfies QuestionId[]);

/** A question that stays open, and why. */
export interface OpenQuestion {
  readonly question: QuestionId;
  /**
   * `no-difference`: nothing of that Jira depends on the answer. `unobservable`: something does, and no request shows it.
   * `unanswered`: its probe was not asked, or saw no answer that is known.
   */
  readonly why: 'no-difference' | 'unobservable' | 'unanswered';
  readonly reason: string;
  /** The answer that the fake gives to it, and how that is known. */
  readonly default: string;
  readonly evidence: Evidence;
}

export interface Calibration {
  readonly profile: Profile;
  readonly open: readonly OpenQuestion[];
  /** What Customfield Editor's own Swagger says to its addresses; undefined where it has none. */
  readonly listed: ListedAddresses | NoSwagger | undefined;
}

/**
 * Asks a target every open question by its probe, and makes a profile of the answers: a fake that is started with it
 * behaves like the target. Questions whose probe needs what the target lacks stay open. Before that, the addresses of
 * Customfield Editor are held to its own Swagger: its questions are asked where it answers.
 */
export async function calibrate(options: CalibrateOptions): Promise<Calibration> {
  const { name, evidence, signal } = options;
  const results = new Map<QuestionId, CheckResult>();
  const listed = await listedAddresses(options.target);
  let profile: Profile = withAddresses({ ...options.target.profile, name }, listed);
  let waiting: readonly Probe[] = allChecks.filter(isProbe);
  while (waiting.length > 0 && !signal?.aborted) {
    // A question is asked once those are settled on which it depends whether, and how, it can be asked.
    const open = new Set(waiting.map(({ question }) => question));
    const settled = waiting.filter((probe) => ![...dependsOn(probe)].some((id) => open.has(id)));
    const ready = settled.length > 0 ? settled : waiting;
    const target = { ...options.target, profile, control: false };
    for (const [question, result] of await ask({ ...options, target }, ready, signal)) results.set(question, result);
    profile = { ...profile, answers: answersIn(results) };
    waiting = waiting.filter((probe) => !ready.includes(probe));
  }
  return {
    profile: {
      ...profile,
      evidence: Object.fromEntries(
        [...Object.keys(profile.answers), ...Object.keys(profile.addresses ?? {})].map((known) => [known, evidence]),
      ),
    },
    open: questions.flatMap(({ id }) => openOf(id, results.get(id), profile)),
    listed,
  };
}

/** A profile with the addresses of the Swagger; as it was where there is none to read. */
function withAddresses(profile: Profile, listed: Calibration['listed']): Profile {
  if (listed === undefined || 'reason' in listed) return profile;
  const { addresses: _replaced, ...rest } = profile;
  return Object.keys(listed.addresses).length > 0 ? { ...rest, addresses: listed.addresses } : rest;
}

type Probe = Check & { readonly question: QuestionId };

function isProbe(check: Check): check is Probe {
  return check.kind === 'probe';
}

/** The questions that are settled before a probe is asked. */
function dependsOn({ question: id, needs }: Probe): ReadonlySet<QuestionId> {
  const named = [needs.answers ?? {}, ...(question(id).holds ?? []).map(({ answers = {} }) => answers)];
  return new Set([
    ...(first.has(id) ? [] : first),
    ...named.flatMap((answers) => Object.keys(answers) as QuestionId[]),
  ]);
}

async function ask(
  options: CalibrateOptions & { readonly target: ContractTarget },
  probes: readonly Check[],
  signal: AbortSignal | undefined,
): Promise<Map<QuestionId, CheckResult>> {
  const { evidence: _source, ...rest } = options;
  // What is listed as unobservable is asked all the same: a list that says too much is seen by the answer.
  const run = await ContractRun.open({ ...rest, checks: probes, asksUnobservable: true });
  await options.onBegin?.(probes.length);
  const results = await run.run({ concurrency: 1, signal, onResult: options.onResult });
  await run.close();
  const questionOf = new Map(probes.map(({ id, question }) => [id, question as QuestionId]));
  return new Map(results.map((result) => [questionOf.get(result.id) as QuestionId, result]));
}

function answersIn(results: ReadonlyMap<QuestionId, CheckResult>): Profile['answers'] {
  return Object.fromEntries(
    [...results].flatMap(([question, { verdict, answer: seen }]) =>
      verdict === 'passed' && seen !== null ? [[question, seen]] : [],
    ),
  );
}

function openOf(id: QuestionId, result: CheckResult | undefined, profile: Profile): OpenQuestion[] {
  if (result?.verdict === 'passed') return [];
  const hidden = whyUnobservable(id, profile);
  const open = (why: OpenQuestion['why'], reason: string) => [
    { question: id, why, reason, default: question(id).default, evidence: question(id).evidence },
  ];
  if (!holdsIn(id, profile)) return open('no-difference', result?.message ?? whereItHolds(id));
  return hidden === undefined
    ? open('unanswered', result?.message ?? 'No probe asks it.')
    : open('unobservable', hidden);
}
