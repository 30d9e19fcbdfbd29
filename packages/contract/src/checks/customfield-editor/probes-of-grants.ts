import { checksOf } from '../../check.js';
import type { ScratchField } from '../../stage/scratch.js';
import type { Stage } from '../../stage/stage.js';
import { none, twoContexts } from './granted.js';
import { adminName, userName } from './people.js';
import { byStatus } from './probes-of-options.js';

const { probe } = checksOf('customfield-editor', 'probes-of-grants');
const since = (version: '1.2' | '1.2.1' | '2.0' | '2.10') =>
  ({ roles: ['user'], since: { customfieldEditor: version } }) as const;

const pathOf = ({ id }: ScratchField) => ({ customFieldId: id });

/** A field that has lost its only context. */
async function withoutContext(stage: Stage): Promise<ScratchField> {
  const field = await stage.field('select');
  const path = { ...pathOf(field), contextId: field.contextId };
  await stage.admin.look('editorDeleteContext', { path });
  return field;
}

const createContext = (stage: Stage, field: ScratchField, isGlobal: boolean, projectIds: readonly number[]) =>
  stage.admin.look('editorCreateContext', {
    path: pathOf(field),
    body: { contextName: stage.name('context'), contextDescription: '', isGlobal, projectIds, issueTypeIds: [] },
  });

export const probesOfGrants = [
  probe(
    'editor.list-context-containers',
    async (stage) => {
      const field = await stage.field('select');
      const query = { filter: field.name, startAt: 0 };
      const { body } = await stage.admin.look('editorListCustomFields', { query });
      const { values } = body as { values: [{ contextPermissions: [{ context: object }] }] };
      return 'projects' in values[0].contextPermissions[0].context ? 'present' : 'absent';
    },
    since('2.0'),
  ),
  probe(
    'editor.empty-success',
    async (stage) => {
      const field = await stage.field('select');
      const answer = await stage.admin.look('editorReplaceGlobalPermissions', { path: pathOf(field), body: none });
      return { '{}': 'empty-object', '': 'no-body' }[answer.text.trim()];
    },
    since('1.2'),
  ),
  probe(
    'editor.omitted-context-permissions',
    async (stage) => {
      const { field, here } = await twoContexts(stage);
      await stage.grant(field, { contextId: here.id });
      const body = [{ contextId: field.contextId, userlist: [adminName(stage)], grouplist: [] }];
      await stage.admin.look('editorReplaceContextPermissions', { path: pathOf(field), body });
      const { body: now } = await stage.admin.look('editorGetContextPermissions', { path: pathOf(field) });
      const entries = now as { readonly contextId: number; readonly userlist: readonly string[] }[];
      const left = entries.find(({ contextId }) => contextId === here.id)?.userlist;
      return left?.includes(userName(stage)) ? 'keep' : 'lose';
    },
    since('1.2.1'),
  ),
  probe(
    'editor.one-context-403',
    async (stage) => {
      const field = await stage.field('select');
      const path = { ...pathOf(field), contextId: field.contextId };
      const { status, body } = await stage.user.look('editorGetMyContext', { path });
      if (status !== 403) return undefined;
      return 'errors' in (body as object) ? 'validation-errors' : 'rest-error';
    },
    since('2.0'),
  ),
  probe(
    'editor.avatar',
    async (stage) => {
      const field = await stage.field('select');
      await stage.grant(field);
      const asked = { path: pathOf(field), query: { expand: 'userlistWithFullnames' } };
      const { body } = await stage.admin.look('editorGetGlobalPermissions', asked);
      return 'avatar' in (body as { userlistWithFullnames: [object] }).userlistWithFullnames[0] ? 'present' : 'absent';
    },
    since('2.0'),
  ),
  probe(
    'editor.expanded-field-id',
    async (stage) => {
      const field = await stage.field('select');
      const asked = { path: pathOf(field), query: { expand: 'field' } };
      const { body } = await stage.admin.look('editorGetGlobalPermissions', asked);
      const type = typeof (body as { field: { fieldId: unknown } }).field.fieldId;
      return type === 'number' || type === 'string' ? type : undefined;
    },
    since('2.0'),
  ),
  probe(
    'editor.default-context',
    async (stage) => {
      // A field whose context for all projects is younger than the other one.
      const { field } = await twoContexts(stage);
      await stage.admin.look('editorDeleteContext', { path: { ...pathOf(field), contextId: field.contextId } });
      await createContext(stage, field, true, []);
      await stage.grant(field);
      const { status, body } = await stage.user.look('editorListDefaultOptions', { path: pathOf(field) });
      // That of the lowest id is the first one in Jira's order as well, as far as a client can tell.
      return status !== 200 ? undefined : (body as object[]).length === 0 ? 'global' : 'lowest-id';
    },
    since('2.10'),
  ),
  probe(
    'editor.default-without-global',
    async (stage) => {
      const { field } = await twoContexts(stage);
      await stage.admin.look('editorDeleteContext', { path: { ...pathOf(field), contextId: field.contextId } });
      await stage.grant(field);
      const answer = await stage.user.look('editorListDefaultOptions', { path: pathOf(field) });
      return byStatus(answer, { 400: '400', 200: 'first-context' });
    },
    // Where it is not the global one, a field always has a default context.
    { ...since('2.10'), answers: { 'editor.default-context': 'global' } },
  ),
  probe(
    'editor.contexts-without-context-grants',
    async (stage) => {
      const field = await stage.field('select');
      const answer = await stage.user.look('editorListMyContexts', { path: pathOf(field) });
      return byStatus(answer, { 403: 'global-grant-holders', 200: 'everybody' });
    },
    since('1.2.1'),
  ),
  probe(
    'editor.context-contradiction',
    async (stage) => {
      const field = await withoutContext(stage);
      const { status } = await createContext(stage, field, true, [stage.sandbox.project.id]);
      if (status === 400) return '400';
      const { body } = await stage.admin.look('editorListContexts', { path: pathOf(field) });
      const [context] = body as { readonly isGlobal: boolean }[];
      return context === undefined ? undefined : context.isGlobal ? 'flag-wins' : 'list-wins';
    },
    since('2.10'),
  ),
  probe(
    'editor.patch-global-with-context',
    async (stage) => {
      const field = await stage.field('select');
      const body = { user: userName(stage), contextId: field.contextId, action: 'GRANT', type: 'GLOBAL' };
      const answer = await stage.admin.look('editorPatchPermission', { path: pathOf(field), body });
      return byStatus(answer, { 400: '400', 200: 'ignored' });
    },
    since('2.0'),
  ),
  probe(
    'editor.patch-unknown-principal',
    async (stage) => {
      const field = await stage.field('select');
      const body = { user: stage.name('nobody'), action: 'GRANT', type: 'GLOBAL' };
      const answer = await stage.admin.look('editorPatchPermission', { path: pathOf(field), body });
      return byStatus(answer, { 400: '400', 200: 'ignored' });
    },
    since('2.0'),
  ),
  probe(
    'editor.unknown-principal-before-2.0',
    async (stage) => {
      const field = await stage.field('select');
      const nobody = stage.name('nobody');
      const body = { userlist: [nobody], grouplist: [] };
      await stage.admin.look('editorReplaceGlobalPermissions', { path: pathOf(field), body });
      const { body: now } = await stage.admin.look('editorGetGlobalPermissions', { path: pathOf(field) });
      return (now as { userlist: string[] }).userlist.includes(nobody) ? 'stored' : 'ignored';
    },
    { ...since('1.2'), until: { customfieldEditor: '2.0' } },
  ),
];
