import { expect } from 'expect';
import { checksOf } from '../../check.js';
import type { ScratchField } from '../../stage/scratch.js';
import type { Stage } from '../../stage/stage.js';
import { done, invalid } from './answers.js';
import { contextsOf, globalOf, none, pathOf, twoContexts } from './granted.js';
import { adminName, userGroup, userName } from './people.js';

const { outcome } = checksOf('customfield-editor', 'grant-patches');
const needs = { roles: ['user'] } as const;
/** What a PATCH has to have, the document says in words; which wrong ones are refused, it does not. */
const inferred = { ...needs, evidence: 'inferred' } as const;

const patch = (stage: Stage, field: ScratchField, body: unknown, status = 200) =>
  stage.admin.ask('editorPatchPermission', status, { path: pathOf(field), body });

/** Patches that are refused. */
const wrongPatches: readonly (readonly [when: string, body: (name: string, group: string) => object])[] = [
  ['when neither a user nor a group is given', () => ({ action: 'GRANT', type: 'GLOBAL' })],
  ['when both are null', () => ({ user: null, group: null, action: 'GRANT', type: 'GLOBAL' })],
  ['when both a user and a group are given', (user, group) => ({ user, group, action: 'GRANT', type: 'GLOBAL' })],
  ['when the action is missing', (user) => ({ user, type: 'GLOBAL' })],
  ['when the action is neither GRANT nor REVOKE', (user) => ({ user, action: 'GIVE', type: 'GLOBAL' })],
  ['when the type is missing', (user) => ({ user, action: 'GRANT' })],
  ['when the type is neither GLOBAL nor CONTEXT', (user) => ({ user, action: 'GRANT', type: 'ALL' })],
  ['when a grant on a context names none', (user) => ({ user, action: 'GRANT', type: 'CONTEXT' })],
];

export const grantPatches = [
  outcome(
    'editorPatchPermission',
    200,
    'and one more user has a global grant, once',
    async (stage) => {
      const field = await stage.field('select');
      await stage.grant(field, { users: [adminName(stage)] });
      const body = { user: userName(stage), action: 'GRANT', type: 'GLOBAL' };
      done(stage, await patch(stage, field, body));
      const both = { userlist: [adminName(stage), userName(stage)], grouplist: [] };
      expect(await globalOf(stage, field)).toEqual(both);
      // A grant that is there already is no error and no second one.
      done(stage, await patch(stage, field, body));
      expect(await globalOf(stage, field)).toEqual(both);
    },
    needs,
  ),
  outcome(
    'editorPatchPermission',
    200,
    'and one user has a global grant no longer',
    async (stage) => {
      const field = await stage.field('select');
      await stage.grant(field, { users: [adminName(stage), userName(stage)] });
      const body = { user: userName(stage), action: 'REVOKE', type: 'GLOBAL' };
      done(stage, await patch(stage, field, body));
      const left = { userlist: [adminName(stage)], grouplist: [] };
      expect(await globalOf(stage, field)).toEqual(left);
      done(stage, await patch(stage, field, body));
      expect(await globalOf(stage, field)).toEqual(left);
    },
    needs,
  ),
  outcome(
    'editorPatchPermission',
    200,
    'and a user has a grant on one context, or has it no longer',
    async (stage) => {
      const { field, here } = await twoContexts(stage);
      const body = { user: userName(stage), group: null, contextId: here.id, type: 'CONTEXT' };
      done(stage, await patch(stage, field, { ...body, action: 'GRANT' }));
      const without = { contextId: field.contextId, ...none };
      const granted = { contextId: here.id, userlist: [userName(stage)], grouplist: [] };
      expect(await contextsOf(stage, field)).toEqual([without, granted]);
      expect(await globalOf(stage, field)).toEqual(none);
      done(stage, await patch(stage, field, { ...body, action: 'REVOKE' }));
      expect(await contextsOf(stage, field)).toEqual([without, { contextId: here.id, ...none }]);
    },
    needs,
  ),
  outcome(
    'editorPatchPermission',
    200,
    'and a group has a grant',
    async (stage) => {
      const [field, group] = [await stage.field('select'), await userGroup(stage)];
      done(stage, await patch(stage, field, { group, user: null, contextId: null, action: 'GRANT', type: 'GLOBAL' }));
      expect(await globalOf(stage, field)).toEqual({ userlist: [], grouplist: [group] });
    },
    needs,
  ),
  ...wrongPatches.map(([when, body]) =>
    outcome(
      'editorPatchPermission',
      400,
      when,
      async (stage) => {
        const field = await stage.field('select');
        invalid(await patch(stage, field, body(userName(stage), await userGroup(stage)), 400));
        expect(await globalOf(stage, field)).toEqual(none);
      },
      inferred,
    ),
  ),
  outcome(
    'editorPatchPermission',
    400,
    'when the context is one of another field',
    async (stage) => {
      const [field, other] = [await stage.field('select'), await stage.field('select')];
      const body = { user: userName(stage), contextId: other.contextId, action: 'GRANT', type: 'CONTEXT' };
      invalid(await patch(stage, field, body, 400));
      expect(await contextsOf(stage, other)).toEqual([{ contextId: other.contextId, ...none }]);
    },
    { ...inferred, answers: { 'editor.unknown-entity': '400' } },
  ),
];
