import { versions, type Profile, type Versions } from '@fake-jira/profile';
import { extenderBase } from '../detect.js';
import { TargetError, TargetLacks } from '../errors.js';
import { sentenceOf } from '../exchange.js';
import { requireName } from './cloud.js';
import { EditorContexts, type EditorGrants } from './editor.js';
import { ExtenderContexts } from './extender.js';
import {
  Asking,
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
} from './provisioner.js';

/**
 * Data Center's own operations for fields; for contexts and options Extender where it is installed, else Customfield
 * Editor; for default values and grants Customfield Editor.
 */
export class DataCenterProvisioner extends Asking implements Provisioner {
  readonly #has: Versions;
  readonly #grants: EditorGrants;
  readonly #extender: ExtenderContexts | undefined;
  readonly #editor: EditorContexts | undefined;

  constructor(asker: Asker, profile: Profile, grants: EditorGrants) {
    super(asker);
    this.#has = versions(profile);
    this.#grants = grants;
    this.#extender = this.#has.extender.installed ? new ExtenderContexts(asker, profile) : undefined;
    // The operations of 1.1 are others.
    this.#editor = this.#has.customfieldEditor.atLeast('1.2') ? new EditorContexts(asker, grants) : undefined;
  }

  lacks(what: Capability): string | undefined {
    const { extender, customfieldEditor } = this.#has;
    switch (what) {
      case 'field changes':
        return 'no operation of Data Center changes it';
      case 'trash':
        return 'Data Center has none';
      case 'deep options':
        return this.#editor ? undefined : 'Extender knows two levels';
      case 'grants':
        return this.#grants.lacking;
      case 'default values of all types':
        return 'Customfield Editor sets those of fields with options';
      case 'options':
        return (this.#extender ?? this.#editor) ? undefined : nothingMakes('contexts and options');
      case 'contexts':
        // Extender adds schemes since 1.6, Customfield Editor contexts since 2.10.
        return extender.atLeast('1.6') || customfieldEditor.atLeast('2.10') ? undefined : nothingMakes('contexts');
    }
  }

  async createField(field: NewField): Promise<number> {
    if (field.usualSearcher && this.#extender) return this.#extender.createField(field);
    const { name, description, type, searcherKey } = field;
    const body = { name, description, type, ...(searcherKey == null ? {} : { searcherKey }) };
    const made = await this.ask<{ id: string; name: unknown }>('POST', '/rest/api/2/field', body);
    requireName('POST /rest/api/2/field', made.name, name);
    return numberOf(made.id);
  }

  updateField = () => this.#lacking('field changes');
  trashField = () => this.#lacking('trash');

  async removeField(id: Id): Promise<void> {
    const key = keyOf(numberOf(id));
    const answer = await this.asker.send({ method: 'DELETE', path: `/rest/api/2/customFields?ids=${key}` });
    // Where Jira has no such resource, Extender has one since 1.5.
    if (answer.status === 404 && this.#has.extender.atLeast('1.5')) {
      await this.ask('DELETE', `${extenderBase}/deleteCustomField`, { customField: [String(numberOf(id))] });
      return;
    }
    if (answer.status !== 200) {
      throw new TargetError(
        `DELETE /rest/api/2/customFields was answered with ${answer.status}: ${sentenceOf(answer)}`,
      );
    }
    const { notDeletedCustomFields = {} } = answer.body as {
      notDeletedCustomFields?: Readonly<Record<string, string>>;
    };
    const reason = notDeletedCustomFields[key];
    if (reason === undefined) return;
    // One that is not there is not deleted either.
    const listed = await this.ask<readonly { id: string }[]>('GET', '/rest/api/2/field');
    if (listed.some((field) => field.id === key)) throw new TargetError(`${key} was not deleted: ${reason}`);
  }

  settled(): Promise<[]> {
    return Promise.resolve([]);
  }

  async globalContext(fieldId: Id, name: string): Promise<number | undefined> {
    const first = await (this.#extender ?? this.#editor)?.firstContext(fieldId);
    if (first !== undefined || this.lacks('contexts') !== undefined) return first;
    const made = this.createContext(fieldId, { name, description: '', projectIds: [], issueTypeIds: [] });
    // Customfield Editor makes contexts of the types that it edits, and of no others.
    return this.#has.extender.atLeast('1.6') ? made : made.catch(() => undefined);
  }

  async createContext(fieldId: Id, shape: ContextShape): Promise<number> {
    return this.#contexts().createContext(fieldId, shape);
  }

  async updateContext(
    fieldId: Id,
    contextId: Id,
    _before: Partial<ContextShape>,
    after: Partial<ContextShape>,
  ): Promise<void> {
    const maker = this.#contexts();
    if (maker instanceof ExtenderContexts) await maker.updateContext(contextId, after);
    else await maker.updateContext(fieldId, contextId, after);
  }

  async deleteContext(_: Id, contextId: Id): Promise<void> {
    await this.#requireExtender('deletes contexts').deleteContext(contextId);
  }

  async addOptions(
    place: Pick<OptionPlace, 'fieldId' | 'contextId'>,
    groups: readonly OptionGroup[],
  ): Promise<readonly (readonly OptionOnTarget[])[]> {
    // Extender disables options since 2.20.
    const disabled = groups.some(({ options }) => options.some((option) => option.disabled));
    const extender = disabled && !this.#has.extender.atLeast('2.20') ? undefined : this.#extender;
    // It lists no more than two levels, so that deeper options could not be found again.
    const deep = groups.some(({ depth = 0 }) => depth > 1);
    if (extender && !(deep && this.#editor)) return extender.addOptions(place.contextId, groups);
    const editor = this.#editor;
    if (!editor) throw new TargetLacks(nothingMakes(disabled ? 'disabled options' : 'contexts and options'));
    const made: OptionOnTarget[][] = [];
    for (const group of groups) made.push(await editor.addOptions(place, group));
    return made;
  }

  async setDisabled(...asked: Parameters<Provisioner['setDisabled']>): Promise<void> {
    await this.#requireExtender('disables options').setDisabled(...asked);
  }

  async orderOptions(...asked: Parameters<Provisioner['orderOptions']>): Promise<void> {
    await this.#requireExtender('orders options').orderOptions(...asked);
  }

  whileGranted<Result>(fieldId: Id, work: () => Promise<Result>): Promise<Result> {
    return this.#grants.whileGranted(fieldId, work);
  }

  async setDefaults(
    { id, optionLevels }: Parameters<Provisioner['setDefaults']>[0],
    defaults: readonly ContextDefault[],
  ): Promise<void> {
    const editor = this.#editor;
    if (!editor || optionLevels === 0) return this.#lacking('default values of all types');
    for (const { contextId, value } of defaults) await editor.setDefault(id, contextId, value, optionLevels);
  }

  setFieldGrants(fieldId: Id, grants: Grantees): Promise<void> {
    return this.#grants.setOfField(fieldId, grants);
  }

  setContextGrants(fieldId: Id, contexts: readonly (Grantees & { readonly contextId: Id })[]): Promise<void> {
    return this.#grants.setOfContexts(fieldId, contexts);
  }

  #contexts(): ExtenderContexts | EditorContexts {
    const maker = this.#has.extender.atLeast('1.6') ? this.#extender : undefined;
    const other = this.#has.customfieldEditor.atLeast('2.10') ? this.#editor : undefined;
    const found = maker ?? other;
    if (!found) throw new TargetLacks(nothingMakes('contexts'));
    return found;
  }

  #requireExtender(does: string): ExtenderContexts {
    if (!this.#extender) throw new TargetLacks(`Nothing on this target ${does}: it has no Extender.`);
    return this.#extender;
  }

  #lacking(what: Capability): Promise<never> {
    return Promise.reject(new TargetLacks(this.lacks(what) ?? what));
  }
}

function nothingMakes(what: string): string {
  return `Nothing on this target makes ${what}: it has no Customfield Editor, and no Extender that does.`;
}
