import type { Profile } from '@fake-jira/profile';
import { provisionerFor } from '@fake-jira/target';
import type { Check } from '../check.js';
import { allChecks, contractApis } from '../checks/index.js';
import type { Exchange } from '../exchange.js';
import { specJudge } from '../judge/spec-judge.js';
import { outcomeKey, outcomesOf, type Evidence, type Outcome } from '@fake-jira/openapi';
import type { TargetFacts } from '../requirements.js';
import { selectChecks, type Selection } from '../select.js';
import { ControlClient } from '../stage/control.js';
import { Person, type Recorder } from '../stage/person.js';
import { Sandbox } from '../stage/sandbox.js';
import { Stage, type People } from '../stage/stage.js';
import { removeAll, removeLeftovers, runPrefix, type Leftover, type Remover } from './leftovers.js';
import { Ledger } from './ledger.js';
import { madeBy } from './made-by.js';
import { prepare, type Preparation } from './preparation.js';
import { sessionGuard } from './session-guard.js';
import { runChecks, type CheckFacts, type Place } from './runner.js';
import type { CheckResult } from './result.js';
import type { ContractTarget, SessionRole } from './target.js';

export interface ContractRunOptions extends Selection {
  readonly target: ContractTarget;
  /** Names everything that the run makes: letters, digits and hyphens. */
  readonly runId: string;
  /** What an earlier look at the target found; absent: it is looked at now. */
  readonly preparation?: Preparation;
  readonly readOnly?: boolean;
  readonly allowDestructive?: boolean;
  /** Also asks the probes that no request is known to answer on such a target. */
  readonly asksUnobservable?: boolean;
  /** Where what is made is written down until it is removed. */
  readonly ledgerFile?: string;
  readonly checks?: readonly Check[];
  readonly onExchange?: (exchange: Exchange) => void;
}

/** As many as no check needs: what a target answers may keep one turning pages for ever. */
const mostRequests = 1_000;

/** One run of the suite on one target: what it chooses, the stages of its checks, and its traffic. */
export class ContractRun {
  readonly target: ContractTarget;
  readonly preparation: Preparation;
  /** Those that are wanted, in their order; which of them the target cannot be asked is for the runner to say. */
  readonly chosen: readonly Check[];
  readonly facts: TargetFacts;
  readonly exchanges: Exchange[] = [];
  readonly #options: ContractRunOptions;
  readonly #outcomes: ReadonlyMap<string, Outcome>;
  readonly #byCheck = new Map<string, Exchange[]>();
  readonly #judge: Recorder['judge'];
  readonly #ledger: Ledger;
  readonly #setting: People;
  readonly #sandbox: Sandbox;
  readonly #remover: Remover;
  /** What could not be removed behind a check is tried once more at the end. */
  readonly #stuck = new Set<number>();
  #places = 0;
  #names = 0;

  private constructor(options: ContractRunOptions, preparation: Preparation) {
    const { target, readOnly = false, allowDestructive = false } = options;
    this.#options = options;
    this.target = target;
    this.preparation = preparation;
    this.#sandbox = new Sandbox(preparation.sandbox);
    const checks = options.checks ?? allChecks;
    const apis = new Set(checks.map(({ api }) => api));
    this.#outcomes = new Map(
      [...apis].flatMap((api) => outcomesOf(api, target.profile)).map((outcome) => [outcomeKey(outcome), outcome]),
    );
    this.#judge = specJudge(target.profile);
    const { ledgerFile } = options;
    this.#ledger = new Ledger(
      target.control || ledgerFile === undefined ? undefined : { file: ledgerFile, target: target.url },
    );
    this.#setting = this.#people(null);
    const { admin } = this.#setting;
    const { sandbox, appField } = target;
    this.#remover = { admin, provisioner: provisionerFor(target.profile, admin.asker), sandbox, appField };
    this.chosen = selectChecks(checks, options, (check) => this.#facts.evidence(check));
    this.facts = {
      profile: target.profile,
      roles: target.roles,
      control: target.control,
      protectedToken: target.protectedToken !== undefined,
      appField: target.appField !== undefined,
      allowDestructive,
      readOnly,
      asksUnobservable: options.asksUnobservable ?? false,
      projects: preparation.sandbox.projects.length,
      issueTypes: preparation.sandbox.issueTypes.length,
      fieldTypes: preparation.fieldTypes ?? [],
      outcomes: new Set(this.#outcomes.keys()),
    };
  }

  /**
   * Begins a run.
   *
   * @throws Error where the target has not what the credentials say, or cannot be reached
   */
  static async open(options: ContractRunOptions): Promise<ContractRun> {
    const { target, preparation } = options;
    return new ContractRun(options, preparation ?? (await prepare(setters(target), target.sandbox)));
  }

  /** Runs what was chosen. */
  async run({
    concurrency,
    signal,
    onResult,
  }: {
    /** Resources that are checked side by side; 4 in workspaces, one after the other on a real instance. */
    readonly concurrency?: number | undefined;
    /** Aborted: no further check begins. */
    readonly signal?: AbortSignal | undefined;
    readonly onResult?: ((result: CheckResult) => void) | undefined;
  } = {}): Promise<CheckResult[]> {
    return runChecks(this.chosen, {
      facts: this.facts,
      checkFacts: this.#facts,
      placeFor: () => this.place(),
      concurrency: concurrency ?? (this.target.control ? 4 : 1),
      signal,
      onResult,
    });
  }

  /** What reports say of a check beside how it ended. */
  get checkFacts(): CheckFacts {
    return this.#facts;
  }

  /** A place for the checks of one resource. On a fake it is a workspace of its own. */
  place(): Place {
    this.#places += 1;
    const { target } = this;
    const workspace = target.control ? `contract-${this.#options.runId}-${this.#places}` : undefined;
    const control = workspace === undefined ? undefined : controlIn(target, workspace);
    const seeker = this.#people(null, workspace).admin;
    // In a workspace of its own nothing needs to be removed one by one.
    const ledger = control ? new Ledger() : this.#ledger;
    return {
      stageFor: (check) => this.#stage(this.#people(check, workspace), seeker, ledger, control),
      clear: async () => {
        if (control) await control.reset();
        else await removeLeftovers(ledger, this.#remover, this.#stuck);
      },
      close: async () => control?.drop(),
    };
  }

  /** Removes what is still there. */
  async close(): Promise<Leftover[]> {
    const left = await removeAll(this.#ledger, this.#remover);
    this.#ledger.close();
    return left;
  }

  readonly #facts: CheckFacts = {
    evidence: (check): Evidence => check.evidence ?? this.#outcomeOf(check)?.evidence ?? 'assumed',
    source: (check) => check.source ?? this.#outcomeOf(check)?.source ?? '',
    exchanges: ({ id }) => this.#byCheck.get(id) ?? [],
  };

  #outcomeOf({ operation, status }: Check): Outcome | undefined {
    if (operation === undefined || status === undefined) return undefined;
    return this.#outcomes.get(outcomeKey({ operation, status }));
  }

  #stage(people: People, seeker: Person, ledger: Ledger, control: ControlClient | undefined): Stage {
    const { target, preparation } = this;
    return new Stage({
      profile: target.profile,
      people,
      seeker,
      sandbox: this.#sandbox,
      identities: preparation.identities,
      fieldTypes: preparation.fieldTypes ?? [],
      provisioner: provisionerFor(target.profile, people.admin.asker),
      ledger,
      // As many digits in every name: their order by name is then the order in which they were made.
      name: (text) => `${runPrefix}${this.#options.runId}-${String((this.#names += 1)).padStart(5, '0')} ${text}`,
      control,
      protectedToken: target.protectedToken,
      appField: target.appField,
    });
  }

  #people(check: Check | null, workspace?: string): People {
    const { target } = this;
    const { readOnly = false } = this.#options;
    const guard = sessionGuard({ readOnly, mostRequests: check === null ? Infinity : mostRequests });
    return peopleOf(
      { ...target, session: (...asked) => guard(target.session(...asked)) },
      {
        profile: this.target.profile,
        check: () => check?.id ?? null,
        // A probe asks which answer holds: the spec of the profile has only one of them.
        judge: check?.kind === 'probe' ? () => [] : this.#judge,
        record: (exchange) => this.#record(exchange),
      },
      workspace,
    );
  }

  #record(exchange: Exchange): void {
    this.exchanges.push(exchange);
    const made = this.target.control ? undefined : madeBy(exchange);
    if (made) this.#ledger.saw(made.kind, made.name, made.id);
    if (exchange.check !== null) {
      const own = this.#byCheck.get(exchange.check) ?? [];
      own.push(exchange);
      this.#byCheck.set(exchange.check, own);
    }
    this.#options.onExchange?.(exchange);
  }
}

/** How a check is known, by the outcomes of a profile. */
export function evidenceIn(profile: Profile): CheckFacts['evidence'] {
  const byKey = new Map(
    contractApis.flatMap((api) => outcomesOf(api, profile)).map((outcome) => [outcomeKey(outcome), outcome]),
  );
  return ({ evidence, operation, status }) => {
    if (evidence !== undefined || operation === undefined || status === undefined) return evidence ?? 'assumed';
    return byKey.get(outcomeKey({ operation, status }))?.evidence ?? 'assumed';
  };
}

/** Those who ask where no check does: before a run, and behind it. */
export function setters(target: ContractTarget): People {
  return peopleOf(target, { profile: target.profile, check: () => null, judge: () => [], record: () => undefined });
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

function controlIn(target: ContractTarget, workspace: string): ControlClient {
  const outside = target.session('administrator');
  const drop = () => outside.send({ method: 'DELETE', path: `/_fake/workspaces/${workspace}` });
  return new ControlClient(target.session('administrator', workspace), drop);
}
