import { expect } from 'expect';
import { checksOf } from '../../check.js';
import { denied, done, invalid } from './answers.js';
import { contextsOf, globalOf, none, pathOf, twoContexts } from './granted.js';
import { adminName, userGroup, userName } from './people.js';

const { outcome, rule } = checksOf('customfield-editor', 'grants');
const needs = { roles: ['user'] } as const;
const since20 = { customfieldEditor: '2.0' } as const;
const since121 = { customfieldEditor: '1.2.1' } as const;

/** Of all users and groups in place of those that were there, on a field and on contexts. */
const replacements = [
  outcome(
    'editorReplaceGlobalPermissions',
    200,
    'and those that were there before have none',
    async (stage) => {
      const [field, group] = [await stage.field('select'), await userGroup(stage)];
      const replace = (body: unknown) =>
        stage.admin.ask('editorReplaceGlobalPermissions', 200, { path: pathOf(field), body });
      const first = { userlist: [userName(stage), adminName(stage)], grouplist: [group] };
      done(stage, await replace(first));
      expect(await globalOf(stage, field)).toEqual(first);
      const second = { userlist: [adminName(stage)], grouplist: [] };
      done(stage, await replace(second));
      expect(await globalOf(stage, field)).toEqual(second);
    },
    needs,
  ),
  outcome(
    'editorReplaceGlobalPermissions',
    400,
    'when there is no such user or group, and nothing is changed',
    async (stage) => {
      const field = await stage.field('select');
      await stage.grant(field);
      const before = await globalOf(stage, field);
      for (const [name, body] of [
        ['userlist', { userlist: [adminName(stage), stage.name('nobody')], grouplist: [] }],
        ['grouplist', { userlist: [adminName(stage)], grouplist: [stage.name('nobodies')] }],
      ] as const) {
        invalid(await stage.admin.ask('editorReplaceGlobalPermissions', 400, { path: pathOf(field), body }), name);
        expect(await globalOf(stage, field)).toEqual(before);
      }
    },
    { ...needs, since: since20 },
  ),
  outcome(
    'editorReplaceContextPermissions',
    200,
    'and each context has the grants that it is given',
    async (stage) => {
      const [{ field, here }, group] = [await twoContexts(stage), await userGroup(stage)];
      const body = [
        { contextId: field.contextId, userlist: [adminName(stage)], grouplist: [] },
        { contextId: here.id, userlist: [userName(stage)], grouplist: [group] },
      ];
      done(stage, await stage.admin.ask('editorReplaceContextPermissions', 200, { path: pathOf(field), body }));
      expect(await contextsOf(stage, field)).toEqual(body);
      expect(await globalOf(stage, field)).toEqual(none);
      const emptied = body.map(({ contextId }) => ({ contextId, ...none }));
      await stage.admin.ask('editorReplaceContextPermissions', 200, { path: pathOf(field), body: emptied });
      expect(await contextsOf(stage, field)).toEqual(emptied);
    },
    needs,
  ),
  outcome(
    'editorReplaceContextPermissions',
    400,
    'when there is no such user, group or context, and nothing is changed',
    async (stage) => {
      const { field, here } = await twoContexts(stage);
      await stage.grant(field, { contextId: here.id });
      const before = await contextsOf(stage, field);
      const right = { contextId: here.id, ...none };
      for (const wrong of [
        { userlist: [stage.name('nobody')] },
        { grouplist: [stage.name('nobodies')] },
        { contextId: stage.unknownId },
      ]) {
        const body = [
          { contextId: field.contextId, ...none, userlist: [adminName(stage)] },
          { ...right, ...wrong },
        ];
        invalid(await stage.admin.ask('editorReplaceContextPermissions', 400, { path: pathOf(field), body }));
        expect(await contextsOf(stage, field)).toEqual(before);
      }
    },
    { ...needs, since: since20, answers: { 'editor.unknown-entity': '400' } },
  ),
];

const reading = [
  outcome(
    'editorGetGlobalPermissions',
    200,
    'with the users and groups, and without what is not asked for',
    async (stage) => {
      const field = await stage.field('select');
      expect(await globalOf(stage, field)).toEqual(none);
      await stage.grant(field);
      expect(await globalOf(stage, field)).toEqual({ userlist: [userName(stage)], grouplist: [] });
    },
    needs,
  ),
  outcome(
    'editorGetGlobalPermissions',
    200,
    'with the field and full names where they are asked for',
    async (stage) => {
      const field = await stage.field('select', { description: 'A list of all Browsers' });
      await stage.grant(field);
      const ask = async (expand: string) => {
        const asked = { path: pathOf(field), query: { expand } };
        return (await stage.admin.ask('editorGetGlobalPermissions', 200, asked)).body as Record<string, unknown>;
      };
      const plain = { userlist: [userName(stage)], grouplist: [] };
      const fieldBody = {
        fieldId: expect.anything(),
        fieldName: field.name,
        fieldType: 'singleselect',
        fieldDescription: 'A list of all Browsers',
      };
      const { displayName } = stage.userIdentity;
      const full = [expect.objectContaining({ username: userName(stage), fullname: displayName, exists: true })];
      const withField = await ask('field');
      expect(withField).toEqual({ ...plain, field: fieldBody });
      expect(Number((withField['field'] as { fieldId: unknown }).fieldId)).toBe(field.id);
      expect(await ask('userlistWithFullnames')).toEqual({ ...plain, userlistWithFullnames: full });
      expect(await ask('field,userlistWithFullnames')).toEqual({
        ...plain,
        field: fieldBody,
        userlistWithFullnames: full,
      });
    },
    { ...needs, since: since20 },
  ),
  outcome(
    'editorGetContextPermissions',
    200,
    'with every context, whether or not it has grants',
    async (stage) => {
      const { field, here } = await twoContexts(stage);
      await stage.grant(field, { contextId: here.id });
      expect(await contextsOf(stage, field)).toEqual([
        { contextId: field.contextId, ...none },
        { contextId: here.id, userlist: [userName(stage)], grouplist: [] },
      ]);
    },
    needs,
  ),
  outcome(
    'editorGetContextPermissions',
    200,
    'with full names where they are asked for',
    async (stage) => {
      const field = await stage.field('select');
      await stage.grant(field, { contextId: field.contextId });
      const query = { expand: 'userlistWithFullnames' };
      const { body } = await stage.admin.ask('editorGetContextPermissions', 200, { path: pathOf(field), query });
      const fullname = stage.userIdentity.displayName;
      expect(body).toMatchObject([{ userlistWithFullnames: [{ username: userName(stage), fullname, exists: true }] }]);
    },
    { ...needs, since: since20 },
  ),
];

const rules = [
  rule(
    'a grant to a group counts for its members',
    { ...needs, evidence: 'documented', source: '001:476', since: { customfieldEditor: '1.2' } },
    async (stage) => {
      const field = await stage.field('select', { options: ['a'] });
      const path = pathOf(field);
      await stage.user.ask('editorListDefaultOptions', 403, { path });
      const body = { userlist: [], grouplist: [await userGroup(stage)] };
      await stage.admin.ask('editorReplaceGlobalPermissions', 200, { path, body });
      const { body: options } = await stage.user.ask('editorListDefaultOptions', 200, { path });
      expect(options).toMatchObject([{ optionvalue: 'a' }]);
    },
  ),
  rule(
    'a grant that is taken away is gone at once',
    { ...needs, evidence: 'inferred', source: '001:476', since: { customfieldEditor: '1.2' } },
    async (stage) => {
      const field = await stage.field('select');
      const path = pathOf(field);
      await stage.grant(field);
      await stage.user.ask('editorListDefaultOptions', 200, { path });
      await stage.grant(field, { users: [] });
      expect((await stage.user.ask('editorListDefaultOptions', 403, { path })).body).toEqual(denied);
    },
  ),
  rule(
    'a grant on one context is none on another',
    { ...needs, evidence: 'documented', source: '001:1250, 001:1776', since: since121 },
    async (stage) => {
      const { field, here } = await twoContexts(stage);
      await stage.grant(field, { contextId: here.id });
      const path = { ...pathOf(field), contextId: here.id };
      const { body } = await stage.user.ask('editorListOptions', 200, { path });
      expect(body).toMatchObject([{ optionvalue: 'here' }]);
      await stage.user.ask('editorListDefaultOptions', 403, { path });
      await stage.user.ask('editorListOptions', 403, { path: { ...path, contextId: field.contextId } });
      await stage.user.ask('editorCreateDefaultOption', 403, { path, body: { optionvalue: 'new' } });
    },
  ),
  rule(
    'a global grant overrules what is granted on contexts',
    { ...needs, evidence: 'documented', source: '001:1234, 001:1367', since: since121 },
    async (stage) => {
      const { field, here } = await twoContexts(stage);
      await stage.grant(field);
      await stage.grant(field, { users: [adminName(stage)], contextId: here.id });
      for (const contextId of [field.contextId, here.id])
        await stage.user.ask('editorListOptions', 200, { path: { ...pathOf(field), contextId } });
    },
  ),
  rule(
    'grants on contexts and on the field are kept apart',
    { ...needs, evidence: 'documented', source: '001:476, 001:1367', since: since121 },
    async (stage) => {
      const { field, here } = await twoContexts(stage);
      await stage.grant(field, { users: [adminName(stage)] });
      await stage.grant(field, { contextId: here.id });
      expect(await globalOf(stage, field)).toEqual({ userlist: [adminName(stage)], grouplist: [] });
      await stage.grant(field, { users: [] });
      expect(await contextsOf(stage, field)).toMatchObject([none, { userlist: [userName(stage)] }]);
    },
  ),
];

export const grants = [...reading, ...replacements, ...rules];
