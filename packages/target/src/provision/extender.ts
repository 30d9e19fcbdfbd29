import { versions, type Profile } from '@fake-jira/profile';
import { extenderBase } from '../detect.js';
import { TargetError, TargetLacks } from '../errors.js';
import { allOf } from '../paging.js';
import { below } from './extender-forms.js';
import {
  Asking,
  chunks,
  numberOf,
  type Asker,
  type ContextShape,
  type Id,
  type NewField,
  type OptionGroup,
  type OptionOnTarget,
  type OptionPlace,
} from './provisioner.js';

/** How many options one request makes. The document has no limit; a body this long is read everywhere. */
const optionsPerRequest = 1000;

interface ValueJson {
  readonly id: Id;
  readonly name: string;
  readonly disabled?: boolean | string;
  readonly childOptions?: readonly ValueJson[];
}

/** Contexts and options through Extender, whose configuration schemes are contexts. */
export class ExtenderContexts extends Asking {
  constructor(
    asker: Asker,
    readonly profile: Profile,
  ) {
    super(asker);
  }

  async createField({ name, description, type }: NewField): Promise<number> {
    const body = { fieldName: name, fieldDescription: description, fieldTypeKey: type };
    const path = `${extenderBase}/addCustomField`;
    const { customFieldId, message } = await this.ask<{ customFieldId?: Id; message?: string }>('PUT', path, body);
    if (customFieldId === undefined) throw new TargetError(`Extender did not make the field "${name}": ${message}`);
    return numberOf(customFieldId);
  }

  async firstContext(fieldId: Id): Promise<number | undefined> {
    const { customFieldSchemes } = await this.ask<{ customFieldSchemes: readonly { id: Id }[] }>(
      'GET',
      `${extenderBase}/configScheme/field/${fieldId}`,
    );
    const [first] = customFieldSchemes;
    return first && Number(first.id);
  }

  async createContext(fieldId: Id, shape: ContextShape): Promise<number> {
    const path = `${extenderBase}/addConfigScheme/${fieldId}`;
    const { configSchemeId, message } = await this.ask<{ configSchemeId?: Id; message?: string }>(
      'PUT',
      path,
      schemeOf(shape),
    );
    if (configSchemeId === undefined) throw new TargetError(`Extender: ${message ?? 'no scheme was made'}`);
    return Number(configSchemeId);
  }

  async updateContext(contextId: Id, shape: Partial<ContextShape>): Promise<void> {
    await this.#do('PUT', `updateConfigScheme/${contextId}`, 'changed', schemeOf(shape));
  }

  async deleteContext(contextId: Id): Promise<void> {
    await this.#do('DELETE', `removeConfigScheme/${contextId}`, 'deleted');
  }

  async addOptions(contextId: Id | undefined, groups: readonly OptionGroup[]): Promise<OptionOnTarget[][]> {
    if (contextId === undefined) {
      throw new TargetLacks('A new field has no context, and nothing on this target makes one.');
    }
    for (const { parentId, options } of groups) {
      for (const some of chunks(options, optionsPerRequest)) {
        await this.ask('POST', `${extenderBase}/configScheme/addValue/${contextId}`, {
          ...(parentId === undefined ? {} : below(this.profile, Number(parentId))),
          optionName: some.map(({ value }) => value),
        });
      }
    }
    // The response says no ids.
    const listed = await this.#values(contextId);
    const made: OptionOnTarget[][] = [];
    for (const { parentId, options } of groups) {
      const level =
        parentId === undefined ? listed : (listed.find(({ id }) => `${id}` === `${parentId}`)?.childOptions ?? []);
      const last = level.slice(-options.length);
      made.push(
        last.map(({ id, name }, i) => ({ id: numberOf(id), value: name, disabled: options[i]?.disabled === true })),
      );
      const disabled = (made.at(-1) ?? []).filter((option) => option.disabled);
      await this.setDisabled({ fieldId: '', contextId, parentId }, disabled);
    }
    return made;
  }

  async setDisabled(
    place: OptionPlace,
    options: readonly { readonly id: Id; readonly disabled: boolean }[],
  ): Promise<void> {
    for (const { id, disabled } of options) await this.#edit(place, id, { disabled });
  }

  async orderOptions(place: OptionPlace, ids: readonly Id[]): Promise<void> {
    for (const [rank, id] of ids.entries()) await this.#edit(place, id, { position: rank + 1 });
  }

  async #values(contextId: Id): Promise<readonly ValueJson[]> {
    const path = `${extenderBase}/configScheme/getValue/${contextId}`;
    if (versions(this.profile).extender.atLeast('4.17')) {
      return allOf<ValueJson>(this, path, { items: 'schemeOptions' });
    }
    return (await this.ask<{ schemeOptions: readonly ValueJson[] }>('GET', path)).schemeOptions;
  }

  async #edit({ contextId, parentId }: OptionPlace, id: Id, change: object): Promise<void> {
    const path = `configScheme/editValue/${contextId}/option/${id}`;
    const parent = parentId === undefined ? {} : { parentId: Number(parentId) };
    await this.#do('POST', path, 'changed', { ...parent, ...change });
  }

  /**
   * Has Extender do something. No document says with which status it refuses: where the message has not the word that
   * it has where the thing is done, it is not done.
   */
  async #do(method: string, path: string, word: string, body?: object): Promise<void> {
    const { message = '' } = await this.ask<{ message?: string }>(method, `${extenderBase}/${path}`, body);
    if (!message.includes(word)) throw new TargetError(`Extender: ${message}`);
  }
}

function schemeOf({ name, description, projectIds, issueTypeIds }: Partial<ContextShape>): object {
  return {
    ...(name === undefined ? {} : { schemeName: name }),
    ...(description === undefined ? {} : { schemeDescription: description }),
    ...(projectIds ? { projects: projectIds.map(String) } : {}),
    ...(issueTypeIds ? { issueTypes: issueTypeIds.map(String) } : {}),
  };
}
