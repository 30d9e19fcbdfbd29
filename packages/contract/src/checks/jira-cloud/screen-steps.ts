import { expect } from 'expect';
import type { Stage } from '../../stage/stage.js';

export interface Named {
  readonly id: number;
  readonly name: string;
}

/** A screen that is there, and its first tab. */
export async function aTab({ admin }: Stage) {
  const { body } = await admin.ask('getScreens', 200, { query: { maxResults: 1 } });
  const screen = body.values[0] as Named;
  expect(screen).toBeDefined();
  const tabs = (await admin.ask('getAllScreenTabs', 200, { path: { screenId: screen.id } })).body as Named[];
  const tab = tabs[0] as Named;
  expect(tab).toBeDefined();
  return { screen, tab, path: { screenId: screen.id, tabId: tab.id } };
}

/** A scratch field on a tab; it leaves the tab when it is removed. */
export async function onATab(stage: Stage) {
  const found = await aTab(stage);
  const field = await stage.field('textfield');
  const sent = { fieldId: field.key };
  const { body } = await stage.admin.ask('addScreenTabField', 200, { path: found.path, body: sent });
  return { ...found, field, sent, added: body as Named };
}

/** A screen, and a tab, stays: the API has no operation that removes it. */
export const stays = { destructive: true } as const;
