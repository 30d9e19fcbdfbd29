import { liveFields, requireCustomField } from '../fields/fields.js';
import { customFieldId, idNumber, type Id } from '../core/ids.js';
import type { Root, Screen, Tab } from '../core/root.js';
import { RuleError } from '../core/rule-error.js';
import { findSystemField, systemFields } from '../fields/system-fields.js';
import type { Transaction } from '../core/transaction.js';

/** Name of the tab that a new screen has (Jira's own; the document only says "a default field tab"). */
export const defaultTabName = 'Field Tab';

export interface NewTab {
  readonly name: string;
  /** Ids as in addresses, or keys of apps' fields. */
  readonly fields?: readonly string[];
  readonly id?: number;
}

export interface NewScreen {
  readonly name: string;
  readonly description?: string | undefined;
  /** Absent: one empty tab. */
  readonly tabs?: readonly NewTab[];
  readonly id?: number;
}

/**
 * Adds a screen with its tabs and their fields.
 *
 * @throws RuleError `screen-name-empty`, `screen-name-taken`, and as {@link addTab} and {@link addFieldsToTab}
 */
export function addScreen(tx: Transaction, input: NewScreen): Screen {
  const name = nameOfScreen(tx.root, input.name);
  const id = input.id ?? tx.nextId('screen');
  tx.reserveId('screen', id);
  tx.put('screens', id, { id, name, description: input.description ?? '', tabs: [] });
  for (const tab of input.tabs ?? [{ name: defaultTabName }]) {
    const { id: tabId } = addTab(tx, id, tab);
    addFieldsToTab(tx, id, tabId, tab.fields ?? []);
  }
  return requireScreen(tx.root, id);
}

/** Creates a screen with one empty tab, as Jira's API does. */
export function createScreen(tx: Transaction, input: { name: string; description?: string | undefined }): Screen {
  return addScreen(tx, { name: input.name, description: input.description });
}

/**
 * A name that a screen can have.
 *
 * @param ownId id of the screen, where it has been there
 * @throws RuleError `screen-name-empty`, `screen-name-taken`
 */
export function nameOfScreen(root: Root, text: string, ownId?: number): string {
  const name = text.trim();
  if (name === '') throw new RuleError('screen-name-empty', {});
  for (const other of root.screens.values()) {
    if (other.name === name && other.id !== ownId) throw new RuleError('screen-name-taken', { name });
  }
  return name;
}

/**
 * A name that a tab of a screen can have.
 *
 * @param ownId id of the tab, where it has been there
 * @throws RuleError `tab-name-empty`, `tab-name-taken`
 */
export function nameOfTab(screen: Screen, text: string, ownId?: number): string {
  const name = text.trim();
  if (name === '') throw new RuleError('tab-name-empty', {});
  if (screen.tabs.some((tab) => tab.name === name && tab.id !== ownId)) throw new RuleError('tab-name-taken', { name });
  return name;
}

/** @throws RuleError `screen-not-found`, `tab-name-empty`, `tab-name-taken` */
export function addTab(tx: Transaction, screenId: Id, input: { name: string; id?: number }): Tab {
  const screen = requireScreen(tx.root, screenId);
  const name = nameOfTab(screen, input.name);
  const id = input.id ?? tx.nextId('tab');
  tx.reserveId('tab', id);
  const tab: Tab = { id, name, fieldIds: [] };
  tx.put('screens', screen.id, { ...screen, tabs: [...screen.tabs, tab] });
  return tab;
}

/**
 * Puts fields at the end of a tab, all or none.
 *
 * @returns the fields' ids as in addresses
 * @throws RuleError `screen-not-found`, `tab-not-found`, `field-not-found` (also a system field that no screen can
 *   have), `field-id-invalid`, `field-already-on-screen` (on any tab of the screen)
 */
export function addFieldsToTab(tx: Transaction, screenId: Id, tabId: Id, fields: readonly string[]): string[] {
  const [screen, tab] = requireTab(tx.root, screenId, tabId);
  const there = new Set(screen.tabs.flatMap((other) => other.fieldIds));
  const fieldIds = fields.map((field) => {
    const fieldId = findSystemField(field)?.orderable ? field : requireScreenField(tx.root, field);
    if (there.has(fieldId)) throw new RuleError('field-already-on-screen', { fieldId });
    there.add(fieldId);
    return fieldId;
  });
  saveTab(tx, screen, { ...tab, fieldIds: [...tab.fieldIds, ...fieldIds] });
  return fieldIds;
}

/** {@link addFieldsToTab} for one field. */
export function addFieldToTab(tx: Transaction, screenId: Id, tabId: Id, field: string): string {
  return addFieldsToTab(tx, screenId, tabId, [field])[0] as string;
}

/**
 * Puts a custom field on the first tab of the default screen: the first there is.
 *
 * @throws RuleError `screen-not-found`, `tab-not-found` where there is none, and as {@link addFieldsToTab}
 */
export function addFieldToDefaultScreen(tx: Transaction, field: string): string {
  const screen = requireScreen(tx.root, tx.root.screens.minKey() ?? 0);
  const custom = customFieldId(requireCustomField(tx.root, field).id);
  return addFieldToTab(tx, screen.id, screen.tabs[0]?.id ?? 0, custom);
}

/** Ids of the fields that a screen can get: those that are on none of its tabs. */
export function availableFields(root: Root, screenId: Id): string[] {
  const there = new Set(requireScreen(root, screenId).tabs.flatMap(({ fieldIds }) => fieldIds));
  const system = systemFields().flatMap(({ id, orderable }) => (orderable ? [id] : []));
  const custom = [...liveFields(root)].map(({ id }) => customFieldId(id));
  return [...system, ...custom].filter((id) => !there.has(id));
}

function requireScreenField(root: Root, field: string): string {
  if (findSystemField(field)) throw new RuleError('field-not-found', { fieldId: field });
  return customFieldId(requireCustomField(root, field).id);
}

/** @throws RuleError `screen-not-found`, `tab-not-found`, `field-not-on-tab` */
export function removeFieldFromTab(tx: Transaction, screenId: Id, tabId: Id, fieldId: string): void {
  const [screen, tab] = requireTab(tx.root, screenId, tabId);
  if (!tab.fieldIds.includes(fieldId)) throw new RuleError('field-not-on-tab', { fieldId });
  takeOff(tx, screen, tab, fieldId);
}

/** Takes a field that is going away off every screen. */
export function removeFieldFromAllScreens(tx: Transaction, fieldId: string): void {
  for (const { screen, tab } of screensOfField(tx.root, fieldId)) takeOff(tx, screen, tab, fieldId);
}

function takeOff(tx: Transaction, screen: Screen, tab: Tab, fieldId: string): void {
  saveTab(tx, screen, { ...tab, fieldIds: tab.fieldIds.filter((id) => id !== fieldId) });
}

/** Puts a tab in the place of what it was. */
export function saveTab(tx: Transaction, screen: Screen, tab: Tab): void {
  const tabs = screen.tabs.map((other) => (other.id === tab.id ? tab : other));
  tx.put('screens', screen.id, { ...screen, tabs });
}

/** @throws RuleError `screen-not-found` */
export function requireScreen(root: Root, id: Id): Screen {
  const screen = root.screens.get(idNumber(id));
  if (!screen) throw new RuleError('screen-not-found', { screenId: String(id) });
  return screen;
}

/** The screen and its tab that an address names. */
export function requireTab(root: Root, screenId: Id, tabId: Id): [Screen, Tab] {
  const screen = requireScreen(root, screenId);
  const number = idNumber(tabId);
  const tab = screen.tabs.find((candidate) => candidate.id === number);
  if (!tab) throw new RuleError('tab-not-found', { tabId: String(tabId) });
  return [screen, tab];
}

export interface ScreenPlace {
  readonly screen: Screen;
  readonly tab: Tab;
}

/** Where a field stands, by screen: `fieldId` is the id as in addresses. */
export function screensOfField(root: Root, fieldId: string): ScreenPlace[] {
  const places: ScreenPlace[] = [];
  for (const [field, screenId, tabId] of root.screensOfField.keys([fieldId, 0, 0])) {
    if (field !== fieldId) break;
    const [screen, tab] = requireTab(root, screenId, tabId);
    places.push({ screen, tab });
  }
  return places;
}

export interface ScreenSearch {
  /** Part of the name, in any case. */
  readonly query?: string | undefined;
  readonly ids?: readonly Id[] | undefined;
}

/** Screens that fit everything asked for, by id. */
export function searchScreens(root: Root, { query, ids }: ScreenSearch): Screen[] {
  const wanted = query?.toLowerCase() ?? '';
  const wantedIds = ids && new Set(ids.map(idNumber));
  return [...root.screens.values()].filter(
    (screen) => (!wantedIds || wantedIds.has(screen.id)) && screen.name.toLowerCase().includes(wanted),
  );
}
