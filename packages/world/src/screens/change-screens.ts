import type { Id } from '../core/ids.js';
import type { Root, Screen, Tab } from '../core/root.js';
import { RuleError } from '../core/rule-error.js';
import type { Transaction } from '../core/transaction.js';
import { nameOfScreen, nameOfTab, requireScreen, requireTab, saveTab } from './screens.js';

/** What can be changed of a screen; absent: it stays. */
export interface ScreenUpdate {
  readonly name?: string | undefined;
  readonly description?: string | undefined;
}

/** @throws RuleError `screen-not-found`, `screen-name-empty`, `screen-name-taken` */
export function updateScreen(tx: Transaction, screenId: Id, update: ScreenUpdate): Screen {
  const screen = requireScreen(tx.root, screenId);
  const name = update.name === undefined ? screen.name : nameOfScreen(tx.root, update.name, screen.id);
  const changed = { ...screen, name, description: update.description ?? screen.description };
  tx.put('screens', screen.id, changed);
  return changed;
}

/**
 * Deletes a screen with its tabs.
 *
 * @throws RuleError `screen-not-found`, `screen-in-use` where a project has it, or it is the default screen, which is in
 *   the default scheme
 */
export function deleteScreen(tx: Transaction, screenId: Id): void {
  const screen = requireScreen(tx.root, screenId);
  if (isInUse(tx.root, screen)) throw new RuleError('screen-in-use', { screenId: String(screen.id) });
  tx.remove('screens', screen.id);
}

function isInUse(root: Root, { id }: Screen): boolean {
  return id === root.screens.minKey() || [...root.projects.values()].some(({ screenId }) => screenId === id);
}

/** @throws RuleError `screen-not-found`, `tab-not-found`, `tab-name-empty`, `tab-name-taken` */
export function renameTab(tx: Transaction, screenId: Id, tabId: Id, newName: string): Tab {
  const [screen, tab] = requireTab(tx.root, screenId, tabId);
  const renamed = { ...tab, name: nameOfTab(screen, newName, tab.id) };
  saveTab(tx, screen, renamed);
  return renamed;
}

/** How tabs are deleted. */
export interface TabRules {
  /** Whether the only tab of a screen is refused to be deleted. */
  readonly lastStays: boolean;
}

/**
 * Deletes a tab; its fields leave the screen.
 *
 * @throws RuleError `screen-not-found`, `tab-not-found`, `tab-is-last`
 */
export function deleteTab(tx: Transaction, screenId: Id, tabId: Id, { lastStays }: TabRules): void {
  const [screen, tab] = requireTab(tx.root, screenId, tabId);
  if (lastStays && screen.tabs.length === 1) throw new RuleError('tab-is-last', { tabId: String(tab.id) });
  tx.put('screens', screen.id, { ...screen, tabs: screen.tabs.filter(({ id }) => id !== tab.id) });
}

/**
 * Moves a tab to a place among those of its screen.
 *
 * @param place from 0
 * @throws RuleError `screen-not-found`, `tab-not-found`, `tab-place-invalid` where the screen has no such place
 */
export function moveTab(tx: Transaction, screenId: Id, tabId: Id, place: number): void {
  const [screen, tab] = requireTab(tx.root, screenId, tabId);
  if (place < 0 || place >= screen.tabs.length) {
    throw new RuleError('tab-place-invalid', { place, count: screen.tabs.length });
  }
  tx.put('screens', screen.id, { ...screen, tabs: movedTo(screen.tabs, tab, place) });
}

/** Where a field of a tab goes: behind another one, which counts where both are given, or one of four places. */
export interface FieldMove {
  /** Id of a field of the tab, as in addresses. */
  readonly after?: string | undefined;
  readonly position?: 'Earlier' | 'Later' | 'First' | 'Last' | undefined;
}

/**
 * Moves a field among those of its tab. One that is first stays where it is sent to be earlier, and the last where it is
 * sent to be later.
 *
 * @throws RuleError `screen-not-found`, `tab-not-found`, `field-not-on-tab` (the field, or the one that it is to stand
 *   behind), `neither-after-nor-position`
 */
export function moveFieldOnTab(tx: Transaction, screenId: Id, tabId: Id, fieldId: string, move: FieldMove): void {
  const [screen, tab] = requireTab(tx.root, screenId, tabId);
  const { fieldIds } = tab;
  const named = move.after === undefined ? [fieldId] : [fieldId, move.after];
  const missing = named.find((id) => !fieldIds.includes(id));
  if (missing !== undefined) throw new RuleError('field-not-on-tab', { fieldId: missing });
  saveTab(tx, screen, { ...tab, fieldIds: movedTo(fieldIds, fieldId, placeOf(fieldIds, fieldId, move)) });
}

/** The place of a field in the list without it. */
function placeOf(fieldIds: readonly string[], fieldId: string, { after, position }: FieldMove): number {
  const others = fieldIds.filter((id) => id !== fieldId);
  const now = fieldIds.indexOf(fieldId);
  // Behind itself is where it is.
  if (after !== undefined) return after === fieldId ? now : others.indexOf(after) + 1;
  switch (position) {
    case 'First':
      return 0;
    case 'Earlier':
      return Math.max(0, now - 1);
    case 'Later':
      return Math.min(others.length, now + 1);
    case 'Last':
      return others.length;
    case undefined:
      throw new RuleError('neither-after-nor-position', {});
  }
}

function movedTo<Entry>(all: readonly Entry[], one: Entry, place: number): Entry[] {
  return all.filter((entry) => entry !== one).toSpliced(place, 0, one);
}
