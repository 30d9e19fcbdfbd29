import { answer, versions, type AnswerOf, type Profile, type QuestionId, type Versions } from '@fake-jira/profile';
import { TargetLacks, type Provisioner } from '@fake-jira/target';
import type { ControlClient } from './control.js';
import type { Answer, Identity, Person } from './person.js';
import type { Sandbox } from './sandbox.js';
import {
  builtInType,
  fieldTypeKey,
  makeOptions,
  optionFinder,
  type ContextPlan,
  type FieldPlan,
  type ScratchContext,
  type ScratchField,
} from './scratch.js';
import { onScreen } from './screen.js';
import type { Ledger, LedgerKind, OpenEntry } from '../run/ledger.js';
import { isRefusal } from '../failure.js';

/** An issue that a run made for itself. */
export interface ScratchIssue {
  readonly id: string;
  readonly key: string;
}

/** Those who ask. */
export interface People {
  readonly admin: Person;
  readonly user: Person | undefined;
  readonly app: Person | undefined;
  readonly anonymous: Person;
  /** Somebody who signs in wrongly. */
  readonly stranger: Person;
}

export interface StageParts {
  readonly profile: Profile;
  readonly people: People;
  /** Looks for what is found once for a run, so that it is part of no check; absent: the administrator. */
  readonly seeker?: Person;
  readonly sandbox: Sandbox;
  readonly provisioner: Provisioner;
  readonly ledger: Ledger;
  /** Makes a name of this run that nothing else has. */
  readonly name: (text: string) => string;
  readonly control: ControlClient | undefined;
  readonly identities: { readonly admin: Identity; readonly user: Identity | undefined };
  /** Full keys of the types that a field can have, as far as the target lists them. */
  readonly fieldTypes?: readonly string[];
  /** The token of Protected Fields, where the credentials have one. */
  readonly protectedToken: string | undefined;
  readonly appField?: string | undefined;
}

/**
 * What a check works with: people who ask, a sandbox, and the means to make what it needs. Everything that it makes is
 * its own and is removed behind it.
 */
export class Stage {
  readonly profile: Profile;
  readonly versions: Versions;
  readonly sandbox: Sandbox;
  /** An id of which no field, context, option or anything else is there. */
  readonly unknownId = 999_999_999;
  readonly #parts: StageParts;

  constructor(parts: StageParts) {
    this.#parts = parts;
    this.profile = parts.profile;
    this.versions = versions(parts.profile);
    this.sandbox = parts.sandbox;
  }

  get admin(): Person {
    return this.#parts.people.admin;
  }

  /** Somebody who may do nothing in particular; `needs: { roles: ['user'] }`. */
  get user(): Person {
    return inCredentials(this.#parts.people.user, 'no role "user"');
  }

  /** An app that provides a field of its own; `needs: { roles: ['app'] }`. */
  get app(): Person {
    return inCredentials(this.#parts.people.app, 'no role "app"');
  }

  get anonymous(): Person {
    return this.#parts.people.anonymous;
  }

  /** Somebody with a wrong password. */
  get stranger(): Person {
    return this.#parts.people.stranger;
  }

  /** What no client can do; `needs: { control: true }`. */
  get control(): ControlClient {
    if (this.#parts.control) return this.#parts.control;
    throw new Error('The check uses what it does not say it needs (control: true).');
  }

  /** The token of Protected Fields. */
  get protectedToken(): string {
    return inCredentials(this.#parts.protectedToken, 'no token of Protected Fields');
  }

  /** Key of a field that the app provides; `needs: { appField: true }`. */
  get appField(): string {
    return inCredentials(this.#parts.appField, 'no field of an app');
  }

  /** Who the administrator is. */
  get adminIdentity(): Identity {
    return this.#parts.identities.admin;
  }

  /** Who the plain user is; `needs: { roles: ['user'] }`. */
  get userIdentity(): Identity {
    return inCredentials(this.#parts.identities.user, 'no role "user"');
  }

  /** What this target answers to an open question, as far as its profile says. */
  answer<Id extends QuestionId>(id: Id): AnswerOf<Id> {
    return answer(this.profile, id);
  }

  /**
   * Says what a check is about to make by itself, so that it is removed behind it.
   *
   * @param name - under which it can be found
   */
  makes(kind: LedgerKind, name: string): OpenEntry {
    return this.#parts.ledger.opens(kind, name);
  }

  /** A name that nothing else has. */
  name(text: string): string {
    return this.#parts.name(text);
  }

  /**
   * A new field with one context for all projects.
   *
   * @param type - short or full key
   * @example const animals = await stage.field('cascadingselect', { options: [{ value: 'cats', children: ['leo'] }] });
   */
  async field(type: string, plan: FieldPlan = {}): Promise<ScratchField> {
    const name = plan.wholeName ?? this.name(plan.name ?? type);
    const { provisioner, ledger, fieldTypes } = this.#parts;
    const full = fieldTypeKey(type, fieldTypes) ?? builtInType(type);
    // Written down before it is made: a crash between the two leaves a name to look for.
    const entry = ledger.opens('field', name);
    const asked = { name, description: plan.description ?? '', type: full, searcherKey: plan.searcherKey };
    const id = await provisioner.createField(asked).catch((error: unknown) => {
      if (isRefusal(error)) entry.refused();
      throw error;
    });
    entry.made(String(id));
    // Whether a new field has a context is an open question: where it has none, it gets one.
    const contextId = await provisioner.globalContext(id, `Default for ${name}`.slice(0, 255));
    const context = () => {
      if (contextId !== undefined) return contextId;
      throw new TargetLacks('A new field has no context, and nothing on this target makes one, or shows it.');
    };
    const options = await makeOptions(provisioner, { fieldId: id, contextId }, plan.options);
    return {
      id,
      key: `customfield_${id}`,
      name,
      type: full,
      get contextId() {
        return context();
      },
      options,
      option: optionFinder(`The field ${name}`, options),
    };
  }

  /** Whether something on the target makes contexts: where not, a field has the one that it is made with, or none. */
  get makesContexts(): boolean {
    return this.#parts.provisioner.lacks('contexts') === undefined;
  }

  /** One more context of a scratch field. */
  async context(field: ScratchField, plan: ContextPlan): Promise<ScratchContext> {
    const { provisioner } = this.#parts;
    const name = plan.name ?? this.name('context');
    const id = await provisioner.createContext(field.id, {
      name,
      description: plan.description ?? '',
      projectIds: plan.projectIds ?? [],
      issueTypeIds: plan.issueTypeIds ?? [],
    });
    const options = await makeOptions(provisioner, { fieldId: field.id, contextId: id }, plan.options);
    return { id, name, options, option: optionFinder(`The context ${name}`, options) };
  }

  /** Lets the first context of a scratch field apply to these projects alone. */
  async narrow(field: ScratchField, projectIds: readonly number[]): Promise<void> {
    await this.#parts.provisioner.updateContext(field.id, field.contextId, {}, { projectIds });
  }

  /**
   * Grants in Customfield Editor, in place of those that were there.
   *
   * @param users - log-in names; the plain user of the run by default
   * @param contextId - of which the grant is; absent: of the whole field
   */
  async grant(
    field: Pick<ScratchField, 'id'>,
    { users, contextId }: { readonly users?: readonly string[]; readonly contextId?: number } = {},
  ): Promise<void> {
    const names = { userlist: users ?? [this.userIdentity.name ?? ''], grouplist: [] };
    const path = { customFieldId: field.id };
    if (contextId === undefined) await this.admin.ask('editorReplaceGlobalPermissions', 200, { path, body: names });
    else await this.admin.ask('editorReplaceContextPermissions', 200, { path, body: [{ contextId, ...names }] });
  }

  /** Puts fields on the screen on which issues of the sandbox are made and edited. */
  async onScreen(...fields: readonly Pick<ScratchField, 'key'>[]): Promise<void> {
    for (const { key } of fields) await onScreen(this.admin, this.sandbox, key, this.#parts.seeker);
  }

  /** A new issue in the first project of the sandbox, with values of fields in the form of Jira's API version 2. */
  async issue(fields: Readonly<Record<string, unknown>> = {}): Promise<ScratchIssue> {
    const { ledger, people } = this.#parts;
    const summary = this.name('issue');
    const entry = ledger.opens('issue', summary);
    const { status, body, text }: Answer = await people.admin.raw('POST', '/rest/api/2/issue', {
      body: {
        fields: {
          project: { id: String(this.sandbox.project.id) },
          issuetype: { id: String(this.sandbox.issueType.id) },
          summary,
          ...fields,
        },
      },
    });
    // A refusal is a word of the target's; of anything else it is not known what came of it.
    if (status >= 400 && status < 500) entry.refused();
    if (status !== 201) throw new Error(`No issue could be made in ${this.sandbox.project.key}: ${status} ${text}`);
    entry.made((body as ScratchIssue).key);
    return { id: (body as ScratchIssue).id, key: (body as ScratchIssue).key };
  }
}

/** What only some credentials have: a check that comes to need it is skipped there, wherever it finds out. */
function inCredentials<Thing>(thing: Thing | undefined, lack: string): Thing {
  if (thing === undefined) throw new TargetLacks(`The credentials have ${lack}.`);
  return thing;
}
