import { apiNames, type Evidence } from '@fake-jira/openapi';
import type { Profile } from '@fake-jira/profile';
import type { Check, ContractApi, Role } from '../check.js';
import { allChecks } from '../checks/index.js';
import { unprovokable } from '../checks/unprovokable.js';
import { coverageOf } from '../coverage.js';
import type { Exchange } from '../exchange.js';
import { prismJudge } from '../judge/prism-judge.js';
import { specJudge } from '../judge/spec-judge.js';
import { applyKnown, type KnownDeviation } from '../known.js';
import { outcomeKey, outcomesOf, type Outcome } from '../outcomes.js';
import type { TargetFacts } from '../requirements.js';
import { selectChecks, type Selection } from '../select.js';
import { cloudMaker } from '../stage/cloud-maker.js';
import { ControlClient } from '../stage/control.js';
import { Person, type Recorder } from '../stage/person.js';
import { readIdentity, readSandbox, type SandboxNames } from '../stage/sandbox.js';
import type { ScratchMaker } from '../stage/scratch.js';
import type { Session } from '../stage/session.js';
import { Stage, type People } from '../stage/stage.js';
import { Ledger } from './ledger.js';
import { removeLeftovers } from './cleanup.js';
import type { CheckResult, RunReport } from './result.js';
import { runChecks, type Place } from './runner.js';

/** Whom a session is for. */
export type SessionRole = 'administrator' | Role | 'anonymous' | 'stranger';

/** What a run holds to the documents. */
export interface ContractTarget {
  readonly url: string;
  readonly profile: Profile;
  readonly sandbox: SandboxNames;
  readonly roles: ReadonlySet<Role>;
  readonly protectedToken?: string | undefined;
  /**
   * Somebody's line to the target.
   *
   * @param workspace - of a fake whose workspaces may be used
   */
  readonly session: (role: SessionRole, workspace?: string) => Session;
  /** Whether workspaces and the control API of a fake may be used. */
  readonly control: boolean;
}

export interface ContractRunOptions extends Selection {
  readonly target: ContractTarget;
  /** Names everything that the run makes: letters, digits and hyphens. */
  readonly runId: string;
  readonly readOnly?: boolean;
  readonly allowDestructive?: boolean;
  readonly known?: readonly KnownDeviation[];
  /** Resources that are checked side by side: in workspaces, 4 by default; on a real instance one. */
  readonly concurrency?: number;
  /** Where what is made is written down until it is removed. */
  readonly ledgerFile?: string;
  /** Judges every exchange a second time with Prism; true by default. */
  readonly prism?: boolean;
  readonly checks?: readonly Check[];
  readonly onResult?: (result: CheckResult) => void;
  readonly onExchange?: (exchange: Exchange) => void;
}

const apis = apiNames.filter((api) => (api as string) !== 'control') as readonly ContractApi[];

/** Runs the suite on a target and answers with everything that reports are made of. */
export async function runContract(options: ContractRunOptions): Promise<RunReport> {
  const { target, runId, readOnly = false, allowDestructive = false, prism = true } = options;
  const { profile } = target;
  const startedAt = Date.now();
  const began = performance.now();
  const outcomes = apis.flatMap((api) => outcomesOf(api, profile));
  const byKey = new Map(outcomes.map((outcome) => [outcomeKey(outcome), outcome]));
  const exchanges: Exchange[] = [];
  const byCheck = new Map<string, Exchange[]>();
  const judge = specJudge(profile);
  const ledger = new Ledger(target.control ? undefined : options.ledgerFile);
  const recorderFor = (check: string | null): Recorder => ({
    profile,
    check: () => check,
    judge,
    record: (exchange) => {
      exchanges.push(exchange);
      if (check !== null) byCheck.set(check, [...(byCheck.get(check) ?? []), exchange]);
      options.onExchange?.(exchange);
    },
  });

  const evidence = (check: Check) => evidenceOf(check, byKey);
  const all = options.checks ?? allChecks;
  const chosen = selectChecks(all, options, evidence);
  const setting = peopleOf(target, recorderFor(null));
  const sandbox = await readSandbox(setting.admin, target.sandbox);
  const identities = {
    admin: await readIdentity(setting.admin),
    user: setting.user && (await readIdentity(setting.user)),
  };
  const facts: TargetFacts = {
    profile,
    roles: target.roles,
    control: target.control,
    allowDestructive,
    readOnly,
    projects: sandbox.projects.length,
    issueTypes: sandbox.issueTypes.length,
    outcomes: new Set(byKey.keys()),
  };

  let names = 0;
  const name = (text: string) => `fjf-${runId}-${(names += 1)} ${text}`;
  const maker = makerFor(profile)(setting.admin, pause);
  let places = 0;
  const placeFor = (): Place => {
    places += 1;
    const workspace = target.control ? `contract-${runId}-${places}` : undefined;
    const control = workspace === undefined ? undefined : controlIn(target, workspace);
    // In a workspace of its own nothing needs to be removed one by one.
    const own = workspace === undefined ? ledger : new Ledger();
    return {
      stageFor: (check) => {
        const people = peopleOf(target, recorderFor(check.id), workspace);
        return new Stage({
          profile,
          people,
          sandbox,
          maker: makerFor(profile)(people.admin, pause),
          ledger: own,
          name,
          control,
          identities,
          protectedToken: target.protectedToken,
        });
      },
      clear: async () => {
        if (control) return control.reset();
        await removeLeftovers(own, setting.admin, maker);
      },
      close: () => (control ? control.drop() : Promise.resolve()),
    };
  };

  const results = await runChecks(chosen, {
    facts,
    evidenceOf: evidence,
    sourceOf: (check) => check.source ?? outcomeOf(check, byKey)?.source ?? '',
    placeFor,
    exchangesOf: (check) => byCheck.get(check) ?? [],
    concurrency: options.concurrency ?? (target.control ? 4 : 1),
    now: () => performance.now(),
    ...(options.onResult === undefined ? {} : { onResult: options.onResult }),
  });
  const leftovers = await removeLeftovers(ledger, setting.admin, maker);
  await maker.settled();
  ledger.close();

  const known = applyKnown(results, options.known ?? []);
  const violations = prism ? await prismJudge(profile, exchanges) : [];
  return {
    format: 'fake-jira contract report 1',
    target: { url: target.url, profile: profile.name, versions: versionsOf(profile) },
    startedAt,
    milliseconds: Math.round(performance.now() - began),
    shard: options.shard === undefined ? null : `${options.shard.index}/${options.shard.of}`,
    results: known.results,
    coverage: coverageOf({ profile, apis, exchanges, checks: all, results: known.results, unprovokable }),
    secondJudge: { judged: prism ? exchanges.filter(({ api }) => api !== null).length : 0, violations },
    disappeared: known.disappeared,
    left: leftovers.map(({ kind, name, reason }) => `${kind} ${name}: ${reason}`),
  };
}

function controlIn(target: ContractTarget, workspace: string): ControlClient {
  const outside = target.session('administrator');
  const drop = () => outside.send({ method: 'DELETE', path: `/_fake/workspaces/${workspace}` });
  return new ControlClient(target.session('administrator', workspace), drop);
}

function peopleOf(target: ContractTarget, recorder: Recorder, workspace?: string): People {
  const person = (role: SessionRole) => new Person(role, target.session(role, workspace), recorder);
  return {
    admin: person('administrator'),
    user: target.roles.has('user') ? person('user') : undefined,
    app: target.roles.has('app') ? person('app') : undefined,
    anonymous: person('anonymous'),
    stranger: person('stranger'),
  };
}

const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 100));

function makerFor(_profile: Profile): (admin: Person, pause: () => Promise<void>) => ScratchMaker {
  return cloudMaker;
}

function outcomeOf({ operation, status }: Check, byKey: ReadonlyMap<string, Outcome>): Outcome | undefined {
  if (operation === undefined || status === undefined) return undefined;
  return byKey.get(outcomeKey({ operation, status }));
}

function evidenceOf(check: Check, byKey: ReadonlyMap<string, Outcome>): Evidence {
  return check.evidence ?? outcomeOf(check, byKey)?.evidence ?? 'assumed';
}

function versionsOf({ jira, customfieldEditor, extender, protectedFields }: Profile): Record<string, string> {
  return {
    jira: jira.deployment === 'data-center' ? `data-center ${jira.version}` : jira.deployment,
    ...(customfieldEditor === null ? {} : { customfieldEditor }),
    ...(extender === null ? {} : { extender }),
    ...(protectedFields === false ? {} : { protectedFields: 'installed' }),
  };
}
