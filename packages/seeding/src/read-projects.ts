import type { Caller, TargetFacts } from '@fake-jira/target';
import pMap from 'p-map';
import { restBase, type ProjectPlace } from './places.js';

export interface ProjectState {
  readonly id: number;
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly type: string;
  /** Identity of the lead: account id on Cloud, log-in name on Data Center. */
  readonly lead: string | undefined;
  readonly issueTypes: readonly string[];
  readonly versions: readonly {
    readonly id: string;
    readonly name: string;
    readonly archived: boolean;
    readonly released: boolean;
  }[];
  readonly components: readonly { readonly id: string; readonly name: string; readonly description: string }[];
}

interface ProjectJson {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly description?: string;
  readonly projectTypeKey?: string;
  readonly lead?: { readonly accountId?: string; readonly name?: string };
  readonly issueTypes?: readonly { readonly name: string }[];
  readonly versions?: ProjectState['versions'];
  readonly components?: readonly { readonly id: string; readonly name: string; readonly description?: string }[];
}

/** Reads projects in full: lead, issue types, versions and components stand in no list. */
export async function readProjects(
  caller: Caller,
  facts: TargetFacts,
  projects: readonly ProjectPlace[],
): Promise<ProjectState[]> {
  const path = `${restBase(facts)}/project`;
  const read = await pMap(
    projects,
    async ({ key }): Promise<ProjectState> => {
      const json = (await caller.get(`${path}/${key}`)) as ProjectJson;
      return {
        id: Number(json.id),
        key,
        name: json.name,
        description: json.description ?? '',
        type: json.projectTypeKey ?? 'software',
        lead: facts.deployment === 'cloud' ? json.lead?.accountId : json.lead?.name,
        issueTypes: (json.issueTypes ?? []).map(({ name }) => name),
        versions: (json.versions ?? []).map(({ id, name, archived, released }) => ({ id, name, archived, released })),
        components: (json.components ?? []).map(({ id, name, description = '' }) => ({ id, name, description })),
      };
    },
    { concurrency: 8 },
  );
  return read.sort((a, b) => a.id - b.id);
}
