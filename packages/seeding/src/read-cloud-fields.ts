import { allOf, defaultFromJson, type Caller, type DefaultValueJson } from '@fake-jira/target';
import { findFieldType } from '@fake-jira/world';
import { defaultByNames } from './default-names.js';
import type { ContextState, FieldReader, FieldState, OptionState } from './field-state.js';
import type { Names } from './names.js';

interface FieldJson {
  readonly id: string;
  readonly name: string;
  readonly key?: string;
  readonly description?: string;
  readonly searcherKey?: string;
  readonly isLocked?: boolean;
  readonly schema?: { readonly custom?: string };
}

interface ContextJson {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly isGlobalContext: boolean;
  readonly isAnyIssueType: boolean;
}

interface OptionJson {
  readonly id: string;
  readonly value: string;
  readonly disabled?: boolean;
  readonly optionId?: string;
}

/** Reads custom fields through Jira's Field API. */
export class CloudFieldReader implements FieldReader {
  constructor(
    readonly caller: Caller,
    readonly names: Names,
  ) {}

  async list(): Promise<FieldState[]> {
    const [live, trashed] = await Promise.all([
      allOf<FieldJson>(this.caller, '/rest/api/3/field/search', {
        query: { type: 'custom', expand: 'key,isLocked,searcherKey' },
      }),
      allOf<FieldJson>(this.caller, '/rest/api/3/field/search/trashed'),
    ]);
    const ofTeams = await this.#ofTeamManagedProjects();
    return [
      ...live.filter(({ id }) => !ofTeams.has(id)).map((field) => stateOf(field, false)),
      ...trashed.map((field) => stateOf(field, true)),
    ];
  }

  /** Ids of the fields of team-managed projects: nobody can read their contexts. */
  async #ofTeamManagedProjects(): Promise<ReadonlySet<string>> {
    const all = (await this.caller.get('/rest/api/3/field')) as readonly { id: string; scope?: unknown }[];
    return new Set(all.flatMap(({ id, scope }) => (scope === undefined ? [] : [id])));
  }

  async details(field: FieldState): Promise<FieldState> {
    // Nothing below a field in the trash can be read.
    if (field.trashed) return field;
    return { ...field, contexts: await this.#contexts(field) };
  }

  async #contexts({ id, type }: FieldState): Promise<ContextState[]> {
    const { caller, names } = this;
    const at = `/rest/api/3/field/${id}/context`;
    const [contexts, defaults] = await Promise.all([
      allOf<ContextJson>(caller, at),
      allOf<DefaultValueJson>(caller, `${at}/defaultValue`),
    ]);
    const [projects, issueTypes] = await Promise.all([
      contexts.every(({ isGlobalContext }) => isGlobalContext)
        ? []
        : allOf<{ contextId: string; projectId?: string }>(caller, `${at}/projectmapping`),
      contexts.every(({ isAnyIssueType }) => isAnyIssueType)
        ? []
        : allOf<{ contextId: string; issueTypeId?: string }>(caller, `${at}/issuetypemapping`),
    ]);
    const known = findFieldType(type);
    return Promise.all(
      contexts.map(async (context): Promise<ContextState> => {
        const options = known?.optionLevels ? treeOf(await allOf(caller, `${at}/${context.id}/option`)) : [];
        const mine = <Mapping extends { contextId: string }>(all: Mapping[]) =>
          all.filter(({ contextId }) => contextId === context.id);
        const [given] = mine(defaults);
        const usual = known?.defaultValueType;
        return {
          id: context.id,
          name: context.name,
          description: context.description ?? '',
          global: context.isGlobalContext,
          projects: mine(projects).flatMap(({ projectId }) => names.places.projectKeys.get(projectId ?? '') ?? []),
          issueTypes: mine(issueTypes).flatMap(
            ({ issueTypeId }) => names.places.issueTypeNames.get(issueTypeId ?? '') ?? [],
          ),
          options,
          default: given && usual ? await defaultByNames(defaultFromJson(given, usual), options, names) : null,
          grants: null,
        };
      }),
    );
  }
}

function stateOf(field: FieldJson, trashed: boolean): FieldState {
  return {
    id: field.id,
    name: field.name,
    type: field.schema?.custom ?? '',
    description: field.description ?? '',
    searcher: trashed ? undefined : (field.searcherKey ?? null),
    locked: field.isLocked ?? false,
    trashed,
    ...(field.key !== undefined && field.key !== field.id ? { appKey: field.key } : {}),
    grants: null,
    contexts: [],
  };
}

/** Options as a tree; siblings in the order of the list. */
function treeOf(list: readonly OptionJson[]): OptionState[] {
  const below = new Map<string, OptionState[]>();
  const childrenOf = (id: string) => {
    let children = below.get(id);
    if (!children) below.set(id, (children = []));
    return children;
  };
  for (const { id, value, disabled = false, optionId = '' } of list) {
    childrenOf(optionId).push({ id, value, disabled, children: childrenOf(id) });
  }
  return childrenOf('');
}
