import type { ScratchField } from '../../stage/scratch.js';
import type { Stage } from '../../stage/stage.js';

/** The grants of nobody. */
export const none = { userlist: [], grouplist: [] };

export const pathOf = ({ id }: ScratchField) => ({ customFieldId: id });

/** The grants on a whole field. */
export async function globalOf(stage: Stage, field: ScratchField): Promise<unknown> {
  return (await stage.admin.ask('editorGetGlobalPermissions', 200, { path: pathOf(field) })).body;
}

/** The grants on each of its contexts. */
export async function contextsOf(stage: Stage, field: ScratchField): Promise<unknown> {
  return (await stage.admin.ask('editorGetContextPermissions', 200, { path: pathOf(field) })).body;
}

/** A field with a context for one project beside the one for all. */
export async function twoContexts(stage: Stage) {
  const field = await stage.field('select', { options: ['everywhere'] });
  const here = await stage.context(field, { projectIds: [stage.sandbox.project.id], options: ['here'] });
  return { field, here };
}
