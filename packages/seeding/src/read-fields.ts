import { allOf, type Caller, type TargetFacts } from '@fake-jira/target';
import { editorBase, hasGrants } from './editor.js';
import { nobody, type ContextState, type FieldReader, type FieldState, type Grantees } from './field-state.js';
import type { Names } from './names.js';
import { CloudFieldReader } from './read-cloud-fields.js';
import { DataCenterFieldReader } from './read-data-center-fields.js';

/** @param grants - whether grants are read too, where the target has some; they are by default */
export function fieldReader(
  caller: Caller,
  facts: TargetFacts,
  names: Names,
  { grants = hasGrants(facts) }: { readonly grants?: boolean } = {},
): FieldReader {
  const reader =
    facts.deployment === 'cloud'
      ? new CloudFieldReader(caller, names)
      : new DataCenterFieldReader(caller, facts, names);
  return grants ? new GrantReader(reader, caller) : reader;
}

interface EditorFieldJson {
  readonly fieldId: number | string;
  readonly globalPermission?: GrantsJson;
  readonly contextPermissions?: readonly (GrantsJson & { readonly context: EditorContextJson })[];
}

interface GrantsJson {
  readonly userlist?: readonly string[];
  readonly grouplist?: readonly string[];
}

interface EditorContextJson {
  readonly contextId: number;
  readonly isGlobal?: boolean;
}

/** Adds the grants, and whether a context is global, which only Customfield Editor says on Data Center. */
class GrantReader implements FieldReader {
  readonly #inner: FieldReader;
  readonly #caller: Caller;
  #fields: Promise<ReadonlyMap<string, EditorFieldJson>> | undefined;

  constructor(inner: FieldReader, caller: Caller) {
    this.#inner = inner;
    this.#caller = caller;
  }

  list(): Promise<FieldState[]> {
    return this.#inner.list();
  }

  async details(field: FieldState): Promise<FieldState> {
    const [read, all] = await Promise.all([this.#inner.details(field), (this.#fields ??= this.#read())]);
    const known = all.get(read.id.replace('customfield_', ''));
    const contexts = new Map(known?.contextPermissions?.map((entry) => [String(entry.context.contextId), entry]));
    return {
      ...read,
      grants: known ? grantees(known.globalPermission) : nobody,
      contexts: read.contexts.map((context): ContextState => {
        const entry = contexts.get(context.id);
        return { ...context, global: entry?.context.isGlobal ?? context.global, grants: grantees(entry) };
      }),
    };
  }

  async #read(): Promise<ReadonlyMap<string, EditorFieldJson>> {
    const path = `${editorBase}/admin/customfields`;
    const fields = await allOf<EditorFieldJson>(this.#caller, path, { query: { orderBy: 'fieldId' } });
    return new Map(fields.map((field) => [String(field.fieldId), field]));
  }
}

function grantees({ userlist = [], grouplist = [] }: GrantsJson = {}): Grantees {
  return { users: userlist, groups: grouplist };
}
