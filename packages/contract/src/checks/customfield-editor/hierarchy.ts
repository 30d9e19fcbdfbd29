import { expect } from 'expect';
import { checksOf, type Needs } from '../../check.js';
import type { Stage } from '../../stage/stage.js';
import { Level, windows, type Window } from './level.js';
import { adminName } from './people.js';

const { rule } = checksOf('customfield-editor', 'hierarchy');
const needs = { roles: ['user'], since: { customfieldEditor: '1.2' } } as const;
const multiLevel = 'multi-level-cascading-select';
const needsMultiLevel: Needs = { roles: ['user'], fieldTypes: [multiLevel], since: { customfieldEditor: '2.11' } };

const animals = [
  { value: 'cats', children: ['micki', 'leo'] },
  { value: 'dogs', children: ['rex'] },
];

async function openAnimals(stage: Stage) {
  const field = await stage.field('cascadingselect', { options: animals });
  await stage.grant(field);
  const path = { customFieldId: field.id, contextId: field.contextId };
  const childrenOf = (parent: string) => ({ ...path, optionId: field.option(parent) });
  const valuesBelow = async (parent: string) => {
    const { body } = await stage.user.ask('editorListChildOptions', 200, { path: childrenOf(parent) });
    return (body as { optionvalue: string }[]).map(({ optionvalue }) => optionvalue);
  };
  return { field, path, childrenOf, valuesBelow };
}

/** What the settings of the app forbid, an administrator may still do. */
const deletes = windows.map((window: Window) =>
  rule(
    `where only administrators may delete options, others are refused, ${window.place}`,
    {
      roles: ['user'],
      control: true,
      evidence: 'documented',
      source: '001, user operations, Version History 2.4.0',
      since: { customfieldEditor: '2.4' },
    },
    async (stage) => {
      const level = await Level.open(stage, window, ['a', 'b']);
      await stage.control.settings({ onlyAdministratorsDeleteOptions: true });
      const { body } = await level.ask('remove', 403, { id: level.id(0) });
      expect(body).toMatchObject({ statusCode: 403, subCode: expect.any(Number) });
      expect(await level.values()).toEqual(['a', 'b']);
      // Everything else is as before.
      await level.ask('update', 200, { id: level.id(0), body: { optionvalue: 'c' } });
    },
  ),
);

export const hierarchy = [
  rule(
    'children belong to one parent each',
    { ...needs, evidence: 'documented', source: '001, child options' },
    async (stage) => {
      const { field, childrenOf, valuesBelow } = await openAnimals(stage);
      expect([await valuesBelow('cats'), await valuesBelow('dogs')]).toEqual([['micki', 'leo'], ['rex']]);
      await stage.user.ask('editorCreateChildOption', 200, {
        path: childrenOf('dogs'),
        body: { optionvalue: 'bello' },
      });
      const path = { ...childrenOf('cats'), childOptionId: field.option('cats', 'micki') };
      await stage.user.ask('editorDeleteChildOption', 200, { path });
      expect([await valuesBelow('cats'), await valuesBelow('dogs')]).toEqual([['leo'], ['rex', 'bello']]);
    },
  ),
  rule(
    'the options of the first level come without those below them',
    { ...needs, evidence: 'documented', source: '001, Version History 1.2.0: "childOptions is no longer returned"' },
    async (stage) => {
      const { path } = await openAnimals(stage);
      for (const id of ['editorListOptions', 'editorListDefaultOptions'] as const) {
        const { body } = await stage.user.ask(id, 200, { path });
        expect(body).toMatchObject([{ optionvalue: 'cats' }, { optionvalue: 'dogs' }]);
        expect(body).toHaveLength(2);
        for (const option of body as object[])
          expect(Object.keys(option).sort()).toEqual(['disabled', 'id', 'optionvalue', 'sequence']);
      }
    },
  ),
  rule(
    'a parent that is deleted takes its children along',
    {
      ...needs,
      evidence: 'corroborated',
      source: '001, user operations: delete',
      apis: ['jira-cloud'],
      deployment: 'cloud',
    },
    async (stage) => {
      const { field, path, valuesBelow } = await openAnimals(stage);
      await stage.user.ask('editorDeleteOption', 200, { path: { ...path, optionId: field.option('cats') } });
      const asked = { path: { fieldId: field.key, contextId: field.contextId } };
      const { body } = await stage.admin.ask('getOptionsForContext', 200, asked);
      expect((body as { values: { value: string }[] }).values.map(({ value }) => value).sort()).toEqual([
        'dogs',
        'rex',
      ]);
      expect(await valuesBelow('dogs')).toEqual(['rex']);
    },
  ),
  rule(
    'the children of an option that is deleted cannot be reached',
    { ...needs, evidence: 'corroborated', source: '001, user operations: delete' },
    async (stage) => {
      const { field, path } = await openAnimals(stage);
      const ids = { ...path, optionId: field.option('cats'), childOptionId: field.option('cats', 'micki') };
      await stage.user.ask('editorDeleteOption', 200, { path: ids });
      const answers = [
        await stage.user.send('editorListChildOptions', { path: ids }),
        await stage.user.send('editorUpdateChildOption', { path: ids, body: { optionvalue: 'tom' } }),
      ];
      for (const { status } of answers) expect(status).toBeGreaterThanOrEqual(400);
    },
  ),
  rule(
    'moving and sorting a parent leave its children alone',
    { ...needs, evidence: 'inferred', source: '001, user operations: move, sort' },
    async (stage) => {
      const { field, path, valuesBelow } = await openAnimals(stage);
      const ids = { ...path, optionId: field.option('dogs') };
      await stage.user.ask('editorMoveOption', 200, { path: ids, body: { position: 'First' } });
      await stage.user.ask('editorSortOptions', 200, { path, body: { locale: 'en-US', order: 'ASCENDING' } });
      expect([await valuesBelow('cats'), await valuesBelow('dogs')]).toEqual([['micki', 'leo'], ['rex']]);
    },
  ),
  rule(
    'what is changed in the default context and what in the same context by its id are one',
    { ...needs, evidence: 'inferred', source: '001, user-default-context-options-operations' },
    async (stage) => {
      const { field, path } = await openAnimals(stage);
      await stage.user.ask('editorCreateDefaultOption', 200, { path, body: { optionvalue: 'fish' } });
      const ids = { ...path, optionId: field.option('cats') };
      await stage.user.ask('editorUpdateOption', 200, { path: ids, body: { optionvalue: 'lions' } });
      const lists = [
        await stage.user.ask('editorListOptions', 200, { path }),
        await stage.user.ask('editorListDefaultOptions', 200, { path }),
      ];
      for (const { body } of lists)
        expect(body).toMatchObject([{ optionvalue: 'lions' }, { optionvalue: 'dogs' }, { optionvalue: 'fish' }]);
    },
  ),
  rule(
    'the same options are seen by Jira, in the same order',
    { ...needs, evidence: 'inferred', source: '001, 003: one instance', apis: ['jira-cloud'], deployment: 'cloud' },
    async (stage) => {
      const field = await stage.field('select', { options: ['b', 'a'] });
      await stage.grant(field);
      const path = { customFieldId: field.id };
      await stage.user.ask('editorCreateDefaultOption', 200, { path, body: { optionvalue: 'c', disabled: true } });
      await stage.user.ask('editorSortDefaultOptions', 200, { path, body: { locale: 'en-US', order: 'DESCENDING' } });
      const asked = { path: { fieldId: field.key, contextId: field.contextId } };
      const { body } = await stage.admin.ask('getOptionsForContext', 200, asked);
      expect((body as { values: object[] }).values).toMatchObject([
        { value: 'c', disabled: true },
        { value: 'b', disabled: false },
        { value: 'a', disabled: false },
      ]);
    },
  ),
  rule(
    'options of a multi-level cascading select list have children on every level',
    { ...needsMultiLevel, evidence: 'documented', source: '001, Version History 2.11.0; 001:2690' },
    async (stage) => {
      const field = await stage.field(multiLevel, { options: [{ value: 'Europe', children: ['Germany'] }] });
      await stage.grant(field);
      const path = { customFieldId: field.id, optionId: field.option('Europe', 'Germany') };
      for (const optionvalue of ['Bonn', 'Berlin'])
        await stage.user.ask('editorCreateDefaultChildOption', 200, { path, body: { optionvalue } });
      await stage.user.ask('editorSortDefaultChildOptions', 200, {
        path,
        body: { locale: 'en-US', order: 'ASCENDING' },
      });
      const { body } = await stage.user.ask('editorListDefaultChildOptions', 200, { path });
      expect(body).toMatchObject([{ optionvalue: 'Berlin' }, { optionvalue: 'Bonn' }]);
      const deepest = { ...path, optionId: (body as [{ id: number }])[0].id };
      await stage.user.ask('editorCreateDefaultChildOption', 200, { path: deepest, body: { optionvalue: 'Mitte' } });
      await stage.user.ask('editorDeleteDefaultOption', 200, { path: { ...path, optionId: field.option('Europe') } });
      expect((await stage.user.ask('editorListDefaultOptions', 200, { path })).body).toEqual([]);
    },
  ),
  ...deletes,
  rule(
    'whether the caller may delete options is said where only administrators may',
    {
      roles: ['user'],
      control: true,
      evidence: 'documented',
      source: '001:1917, Version History 2.4.0',
      since: { customfieldEditor: '2.4' },
    },
    async (stage) => {
      const field = await stage.field('select');
      await stage.admin.ask('editorReplaceGlobalPermissions', 200, {
        path: { customFieldId: field.id },
        body: { userlist: [stage.userIdentity.name ?? '', adminName(stage)], grouplist: [] },
      });
      const path = { customFieldId: field.id, contextId: field.contextId };
      const allowed = async () =>
        Promise.all(
          [stage.user, stage.admin].map(async (person) => {
            const { body } = await person.ask('editorGetMyContext', 200, { path });
            return (body as { authenticatedUserMeta: { userAllowedToDeleteOptions: boolean } }).authenticatedUserMeta
              .userAllowedToDeleteOptions;
          }),
        );
      expect(await allowed()).toEqual([true, true]);
      await stage.control.settings({ onlyAdministratorsDeleteOptions: true });
      expect(await allowed()).toEqual([false, true]);
      await stage.user.ask('editorDeleteDefaultDefaultValue', 403, { path });
      await stage.admin.ask('editorDeleteDefaultDefaultValue', 204, { path });
    },
  ),
];
