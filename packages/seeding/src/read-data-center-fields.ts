import { allOf, extenderBase, type Caller, type TargetFacts } from '@fake-jira/target';
import { findFieldType } from '@fake-jira/world';
import { numberOf, type ContextState, type DefaultState, type FieldState, type OptionState } from './field-state.js';
import { readEditorDefault } from './editor-defaults.js';
import type { Names } from './names.js';

interface FieldJson {
  readonly id: string;
  readonly schema?: { readonly custom?: string };
}

interface CustomFieldJson {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly searcherKey?: string;
  readonly isLocked?: boolean;
}

interface SchemeJson {
  readonly id: number;
  readonly name: string;
  readonly description?: string;
  readonly associatedProjects?: readonly { readonly key: string }[];
  readonly issueTypes?: readonly { readonly name: string; readonly id: string }[];
}

interface ValueJson {
  readonly id: number;
  readonly name: string;
  /** Some versions of Extender write it as a text. */
  readonly disabled: boolean | 'true' | 'false';
  readonly childOptions?: readonly ValueJson[];
}

/** Reads custom fields through Data Center's own lists, Extender, and for default values Customfield Editor. */
export class DataCenterFieldReader {
  constructor(
    readonly caller: Caller,
    readonly facts: TargetFacts,
    readonly names: Names,
  ) {}

  async list(): Promise<FieldState[]> {
    // One list has the keys of the types, the other one everything else.
    const [fields, customFields] = await Promise.all([
      this.caller.get('/rest/api/2/field') as Promise<FieldJson[]>,
      allOf<CustomFieldJson>(this.caller, '/rest/api/2/customFields'),
    ]);
    const types = new Map(fields.map(({ id, schema }) => [id, schema?.custom ?? '']));
    return customFields.map((field) => ({
      id: field.id,
      name: field.name,
      type: types.get(field.id) ?? '',
      description: field.description ?? '',
      searcher: field.searcherKey ?? null,
      locked: field.isLocked ?? false,
      trashed: false,
      grants: null,
      contexts: [],
    }));
  }

  async details(field: FieldState): Promise<FieldState> {
    if (!this.facts.extender) return field;
    const number = numberOf(field);
    const schemes = await allOf<SchemeJson>(this.caller, `${extenderBase}/configScheme/field/${number}`, {
      items: 'customFieldSchemes',
    });
    const known = findFieldType(field.type);
    const contexts = await Promise.all(
      schemes.map(async (scheme): Promise<ContextState> => {
        const projects = (scheme.associatedProjects ?? []).map(({ key }) => key);
        const options = known?.optionLevels ? await this.options(String(scheme.id)) : [];
        return {
          id: String(scheme.id),
          name: scheme.name,
          description: scheme.description ?? '',
          // Customfield Editor knows better: this also holds where a context has lost its last project.
          global: projects.length === 0,
          projects,
          issueTypes: (scheme.issueTypes ?? []).filter(isIssueType).map(({ name }) => name),
          options,
          default: known?.optionLevels ? await this.#default(number, String(scheme.id), field.type) : undefined,
          grants: null,
        };
      }),
    );
    return { ...field, contexts };
  }

  /** The options of a configuration scheme. */
  async options(schemeId: string): Promise<OptionState[]> {
    const path = `${extenderBase}/configScheme/getValue/${schemeId}`;
    return treeOf(await allOf<ValueJson>(this.caller, path, { items: 'schemeOptions' }));
  }

  async #default(fieldNumber: number, contextId: string, type: string): Promise<DefaultState | null | undefined> {
    if (!this.facts.customfieldEditor) return undefined;
    return readEditorDefault(this.caller, fieldNumber, contextId, type);
  }
}

function treeOf(values: readonly ValueJson[]): OptionState[] {
  return values.map(({ id, name, disabled, childOptions = [] }) => ({
    id: String(id),
    value: name,
    disabled: String(disabled) === 'true',
    children: treeOf(childOptions),
  }));
}

/** Extender has an entry that stands for all of them. */
function isIssueType({ id }: { readonly id: string }): boolean {
  return id !== 'global' && id !== 'Global (all issues)';
}
