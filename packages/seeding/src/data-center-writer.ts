import {
  extenderBase,
  provisionerFor,
  TargetError,
  type Caller,
  type Delay,
  type TargetFacts,
} from '@fake-jira/target';
import { findFieldType } from '@fake-jira/world';
import { chunks } from './chunks.js';
import { emptyContext, shapeOf } from './cloud-writer.js';
import { readEditorDefault, writeEditorDefault } from './editor-defaults.js';
import { nobody, sameDefault, type ContextState, type FieldState, type OptionState } from './field-state.js';
import type { ContextDefault, ContextShape, FieldWriter, OptionPlace } from './field-writer.js';
import { adminAddress, GrantWriter } from './grant-writer.js';
import type { Names } from './names.js';
import { DataCenterFieldReader } from './read-data-center-fields.js';

/** How many options one request makes. The document has no limit; a body this long is read everywhere. */
const optionsPerRequest = 1000;

/** Writes through Extender, and default values and grants through Customfield Editor. */
export class DataCenterFieldWriter extends GrantWriter implements FieldWriter {
  readonly #reader: DataCenterFieldReader;

  constructor(
    caller: Caller,
    readonly facts: TargetFacts,
    readonly names: Names,
    readonly delay: Delay,
  ) {
    super(caller);
    this.#reader = new DataCenterFieldReader(caller, facts, names);
  }

  async createField(wanted: FieldState): Promise<FieldState> {
    const { name, type, description, searcher, contexts } = wanted;
    const usual = findFieldType(type)?.searcherKeys[0] ?? null;
    const [first] = contexts;
    // Extender chooses the searcher itself; another one is had from Data Center's own operation.
    if (searcher !== usual) {
      const provisioner = provisionerFor({ ...this.facts, extender: null }, this.caller, { delay: this.delay });
      const id = await provisioner.create({ name, type, description, ...(searcher ? { searcherKey: searcher } : {}) });
      return this.#read({ ...wanted, id, contexts: [] });
    }
    const body = {
      fieldName: name,
      fieldDescription: description,
      fieldTypeKey: type,
      ...(first ? this.#schemeOf(first) : {}),
    };
    const made = (await this.caller.ask('PUT', `${extenderBase}/addCustomField`, { body })) as {
      customFieldId?: string;
      message?: string;
    };
    if (made.customFieldId === undefined) throw new TargetError(`Extender: ${made.message ?? 'no field was made'}`);
    return this.#read({ ...wanted, id: `customfield_${made.customFieldId.replace(/\D/g, '')}`, contexts: [] });
  }

  /** A field that was just made: it has no default values yet, and nobody has been granted anything on it. */
  async #read(field: FieldState): Promise<FieldState> {
    const { contexts, ...read } = await this.#reader.details({ ...field, grants: nobody });
    return { ...read, contexts: contexts.map((context) => ({ ...context, default: null })) };
  }

  // A difference in these is a conflict, with which nothing is begun.
  updateField(): Promise<void> {
    throw new TargetError('Data Center has no operation that changes the description or the searcher of a field.');
  }

  async createContext(field: FieldState, wanted: ContextShape): Promise<ContextState> {
    const body = this.#schemeOf(wanted);
    const made = (await this.caller.ask('PUT', `${extenderBase}/addConfigScheme/${numberOf(field)}`, { body })) as {
      configSchemeId?: number | string;
      message?: string;
    };
    if (made.configSchemeId === undefined) throw new TargetError(`Extender: ${made.message ?? 'no scheme was made'}`);
    return { ...emptyContext(wanted), id: String(made.configSchemeId) };
  }

  async updateContext(_: FieldState, context: ContextState, wanted: ContextShape): Promise<ContextState> {
    const body = this.#schemeOf(wanted);
    await this.#do('PUT', `updateConfigScheme/${context.id}`, 'changed', body);
    return { ...context, ...shapeOf(wanted) };
  }

  async deleteContext(_: FieldState, context: ContextState): Promise<void> {
    await this.#do('DELETE', `removeConfigScheme/${context.id}`, 'deleted');
  }

  async addOptions(
    _: FieldState,
    context: ContextState,
    added: readonly { readonly parent: OptionState | undefined; readonly options: readonly OptionState[] }[],
  ): Promise<readonly OptionState[]> {
    const path = `${extenderBase}/configScheme/addValue/${context.id}`;
    for (const { parent, options } of added) {
      for (const some of chunks(options, optionsPerRequest)) {
        const optionName = some.map(({ value }) => value);
        await this.caller.ask('POST', path, {
          body: { optionName, ...(parent ? { parentId: Number(parent.id) } : {}) },
        });
      }
    }
    // The answer says no ids.
    const now = await this.#reader.options(context.id);
    for (const { parent, options } of added) {
      const level = parent ? (now.find(({ id }) => id === parent.id)?.children ?? []) : now;
      const values = new Set(level.map(({ value }) => value));
      const missing = options.find(({ value }) => !values.has(value));
      if (missing) throw new TargetError(`Extender did not add the option "${missing.value}".`);
    }
    return now;
  }

  async setDisabled(place: OptionPlace, options: readonly OptionState[]): Promise<void> {
    for (const option of options) await this.#edit(place, option, { disabled: option.disabled });
  }

  async orderOptions(place: OptionPlace, options: readonly OptionState[]): Promise<void> {
    for (const [rank, option] of options.entries()) await this.#edit(place, option, { position: rank + 1 });
  }

  async #edit({ context, parent }: OptionPlace, option: OptionState, change: object): Promise<void> {
    const path = `configScheme/editValue/${context.id}/option/${option.id}`;
    await this.#do('POST', path, 'changed', { ...(parent ? { parentId: Number(parent.id) } : {}), ...change });
  }

  /**
   * Has Extender do something. No document says with which status it refuses: where the message has not the word that
   * it has where the thing is done, it is not done.
   */
  async #do(method: string, path: string, word: string, body?: object): Promise<void> {
    const { message = '' } = (await this.caller.ask(method, `${extenderBase}/${path}`, { body })) as {
      message?: string;
    };
    if (!message.includes(word)) throw new TargetError(`Extender: ${message}`);
  }

  /** Customfield Editor deals with default values for who has a grant: the caller is given one for as long as it takes. */
  async setDefaults(field: FieldState, defaults: readonly ContextDefault[]): Promise<boolean> {
    return this.#withGrant(field, async () => {
      let changed = false;
      for (const { context, value } of defaults) {
        const now = await readEditorDefault(this.caller, numberOf(field), context.id, field.type);
        if (now !== undefined && sameDefault(now, value)) continue;
        await writeEditorDefault(this.caller, field, context, value);
        changed = true;
      }
      return changed;
    });
  }

  async #withGrant<Result>(field: FieldState, work: () => Promise<Result>): Promise<Result> {
    const user = await this.#myName();
    if (field.grants?.users.includes(user)) return work();
    const change = (action: 'GRANT' | 'REVOKE') =>
      this.caller.ask('PATCH', adminAddress(field), { body: { user, action, type: 'GLOBAL' } });
    await change('GRANT');
    try {
      return await work();
    } finally {
      await change('REVOKE');
    }
  }

  #me: Promise<string> | undefined;

  async #myName(): Promise<string> {
    this.#me ??= (this.caller.get('/rest/api/2/myself') as Promise<{ name: string }>).then(({ name }) => name);
    return this.#me;
  }

  trash(): Promise<void> {
    throw new TargetError('Data Center has no trash.');
  }

  #schemeOf({ name, description, projects, issueTypes }: ContextShape): object {
    return {
      schemeName: name,
      schemeDescription: description,
      projects,
      issueTypes: issueTypes.map((one) => this.names.places.issueTypeIds.get(one) ?? one),
    };
  }
}

function numberOf({ id }: FieldState): string {
  return id.replace('customfield_', '');
}
