import { checksOf } from '../../check.js';
import { none } from './granted.js';
import { byStatus } from './probes-of-options.js';

const { probe } = checksOf('customfield-editor', 'probes-of-requests');
const asUser = { roles: ['user'] } as const;
const reading = { readOnly: true } as const;
const userReading = { roles: ['user'], readOnly: true } as const;
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
    reading,
  ),
  probe(
    'editor.unknown-order-key',
    async ({ admin }) => {
      const answer = await admin.look('editorListCustomFields', { query: { startAt: 0, orderBy: '-colour' } });
      return byStatus(answer, { 400: '400', 200: 'ignored' });
    },
    reading,
  ),
  probe(
    'editor.invalid-paging',
    async ({ admin }) =>
      byStatus(await admin.look('editorListCustomFields', { query: { startAt: -1 } }), {
        400: '400',
        200: 'as-default',
      }),
    reading,
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
    asUser,
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
    { ...asUser, control: true },
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
    userReading,
  ),
  probe(
    'editor.unsupported-type',
    async (stage) => {
      const field = await stage.field('textfield');
      const answer = await stage.admin.look('editorGetGlobalPermissions', { path: { customFieldId: field.id } });
      return byStatus(answer, { 400: '400', 412: '412', 200: 'accepted' });
    },
    asUser,
  ),
  probe(
    'editor.field-type-names',
    async (stage) => {
      const field = await stage.field('textfield');
      // Before 2.0 the list has no parameters, and is no page.
      const asked = stage.versions.customfieldEditor.atLeast('2.0')
        ? { query: { filter: field.name, startAt: 0 } }
        : {};
      const { body } = await stage.admin.look('editorListCustomFields', asked);
      const listed = (Array.isArray(body) ? body : body.values) as readonly { fieldId: number; fieldType: string }[];
      const type = listed.find(({ fieldId }) => fieldId === field.id)?.fieldType ?? '';
      return { textfield: 'short-for-all', [field.type]: 'short-for-supported' }[type];
    },
    {},
  ),
  probe(
    'editor.unknown-property',
    async (stage) => {
      const field = await stage.field('select');
      const replace = (body: object) =>
        stage.admin.look('editorReplaceGlobalPermissions', { path: { customFieldId: field.id }, body });
      if ((await replace(none)).status !== 200) return undefined;
      // Before 1.8 the refusal can have another status.
      return (await replace({ ...none, colour: 'red' })).status === 200 ? 'ignored' : '400';
    },
    asUser,
  ),
  probe(
    'editor.non-numeric-id',
    async ({ user }) => {
      const answer = await user.look('editorListMyContexts', { path: { customFieldId: 'abc' } });
      return byStatus(answer, { 404: '404', 400: '400' });
    },
    userReading,
  ),
  probe(
    'editor.base-1-since',
    async ({ anonymous }) => ((await anonymous.raw('GET', `${root}/1/health/status`)).status === 200 ? '1.3' : '1.6'),
    reading,
  ),
  probe(
    'editor.base-1.2-until',
    async ({ anonymous }) =>
      (await anonymous.raw('GET', `${root}/1.2/health/status`)).status === 200 ? 'still-answers' : 'ends',
    reading,
  ),
  probe(
    'editor.old-base',
    async ({ user }) => byStatus(await user.raw('GET', `${root}/1.1/user/customfields`), { 412: '412', 404: '404' }),
    userReading,
  ),
  probe(
    'editor.paging-trigger',
    async ({ admin }) => {
      const { body } = await admin.look('editorListCustomFields', { query: { filter: 'a' } });
      return Array.isArray(body) ? 'start-at-or-max-results' : 'any-parameter';
    },
    reading,
  ),
  probe(
    'editor.admin-refusal-3.0',
    async ({ user }) => {
      const { status, body } = await user.look('editorListCustomFields');
      if (status !== 403) return undefined;
      return 'status-code' in (body as object) ? 'framework' : 'app';
    },
    userReading,
  ),
];
