import { expect } from 'expect';
import { checksOf } from '../../check.js';
import type { Stage } from '../../stage/stage.js';
import { denied } from './answers.js';

const { outcome, rule } = checksOf('customfield-editor', 'my-contexts');
const needs = { roles: ['user'] } as const;

async function twoContexts(stage: Stage) {
  const field = await stage.field('select', { description: 'awesome', options: ['a', 'b'] });
  const here = await stage.context(field, { projectIds: [stage.sandbox.project.id] });
  return { field, here };
}

async function idsFor(stage: Stage, customFieldId: number): Promise<number[]> {
  const { body } = await stage.user.ask('editorListMyContexts', 200, { path: { customFieldId } });
  return (body as { contextId: number }[]).map(({ contextId }) => contextId);
}

export const myContexts = [
  rule(
    'somebody with a grant on one context sees that one only',
    { ...needs, evidence: 'documented', source: '001:1776', since: { customfieldEditor: '1.2.1' } },
    async (stage) => {
      const { field, here } = await twoContexts(stage);
      await stage.grant(field, { contextId: here.id });
      expect(await idsFor(stage, field.id)).toEqual([here.id]);
    },
  ),
  rule(
    'somebody with a grant on the field sees all contexts, whoever has grants on one',
    { ...needs, evidence: 'documented', source: '001:1234, 001:1776', since: { customfieldEditor: '1.2.1' } },
    async (stage) => {
      const { field, here } = await twoContexts(stage);
      await stage.grant(field);
      expect(await idsFor(stage, field.id)).toEqual([field.contextId, here.id]);
      await stage.grant(field, { users: [stage.adminIdentity.name ?? ''], contextId: here.id });
      expect(await idsFor(stage, field.id)).toEqual([field.contextId, here.id]);
    },
  ),
  outcome(
    'editorGetMyContext',
    200,
    'with the field, the context, its default value and whether the caller may delete',
    async (stage) => {
      const { field, here } = await twoContexts(stage);
      await stage.grant(field);
      const path = { customFieldId: field.id, contextId: field.contextId };
      await stage.user.ask('editorSetDefaultValue', 200, { path, body: { optionId: field.option('b') } });
      const { body } = await stage.user.ask('editorGetMyContext', 200, { path });
      expect(body).toMatchObject({
        fieldId: field.id,
        fieldName: field.name,
        fieldDescription: 'awesome',
        fieldType: 'singleselect',
        context: { contextId: field.contextId },
        defaultOption: { defaultOption: { id: field.option('b'), optionvalue: 'b', disabled: false } },
      });
      if (stage.versions.customfieldEditor.atLeast('2.4'))
        expect(body).toMatchObject({ authenticatedUserMeta: { userAllowedToDeleteOptions: expect.any(Boolean) } });
      const other = await stage.user.ask('editorGetMyContext', 200, { path: { ...path, contextId: here.id } });
      expect(other.body).toMatchObject({
        context: { contextId: here.id, contextName: here.name },
        defaultOption: {},
      });
    },
    needs,
  ),
  rule(
    'one context can be read by those who have a grant on it, and no other one',
    { ...needs, evidence: 'documented', source: '001:1920, 001:1234', since: { customfieldEditor: '2.0' } },
    async (stage) => {
      const { field, here } = await twoContexts(stage);
      await stage.grant(field, { contextId: here.id });
      const path = { customFieldId: field.id, contextId: here.id };
      expect((await stage.user.ask('editorGetMyContext', 200, { path })).body).toMatchObject({ fieldId: field.id });
      const refused = await stage.user.ask('editorGetMyContext', 403, {
        path: { ...path, contextId: field.contextId },
      });
      expect(refused.body).toMatchObject(denied);
    },
  ),
];
