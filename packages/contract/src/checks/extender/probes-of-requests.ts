import type { Check } from '../../check.js';
import { builtInType } from '../../stage/scratch.js';
import type { Stage } from '../../stage/stage.js';
import { asks, byStatus } from './asks.js';
import { listed } from './listed-fields.js';
import { namesOf, valuesOf } from './steps.js';

async function pageOfFields({ admin }: Stage, query: Record<string, number>) {
  const { body } = await admin.send('extenderGetFields', { query });
  return body as { readonly maxResults?: number; readonly customFields?: readonly unknown[] };
}

/** How requests are read and answered. */
export const probesOfRequests: readonly Check[] = [
  asks(
    'extender.unknown-scheme-status',
    byStatus({ 200: '200', 404: '404' }, ({ admin, unknownId }) =>
      admin.send('extenderAddValues', { path: { configSchemeId: unknownId }, body: { optionName: ['x'] } }),
    ),
  ),
  asks(
    'extender.error-form',
    byStatus({ 400: '400', 200: '200', 404: '404' }, ({ admin, unknownId }) =>
      admin.send('extenderGetConfigSchemes', { path: { customFieldId: unknownId } }),
    ),
  ),
  asks(
    'extender.forbidden',
    byStatus({ 403: '403', 401: '401' }, ({ user }) => user.send('extenderGetFields')),
    { roles: ['user'] },
  ),
  asks('extender.create-status', async (stage) => {
    const name = stage.name('Field');
    const entry = stage.makes('field', name);
    const { status, body } = await stage.admin.send('extenderAddField', {
      body: { fieldName: name, fieldDescription: 'Made by a probe', fieldTypeKey: builtInType('textfield') },
    });
    const id = (body as { customFieldId?: string } | undefined)?.customFieldId;
    if (id === undefined) return undefined;
    entry.made(id.replace('customfield_', ''));
    return { 200: '200', 201: '201' }[status];
  }),
  asks(
    'extender.page-size',
    async (stage) => ({ 1000: '1000', 100: '100' })[(await pageOfFields(stage, {})).maxResults ?? 0],
  ),
  asks('extender.page-limit', async (stage) => {
    const { maxResults } = await pageOfFields(stage, { maxResults: 5000 });
    return { 5000: 'none', 1000: 'page-size', 100: 'page-size' }[maxResults ?? 0];
  }),
  asks('extender.invalid-paging', async (stage) =>
    (await pageOfFields(stage, { startAt: -1 })).customFields === undefined ? 'refused' : 'as-default',
  ),
  asks('extender.types-paged', async ({ admin }) => {
    const { body } = await admin.send('extenderGetFieldTypes', { query: { maxResults: 2 } });
    const { total, customFieldTypes } = body as { total?: number; customFieldTypes?: unknown[] };
    if (customFieldTypes === undefined) return undefined;
    return total === undefined ? 'no' : 'yes';
  }),
  asks('extender.field-id-form', async (stage) => {
    const { key } = await stage.field('textfield');
    const { body } = await stage.admin.send('extenderGetConfigSchemes', { path: { customFieldId: key } });
    return (body as { customFieldSchemes?: unknown }).customFieldSchemes === undefined ? 'number-only' : 'both';
  }),
  asks('extender.all-description', async (stage) => {
    const { name } = await stage.field('textfield', { description: 'Described by a probe' });
    const found = await listed(stage, name);
    return found && ('description' in found ? 'present' : 'absent');
  }),
  asks('extender.last-update-unit', async (stage) => {
    const field = await stage.field('textfield');
    await stage.onScreen(field);
    await stage.issue({ [field.key]: 'x' });
    const at = (await listed(stage, field.name))?.lastValueUpdate;
    if (typeof at !== 'number') return undefined;
    // As seconds, this many are the year 5138; as milliseconds, 1973.
    return at > 100_000_000_000 ? 'ms' : 's';
  }),
  asks('extender.unknown-property', async (stage) => {
    const { contextId } = await stage.field('select');
    const body = { optionName: ['red'], colour: 'red' };
    await stage.admin.send('extenderAddValues', { path: { configSchemeId: contextId }, body });
    return namesOf(await valuesOf(stage, contextId)).includes('red') ? 'ignored' : 'refused';
  }),
];
