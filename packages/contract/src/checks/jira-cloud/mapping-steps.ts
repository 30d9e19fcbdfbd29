import type { OperationId } from '@fake-jira/openapi';
import type { Check, CheckBuilders } from '../../check.js';
import type { ScratchField } from '../../stage/scratch.js';
import type { Stage } from '../../stage/stage.js';
import { refuses } from './errors.js';

/** While the context of a field for all projects could be removed and narrowed (CHANGE-3019). */
export const untilGlobalStays = { until: { cloud: '2026-04' } } as const;

/** Since it cannot. */
export const sinceGlobalStays = {
  since: { cloud: '2026-04' },
  evidence: 'corroborated',
  source: "Atlassian's changelog, CHANGE-3019",
} as const;

/** The lists of what the contexts of a field are of. */
type MappingList = 'getProjectContextMapping' | 'getIssueTypeMappingsForContexts';

interface Mapping {
  readonly contextId: string;
  readonly issueTypeId?: string;
  readonly projectId?: string;
}

/** What the contexts of a field are of. */
export async function mappings(stage: Stage, id: MappingList, field: ScratchField) {
  const { body } = await stage.admin.ask(id, 200, { path: { fieldId: field.key } });
  return body.values as readonly Mapping[];
}

/** A scratch field with a second context for the first project and the first issue type of the sandbox. */
export async function withOwnContext(stage: Stage) {
  const { project, issueType } = stage.sandbox;
  const field = await stage.field('select');
  const own = await stage.context(field, { projectIds: [project.id], issueTypeIds: [issueType.id] });
  return {
    field,
    path: { fieldId: field.key, contextId: own.id },
    globally: { contextId: String(field.contextId), isGlobalContext: true },
    forAll: { contextId: String(field.contextId), isAnyIssueType: true },
    ownId: String(own.id),
    projectId: String(project.id),
    issueTypeId: String(issueType.id),
  };
}

/** A write of one mapping that is refused because of an id that there is none of. */
export function unknownIdOf(
  outcome: CheckBuilders['outcome'],
  id: OperationId,
  property: 'projectIds' | 'issueTypeIds',
  what: string,
): Check {
  return outcome(id, 404, `when there is no such ${what}`, async (stage) => {
    const { path } = await withOwnContext(stage);
    const body = { [property]: [String(stage.unknownId)] };
    refuses((await stage.admin.ask(id, 404, { path, body })).body);
  });
}
