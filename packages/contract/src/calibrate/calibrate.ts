import { answer, questions, type Profile, type QuestionId } from '@fake-jira/profile';
import { allChecks } from '../checks/index.js';
import type { Check } from '../check.js';
import { ContractRun, type ContractRunOptions } from '../run/contract-run.js';
import type { CheckResult } from '../run/result.js';
import type { ContractTarget } from '../run/target.js';

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

/** Under some answers to other questions its probe has read a wrong one, and why is not known: it is not asked at all. */
const withheld: ReadonlySet<string> = new Set(['editor.admin-forbidden-subcode']);

/** Questions on whose answers others depend: where an app answers, and what it takes for a field's own context. */
const first: ReadonlySet<string> = new Set(['editor.base-1-since', 'editor.base-1.2-until', 'editor.default-context']);

/** A question that stays open, and why. */
export interface OpenQuestion {
  readonly question: QuestionId;
  readonly reason: string;
}

export interface Calibration {
  readonly profile: Profile;
  readonly open: readonly OpenQuestion[];
}

/**
 * Asks a target every open question by its probe, and makes a profile of the answers: a fake that is started with it
 * behaves like the target. Questions whose probe needs what the target lacks stay open.
 */
export async function calibrate(options: CalibrateOptions): Promise<Calibration> {
  const { name, evidence, signal } = options;
  const results = new Map<QuestionId, CheckResult>();
  const probes = allChecks.filter(({ kind, question }) => kind === 'probe' && !withheld.has(question ?? ''));
  let profile: Profile = { ...options.target.profile, name };
  const asked = (waiting: readonly Check[]) =>
    ask({ ...options, target: { ...options.target, profile, control: false } }, waiting, signal);
  // Where an app answers comes before everything that is asked there.
  for (const [question, result] of await asked(probes.filter((probe) => first.has(probe.question ?? '')))) {
    results.set(question, result);
  }
  profile = { ...profile, answers: answersIn(results) };
  // Some probes can only be asked once others have been answered: they hold under certain answers.
  for (let waiting = probes.filter(({ question }) => !results.has(question as QuestionId)); waiting.length > 0;) {
    for (const [question, result] of await asked(waiting)) results.set(question, result);
    const answered = answersIn(results);
    const next = probes.filter(({ question }) => results.get(question as QuestionId)?.verdict === 'skipped');
    const more = Object.keys(answered).length > Object.keys(profile.answers).length;
    profile = { ...profile, answers: answered };
    waiting = more && !signal?.aborted ? next : [];
  }
  const answers = answersIn(results);
  return {
    profile: {
      ...profile,
      answers,
      evidence: Object.fromEntries(Object.keys(answers).map((question) => [question, evidence])),
    },
    open: questions.flatMap(({ id }) => openOf(id, results.get(id))),
  };
}

async function ask(
  options: CalibrateOptions & { readonly target: ContractTarget },
  probes: readonly Check[],
  signal: AbortSignal | undefined,
): Promise<Map<QuestionId, CheckResult>> {
  const { evidence: _source, ...rest } = options;
  const run = await ContractRun.open({ ...rest, checks: probes });
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

function openOf(question: QuestionId, result: CheckResult | undefined): OpenQuestion[] {
  if (result?.verdict === 'passed') return [];
  const notAsked = withheld.has(question) ? 'Its probe can be wrong, and is not asked.' : 'No probe asks it.';
  const why = result === undefined ? notAsked : (result.message ?? '');
  return [{ question, reason: `${why} It has its default, ${answer({ answers: {} }, question)}.` }];
}
