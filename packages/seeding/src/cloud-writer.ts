import { provisionerFor, type Caller, type Delay, type TargetFacts } from '@fake-jira/target';
import { findFieldType } from '@fake-jira/world';
import { emptyDefault, writeCloudDefault } from './cloud-defaults.js';
import { chunks } from './chunks.js';
import { nobody, type ContextState, type FieldState, type OptionState } from './field-state.js';
import type { ContextDefault, ContextShape, FieldWriter, OptionPlace } from './field-writer.js';
import { GrantWriter } from './grant-writer.js';
import type { Names } from './names.js';
import { CloudFieldReader } from './read-cloud-fields.js';

/** Most options that one request may make, change or move (003, create custom field options). */
const optionsPerRequest = 1000;

interface CreatedOption {
  readonly id: string;
  readonly value: string;
  readonly disabled?: boolean;
}

/** Writes through Jira's Field API. */
export class CloudFieldWriter extends GrantWriter implements FieldWriter {
  readonly #reader: CloudFieldReader;

  constructor(
    caller: Caller,
    readonly facts: TargetFacts,
    readonly names: Names,
    readonly delay: Delay,
  ) {
    super(caller);
    this.#reader = new CloudFieldReader(caller, names);
  }

  async createField(wanted: FieldState): Promise<FieldState> {
    const { name, type, description, searcher } = wanted;
    const provisioner = provisionerFor(this.facts, this.caller, { delay: this.delay });
    const id = await provisioner.create({ name, type, description, ...(searcher ? { searcherKey: searcher } : {}) });
    return this.#reader.details({ ...wanted, id, trashed: false, grants: nobody, contexts: [] });
  }

  async updateField(
    { id }: FieldState,
    { description, searcher }: { description?: string; searcher?: string | null },
  ): Promise<void> {
    await this.caller.ask('PUT', `/rest/api/3/field/${id}`, {
      body: { ...(description === undefined ? {} : { description }), ...(searcher ? { searcherKey: searcher } : {}) },
    });
  }

  async createContext(field: FieldState, wanted: ContextShape): Promise<ContextState> {
    const { name, description, projects, issueTypes } = wanted;
    const body = {
      name,
      description,
      projectIds: this.#projects(projects),
      issueTypeIds: this.#issueTypes(issueTypes),
    };
    const { id } = (await this.caller.ask('POST', contextsOf(field), { body })) as { id: string };
    return { ...emptyContext(wanted), id };
  }

  async updateContext(field: FieldState, context: ContextState, wanted: ContextShape): Promise<ContextState> {
    const at = `${contextsOf(field)}/${context.id}`;
    const { name, description } = wanted;
    if (name !== context.name || description !== context.description) {
      await this.caller.ask('PUT', at, { body: { name, description } });
    }
    const put = (path: string, body: object) => this.caller.ask('PUT', `${at}/${path}`, { body });
    const post = (path: string, body: object) => this.caller.ask('POST', `${at}/${path}`, { body });
    const [newProjects, oldProjects] = difference(context.projects, wanted.projects).map((keys) =>
      this.#projects(keys),
    );
    // To be added first: a context that loses its last project would be global for a moment.
    if (newProjects?.length) await put('project', { projectIds: newProjects });
    if (oldProjects?.length) await post('project/remove', { projectIds: oldProjects });
    const [newTypes, oldTypes] = difference(context.issueTypes, wanted.issueTypes).map((names) =>
      this.#issueTypes(names),
    );
    if (newTypes?.length) await put('issuetype', { issueTypeIds: newTypes });
    if (oldTypes?.length) await post('issuetype/remove', { issueTypeIds: oldTypes });
    return { ...context, ...shapeOf(wanted) };
  }

  async deleteContext(field: FieldState, context: ContextState): Promise<void> {
    await this.caller.ask('DELETE', `${contextsOf(field)}/${context.id}`);
  }

  async addOptions(
    field: FieldState,
    context: ContextState,
    added: readonly { readonly parent: OptionState | undefined; readonly options: readonly OptionState[] }[],
  ): Promise<readonly OptionState[]> {
    const inputs = added.flatMap(({ parent, options }) =>
      options.map(({ value, disabled }) => ({ value, disabled, ...(parent ? { optionId: parent.id } : {}) })),
    );
    const made = new Map<string, OptionState[]>();
    for (const options of chunks(inputs, optionsPerRequest)) {
      const answer = await this.caller.ask('POST', optionsOf(field, context), { body: { options } });
      (answer as { options: CreatedOption[] }).options.forEach(({ id, value, disabled = false }, i) => {
        const parentId = options[i]?.optionId ?? '';
        const siblings = made.get(parentId) ?? [];
        siblings.push({ id, value, disabled, children: [] });
        made.set(parentId, siblings);
      });
    }
    return withAdded(context.options, made, '');
  }

  async setDisabled({ field, context }: OptionPlace, options: readonly OptionState[]): Promise<void> {
    for (const some of chunks(options, optionsPerRequest)) {
      await this.caller.ask('PUT', optionsOf(field, context), {
        body: { options: some.map(({ id, disabled }) => ({ id, disabled })) },
      });
    }
  }

  async orderOptions({ field, context }: OptionPlace, options: readonly OptionState[]): Promise<void> {
    let after: string | undefined;
    for (const some of chunks(options, optionsPerRequest)) {
      const customFieldOptionIds = some.map(({ id }) => id);
      await this.caller.ask('PUT', `${optionsOf(field, context)}/move`, {
        body: { customFieldOptionIds, ...(after === undefined ? { position: 'First' } : { after }) },
      });
      after = customFieldOptionIds.at(-1);
    }
  }

  async setDefaults(field: FieldState, defaults: readonly ContextDefault[]): Promise<boolean> {
    const type = findFieldType(field.type)?.defaultValueType;
    if (!type) return false;
    const defaultValues = await Promise.all(
      defaults.map(async ({ context, value }) => ({
        contextId: context.id,
        ...(value ? await writeCloudDefault(value, context.options, this.names) : { type, ...emptyDefault[type] }),
      })),
    );
    await this.caller.ask('PUT', `${contextsOf(field)}/defaultValue`, { body: { defaultValues } });
    return true;
  }

  async trash({ id }: FieldState): Promise<void> {
    await this.caller.ask('POST', `/rest/api/3/field/${id}/trash`);
  }

  #projects(keys: readonly string[]): string[] {
    return keys.map((key) => this.names.places.projectIds.get(key) ?? key);
  }

  #issueTypes(issueTypes: readonly string[]): string[] {
    return issueTypes.map((name) => this.names.places.issueTypeIds.get(name) ?? name);
  }
}

function contextsOf({ id }: FieldState): string {
  return `/rest/api/3/field/${id}/context`;
}

function optionsOf(field: FieldState, context: ContextState): string {
  return `${contextsOf(field)}/${context.id}/option`;
}

/** What a list has to get, and what it has to lose. */
function difference(before: readonly string[], after: readonly string[]): [added: string[], removed: string[]] {
  return [after.filter((one) => !before.includes(one)), before.filter((one) => !after.includes(one))];
}

/** A context as it is right after it was made. */
export function emptyContext(shape: ContextShape): ContextState {
  return { id: '', ...shapeOf(shape), options: [], default: null, grants: nobody };
}

export function shapeOf({ name, description, global, projects, issueTypes }: ContextShape): ContextShape {
  return { name, description, global, projects, issueTypes };
}

function withAdded(
  options: readonly OptionState[],
  made: ReadonlyMap<string, readonly OptionState[]>,
  parentId: string,
): OptionState[] {
  const here = [...options, ...(made.get(parentId) ?? [])];
  return here.map((option) => ({ ...option, children: withAdded(option.children, made, option.id) }));
}
