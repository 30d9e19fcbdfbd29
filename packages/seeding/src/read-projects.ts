import type { Caller, TargetFacts } from '@fake-jira/target';
import pMap from 'p-map';
import type { ComponentJson, ComponentState, VersionJson } from './project-parts.js';
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
  readonly versions: readonly VersionJson[];
  readonly components: readonly ComponentState[];
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
  readonly components?: readonly ComponentJson[];
}

/** Reads projects in full: lead, issue types, versions and components stand in no list. */
export async function readProjects(
  caller: Caller,
  facts: TargetFacts,
  projects: readonly ProjectPlace[],
): Promise<ProjectState[]> {
  const path = `${restBase(facts)}/project`;
  const identityOf = (person: ProjectJson['lead']) => (facts.deployment === 'cloud' ? person?.accountId : person?.name);
  const read = await pMap(
    projects,
    async ({ key }): Promise<ProjectState> => {
      const json = (await caller.get(`${path}/${key}`)) as ProjectJson;
      // Who leads a component stands in its list alone.
      const hasComponents = (json.components ?? []).length > 0;
      const components = hasComponents ? ((await caller.get(`${path}/${key}/components`)) as ComponentJson[]) : [];
      return {
        id: Number(json.id),
        key,
        name: json.name,
        description: json.description ?? '',
        type: json.projectTypeKey ?? 'software',
        lead: identityOf(json.lead),
        issueTypes: (json.issueTypes ?? []).map(({ name }) => name),
        versions: json.versions ?? [],
        components: components.map((component) => ({ ...component, lead: identityOf(component.lead) })),
      };
    },
    { concurrency: 8 },
  );
  return read.sort((a, b) => a.id - b.id);
}
