import type { Caller, TargetFacts } from '@fake-jira/target';
import { restBase, type Places } from './places.js';
import { readGroups } from './read-groups.js';

interface ProjectJson {
  readonly key: string;
  readonly versions?: readonly { readonly id: string; readonly name: string }[];
}

/** Looks up what the ids of a target name, and the ids of what names name. What is asked once is remembered. */
export class Names {
  readonly #caller: Caller;
  readonly #base: string;
  readonly #groupIds = new Map<string, Promise<string | undefined>>();
  #groupNames: Promise<ReadonlyMap<string, string>> | undefined;
  #versions: Promise<ReadonlyMap<string, string>> | undefined;

  constructor(
    caller: Caller,
    facts: TargetFacts,
    readonly places: Places,
  ) {
    this.#caller = caller;
    this.#base = restBase(facts);
  }

  /** The id of a group, or on Data Center its name; `undefined`: there is no such group. */
  groupId(name: string): Promise<string | undefined> {
    return remembered(this.#groupIds, name, async () => {
      const query = { query: name, maxResults: 1000 };
      const { groups } = (await this.#caller.get(`${this.#base}/groups/picker`, query)) as {
        groups: { name: string; groupId?: string }[];
      };
      const found = groups.find((group) => group.name === name);
      return found && (found.groupId ?? found.name);
    });
  }

  /** The name of a group by its id; a name is its own. */
  async groupName(groupId: string): Promise<string | undefined> {
    this.#groupNames ??= readGroups(this.#caller, this.#base).then(
      (groups) => new Map([...groups].flatMap(([name, id]) => [[name, name] as const, [id ?? name, name] as const])),
    );
    return (await this.#groupNames).get(groupId);
  }

  /** Ids of versions by `KEY/name`. */
  async versionIds(): Promise<ReadonlyMap<string, string>> {
    this.#versions ??= this.#readVersions();
    return this.#versions;
  }

  /** `KEY/name` of a version. */
  async versionName(versionId: string): Promise<string | undefined> {
    for (const [name, id] of await this.versionIds()) if (id === versionId) return name;
    return undefined;
  }

  async #readVersions(): Promise<ReadonlyMap<string, string>> {
    const found = new Map<string, string>();
    for (const { key } of this.places.projects) {
      const { versions = [] } = (await this.#caller.get(`${this.#base}/project/${key}`)) as ProjectJson;
      for (const { id, name } of versions) found.set(`${key}/${name}`, id);
    }
    return found;
  }
}

function remembered<Value>(
  known: Map<string, Promise<Value>>,
  key: string,
  find: () => Promise<Value>,
): Promise<Value> {
  let value = known.get(key);
  if (!value) known.set(key, (value = find()));
  return value;
}
