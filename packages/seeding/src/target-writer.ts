import {
  TargetError,
  type Caller,
  type ContextShape as ShapeById,
  type Provisioner,
  type TargetFacts,
} from '@fake-jira/target';
import { findFieldType } from '@fake-jira/world';
import { defaultByIds } from './default-names.js';
import { readEditorDefault } from './editor-defaults.js';
import {
  emptyContext,
  nobody,
  numberOf,
  sameDefault,
  shapeOf,
  type ContextShape,
  type ContextState,
  type FieldState,
  type Grantees,
  type OptionState,
} from './field-state.js';
import type { AddedOptions, ContextDefault, FieldWriter, OptionPlace } from './field-writer.js';
import type { Names } from './names.js';
import { fieldReader } from './read-fields.js';

/** Makes a target like what is wanted: says names as the target's ids, and has a provisioner do the rest. */
export class TargetWriter implements FieldWriter {
  constructor(
    readonly provisioner: Provisioner,
    readonly caller: Caller,
    readonly facts: TargetFacts,
    readonly names: Names,
  ) {}

  async createField(wanted: FieldState): Promise<FieldState> {
    const { name, type, description, searcher } = wanted;
    const usualSearcher = searcher === (findFieldType(type)?.searcherKeys[0] ?? null);
    const field = { name, type, description, searcherKey: searcher, usualSearcher };
    const id = await this.provisioner.createField(field);
    const made = { ...wanted, id: `customfield_${id}`, trashed: false, contexts: [] };
    const { contexts, ...read } = await fieldReader(this.caller, this.facts, this.names, { grants: false }).details(
      made,
    );
    // It is new: nobody has been granted anything on it, and there are no default values.
    return { ...read, grants: nobody, contexts: contexts.map((context) => ({ ...context, default: null })) };
  }

  async updateField(field: FieldState, change: { description?: string; searcher?: string | null }): Promise<void> {
    const { description, searcher } = change;
    await this.provisioner.updateField(numberOf(field), {
      ...(description === undefined ? {} : { description }),
      ...(searcher === undefined ? {} : { searcherKey: searcher }),
    });
  }

  async createContext(field: FieldState, wanted: ContextShape): Promise<ContextState> {
    const id = await this.provisioner.createContext(numberOf(field), this.#byId(wanted));
    return { ...emptyContext(wanted), id: String(id) };
  }

  async updateContext(field: FieldState, context: ContextState, wanted: ContextShape): Promise<ContextState> {
    await this.provisioner.updateContext(numberOf(field), context.id, this.#byId(context), this.#byId(wanted));
    return { ...context, ...shapeOf(wanted) };
  }

  async deleteContext(field: FieldState, context: ContextState): Promise<void> {
    await this.provisioner.deleteContext(numberOf(field), context.id);
  }

  async addOptions(
    field: FieldState,
    context: ContextState,
    added: readonly AddedOptions[],
  ): Promise<readonly OptionState[]> {
    const groups = added.map(({ parent, options }) => ({ parentId: parent?.id, options }));
    const made = await this.provisioner.addOptions({ fieldId: numberOf(field), contextId: context.id }, groups);
    const below = new Map<string, OptionState[]>();
    for (const [group, { parent, options }] of added.entries()) {
      const level = options.map(({ value }, i): OptionState => {
        const option = made[group]?.[i];
        if (option?.value !== value) throw new TargetError(`The target did not add the option "${value}".`);
        return { ...option, id: String(option.id), children: [] };
      });
      below.set(parent?.id ?? '', level);
    }
    return withAdded(context.options, below, '');
  }

  async setDisabled(place: OptionPlace, options: readonly OptionState[]): Promise<void> {
    await this.provisioner.setDisabled(placeById(place), options);
  }

  async orderOptions(place: OptionPlace, options: readonly OptionState[]): Promise<void> {
    await this.provisioner.orderOptions(
      placeById(place),
      options.map(({ id }) => id),
    );
  }

  async setDefaults(field: FieldState, defaults: readonly ContextDefault[]): Promise<boolean> {
    const { defaultValueType: type, optionLevels = 0 } = findFieldType(field.type) ?? {};
    if (!type) return false;
    const id = numberOf(field);
    return this.provisioner.whileGranted(id, async () => {
      const open = [];
      for (const { context, value } of defaults) {
        // On Data Center it may show only now.
        const now =
          this.facts.deployment === 'cloud'
            ? undefined
            : await readEditorDefault(this.caller, id, context.id, field.type);
        if (now !== undefined && sameDefault(now, value)) continue;
        const byIds = value && (await defaultByIds(value, context.options, this.names));
        open.push({ contextId: context.id, value: byIds });
      }
      if (open.length > 0) await this.provisioner.setDefaults({ id, type, optionLevels }, open);
      return open.length > 0;
    });
  }

  async setFieldGrants(field: FieldState, grants: Grantees): Promise<void> {
    await this.provisioner.setFieldGrants(numberOf(field), grants);
  }

  async setContextGrants(field: FieldState, contexts: readonly ContextState[]): Promise<void> {
    const grants = contexts.map(({ id, grants: one }) => ({ contextId: id, ...(one ?? nobody) }));
    await this.provisioner.setContextGrants(numberOf(field), grants);
  }

  async trash(field: FieldState): Promise<void> {
    await this.provisioner.trashField(numberOf(field));
  }

  #byId({ name, description, projects, issueTypes }: ContextShape): ShapeById {
    const { projectIds, issueTypeIds } = this.names.places;
    return {
      name,
      description,
      projectIds: projects.map((key) => projectIds.get(key) ?? key),
      issueTypeIds: issueTypes.map((one) => issueTypeIds.get(one) ?? one),
    };
  }
}

function placeById({ field, context, parent }: OptionPlace) {
  return { fieldId: numberOf(field), contextId: context.id, parentId: parent?.id };
}

function withAdded(
  options: readonly OptionState[],
  made: ReadonlyMap<string, readonly OptionState[]>,
  parentId: string,
): OptionState[] {
  const here = [...options, ...(made.get(parentId) ?? [])];
  return here.map((option) => ({ ...option, children: withAdded(option.children, made, option.id) }));
}
