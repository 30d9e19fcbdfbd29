import { type Json, plain } from '../read/json.js';
import type { Seen } from './seen.js';

/** Projects and issue types by their ids; those that answers name without showing them get a name of ours. */
export class Places {
  readonly projects: readonly Json[];
  /** The keys of the team-managed projects that something is of, by id. */
  readonly teamManaged: ReadonlyMap<string, string>;
  readonly #keys: ReadonlyMap<string, string>;

  constructor(readonly seen: Seen) {
    const shown = [...seen.projects.values()];
    const keys = new Map(shown.map(({ id, key }) => [plain(id), plain(key)]));
    this.teamManaged = teamManagedOf(seen, keys);
    const added = new Map(this.teamManaged);
    const named = namedIn(seen);
    for (const id of named.projects) if (!keys.has(id)) added.set(id, `PRJ${id}`);
    for (const id of keys.keys()) added.delete(id);
    this.projects = [...shown, ...[...added].map(([id, key]): Json => ({ id, key }))];
    this.#keys = new Map(this.projects.map(({ id, key }) => [plain(id), plain(key)]));
    for (const id of named.issueTypes)
      if (!seen.issueTypes.has(id)) seen.issueTypes.set(id, { id, name: `Issue type ${id}` });
  }

  /** The project that a scope names; where a thing only shows that it has one, the first. */
  keyOfScope(scope: unknown): string {
    return this.teamManaged.get(scopeId(scope) ?? '') ?? [...this.teamManaged.values()][0] ?? '';
  }

  keyOf(projectId: string): string {
    return this.#keys.get(projectId) ?? `PRJ${projectId}`;
  }

  issueTypeOf(id: string): string {
    return plain(this.seen.issueTypes.get(id)?.['name'] ?? `Issue type ${id}`);
  }
}

/** Ids of projects and issue types that contexts, and lists of fields, name. */
function namedIn({ contexts, fields }: Seen): { readonly projects: Set<string>; readonly issueTypes: Set<string> } {
  const all = [...contexts.values()].flatMap((own) => [...own.values()]);
  const listed = (name: string) =>
    [...fields.values()].flatMap(({ [name]: ids }) => (Array.isArray(ids) ? ids.map(plain) : []));
  return {
    projects: new Set([...all.flatMap(({ projects }) => [...projects]), ...listed('projectIds')]),
    issueTypes: new Set([...all.flatMap(({ issueTypes }) => [...issueTypes]), ...listed('issueTypeIds')]),
  };
}

function teamManagedOf({ projects, issueTypes, fields }: Seen, keys: ReadonlyMap<string, string>) {
  const shown = [...projects.values()].filter(({ simplified }) => simplified === true).map(({ id }) => plain(id));
  const named = [...issueTypes.values(), ...fields.values()].flatMap(({ scope }) => scopeId(scope) ?? []);
  return new Map([...shown, ...named].map((id) => [id, keys.get(id) ?? `TEAM${id}`]));
}

function scopeId(scope: unknown): string | undefined {
  return (scope as { readonly project?: { readonly id: string } } | undefined)?.project?.id;
}
