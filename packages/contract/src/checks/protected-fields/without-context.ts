import type { ScratchField } from '../../stage/scratch.js';
import type { Stage } from '../../stage/stage.js';
import { protectedField } from './steps.js';

/**
 * A field that does not apply to the issues of the sandbox, by whatever the target has for it.
 *
 * @returns `undefined` where it has nothing
 */
export async function withoutContext(stage: Stage): Promise<Pick<ScratchField, 'key'> | undefined> {
  if (stage.answer('jira.new-field-context') === 'none') return withoutAny(stage);
  const field = await protectedField(stage, 'text');
  if (stage.versions.jira.has('cloud')) {
    await stage.narrow(field, [stage.sandbox.otherProject.id]);
    return field;
  }
  for (const remove of removals(stage, field)) {
    await remove();
    if (!(await appliesToAll(stage, field))) return field;
  }
  return undefined;
}

/** As it is where new fields have no context. */
async function withoutAny(stage: Stage): Promise<Pick<ScratchField, 'key'>> {
  const name = stage.name('protected-text');
  const entry = stage.makes('field', name);
  const { body } = await stage.admin.send('createCustomField', {
    body: { name, type: 'protected-fields:protected-text' },
  });
  const key = String(body.id);
  entry.made(key.replace('customfield_', ''));
  return { key };
}

function removals(stage: Stage, field: ScratchField): (() => Promise<unknown>)[] {
  const { admin, sandbox, versions } = stage;
  const { extender, customfieldEditor } = versions;
  const remove = async () => admin.send('extenderRemoveConfigScheme', { path: { configSchemeId: field.contextId } });
  const narrow = async () =>
    admin.send('extenderUpdateConfigScheme', {
      path: { configSchemeId: field.contextId },
      body: {
        schemeName: stage.name('scheme'),
        schemeDescription: 'Changed by a probe',
        projects: [sandbox.otherProject.key],
      },
    });
  const drop = async () =>
    admin.send('editorDeleteContext', { path: { customFieldId: field.id, contextId: field.contextId } });
  return [
    ...(extender.atLeast('1.7.3') ? [remove] : []),
    ...(extender.atLeast('1.6') ? [narrow] : []),
    ...(customfieldEditor.atLeast('2.10') ? [drop] : []),
  ];
}

async function appliesToAll({ admin }: Stage, { key, name }: ScratchField): Promise<boolean> {
  const { body } = await admin.raw('GET', `/rest/api/2/customFields?search=${encodeURIComponent(name)}`);
  const fields = (body as { values: { id: string; isAllProjects: boolean }[] }).values;
  return fields.find(({ id }) => id === key)?.isAllProjects !== false;
}
