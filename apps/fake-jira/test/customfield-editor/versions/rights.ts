import type { Change, Side } from './change.js';
import { isSuccess, namesOf, send, servedAs } from './requests.js';
import { flatField, idsOf } from './world.js';

const sendAsAda = ({ jira, operationId }: Side) => send(jira, servedAs(jira, operationId), { user: jira.as('ada') });
const sendAsAdmin = ({ jira, operationId }: Side) => send(jira, servedAs(jira, operationId));

const { contextId } = idsOf('named');
const grantsToNobody = { userlist: ['nobody'], grouplist: ['nobodies'] };
/** Who does not exist, where grants are for the field or for a context. */
const unknownPrincipals = ({ operationId }: Side) =>
  operationId === 'editorReplaceGlobalPermissions' ? grantsToNobody : [{ contextId, ...grantsToNobody }];

async function grantsAfter(side: Side): Promise<string> {
  const { jira, operationId } = side;
  expect((await side.send({ body: unknownPrincipals(side) })).status).toBe(200);
  return JSON.stringify((await send(jira, operationId.replace('Replace', 'Get') as typeof operationId)).body);
}

/** Bob, who has a grant, deletes where only administrators may. */
async function deleteAsBob({ jira, send }: Side) {
  jira.world.write((tx) => tx.set({ onlyAdministratorsDeleteOptions: true }));
  return send();
}

export const rights: readonly Change[] = [
  {
    version: '1.3.0',
    what: 'administrators may use it, not only system administrators',
    async before(side) {
      expect((await sendAsAda(side)).status).toBe(403);
      expect((await sendAsAdmin(side)).status).toBe(200);
      expect((await sendAsAda(side.under({ 'editor.admin-before-1.3': 'administrators' }))).status).toBe(200);
    },
    async since(side) {
      expect((await sendAsAda(side)).status).toBe(200);
      expect((await sendAsAdmin(side)).status).toBe(200);
    },
    lines: {
      365: 'editorGetGlobalPermissions',
      483: 'editorReplaceGlobalPermissions',
      804: 'editorListContexts',
      1277: 'editorGetContextPermissions',
      1387: 'editorReplaceContextPermissions',
      5938: 'editorListMigrationTasks',
    },
  },
  {
    version: '2.0.0',
    what: 'unknown users and groups are refused',
    unknownBefore: 'editor.unknown-principal-before-2.0',
    async before(side) {
      expect(await grantsAfter(side)).toContain('nobody');
      const ignored = side.under({ 'editor.unknown-principal-before-2.0': 'ignored' });
      expect(await grantsAfter(ignored)).not.toContain('nobod');
    },
    async since(side) {
      const users = await side.send({ body: unknownPrincipals(side) });
      expect([users.status, namesOf(users)]).toEqual([400, expect.arrayContaining(['userlist'])]);
    },
    lines: { 481: 'editorReplaceGlobalPermissions', 1385: 'editorReplaceContextPermissions' },
  },
  {
    version: '2.4.0',
    what: 'options are deleted by administrators only, where that is set',
    async before(side) {
      const answer = await deleteAsBob(side);
      expect([answer.status, isSuccess(answer)]).toEqual([answer.status, true]);
    },
    async since(side) {
      const other = side.under({ 'editor.delete-setting-subcode': 'other' });
      expect((await deleteAsBob(side)).body).toMatchObject({ statusCode: 403, subCode: 403001 });
      expect((await deleteAsBob(other)).body).toEqual(expect.not.objectContaining({ subCode: 403001 }));
    },
    lines: {
      2486: 'editorDeleteDefaultOption',
      3051: 'editorDeleteDefaultDefaultValue',
      3584: 'editorDeleteOption',
      4159: 'editorDeleteDefaultValue',
      4704: 'editorDeleteDefaultChildOption',
      5384: 'editorDeleteChildOption',
    },
  },
  {
    version: '2.4.0',
    what: 'authenticatedUserMeta says whether the caller may delete options',
    before: async ({ send }) =>
      expect(Object.keys((await send()).body as object)).not.toContain('authenticatedUserMeta'),
    since: async ({ send }) =>
      expect((await send()).body).toMatchObject({ authenticatedUserMeta: { userAllowedToDeleteOptions: true } }),
    lines: { 1919: 'editorGetMyContext' },
  },
  {
    version: '1.2.1',
    what: 'only contexts are listed that the caller has a grant on',
    async before({ jira, send }) {
      expect((await send()).body).toHaveLength(2);
      expect((await send({ user: jira.as('steve') })).body).toHaveLength(2);
    },
    async since({ jira, send, under }) {
      expect((await send()).body).toHaveLength(2);
      expect((await send({ user: jira.as('steve') })).body).toMatchObject([{ contextId }]);
      // Without grants on contexts all are seen: by whom is open.
      expect((await send({ ids: flatField, user: jira.as('steve') })).status).toBe(403);
      const open = under({ 'editor.contexts-without-context-grants': 'everybody' });
      expect((await open.send({ ids: flatField, user: open.jira.as('steve') })).body).toHaveLength(1);
    },
    lines: { 1794: 'editorListMyContexts' },
  },
  {
    version: '3.0.0',
    what: "the refusal is that of Jira's own guard, where this instance says so",
    before: (side) => expectRefusal(side, ['message', 'statusCode', 'subCode']),
    async since(side) {
      await expectRefusal(side, ['message', 'status-code']);
      const app = await side.send({ user: side.jira.bob });
      expect(Object.keys(app.body as object).sort()).toEqual(['message', 'statusCode', 'subCode']);
    },
    lines: { 361: 'editorGetGlobalPermissions' },
  },
];

/** What refuses a plain user, where the framework's errors are taken for it from 3.0 on. */
export async function expectRefusal(side: Side, members: readonly string[]): Promise<void> {
  const { jira, send } = side.under({ 'editor.admin-refusal-3.0': 'framework' });
  const refused = await send({ user: jira.bob });
  expect([refused.status, Object.keys(refused.body as object).sort()]).toEqual([403, members]);
}
