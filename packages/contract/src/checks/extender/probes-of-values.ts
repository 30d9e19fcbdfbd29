import type { Check } from '../../check.js';
import type { ScratchField } from '../../stage/scratch.js';
import type { Stage } from '../../stage/stage.js';
import { asks } from './asks.js';
import { listed } from './listed-fields.js';
import { namesOf, valuesOf } from './steps.js';

/** The values of a scheme as they are written. */
async function rawValues({ admin }: Stage, configSchemeId: number) {
  const { body } = await admin.send('extenderGetValues', { path: { configSchemeId } });
  return (body as { schemeOptions?: readonly Readonly<Record<string, unknown>>[] }).schemeOptions;
}

async function tryValues({ admin }: Stage, { contextId }: ScratchField, body: object): Promise<void> {
  await admin.send('extenderAddValues', { path: { configSchemeId: contextId }, body });
}

const has = async (stage: Stage, { contextId }: ScratchField, value: string) =>
  namesOf(await valuesOf(stage, contextId)).includes(value);

/** Values of schemes, and what becomes of them. */
export const probesOfValues: readonly Check[] = [
  asks('extender.position-key', async (stage) => {
    const { contextId } = await stage.field('select', { options: ['red'] });
    const [red = {}] = (await rawValues(stage, contextId)) ?? [];
    return 'position' in red ? 'position' : 'postion' in red ? 'postion' : undefined;
  }),
  asks('extender.parent-property-before-2.20', async (stage) => {
    const field = await stage.field('cascadingselect');
    await tryValues(stage, field, { optionName: ['cats'] });
    const id = (await rawValues(stage, field.contextId))?.[0]?.['id'];
    // One of them names the parent; the other is refused, or ignored.
    await tryValues(stage, field, { parentOptionId: id, optionName: ['leo'] });
    await tryValues(stage, field, { parent_id: id, optionName: ['micki'] });
    const cats = (await rawValues(stage, field.contextId))?.find(({ name }) => name === 'cats');
    const [child = {}] = (cats?.['childOptions'] as object[] | undefined) ?? [];
    if ('parent_id' in child) return 'parent-id-in-answers';
    return 'parentOptionId' in child ? 'parent-id-in-requests' : undefined;
  }),
  asks('extender.values-without-options', async (stage) => {
    const { contextId } = await stage.field('textfield');
    return (await rawValues(stage, contextId)) === undefined ? 'refused' : 'empty-list';
  }),
  asks('extender.duplicate-value', async (stage) => {
    const field = await stage.field('select', { options: ['red'] });
    await tryValues(stage, field, { optionName: ['green', 'red'] });
    const answers: Record<string, string> = { red: 'refused', 'red,green': 'skipped', 'red,green,red': 'added' };
    return answers[namesOf(await valuesOf(stage, field.contextId)).join()];
  }),
  asks('extender.position-beyond-end', async (stage) => {
    const { contextId, option } = await stage.field('select', { options: ['red', 'green'] });
    const path = { configSchemeId: contextId, optionId: option('red') };
    await stage.admin.send('extenderEditValue', { path, body: { position: 14 } });
    const answers: Record<string, string> = { 'green,red': 'clamped', 'red,green': 'refused' };
    return answers[namesOf(await valuesOf(stage, contextId)).join()];
  }),
  asks('extender.child-edit-without-parent', async (stage) => {
    const options = [{ value: 'cats', children: ['leo'] }];
    const { contextId, option } = await stage.field('cascadingselect', { options });
    const path = { configSchemeId: contextId, optionId: option('cats', 'leo') };
    await stage.admin.send('extenderEditValue', { path, body: { name: 'leopold' } });
    const [cats] = await valuesOf(stage, contextId);
    return { leopold: 'accepted', leo: 'refused' }[namesOf(cats?.children ?? []).join()];
  }),
  asks('extender.delete-parent-option', async (stage) => {
    const field = await stage.field('cascadingselect', { options: [{ value: 'cats', children: ['leo'] }] });
    await stage.admin.send('extenderRemoveValues', { body: { optionId: [field.option('cats')] } });
    return (await has(stage, field, 'cats')) ? 'skipped' : 'takes-children';
  }),
  asks('extender.delete-used-option', async (stage) => {
    const field = await stage.field('select', { options: ['red'] });
    await stage.onScreen(field);
    await stage.issue({ [field.key]: { id: String(field.option('red')) } });
    await stage.admin.send('extenderRemoveValues', { body: { optionId: [field.option('red')] } });
    return (await has(stage, field, 'red')) ? 'skipped' : 'clears-values';
  }),
  asks('extender.deleted-label', async (stage) => {
    const { id, key, name } = await stage.field('textfield');
    const { body } = await stage.admin.send('extenderDeleteFields', { body: { customField: [String(id)] } });
    const [label] = (body as { deleted?: readonly string[] }).deleted ?? [];
    if (label === undefined) return undefined;
    return label === name ? 'name' : label.includes(key) ? 'name-and-id' : undefined;
  }),
  asks('extender.ambiguous-name', async (stage) => {
    const wholeName = stage.name('Twins');
    await stage.field('textfield', { wholeName });
    await stage.field('textfield', { wholeName });
    await stage.admin.send('extenderDeleteFields', { body: { customField: [wholeName] } });
    return (await listed(stage, wholeName)) ? 'skipped' : 'all-deleted';
  }),
];
