import type { Check } from '../../check.js';
import { builtInType, type ScratchField } from '../../stage/scratch.js';
import type { Stage } from '../../stage/stage.js';
import { asks, narrowScheme, reachOf, tryScheme, tryUpdate } from './asks.js';
import { listed } from './listed-fields.js';
import { namesOf, schemesOf, valuesOf } from './steps.js';

const keep = { keepExistingConfigurations: 'true' };

/** How many schemes a field has. */
const count = async (stage: Stage, field: Pick<ScratchField, 'id'>) => (await schemesOf(stage, field)).length;

/** Whether Extender adds a field, or a scheme, with the values that it is given. */
async function valuesTaken(stage: Stage): Promise<{ onField: boolean; onScheme: boolean }> {
  const fieldName = stage.name('Field');
  stage.makes('field', fieldName);
  const optionNames = ['red'];
  await stage.admin.send('extenderAddField', {
    body: { fieldName, fieldDescription: 'Made by a probe', fieldTypeKey: builtInType('select'), optionNames },
  });
  const added = await listed(stage, fieldName);
  const [first] = added ? await schemesOf(stage, { id: Number(added.id) }) : [];

  const field = await stage.field('select');
  const schemeName = stage.name('scheme');
  await tryScheme(stage, field, { schemeName, projects: [stage.sandbox.project.key], optionNames });
  const second = (await schemesOf(stage, field)).find(({ name }) => name === schemeName);

  const hasValues = async (scheme: { readonly id: number } | undefined) =>
    scheme !== undefined && namesOf(await valuesOf(stage, scheme.id)).includes('red');
  return { onField: await hasValues(first), onScheme: await hasValues(second) };
}

/** Schemes of fields, and what changes them. */
export const probesOfSchemes: readonly Check[] = [
  asks('extender.all-issue-types-form', async (stage) => {
    const field = await stage.field('select');
    await stage.context(field, { projectIds: [stage.sandbox.project.id] });
    const { body } = await stage.admin.send('extenderGetConfigSchemes', { path: { customFieldId: field.id } });
    const schemes = (body as { customFieldSchemes: { issueTypes: unknown[]; associatedProjects: unknown[] }[] })
      .customFieldSchemes;
    const global = schemes.find(({ associatedProjects }) => associatedProjects.length === 0);
    const narrow = schemes.find(({ associatedProjects }) => associatedProjects.length > 0);
    const answers: Record<string, string> = {
      '1,1': 'global-entry',
      '0,0': 'empty-list',
      '1,0': 'global-entry-on-global-schemes',
    };
    return answers[[global?.issueTypes.length, narrow?.issueTypes.length].join()];
  }),
  asks('extender.unknown-reference', async (stage) => {
    const field = await stage.field('select');
    const projects = [stage.sandbox.project.key, 'NOWHERE999'];
    await tryScheme(stage, field, { schemeName: stage.name('scheme'), projects });
    return { 1: 'refused', 2: 'skipped' }[await count(stage, field)];
  }),
  asks('extender.option-names-on', async (stage) => {
    const { onField, onScheme } = await valuesTaken(stage);
    if (onField) return onScheme ? 'both' : 'add-field-only';
    return onScheme ? 'add-scheme-only' : undefined;
  }),
  asks(
    'extender.bulk-atomic',
    async (stage) => {
      const { project, otherProject } = stage.sandbox;
      // A field without values: the second scheme asks for one, so that it cannot be added whatever else holds.
      const field = await stage.field('textfield');
      await stage.admin.send('extenderAddConfigSchemes', {
        path: { customFieldId: field.id },
        body: {
          schemeName: stage.name('scheme'),
          issueTypes: [[], []],
          projects: [[project.key], [otherProject.key]],
          optionNames: [[], ['red']],
        },
      });
      return { 1: 'yes', 2: 'no' }[await count(stage, field)];
    },
    { projects: 2 },
  ),
  asks(
    'extender.scheme-name-unique',
    async (stage) => {
      const { project, otherProject } = stage.sandbox;
      const field = await stage.field('select');
      const schemeName = stage.name('scheme');
      await tryScheme(stage, field, { schemeName, projects: [project.key] });
      await tryScheme(stage, field, { schemeName, projects: [otherProject.key] });
      return { 2: 'yes', 3: 'no' }[await count(stage, field)];
    },
    { projects: 2 },
  ),
  asks('extender.overlap', async (stage) => {
    const projects = [stage.sandbox.project.key];
    const field = await stage.field('select');
    await tryScheme(stage, field, { schemeName: stage.name('scheme'), projects });
    await tryScheme(stage, field, { schemeName: stage.name('scheme'), projects });
    return { 2: 'refused', 3: 'last-wins' }[await count(stage, field)];
  }),
  asks('extender.second-global', async (stage) => {
    const field = await stage.field('select');
    await tryScheme(stage, field, { schemeName: stage.name('scheme') });
    return { 1: 'refused', 2: 'accepted' }[await count(stage, field)];
  }),
  asks('extender.update-absent-name', async (stage) => {
    // The only scheme of its field: no other has the default name.
    const field = await stage.field('select');
    const path = { configSchemeId: field.contextId };
    const schemeName = stage.name('scheme');
    await stage.admin.send('extenderUpdateConfigScheme', { path, body: { schemeName, schemeDescription: 'before' } });
    await stage.admin.send('extenderUpdateConfigScheme', { path, body: { schemeDescription: 'after' } });
    const [scheme] = await schemesOf(stage, field);
    return scheme?.name === schemeName ? 'unchanged' : 'reset-to-default';
  }),
  asks(
    'extender.update-before-4.2',
    async (stage) => {
      const { project, otherProject } = stage.sandbox;
      const field = await stage.field('select');
      const place = { field, schemeId: field.contextId };
      await tryUpdate(stage, place, { projects: [project.key] });
      await tryUpdate(stage, place, { projects: [otherProject.key] });
      // Where adding to all projects leaves it at that, the field is for all of them still.
      const answers: Record<string, string> = { 1: 'replace', 2: 'add', all: 'add' };
      return answers[await reachOf(stage, field)];
    },
    { projects: 2 },
  ),
  asks('extender.keep-with-empty-list', async (stage) => {
    const scheme = await tryUpdate(stage, await narrowScheme(stage), { issueTypes: [] }, keep);
    return { 0: 'clears', 1: 'keeps' }[scheme?.issueTypes.length ?? -1];
  }),
  asks(
    'extender.keep-empty-value',
    async (stage) => {
      const projects = [stage.sandbox.otherProject.key];
      const place = await narrowScheme(stage);
      const scheme = await tryUpdate(stage, place, { projects }, { keepExistingConfigurations: '' });
      return { 1: 'false', 2: 'true' }[scheme?.projects.length ?? 0];
    },
    { projects: 2 },
  ),
  asks('extender.keep-on-global', async (stage) => {
    const field = await stage.field('select');
    const projects = [stage.sandbox.project.key];
    // Before 4.2 an update adds without being told to.
    const adding = stage.versions.extender.atLeast('4.2') ? keep : {};
    await tryUpdate(stage, { field, schemeId: field.contextId }, { projects }, adding);
    const answers: Record<string, string> = { all: 'stays-global', 1: 'narrows' };
    return answers[await reachOf(stage, field)];
  }),
];
