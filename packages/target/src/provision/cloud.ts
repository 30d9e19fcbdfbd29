import { TargetError } from '../errors.js';
import { sentenceOf } from '../exchange.js';
import { untilEnded } from '../poll.js';
import type { Delay } from '../pacing.js';
import { defaultToJson, noDefault } from './default-values.js';
import type { EditorGrants } from './editor.js';
import {
  Asking,
  chunks,
  keyOf,
  numberOf,
  type Asker,
  type Capability,
  type ContextDefault,
  type ContextShape,
  type Grantees,
  type Id,
  type NewField,
  type OptionGroup,
  type OptionOnTarget,
  type OptionPlace,
  type Provisioner,
  type Unremoved,
} from './provisioner.js';

/** Most options that one request may make, change or move (003, create custom field options). */
const optionsPerRequest = 1000;

interface OptionJson {
  readonly id: string;
  readonly value: string;
  readonly disabled?: boolean;
}

/** How far the removal of a field has come: Cloud leaves it to a task. */
type Removal = 'gone' | 'under way' | { readonly taskId: string };

/** Jira's Field API. */
export class CloudProvisioner extends Asking implements Provisioner {
  readonly #removals: { readonly fieldId: number; readonly begun: Removal }[] = [];
  readonly #delay: Delay | undefined;
  readonly #grants: EditorGrants;

  constructor(asker: Asker, grants: EditorGrants, delay: Delay | undefined) {
    super(asker);
    this.#grants = grants;
    this.#delay = delay;
  }

  lacks(what: Capability): string | undefined {
    return what === 'grants' ? this.#grants.lacking : undefined;
  }

  async createField({ name, description, type, searcherKey }: NewField): Promise<number> {
    const body = { name, description, type, ...(searcherKey == null ? {} : { searcherKey }) };
    const made = await this.ask<{ id: string; name: unknown }>('POST', '/rest/api/3/field', body, 'createCustomField');
    requireName('createCustomField', made.name, name);
    return numberOf(made.id);
  }

  async updateField(
    fieldId: Id,
    { description, searcherKey }: { description?: string; searcherKey?: string | null },
  ): Promise<void> {
    const body = { ...(description === undefined ? {} : { description }), ...(searcherKey ? { searcherKey } : {}) };
    await this.ask('PUT', at(fieldId), body, 'updateCustomField');
  }

  async trashField(fieldId: Id): Promise<void> {
    await this.ask('POST', `${at(fieldId)}/trash`, undefined, 'trashCustomField');
  }

  async globalContext(fieldId: Id, name: string): Promise<number> {
    const { values } = await this.ask<{ values: { id: string; isGlobalContext: boolean }[] }>(
      'GET',
      contextsOf(fieldId),
      undefined,
      'getContextsForField',
    );
    const global = values.find(({ isGlobalContext }) => isGlobalContext);
    if (global) return Number(global.id);
    return this.createContext(fieldId, { name, description: '', projectIds: [], issueTypeIds: [] });
  }

  async createContext(fieldId: Id, { name, description, projectIds, issueTypeIds }: ContextShape): Promise<number> {
    const body = { name, description, projectIds: projectIds.map(String), issueTypeIds: issueTypeIds.map(String) };
    const made = await this.ask<{ id: string; name: unknown }>(
      'POST',
      contextsOf(fieldId),
      body,
      'createCustomFieldContext',
    );
    requireName('createCustomFieldContext', made.name, name);
    return Number(made.id);
  }

  async updateContext(
    fieldId: Id,
    contextId: Id,
    before: Partial<ContextShape>,
    after: Partial<ContextShape>,
  ): Promise<void> {
    const context = `${contextsOf(fieldId)}/${contextId}`;
    const { name, description } = after;
    if (name !== before.name || description !== before.description) {
      await this.ask('PUT', context, { name, description }, 'updateCustomFieldContext');
    }
    const projects = difference(before.projectIds, after.projectIds);
    const issueTypes = difference(before.issueTypeIds, after.issueTypeIds);
    // To be added first: a context that loses its last project would be global for a moment.
    for (const [path, operation, property, ids] of [
      ['project', 'assignProjectsToCustomFieldContext', 'projectIds', projects.added],
      ['project/remove', 'removeCustomFieldContextFromProjects', 'projectIds', projects.removed],
      ['issuetype', 'addIssueTypesToContext', 'issueTypeIds', issueTypes.added],
      ['issuetype/remove', 'removeIssueTypesFromContext', 'issueTypeIds', issueTypes.removed],
    ] as const) {
      const method = path.endsWith('remove') ? 'POST' : 'PUT';
      if (ids.length > 0) await this.ask(method, `${context}/${path}`, { [property]: ids }, operation);
    }
  }

  async deleteContext(fieldId: Id, contextId: Id): Promise<void> {
    await this.ask('DELETE', `${contextsOf(fieldId)}/${contextId}`, undefined, 'deleteCustomFieldContext');
  }

  async addOptions(
    place: Pick<OptionPlace, 'fieldId' | 'contextId'>,
    groups: readonly OptionGroup[],
  ): Promise<readonly (readonly OptionOnTarget[])[]> {
    const made = groups.map((): OptionOnTarget[] => []);
    const inputs = groups.flatMap(({ parentId, options }, group) =>
      options.map(({ value, disabled }) => ({
        group,
        json: { value, disabled, ...(parentId === undefined ? {} : { optionId: String(parentId) }) },
      })),
    );
    for (const some of chunks(inputs, optionsPerRequest)) {
      const { options } = await this.ask<{ options: readonly OptionJson[] }>(
        'POST',
        optionsOf(place),
        { options: some.map(({ json }) => json) },
        'createCustomFieldOption',
      );
      for (const [i, { group, json }] of some.entries()) {
        requireName('createCustomFieldOption', options[i]?.value, json.value);
        const { id, value, disabled = false } = options[i] as OptionJson;
        made[group]?.push({ id: Number(id), value, disabled });
      }
    }
    return made;
  }

  async setDisabled(
    place: OptionPlace,
    options: readonly { readonly id: Id; readonly disabled: boolean }[],
  ): Promise<void> {
    for (const some of chunks(options, optionsPerRequest)) {
      const body = { options: some.map(({ id, disabled }) => ({ id: String(id), disabled })) };
      await this.ask('PUT', optionsOf(place), body, 'updateCustomFieldOption');
    }
  }

  async orderOptions(place: OptionPlace, ids: readonly Id[]): Promise<void> {
    let after: string | undefined;
    for (const some of chunks(ids.map(String), optionsPerRequest)) {
      const body = { customFieldOptionIds: some, ...(after === undefined ? { position: 'First' } : { after }) };
      await this.ask('PUT', `${optionsOf(place)}/move`, body, 'reorderCustomFieldOptions');
      after = some.at(-1);
    }
  }

  whileGranted<Result>(_: Id, work: () => Promise<Result>): Promise<Result> {
    return work();
  }

  async setDefaults(
    { id, type }: Parameters<Provisioner['setDefaults']>[0],
    defaults: readonly ContextDefault[],
  ): Promise<void> {
    const defaultValues = defaults.map(({ contextId, value }) => ({
      contextId: String(contextId),
      ...(value ? defaultToJson(value) : noDefault(type)),
    }));
    await this.ask('PUT', `${contextsOf(id)}/defaultValue`, { defaultValues }, 'setDefaultValues');
  }

  setFieldGrants(fieldId: Id, grants: Grantees): Promise<void> {
    return this.#grants.setOfField(fieldId, grants);
  }

  setContextGrants(fieldId: Id, contexts: readonly (Grantees & { readonly contextId: Id })[]): Promise<void> {
    return this.#grants.setOfContexts(fieldId, contexts);
  }

  async removeField(id: Id): Promise<void> {
    const fieldId = numberOf(id);
    const begun = await this.#beginRemoval(fieldId);
    if (begun !== 'gone') this.#removals.push({ fieldId, begun });
  }

  async settled(): Promise<readonly Unremoved[]> {
    const unremoved: Unremoved[] = [];
    for (const { fieldId, begun } of this.#removals.splice(0)) {
      try {
        await this.#finishRemoval(fieldId, begun);
      } catch (error) {
        unremoved.push({ fieldId, reason: (error as Error).message });
      }
    }
    return unremoved;
  }

  async #beginRemoval(fieldId: number): Promise<Removal> {
    const answer = await this.asker.send({ method: 'DELETE', path: at(fieldId), operation: 'deleteCustomField' });
    const { status, headers } = answer;
    if (status === 404) return 'gone';
    // Another task is at it already.
    if (status === 409) return 'under way';
    const taskId = /\/task\/([\w-]+)$/.exec(headers['location'] ?? '')?.[1];
    if (status === 303 && taskId !== undefined) return { taskId };
    // Without a task to wait for, the list of fields tells.
    if (status === 303 && !(await this.#isListed(fieldId))) return 'gone';
    throw new TargetError(`deleteCustomField of ${keyOf(fieldId)} was answered with ${status}: ${sentenceOf(answer)}`);
  }

  async #isListed(fieldId: number): Promise<boolean> {
    const listed = await this.ask<readonly { id: string }[]>('GET', '/rest/api/3/field', undefined, 'getFields');
    return listed.some(({ id }) => id === keyOf(fieldId));
  }

  async #finishRemoval(fieldId: number, begun: Removal): Promise<void> {
    if (begun === 'gone') return;
    const patience = this.#delay ? { wait: this.#delay } : {};
    if (begun === 'under way') {
      const again = async () => {
        const now = await this.#beginRemoval(fieldId);
        return now === 'under way' ? undefined : now;
      };
      return this.#finishRemoval(fieldId, await untilEnded(`The task that deletes ${keyOf(fieldId)}`, again, patience));
    }
    const { taskId } = begun;
    const task = await untilEnded(
      `Task ${taskId}`,
      async () => {
        const now = await this.ask<{ status: string }>('GET', `/rest/api/3/task/${taskId}`, undefined, 'getTask');
        return isUnderWay(now) ? undefined : now;
      },
      patience,
    );
    if (task.status !== 'COMPLETE') {
      throw new TargetError(`Task ${taskId}, which was to delete it, has ended as ${task.status}.`);
    }
  }
}

/** Whether a task of Jira's still goes on. */
export function isUnderWay({ status }: { readonly status: string }): boolean {
  return ['ENQUEUED', 'RUNNING', 'CANCEL_REQUESTED'].includes(status);
}

/**
 * Holds what was made to what was asked for. A target that keeps nothing, such as a server of examples, answers with
 * something else: what is then seen is none of its doing.
 *
 * @throws TargetError that shows both
 */
export function requireName(asked: string, given: unknown, wanted: string): void {
  if (given === wanted.trim() || given === wanted) return;
  const answer = given === undefined ? 'without it' : `with ${JSON.stringify(given)}`;
  throw new TargetError(`${asked} was to make ${JSON.stringify(wanted)}, and the target answered ${answer}.`);
}

function at(fieldId: Id): string {
  return `/rest/api/3/field/${keyOf(fieldId)}`;
}

function contextsOf(fieldId: Id): string {
  return `${at(fieldId)}/context`;
}

function optionsOf({ fieldId, contextId }: Pick<OptionPlace, 'fieldId' | 'contextId'>): string {
  return `${contextsOf(fieldId)}/${contextId}/option`;
}

/** What a list has to get, and what it has to lose. */
function difference(
  before: readonly Id[] = [],
  after: readonly Id[] = [],
): { readonly added: readonly string[]; readonly removed: readonly string[] } {
  const [old, wanted] = [before.map(String), after.map(String)];
  return { added: wanted.filter((id) => !old.includes(id)), removed: old.filter((id) => !wanted.includes(id)) };
}
