import {
  addFieldToDefaultScreen,
  addFieldToTab,
  addTab,
  availableFields,
  createScreen,
  customFieldId,
  findField,
  findSystemField,
  removeFieldFromTab,
  requireCustomField,
  requireScreen,
  requireTab,
  screensOfField,
  searchScreens,
  type Root,
  type Screen,
  type Tab,
} from '@fake-jira/world';
import { created, noContent, ok } from '../../http/response.js';
import { commaList, orderOf } from '../../http/comma-list.js';
import type { JiraBehaviour } from './behaviour.js';
import { okPage, type JiraHandlers } from './call.js';

export const screens = {
  getScreens(call) {
    const { root, query } = call;
    // Every screen of the fake is a global one: none belongs to a project or a template.
    const inScope = query.scope === undefined || query.scope.length === 0 || query.scope.includes('GLOBAL');
    const found = inScope ? searchScreens(root, { query: query.queryString, ids: query.id }) : [];
    return okPage(sorted(found, query.orderBy), call, renderScreen);
  },

  createScreen: ({ world, body }) => created(renderScreen(world.write((tx) => createScreen(tx, body)))),

  getAllScreenTabs: ({ root, path }) => ok(requireScreen(root, path.screenId).tabs.map(renderTab)),

  addScreenTab: ({ world, path, body }) =>
    ok(renderTab(world.write((tx) => addTab(tx, path.screenId, { name: body.name })))),

  getAllScreenTabFields({ root, path, behaviour }) {
    const [, tab] = requireTab(root, path.screenId, path.tabId);
    return ok(tab.fieldIds.flatMap((id) => renderScreenField(root, id, behaviour) ?? []));
  },

  addScreenTabField({ world, path, body, behaviour }) {
    const fieldId = world.write((tx) => addFieldToTab(tx, path.screenId, path.tabId, body.fieldId));
    return ok(nameOfField(world.root, fieldId, behaviour));
  },

  getAvailableScreenFields: ({ root, path, behaviour }) =>
    ok(availableFields(root, path.screenId).map((id) => nameOfField(root, id, behaviour))),

  addFieldToDefaultScreen({ world, path }) {
    world.write((tx) => addFieldToDefaultScreen(tx, path.fieldId));
    return ok({});
  },

  removeScreenTabField({ world, path }) {
    world.write((tx) => removeFieldFromTab(tx, path.screenId, path.tabId, path.id));
    return noContent();
  },

  getScreensForField(call) {
    const fieldId = customFieldId(requireCustomField(call.root, call.path.fieldId).id);
    const withTab = commaList(call.query.expand).includes('tab');
    return okPage(screensOfField(call.root, fieldId), call, ({ screen, tab }) => ({
      ...renderScreen(screen),
      ...(withTab && { tab: renderTab(tab) }),
    }));
  },
} satisfies Partial<JiraHandlers>;

/** A field, which is there and not in the trash. */
function nameOfField(root: Root, id: string, behaviour: JiraBehaviour) {
  return renderScreenField(root, id, behaviour) ?? { id, name: id };
}

/** A field on a tab; nothing for one that is in the trash. */
function renderScreenField(root: Root, id: string, { systemFields }: JiraBehaviour) {
  const system = findSystemField(id);
  if (system) return { id, name: systemFields.nameOf(system) };
  const field = findField(root, id);
  return field && !field.trashed ? { id, name: field.name } : undefined;
}

function renderScreen({ id, name, description }: Screen) {
  return { id, name, description };
}

function renderTab({ id, name }: Tab) {
  return { id, name };
}

function sorted(found: readonly Screen[], orderBy = 'id'): readonly Screen[] {
  const { by, direction } = orderOf(orderBy);
  const compare =
    by === 'name' ? (a: Screen, b: Screen) => a.name.localeCompare(b.name) : (a: Screen, b: Screen) => a.id - b.id;
  return found.toSorted((a, b) => direction * compare(a, b));
}
