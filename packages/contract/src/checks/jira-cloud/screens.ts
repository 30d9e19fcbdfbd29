import { expect } from 'expect';
import { checksOf } from '../../check.js';
import { refuses, says } from './errors.js';
import { pageSize } from './pages.js';
import { refusedField, refusedStart } from './refusals.js';
import { aTab, onATab, stays, type Named } from './screen-steps.js';

const { outcome } = checksOf('jira-cloud', 'screens');

const readOnly = { readOnly: true } as const;
const inferred = { evidence: 'inferred' } as const;
/** IDs that are no number. */
const noNumber = { ...inferred, answers: { 'jira.non-numeric-id': '400' } } as const;

export const screens = [
  outcome(
    'getScreens',
    200,
    'with the screens, by id and by a part of the name',
    async (stage) => {
      const { screen } = await aTab(stage);
      const { body } = await stage.admin.ask('getScreens', 200);
      expect(body).toMatchObject({ startAt: 0, maxResults: pageSize(stage, 100), isLast: expect.any(Boolean) });
      const ids = (body.values as Named[]).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const byId = await stage.admin.ask('getScreens', 200, { query: { id: screen.id } });
      expect(byId.body).toMatchObject({ total: 1, isLast: true, values: [{ id: screen.id, name: screen.name }] });
      const queryString = screen.name.slice(1);
      const byName = await stage.admin.ask('getScreens', 200, { query: { queryString } });
      expect(byName.body.values).toContainEqual(expect.objectContaining({ id: screen.id }));
      for (const { name } of byName.body.values as Named[])
        expect(name.toLowerCase()).toContain(queryString.toLowerCase());
    },
    readOnly,
  ),
  outcome(
    'getScreens',
    200,
    'in the order of ids or names, forwards and backwards',
    async (stage) => {
      const inOrder = async (orderBy: string) =>
        (await stage.admin.ask('getScreens', 200, { query: { orderBy } })).body.values as Named[];
      const ids = (found: Named[]) => found.map(({ id }) => id);
      expect(ids(await inOrder('id'))).toEqual(ids(await inOrder('id')).toSorted((a, b) => a - b));
      const backwards = ids(await inOrder('-id'));
      expect(backwards).toEqual(backwards.toSorted((a, b) => b - a));
      const names = (await inOrder('name')).map(({ name }) => name.toLowerCase());
      expect(names).toEqual(names.toSorted());
    },
    readOnly,
  ),
  outcome(
    'getScreens',
    400,
    'when the order is not known',
    async (stage) => {
      refuses((await stage.admin.ask('getScreens', 400, { query: { orderBy: 'colour' } })).body);
    },
    { ...readOnly, ...inferred },
  ),
  refusedStart(outcome, 'getScreens', false),

  outcome(
    'createScreen',
    201,
    'with the screen, which has a tab',
    async (stage) => {
      const body = { name: stage.name('screen'), description: 'Words' };
      const made = (await stage.admin.ask('createScreen', 201, { body })).body;
      expect(made).toEqual({ id: expect.any(Number), ...body });
      expect((await stage.admin.ask('getAllScreenTabs', 200, { path: { screenId: made.id } })).body).toHaveLength(1);
    },
    stays,
  ),
  outcome('createScreen', 400, 'when the name is that of another', async (stage) => {
    const { screen } = await aTab(stage);
    const { body } = await stage.admin.ask('createScreen', 400, { body: { name: screen.name } });
    says(body, 'The name is used by another screen.');
  }),
  outcome('createScreen', 400, 'when the name is missing', async (stage) => {
    refuses((await stage.admin.ask('createScreen', 400, { body: { description: 'Words' } })).body);
  }),

  outcome(
    'getAllScreenTabs',
    200,
    'with the tabs and their names',
    async (stage) => {
      const { screen, tab } = await aTab(stage);
      const { body } = await stage.admin.ask('getAllScreenTabs', 200, { path: { screenId: screen.id } });
      expect(body).toContainEqual({ id: tab.id, name: expect.any(String) });
    },
    readOnly,
  ),
  outcome(
    'getAllScreenTabs',
    400,
    'when the screenId is no number',
    async (stage) => {
      refuses((await stage.admin.ask('getAllScreenTabs', 400, { path: { screenId: 'default' } })).body);
    },
    { ...readOnly, ...noNumber },
  ),
  outcome(
    'getAllScreenTabs',
    404,
    'when there is no such screen',
    async (stage) => {
      refuses((await stage.admin.ask('getAllScreenTabs', 404, { path: { screenId: stage.unknownId } })).body);
    },
    readOnly,
  ),
  outcome('addScreenTab', 200, 'with the tab, which stands last, and whose name is taken', async (stage) => {
    const { screen } = await aTab(stage);
    const asked = { path: { screenId: screen.id }, body: { name: stage.name('tab').slice(0, 250) } };
    const made = (await stage.admin.ask('addScreenTab', 200, asked)).body;
    expect(made).toEqual({ id: expect.any(Number), name: asked.body.name });
    const tabs = (await stage.admin.ask('getAllScreenTabs', 200, { path: asked.path })).body as Named[];
    expect(tabs.at(-1)).toEqual(made);
    await stage.admin.ask('addScreenTab', 400, asked);
  }),
  outcome('addScreenTab', 400, 'when the name is that of another tab', async (stage) => {
    const { screen, tab } = await aTab(stage);
    const asked = { path: { screenId: screen.id }, body: { name: tab.name } };
    refuses((await stage.admin.ask('addScreenTab', 400, asked)).body);
  }),
  outcome('addScreenTab', 404, 'when there is no such screen', async (stage) => {
    const asked = { path: { screenId: stage.unknownId }, body: { name: 'Tab' } };
    refuses((await stage.admin.ask('addScreenTab', 404, asked)).body);
  }),

  outcome('getAllScreenTabFields', 200, 'with the fields of the tab', async (stage) => {
    const { path, field } = await onATab(stage);
    const { body } = await stage.admin.ask('getAllScreenTabFields', 200, { path });
    expect((body as { id: string }[]).at(-1)).toEqual({ id: field.key, name: field.name });
  }),
  outcome(
    'getAllScreenTabFields',
    400,
    'when the tabId is no number',
    async (stage) => {
      const { screen } = await aTab(stage);
      const path = { screenId: screen.id, tabId: 'first' };
      refuses((await stage.admin.ask('getAllScreenTabFields', 400, { path })).body);
    },
    { ...readOnly, ...noNumber },
  ),
  outcome(
    'getAllScreenTabFields',
    404,
    'when there is no such tab',
    async (stage) => {
      const { screen } = await aTab(stage);
      const path = { screenId: screen.id, tabId: stage.unknownId };
      refuses((await stage.admin.ask('getAllScreenTabFields', 404, { path })).body);
    },
    readOnly,
  ),
  outcome('addScreenTabField', 200, 'with the field, which stands on the screen', async (stage) => {
    const { screen, tab, field, added } = await onATab(stage);
    expect(added).toEqual({ id: field.key, name: field.name });
    if (!stage.versions.jira.has('cloud')) return;
    const { body } = await stage.admin.ask('getScreensForField', 200, {
      path: { fieldId: field.key },
      query: { expand: 'tab' },
    });
    expect(body.values).toMatchObject([{ id: screen.id, tab: { id: tab.id } }]);
  }),
  outcome('addScreenTabField', 400, 'when the field stands there already', async (stage) => {
    const { path, field } = await onATab(stage);
    refuses((await stage.admin.ask('addScreenTabField', 400, { path, body: { fieldId: field.key } })).body);
  }),
  outcome('addScreenTabField', 404, 'when there is no such screen or tab', async (stage) => {
    const field = await stage.field('textfield');
    const path = { screenId: stage.unknownId, tabId: stage.unknownId };
    refuses((await stage.admin.ask('addScreenTabField', 404, { path, body: { fieldId: field.key } })).body);
  }),
  outcome('addScreenTabField', 404, 'when there is no such field', async (stage) => {
    const { path } = await aTab(stage);
    const body = { fieldId: `customfield_${stage.unknownId}` };
    refuses((await stage.admin.ask('addScreenTabField', 404, { path, body })).body);
  }),
  outcome('removeScreenTabField', 204, 'and the field stands there no more', async (stage) => {
    const { path, field } = await onATab(stage);
    const asked = { path: { ...path, id: field.key } };
    expect((await stage.admin.ask('removeScreenTabField', 204, asked)).text).toBe('');
    const { body } = await stage.admin.ask('getAllScreenTabFields', 200, { path });
    expect((body as { id: string }[]).map(({ id }) => id)).not.toContain(field.key);
    refuses((await stage.admin.ask('removeScreenTabField', 404, asked)).body);
  }),
  outcome(
    'removeScreenTabField',
    400,
    'when the tabId is no number',
    async (stage) => {
      const { screen, field } = await onATab(stage);
      const path = { screenId: screen.id, tabId: 'first', id: field.key };
      refuses((await stage.admin.ask('removeScreenTabField', 400, { path })).body);
    },
    noNumber,
  ),
  outcome('removeScreenTabField', 404, 'when the field does not stand there', async (stage) => {
    const { path } = await aTab(stage);
    const field = await stage.field('textfield');
    refuses((await stage.admin.ask('removeScreenTabField', 404, { path: { ...path, id: field.key } })).body);
  }),

  outcome('getScreensForField', 200, 'with the screens of a custom field, and the tab if asked for', async (stage) => {
    const { screen, tab, field } = await onATab(stage);
    const path = { fieldId: field.key };
    const { body } = await stage.admin.ask('getScreensForField', 200, { path });
    expect(body).toMatchObject({ startAt: 0, maxResults: pageSize(stage, 100), total: 1, isLast: true });
    expect(body.values).toMatchObject([{ id: screen.id, name: screen.name }]);
    expect(body.values[0]).not.toHaveProperty('tab');
    const withTab = await stage.admin.ask('getScreensForField', 200, { path, query: { expand: 'tab' } });
    expect(withTab.body.values).toMatchObject([{ id: screen.id, tab: { id: tab.id, name: tab.name } }]);
  }),
  outcome('getScreensForField', 200, 'with none for a field that stands on no screen', async (stage) => {
    const field = await stage.field('textfield');
    const { body } = await stage.admin.ask('getScreensForField', 200, { path: { fieldId: field.key } });
    expect(body).toMatchObject({ total: 0, isLast: true, values: [] });
  }),
  outcome(
    'getScreensForField',
    404,
    'when the field is one of the system',
    async (stage) => {
      refuses((await stage.admin.ask('getScreensForField', 404, { path: { fieldId: 'summary' } })).body);
    },
    { ...readOnly, evidence: 'corroborated' },
  ),
  refusedStart(outcome, 'getScreensForField'),
  refusedField(outcome, 'getScreensForField'),
];
