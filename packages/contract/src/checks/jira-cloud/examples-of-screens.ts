import { expect } from 'expect';
import type { Stage } from '../../stage/stage.js';
import { isLike } from '../example-shape.js';
import { replay, type Replays } from '../example-replay.js';
import { aTab, onATab, stays, type Named } from './screen-steps.js';

/** What the published document does not show; its operations are those of Jira's reference. */
const ofSchema = { evidence: 'inferred' } as const;

interface Wanted {
  readonly name: string;
  readonly description: string;
}

/** Makes the screen of an example, under a name of this run. */
async function screenOf(stage: Stage, example: Wanted) {
  const sent = { name: stage.name(example.name), description: example.description };
  return { sent, made: (await stage.admin.ask('createScreen', 201, { body: sent })).body as Named & Wanted };
}

async function tabOf(stage: Stage, example: Pick<Wanted, 'name'>) {
  const { screen } = await aTab(stage);
  const asked = { path: { screenId: screen.id }, body: { name: stage.name(example.name) } };
  return { ...asked, made: (await stage.admin.ask('addScreenTab', 200, asked)).body as Named };
}

/** Examples about screens. */
export const screenReplays: Replays = {
  'getScreensForField 200': replay<{ readonly values: readonly object[] }>(async (stage, example) => {
    const { screen, tab, field } = await onATab(stage);
    const { body } = await stage.admin.ask('getScreensForField', 200, {
      path: { fieldId: field.key },
      query: { maxResults: 1, expand: 'tab' },
    });
    // The field of the example stands on five screens.
    const { isLast: _, total: __, ...page } = example as Readonly<Record<string, unknown>>;
    isLike(page, body, {
      absent: ['description'],
      additional: ['self', 'isLast', 'total'],
      same: ['maxResults', 'startAt'],
    });
    expect(body.values).toMatchObject([{ id: screen.id, name: screen.name, tab: { id: tab.id, name: tab.name } }]);
    expect(body).toMatchObject({ isLast: true, total: 1 });
  }),
  'getScreens 200': replay<{ readonly values: readonly object[] }>(
    async (stage, example) => {
      const { body } = await stage.admin.ask('getScreens', 200);
      isLike(example, body, { absent: ['description'], additional: ['nextPage', 'scope'], same: ['startAt'] });
      expect(body.values.length).toBeGreaterThan(0);
    },
    { readOnly: true },
  ),
  'createScreen request': replay<Wanted>(async (stage, example) => {
    const { sent, made } = await screenOf(stage, example);
    const { body } = await stage.admin.ask('getScreens', 200, { query: { id: made.id } });
    expect(body.values).toMatchObject([{ id: made.id, ...sent }]);
  }, stays),
  'createScreen 201': replay<Wanted>(async (stage, example) => {
    const { sent, made } = await screenOf(stage, example);
    isLike(example, made, { same: ['description'] });
    expect(made).toEqual({ id: made.id, ...sent });
  }, stays),
  'getAllScreenTabs 200': replay<Named[]>(
    async (stage, example) => {
      const { screen, tab } = await aTab(stage);
      const { body } = await stage.admin.ask('getAllScreenTabs', 200, { path: { screenId: screen.id } });
      isLike(example, body);
      expect(body[0]).toEqual(tab);
    },
    { ...ofSchema, readOnly: true },
  ),
  'addScreenTab request': replay<Wanted>(async (stage, example) => {
    const { path, made, body } = await tabOf(stage, example);
    expect((await stage.admin.ask('getAllScreenTabs', 200, { path })).body).toContainEqual({ id: made.id, ...body });
  }),
  'addScreenTab 200': replay<Named>(async (stage, example) => {
    const { made, body } = await tabOf(stage, example);
    isLike(example, made);
    expect(made).toMatchObject(body);
  }),
  'getAllScreenTabFields 200': replay<object[]>(async (stage, example) => {
    const { path, field } = await onATab(stage);
    const { body } = await stage.admin.ask('getAllScreenTabFields', 200, { path });
    isLike(example, body);
    expect(body).toContainEqual({ id: field.key, name: field.name });
  }, ofSchema),
  'addScreenTabField request': replay<{ readonly fieldId: string }>(async (stage, example) => {
    // The summary of the example stands on the screens that there are, so that it is a field of the run.
    const { path, field, sent } = await onATab(stage);
    isLike(example, sent);
    const { body } = await stage.admin.ask('getAllScreenTabFields', 200, { path });
    expect((body as { id: string }[]).map(({ id }) => id)).toContain(field.key);
  }),
  'addScreenTabField 200': replay<Named>(async (stage, example) => {
    const { field, added } = await onATab(stage);
    isLike(example, added);
    expect(added).toEqual({ id: field.key, name: field.name });
  }),
};
