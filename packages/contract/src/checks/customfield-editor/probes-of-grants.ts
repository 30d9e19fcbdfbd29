import { checksOf } from '../../check.js';
import type { ScratchField } from '../../stage/scratch.js';
import type { Stage } from '../../stage/stage.js';
import { none, twoContexts } from './granted.js';
import { adminName, userName } from './people.js';
import { byStatus } from './probes-of-options.js';

const { probe } = checksOf('customfield-editor', 'probes-of-grants');
const asUser = { roles: ['user'] } as const;

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

/** A field and one of its contexts: the second one, where something on the target makes contexts. */
async function manyContexts(stage: Stage): Promise<{ readonly field: ScratchField; readonly here: number }> {
  if (stage.makesContexts) {
    const { field, here } = await twoContexts(stage);
    return { field, here: here.id };
  }
  const field = await stage.field('select');
  return { field, here: field.contextId };
}

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
    asUser,
  ),
  probe(
    'editor.empty-success',
    async (stage) => {
      const field = await stage.field('select');
      const answer = await stage.admin.look('editorReplaceGlobalPermissions', { path: pathOf(field), body: none });
      return { '{}': 'empty-object', '': 'no-body' }[answer.text.trim()];
    },
    asUser,
  ),
  probe(
    'editor.omitted-context-permissions',
    async (stage) => {
      const { field, here } = await manyContexts(stage);
      await stage.grant(field, { contextId: here });
      const others = here === field.contextId ? [] : [field.contextId];
      const body = others.map((contextId) => ({ contextId, userlist: [adminName(stage)], grouplist: [] }));
      await stage.admin.look('editorReplaceContextPermissions', { path: pathOf(field), body });
      const { body: now } = await stage.admin.look('editorGetContextPermissions', { path: pathOf(field) });
      const entries = now as { readonly contextId: number; readonly userlist: readonly string[] }[];
      const left = entries.find(({ contextId }) => contextId === here)?.userlist;
      return left?.includes(userName(stage)) ? 'keep' : 'lose';
    },
    asUser,
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
    asUser,
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
    asUser,
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
    asUser,
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
    asUser,
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
    asUser,
  ),
  probe(
    'editor.contexts-without-context-grants',
    async (stage) => {
      const field = await stage.field('select');
      const answer = await stage.user.look('editorListMyContexts', { path: pathOf(field) });
      return byStatus(answer, { 403: 'global-grant-holders', 200: 'everybody' });
    },
    asUser,
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
    asUser,
  ),
  probe(
    'editor.patch-global-with-context',
    async (stage) => {
      const field = await stage.field('select');
      const body = { user: userName(stage), contextId: field.contextId, action: 'GRANT', type: 'GLOBAL' };
      const answer = await stage.admin.look('editorPatchPermission', { path: pathOf(field), body });
      return byStatus(answer, { 400: '400', 200: 'ignored' });
    },
    asUser,
  ),
  probe(
    'editor.patch-unknown-principal',
    async (stage) => {
      const field = await stage.field('select');
      const body = { user: stage.name('nobody'), action: 'GRANT', type: 'GLOBAL' };
      const answer = await stage.admin.look('editorPatchPermission', { path: pathOf(field), body });
      return byStatus(answer, { 400: '400', 200: 'ignored' });
    },
    asUser,
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
    asUser,
  ),
];
