import { checksOf } from '../../check.js';
import { byStatus } from './probes-of-options.js';

const { probe } = checksOf('customfield-editor', 'probes-of-requests');
const since12 = { roles: ['user'], since: { customfieldEditor: '1.2' } } as const;
const since18 = { roles: ['user'], since: { customfieldEditor: '1.8' } } as const;
const since20 = { roles: ['user'], since: { customfieldEditor: '2.0' }, readOnly: true } as const;
const root = '/rest/jiracustomfieldeditorplugin';

/*
 * `editor.admin-before-1.3` has no probe: it takes an administrator who is no system administrator, and the
 * credentials of a run have none.
 */

export const probesOfRequests = [
  probe(
    'editor.unknown-entity',
    async ({ admin, unknownId }) => {
      const answer = await admin.look('editorGetGlobalPermissions', { path: { customFieldId: unknownId } });
      return byStatus(answer, { 400: '400', 404: '404', 500: '500' });
    },
    { ...since18, readOnly: true },
  ),
  probe(
    'editor.unknown-order-key',
    async ({ admin }) => {
      const answer = await admin.look('editorListCustomFields', { query: { startAt: 0, orderBy: '-colour' } });
      return byStatus(answer, { 400: '400', 200: 'ignored' });
    },
    since20,
  ),
  probe(
    'editor.invalid-paging',
    async ({ admin }) =>
      byStatus(await admin.look('editorListCustomFields', { query: { startAt: -1 } }), {
        400: '400',
        200: 'as-default',
      }),
    since20,
  ),
  probe(
    'editor.admin-forbidden-subcode',
    async (stage) => {
      const field = await stage.field('select');
      const asked = { path: { customFieldId: field.id }, body: { userlist: [], grouplist: [] } };
      const { status, body } = await stage.user.look('editorReplaceGlobalPermissions', asked);
      if (status !== 403) return undefined;
      // An error of the framework has none.
      const { subCode } = (body ?? {}) as { subCode?: number };
      return subCode === undefined ? undefined : subCode === 403000 ? '403000' : 'other';
    },
    // Since then the framework can be what refuses (editor.admin-refusal-3.0).
    { ...since12, until: { customfieldEditor: '3.0' } },
  ),
  probe(
    'editor.delete-setting-subcode',
    async (stage) => {
      const field = await stage.field('select', { options: ['a'] });
      await stage.grant(field);
      await stage.control.settings({ onlyAdministratorsDeleteOptions: true });
      const path = { customFieldId: field.id, optionId: field.option('a') };
      const { status, body } = await stage.user.look('editorDeleteDefaultOption', { path });
      if (status !== 403) return undefined;
      return (body as { subCode?: number }).subCode === 403001 ? '403001' : 'other';
    },
    { roles: ['user'], since: { customfieldEditor: '2.4' }, control: true },
  ),
  probe(
    'editor.unauthenticated-body',
    async ({ anonymous }) => {
      const refusals = [
        await anonymous.look('editorListCustomFields'),
        await anonymous.look('editorListMyCustomFields'),
      ];
      if (refusals.some(({ status }) => status !== 401)) return undefined;
      const [admin, user] = refusals.map(({ text }) => text !== '');
      if (user) return admin ? 'error-body' : undefined;
      return admin ? 'error-body-on-admin-operations' : 'empty';
    },
    { ...since12, readOnly: true },
  ),
  probe(
    'editor.unsupported-type',
    async (stage) => {
      const field = await stage.field('textfield');
      const answer = await stage.admin.look('editorGetGlobalPermissions', { path: { customFieldId: field.id } });
      return byStatus(answer, { 400: '400', 412: '412', 200: 'accepted' });
    },
    since18,
  ),
  probe(
    'editor.field-type-names',
    async (stage) => {
      const field = await stage.field('textfield');
      const { body } = await stage.admin.look('editorListCustomFields', { query: { filter: field.name, startAt: 0 } });
      const { values } = body as { values: { fieldId: number; fieldType: string }[] };
      const type = values.find(({ fieldId }) => fieldId === field.id)?.fieldType ?? '';
      return { textfield: 'short-for-all', [field.type]: 'short-for-supported' }[type];
    },
    { ...since20, readOnly: false },
  ),
  probe(
    'editor.unknown-property',
    async (stage) => {
      const field = await stage.field('select');
      await stage.grant(field);
      const asked = { path: { customFieldId: field.id }, body: { optionvalue: 'a', colour: 'red' } };
      return byStatus(await stage.user.look('editorCreateDefaultOption', asked), { 400: '400', 200: 'ignored' });
    },
    since12,
  ),
  probe(
    'editor.non-numeric-id',
    async ({ user }) => {
      const answer = await user.look('editorListMyContexts', { path: { customFieldId: 'abc' } });
      return byStatus(answer, { 404: '404', 400: '400' });
    },
    { ...since12, readOnly: true },
  ),
  probe(
    'editor.base-1-since',
    async ({ anonymous }) => ((await anonymous.raw('GET', `${root}/1/health/status`)).status === 200 ? '1.3' : '1.6'),
    { since: { customfieldEditor: '1.3' }, until: { customfieldEditor: '1.8' }, readOnly: true },
  ),
  probe(
    'editor.base-1.2-until',
    async ({ anonymous }) =>
      (await anonymous.raw('GET', `${root}/1.2/health/status`)).status === 200 ? 'still-answers' : 'ends',
    { since: { customfieldEditor: '1.8' }, readOnly: true },
  ),
  probe(
    'editor.old-base',
    async ({ user }) => byStatus(await user.raw('GET', `${root}/1.1/user/customfields`), { 412: '412', 404: '404' }),
    { ...since12, until: { customfieldEditor: '1.3' }, readOnly: true },
  ),
  probe(
    'editor.paging-trigger',
    async ({ admin }) => {
      const { body } = await admin.look('editorListCustomFields', { query: { filter: 'a' } });
      return Array.isArray(body) ? 'start-at-or-max-results' : 'any-parameter';
    },
    { ...since20, until: { customfieldEditor: '3.0' } },
  ),
  probe(
    'editor.admin-refusal-3.0',
    async ({ user }) => {
      const { status, body } = await user.look('editorListCustomFields');
      if (status !== 403) return undefined;
      return 'status-code' in (body as object) ? 'framework' : 'app';
    },
    { ...since20, since: { customfieldEditor: '3.0' } },
  ),
];
