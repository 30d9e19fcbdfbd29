import { bases } from '@fake-jira/openapi';
import { versions, type Profile } from '@fake-jira/profile';
import { TargetLacks } from '../errors.js';
import type { DefaultById } from './default-values.js';
import {
  Asking,
  type Asker,
  type ContextShape,
  type Grantees,
  type Id,
  type OptionGroup,
  type OptionOnTarget,
  type OptionPlace,
} from './provisioner.js';

/** Grants in Customfield Editor, on whichever deployment. */
export class EditorGrants extends Asking {
  /** Where the app answers. */
  readonly base: string;
  /** Why grants cannot be read in one list and set: they can since 2.0. */
  readonly lacking: string | undefined;
  #me: Promise<string> | undefined;

  constructor(asker: Asker, profile: Profile) {
    super(asker);
    this.base = bases('customfield-editor', profile)[0]?.base ?? '';
    this.lacking = whyNoGrants(profile);
  }

  admin(fieldId: Id): string {
    return `${this.base}/admin/customfields/${fieldId}`;
  }

  async setOfField(fieldId: Id, grants: Grantees): Promise<void> {
    this.#require();
    await this.ask('PUT', this.admin(fieldId), listsOf(grants), 'editorReplaceGlobalPermissions');
  }

  async setOfContexts(fieldId: Id, contexts: readonly (Grantees & { readonly contextId: Id })[]): Promise<void> {
    this.#require();
    const body = contexts.map(({ contextId, ...grants }) => ({ contextId: Number(contextId), ...listsOf(grants) }));
    const path = `${this.admin(fieldId)}/contexts/permissions`;
    await this.ask('PUT', path, body, 'editorReplaceContextPermissions');
  }

  /** With a grant for the administrator for as long as it takes: even they need one for options and default values. */
  async whileGranted<Result>(fieldId: Id, work: () => Promise<Result>): Promise<Result> {
    this.#me ??= this.ask<{ name: string }>('GET', '/rest/api/2/myself').then(({ name }) => name);
    const me = await this.#me;
    const address = this.admin(fieldId);
    const { userlist = [], grouplist = [] } = await this.ask<{ userlist?: string[]; grouplist?: string[] }>(
      'GET',
      address,
    );
    if (userlist.includes(me)) return work();
    await this.ask('PUT', address, { userlist: [...userlist, me], grouplist });
    try {
      return await work();
    } finally {
      await this.ask('PUT', address, { userlist, grouplist });
    }
  }

  #require(): void {
    if (this.lacking !== undefined) throw new TargetLacks(this.lacking);
  }
}

/** Why the grants of all fields cannot be read in one list, and one of them be given and taken; `undefined`: they can. */
export function whyNoGrants(profile: Profile): string | undefined {
  const { customfieldEditor } = versions(profile);
  if (!customfieldEditor.installed) return 'Customfield Editor is not installed';
  return customfieldEditor.atLeast('2.0') ? undefined : 'Customfield Editor is older than 2.0';
}

/** Contexts, options and default values through Customfield Editor. */
export class EditorContexts extends Asking {
  constructor(
    asker: Asker,
    readonly grants: EditorGrants,
  ) {
    super(asker);
  }

  async firstContext(fieldId: Id): Promise<number | undefined> {
    // Of a type that the app does not edit it shows none.
    const listed = await this.ask<{ contextId: number }[]>('GET', `${this.grants.admin(fieldId)}/contexts`).catch(
      () => [],
    );
    return listed[0]?.contextId;
  }

  async createContext(fieldId: Id, { name, description, projectIds, issueTypeIds }: ContextShape): Promise<number> {
    const made = await this.ask<{ id: number }>('POST', `${this.grants.admin(fieldId)}/contexts`, {
      contextName: name,
      contextDescription: description,
      isGlobal: projectIds.length === 0,
      projectIds: projectIds.map(Number),
      issueTypeIds: issueTypeIds.map(String),
    });
    return Number(made.id);
  }

  async updateContext(
    fieldId: Id,
    contextId: Id,
    { name, description, projectIds = [], issueTypeIds = [] }: Partial<ContextShape>,
  ): Promise<void> {
    await this.ask('PUT', `${this.grants.admin(fieldId)}/contexts/${contextId}`, {
      // It has to have one.
      contextName: name ?? 'Narrowed',
      ...(description === undefined ? {} : { contextDescription: description }),
      isGlobal: projectIds.length === 0,
      projectIds: projectIds.map(Number),
      issueTypeIds: issueTypeIds.map(String),
    });
  }

  async addOptions({ fieldId, contextId }: OptionPlace, { parentId, options }: OptionGroup): Promise<OptionOnTarget[]> {
    return this.grants.whileGranted(fieldId, async () => {
      const level = `${this.#context(fieldId, contextId)}/options`;
      const address = parentId === undefined ? level : `${level}/${parentId}/childoptions`;
      const made: OptionOnTarget[] = [];
      for (const { value, disabled } of options) {
        const { id } = await this.ask<{ id: number }>('POST', address, { optionvalue: value, disabled });
        made.push({ id: Number(id), value, disabled });
      }
      return made;
    });
  }

  /** Sets a default value, or with `null` takes it away; the caller needs a grant. */
  async setDefault(fieldId: Id, contextId: Id, value: DefaultById | null, optionLevels: number): Promise<void> {
    const path = `${this.#context(fieldId, contextId)}/options/default`;
    if (value === null) await this.ask('DELETE', path);
    else await this.ask('PUT', path, defaultBody(value, optionLevels));
  }

  #context(fieldId: Id, contextId: Id = 'default'): string {
    return `${this.grants.base}/user/customfields/${fieldId}/contexts/${contextId}`;
  }
}

function defaultBody({ type, value }: DefaultById, optionLevels: number): object {
  if (type === 'option.single') return { optionId: Number(value) };
  const ids = (value as readonly Id[]).map(Number);
  if (type === 'option.multiple' || optionLevels > 2) return { optionIds: ids };
  return { optionId: ids[0], ...(ids.length > 1 ? { childOptionId: ids[1] } : {}) };
}

function listsOf({ users, groups }: Grantees): object {
  return { userlist: users, grouplist: groups };
}
