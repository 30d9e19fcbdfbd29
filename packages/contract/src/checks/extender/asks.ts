import type { QuestionId } from '@fake-jira/profile';
import { checksOf, type Check, type Needs } from '../../check.js';
import type { ScratchField } from '../../stage/scratch.js';
import type { Answer } from '../../stage/person.js';
import type { Stage } from '../../stage/stage.js';
import { schemesOf, type Scheme } from './steps.js';

const { probe } = checksOf('extender', 'probes');

type Ask = (stage: Stage) => Promise<string | undefined>;

/**
 * Asks an open question of Extender. Whether something was done is seen by what is there behind it, never by a status:
 * that of a refusal is open itself.
 */
export const asks = (question: QuestionId, ask: Ask, needs: Needs = {}): Check => probe(question, ask, needs);

/** An answer by the status that was seen. */
export const byStatus =
  (answers: Readonly<Record<number, string>>, send: (stage: Stage) => Promise<Answer>): Ask =>
  async (stage) =>
    answers[(await send(stage)).status];

/** Adds a scheme with a name of its own; what the answer is does not matter. */
export async function tryScheme(stage: Stage, { id }: Pick<ScratchField, 'id'>, body: object): Promise<void> {
  await stage.admin.send('extenderAddConfigScheme', { path: { customFieldId: id }, body });
}

/** Of how many projects a field is, or all of them: Extender itself says it since 1.7.2, Data Center always. */
export async function reachOf({ admin }: Stage, { name }: Pick<ScratchField, 'name'>): Promise<string> {
  const { body } = await admin.raw('GET', `/rest/api/2/customFields?search=${encodeURIComponent(name)}`);
  const [field] = (body as { values: { isAllProjects: boolean; projectIds: readonly string[] }[] }).values;
  return field === undefined ? '' : field.isAllProjects ? 'all' : String(field.projectIds.length);
}

/** Changes a scheme; name and description are sent with it, for what leaving them out does is open. */
export async function tryUpdate(
  stage: Stage,
  { field, schemeId }: { readonly field: ScratchField; readonly schemeId: number },
  body: object,
  query: Record<string, string> = {},
): Promise<Scheme | undefined> {
  await stage.admin.send('extenderUpdateConfigScheme', {
    path: { configSchemeId: schemeId },
    query,
    body: { schemeName: stage.name('scheme'), schemeDescription: 'Changed by a probe', ...body },
  });
  return (await schemesOf(stage, field)).find(({ id }) => id === schemeId);
}

/** A field with a scheme of its own for the first project and issue type of the sandbox. */
export async function narrowScheme(stage: Stage): Promise<{ field: ScratchField; schemeId: number }> {
  const { project, issueType } = stage.sandbox;
  const field = await stage.field('select');
  const { id } = await stage.context(field, { projectIds: [project.id], issueTypeIds: [issueType.id] });
  return { field, schemeId: id };
}
