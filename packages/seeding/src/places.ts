import { allOf, type Caller, type TargetFacts } from '@fake-jira/target';

/** Projects and issue types of a target, by the names that people use. */
export interface Places {
  readonly projects: readonly ProjectPlace[];
  readonly issueTypes: readonly IssueTypePlace[];
  readonly projectIds: ReadonlyMap<string, string>;
  readonly projectKeys: ReadonlyMap<string, string>;
  readonly issueTypeIds: ReadonlyMap<string, string>;
  readonly issueTypeNames: ReadonlyMap<string, string>;
}

export interface ProjectPlace {
  readonly id: string;
  readonly key: string;
  readonly name: string;
}

export interface IssueTypePlace {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly subtask: boolean;
}

interface IssueTypeJson extends Omit<IssueTypePlace, 'description'> {
  readonly description?: string;
  readonly scope?: { readonly type?: string };
}

/** Base of Jira's own API on a deployment. */
export function restBase({ deployment }: Pick<TargetFacts, 'deployment'>): string {
  return deployment === 'cloud' ? '/rest/api/3' : '/rest/api/2';
}

/** Reads which projects and issue types a target has. Those of team-managed projects belong to them alone: left out. */
export async function readPlaces(caller: Caller, facts: TargetFacts): Promise<Places> {
  const base = restBase(facts);
  const [projects, types] = await Promise.all([
    facts.deployment === 'cloud'
      ? allOf<ProjectPlace>(caller, `${base}/project/search`)
      : (caller.get(`${base}/project`) as Promise<ProjectPlace[]>),
    caller.get(`${base}/issuetype`) as Promise<IssueTypeJson[]>,
  ]);
  const issueTypes = new Map<string, IssueTypePlace>();
  for (const { id, name, description = '', subtask, scope } of types) {
    if (scope?.type !== 'PROJECT' && !issueTypes.has(name)) issueTypes.set(name, { id, name, description, subtask });
  }
  return {
    projects,
    issueTypes: [...issueTypes.values()],
    projectIds: new Map(projects.map(({ key, id }) => [key, id])),
    projectKeys: new Map(projects.map(({ key, id }) => [id, key])),
    issueTypeIds: new Map([...issueTypes.values()].map(({ name, id }) => [name, id])),
    issueTypeNames: new Map(types.map(({ name, id }) => [id, name])),
  };
}
