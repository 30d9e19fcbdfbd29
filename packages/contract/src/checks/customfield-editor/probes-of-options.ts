import { checksOf } from '../../check.js';
import type { Answer } from '../../stage/person.js';
import type { Stage } from '../../stage/stage.js';
import { multiLevel, needsMultiLevel } from './default-value-kinds.js';

const { probe } = checksOf('customfield-editor', 'probes-of-options');
const asUser = { roles: ['user'] } as const;

/** The answer that a status stands for. */
export function byStatus({ status }: Answer, answers: Readonly<Record<number, string>>): string | undefined {
  return answers[status];
}

/**
 * A select list with these options, on which the plain user has a grant, and how to ask about its default context: it is
 * the only one, and 1.2 shows no ids of contexts.
 */
async function select(stage: Stage, ...options: readonly string[]) {
  const field = await stage.field('select', { options });
  await stage.grant(field);
  return { field, path: { customFieldId: field.id } };
}

const add = (stage: Stage, path: { readonly customFieldId: number }, optionvalue: string) =>
  stage.user.look('editorCreateDefaultOption', { path, body: { optionvalue } });

/** A multi-level field with a default value, whose app has lost its licence. */
async function unlicensed(stage: Stage) {
  const field = await stage.field(multiLevel, { options: ['Europe'] });
  await stage.grant(field);
  const path = { customFieldId: field.id };
  const body = { optionIds: [field.option('Europe')] };
  await stage.user.ask('editorSetDefaultDefaultValue', 200, { path, body });
  await stage.control.settings({ multiLevelCascadingLicence: false });
  return { path, body };
}

export const probesOfOptions = [
  probe(
    'editor.option-value-comparison',
    async (stage) => {
      const { path } = await select(stage, 'red');
      return byStatus(await add(stage, path, 'Red'), { 200: 'exact-after-trimming', 400: 'ignoring-case' });
    },
    asUser,
  ),
  probe(
    'editor.option-uniqueness-scope',
    async (stage) => {
      const field = await stage.field('cascadingselect', { options: ['cats', 'dogs'] });
      await stage.grant(field);
      const cats = { customFieldId: field.id, optionId: field.option('cats') };
      const leo = await stage.user.look('editorCreateDefaultChildOption', { path: cats, body: { optionvalue: 'leo' } });
      if (leo.status !== 200) return undefined;
      const path = { customFieldId: field.id, optionId: field.option('dogs') };
      const below = await stage.user.look('editorCreateDefaultChildOption', { path, body: { optionvalue: 'leo' } });
      if (below.status === 200) return 'context-and-parent';
      // Where nothing makes a second context, nothing tells these two apart.
      if (!stage.makesContexts) return 'context';
      const other = await stage.context(field, { projectIds: [stage.sandbox.project.id] });
      const elsewhere = await stage.user.look('editorCreateOption', {
        path: { customFieldId: field.id, contextId: other.id },
        body: { optionvalue: 'cats' },
      });
      return byStatus(elsewhere, { 200: 'context', 400: 'field' });
    },
    asUser,
  ),
  probe(
    'editor.default-null-members',
    async (stage) => {
      const { field, path } = await select(stage, 'a');
      const { status } = await stage.user.look('editorSetDefaultDefaultValue', {
        path,
        body: { optionId: field.option('a') },
      });
      const { body } = await stage.user.look('editorGetDefaultDefaultValue', { path });
      if (status !== 200) return undefined;
      const { defaultOptions } = body as { readonly defaultOptions?: null };
      return defaultOptions === undefined ? 'left-out' : defaultOptions === null ? 'null' : undefined;
    },
    asUser,
  ),
  probe(
    'editor.default-parent-only',
    async (stage) => {
      const field = await stage.field('cascadingselect', { options: [{ value: 'cats', children: ['leo'] }] });
      await stage.grant(field);
      const path = { customFieldId: field.id };
      const body = { optionId: field.option('cats') };
      return byStatus(await stage.user.look('editorSetDefaultDefaultValue', { path, body }), {
        200: 'accepted',
        400: '400',
      });
    },
    asUser,
  ),
  probe(
    'editor.unlicensed-default',
    async (stage) => {
      const asked = await unlicensed(stage);
      return byStatus(await stage.user.look('editorSetDefaultDefaultValue', asked), { 400: '400', 403: '403' });
    },
    { ...needsMultiLevel, control: true },
  ),
  probe(
    'editor.unlicensed-default-delete',
    async (stage) => {
      const { path } = await unlicensed(stage);
      const answer = await stage.user.look('editorDeleteDefaultDefaultValue', { path });
      return byStatus(answer, { 204: 'allowed', 400: 'refused', 403: 'refused' });
    },
    { ...needsMultiLevel, control: true },
  ),
  probe(
    'editor.child-operation-on-flat-field',
    async (stage) => {
      const { field, path } = await select(stage, 'a');
      const answer = await stage.user.look('editorListDefaultChildOptions', {
        path: { ...path, optionId: field.option('a') },
      });
      return byStatus(answer, { 400: '400', 406: '406' });
    },
    asUser,
  ),
  probe(
    'editor.move-edge',
    async (stage) => {
      const { field, path } = await select(stage, 'a', 'b');
      const answer = await stage.user.look('editorMoveDefaultOption', {
        path: { ...path, optionId: field.option('b') },
        body: {},
      });
      return byStatus(answer, { 400: '400', 200: 'ignored' });
    },
    asUser,
  ),
  probe(
    'editor.sort-locale-form',
    async (stage) => {
      const { path } = await select(stage, 'b', 'a');
      const answer = await stage.user.look('editorSortDefaultOptions', {
        path,
        body: { locale: 'de', order: 'ASCENDING' },
      });
      return byStatus(answer, { 200: 'any-tag', 400: 'only-two-parts' });
    },
    asUser,
  ),
  probe(
    'editor.sequence-after-delete',
    async (stage) => {
      const { field, path } = await select(stage, 'a', 'b', 'c');
      await stage.user.look('editorDeleteDefaultOption', { path: { ...path, optionId: field.option('a') } });
      const { body } = await stage.user.look('editorListDefaultOptions', { path });
      const sequences = (body as { readonly sequence: number }[]).map(({ sequence }) => sequence);
      return { '1,2': 'gap', '0,1': 'renumbered' }[sequences.join()];
    },
    asUser,
  ),
];
