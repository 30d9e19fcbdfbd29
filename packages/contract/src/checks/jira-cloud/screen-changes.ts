import { expect } from 'expect';
import { checksOf } from '../../check.js';
import type { Stage } from '../../stage/stage.js';
import { refuses } from './errors.js';
import { anOwnTab, aTab, onATab, tabsOf, type Named } from './screen-steps.js';

const { outcome, rule } = checksOf('jira-cloud', 'screen-changes');

/** IDs that are no number. */
const noNumber = { evidence: 'inferred', answers: { 'jira.non-numeric-id': '400' } } as const;
const onCloud = { deployment: 'cloud' } as const;
/** What is said of the operation beside its schemas. */
const ofReference = { evidence: 'corroborated', source: 'Jira Cloud platform API, Move Screen Tab Field' } as const;
const inferred = { evidence: 'inferred' } as const;

/** A screen of this run, which is removed behind the check. */
async function anOwnScreen(stage: Stage) {
  const body = { name: stage.name('screen'), description: 'Words' };
  const screen = (await stage.admin.ask('createScreen', 201, { body })).body as Named & typeof body;
  return { screen, path: { screenId: screen.id } };
}

/** Fields on a tab of this run, in this order. */
async function fieldsOnATab(stage: Stage) {
  const { path } = await anOwnTab(stage);
  const fields: string[] = [];
  for (const name of ['a', 'b', 'c']) {
    const { key } = await stage.field('textfield', { name });
    await stage.admin.ask('addScreenTabField', 200, { path, body: { fieldId: key } });
    fields.push(key);
  }
  const [a, b, c] = fields as [string, string, string];
  const inOrder = async () =>
    ((await stage.admin.ask('getAllScreenTabFields', 200, { path })).body as { id: string }[]).map(({ id }) => id);
  return { path, a, b, c, inOrder };
}

export const screenChanges = [
  outcome(
    'updateScreen',
    200,
    'with the screen, of which what is not named stays',
    async (stage) => {
      const { screen, path } = await anOwnScreen(stage);
      const name = stage.name('renamed');
      const { body } = await stage.admin.ask('updateScreen', 200, { path, body: { name } });
      expect(body).toEqual({ ...screen, name });
      const listed = (await stage.admin.ask('getScreens', 200, { query: { id: screen.id } })).body;
      expect(listed.values).toEqual([body]);
    },
    onCloud,
  ),
  outcome('updateScreen', 400, 'when the name is that of another', async (stage) => {
    const { path } = await anOwnScreen(stage);
    const { screen } = await aTab(stage);
    refuses((await stage.admin.ask('updateScreen', 400, { path, body: { name: screen.name } })).body);
  }),
  outcome('updateScreen', 404, 'when there is no such screen', async (stage) => {
    const asked = { path: { screenId: stage.unknownId }, body: { name: stage.name('screen') } };
    refuses((await stage.admin.ask('updateScreen', 404, asked)).body);
  }),
  outcome('deleteScreen', 204, 'and it is gone', async (stage) => {
    const { path } = await anOwnScreen(stage);
    expect((await stage.admin.ask('deleteScreen', 204, { path })).text).toBe('');
    refuses((await stage.admin.ask('getAllScreenTabs', 404, { path })).body);
  }),
  outcome('deleteScreen', 400, 'when a scheme has it', async (stage) => {
    const { screen } = await aTab(stage);
    const path = { screenId: screen.id };
    refuses((await stage.admin.ask('deleteScreen', 400, { path })).body);
    expect(await tabsOf(stage, screen.id)).not.toEqual([]);
  }),
  outcome('deleteScreen', 404, 'when there is no such screen', async (stage) => {
    refuses((await stage.admin.ask('deleteScreen', 404, { path: { screenId: stage.unknownId } })).body);
  }),

  outcome('renameScreenTab', 200, 'with the tab under its new name', async (stage) => {
    const { screen, tab, path } = await anOwnTab(stage);
    const name = stage.name('renamed');
    expect((await stage.admin.ask('renameScreenTab', 200, { path, body: { name } })).body).toEqual({
      id: tab.id,
      name,
    });
    expect(await tabsOf(stage, screen.id)).toContainEqual({ id: tab.id, name });
  }),
  outcome('renameScreenTab', 400, 'when the name is that of another tab', async (stage) => {
    const { first, path } = await anOwnTab(stage);
    refuses((await stage.admin.ask('renameScreenTab', 400, { path, body: { name: first.name } })).body);
  }),
  outcome('renameScreenTab', 404, 'when there is no such tab', async (stage) => {
    const { screen } = await aTab(stage);
    const asked = { path: { screenId: screen.id, tabId: stage.unknownId }, body: { name: stage.name('tab') } };
    refuses((await stage.admin.ask('renameScreenTab', 404, asked)).body);
  }),
  outcome('deleteScreenTab', 204, 'and its fields are on the screen no more', async (stage) => {
    const { screen, path } = await anOwnTab(stage);
    const { key: fieldId } = await stage.field('textfield');
    await stage.admin.ask('addScreenTabField', 200, { path, body: { fieldId } });
    expect((await stage.admin.ask('deleteScreenTab', 204, { path })).text).toBe('');
    expect((await tabsOf(stage, screen.id)).map(({ id }) => id)).not.toContain(path.tabId);
    const { body } = await stage.admin.ask('getAvailableScreenFields', 200, { path: { screenId: screen.id } });
    expect((body as { id: string }[]).map(({ id }) => id)).toContain(fieldId);
  }),
  outcome(
    'deleteScreenTab',
    400,
    'when the tabId is no number',
    async (stage) => {
      const { screen } = await aTab(stage);
      const path = { screenId: screen.id, tabId: 'first' };
      refuses((await stage.admin.ask('deleteScreenTab', 400, { path })).body);
    },
    noNumber,
  ),
  outcome('deleteScreenTab', 404, 'when there is no such tab', async (stage) => {
    const { screen } = await aTab(stage);
    const path = { screenId: screen.id, tabId: stage.unknownId };
    refuses((await stage.admin.ask('deleteScreenTab', 404, { path })).body);
  }),
  outcome(
    'moveScreenTab',
    204,
    'and the tab stands there, counted from 0',
    async (stage) => {
      const { screen, tab, path } = await anOwnTab(stage);
      expect((await stage.admin.ask('moveScreenTab', 204, { path: { ...path, pos: 0 } })).text).toBe('');
      expect((await tabsOf(stage, screen.id))[0]).toEqual(tab);
    },
    inferred,
  ),
  outcome('moveScreenTab', 400, 'when the screen has no such place', async (stage) => {
    const { path } = await anOwnTab(stage);
    refuses((await stage.admin.ask('moveScreenTab', 400, { path: { ...path, pos: -1 } })).body);
    refuses((await stage.admin.ask('moveScreenTab', 400, { path: { ...path, pos: 1_000_000 } })).body);
  }),
  outcome('moveScreenTab', 404, 'when there is no such tab', async (stage) => {
    const { screen } = await aTab(stage);
    const path = { screenId: screen.id, tabId: stage.unknownId, pos: 0 };
    refuses((await stage.admin.ask('moveScreenTab', 404, { path })).body);
  }),
  outcome('moveScreenTabField', 204, 'and the field stands first, last, or a place further', async (stage) => {
    const { path, a, b, c, inOrder } = await fieldsOnATab(stage);
    const move = (id: string, position: string) =>
      stage.admin.ask('moveScreenTabField', 204, { path: { ...path, id }, body: { position } });
    expect((await move(c, 'First')).text).toBe('');
    expect(await inOrder()).toEqual([c, a, b]);
    await move(c, 'Later');
    expect(await inOrder()).toEqual([a, c, b]);
    await move(a, 'Last');
    expect(await inOrder()).toEqual([c, b, a]);
    await move(a, 'Earlier');
    expect(await inOrder()).toEqual([c, a, b]);
  }),
  rule('a field of a tab goes behind another one, whatever place is named beside', ofReference, async (stage) => {
    const { path, a, b, c, inOrder } = await fieldsOnATab(stage);
    const body = { after: b, position: 'First' };
    await stage.admin.ask('moveScreenTabField', 204, { path: { ...path, id: a }, body });
    expect(await inOrder()).toEqual([b, a, c]);
  }),
  outcome('moveScreenTabField', 400, 'when neither a field nor a place is named', async (stage) => {
    const { path, field } = await onATab(stage);
    refuses((await stage.admin.ask('moveScreenTabField', 400, { path: { ...path, id: field.key }, body: {} })).body);
  }),
  outcome('moveScreenTabField', 404, 'when the field does not stand there', async (stage) => {
    const { path } = await aTab(stage);
    const { key: id } = await stage.field('textfield');
    const asked = { path: { ...path, id }, body: { position: 'First' } };
    refuses((await stage.admin.ask('moveScreenTabField', 404, asked)).body);
  }),
];
