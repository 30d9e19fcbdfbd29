import type { ComponentEntry, ProjectEntry, VersionEntry } from '@fake-jira/fixtures';

/** A version as Jira tells it. */
export interface VersionJson {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly archived: boolean;
  readonly released: boolean;
  readonly startDate?: string;
  readonly releaseDate?: string;
}

/** A component as Jira's list of a project has it. */
export interface ComponentJson {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly lead?: { readonly accountId?: string; readonly name?: string };
  readonly assigneeType?: string;
}

export interface ComponentState extends Omit<ComponentJson, 'lead'> {
  /** Identity of the lead: account id on Cloud, log-in name on Data Center. */
  readonly lead: string | undefined;
}

interface Naming {
  readonly id: (id: number) => { readonly id?: number };
  /** The name in the file of somebody by their identity. */
  readonly person: (identity: string) => string | undefined;
}

/** Versions and components of a project, as far as it has any, as a world file has them. */
export function partEntries(
  {
    versions,
    components,
  }: { readonly versions: readonly VersionJson[]; readonly components: readonly ComponentState[] },
  naming: Naming,
): Pick<ProjectEntry, 'versions' | 'components'> {
  return {
    ...(versions.length > 0 && { versions: versions.map((version) => versionEntry(version, naming)) }),
    ...(components.length > 0 && { components: components.map((component) => componentEntry(component, naming)) }),
  };
}

function versionEntry(version: VersionJson, { id }: Naming): VersionEntry {
  const { name, description = '', archived, released, startDate, releaseDate } = version;
  return {
    name,
    ...id(Number(version.id)),
    ...(description !== '' && { description }),
    ...(archived && { archived }),
    ...(released && { released }),
    ...(startDate !== undefined && { startDate }),
    ...(releaseDate !== undefined && { releaseDate }),
  };
}

function componentEntry(component: ComponentState, { id, person }: Naming): ComponentEntry {
  const { name, description = '', assigneeType } = component;
  const lead = component.lead === undefined ? undefined : person(component.lead);
  const isUsual = assigneeType === undefined || assigneeType === 'PROJECT_DEFAULT';
  return {
    name,
    ...id(Number(component.id)),
    ...(description !== '' && { description }),
    ...(lead !== undefined && { lead }),
    ...(!isUsual && { assigneeType: assigneeType as NonNullable<ComponentEntry['assigneeType']> }),
  };
}
