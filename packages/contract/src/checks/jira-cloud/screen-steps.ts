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

/** A tab of this run on a screen that is there; it is removed behind the check. */
export async function anOwnTab(stage: Stage) {
  const { screen, tab: first } = await aTab(stage);
  const name = stage.name('tab');
  const { body } = await stage.admin.ask('addScreenTab', 200, { path: { screenId: screen.id }, body: { name } });
  const tab = body as Named;
  return { screen, first, tab, path: { screenId: screen.id, tabId: tab.id } };
}

/** The tabs of a screen. */
export async function tabsOf({ admin }: Stage, screenId: number): Promise<readonly Named[]> {
  return (await admin.ask('getAllScreenTabs', 200, { path: { screenId } })).body as Named[];
}

/** A screen stays on Data Center, which has no operation that removes it. */
export const stays = { destructive: true } as const;
