import {
  addFieldToDefaultScreen,
  availableFields,
  createScreen,
  customFieldId,
  deleteScreen,
  requireCustomField,
  screensOfField,
  searchScreens,
  updateScreen,
  type Screen,
} from '@fake-jira/world';
import { created, noContent, ok } from '../../http/response.js';
import { commaList, orderOf } from '../../http/comma-list.js';
import { okPage, type JiraHandlers } from './call.js';
import { nameOfField, renderTab } from './screen-tabs.js';

export const screens = {
  getScreens(call) {
    const { root, query } = call;
    // Every screen of the fake is a global one: none belongs to a project or a template.
    const inScope = query.scope === undefined || query.scope.length === 0 || query.scope.includes('GLOBAL');
    const found = inScope ? searchScreens(root, { query: query.queryString, ids: query.id }) : [];
    return okPage(sorted(found, query.orderBy), call, renderScreen);
  },

  createScreen: ({ world, body }) => created(renderScreen(world.write((tx) => createScreen(tx, body)))),

  updateScreen: ({ world, path, body }) => ok(renderScreen(world.write((tx) => updateScreen(tx, path.screenId, body)))),

  deleteScreen({ world, path }) {
    world.write((tx) => deleteScreen(tx, path.screenId));
    return noContent();
  },

  getAvailableScreenFields: ({ root, path, behaviour }) =>
    ok(availableFields(root, path.screenId).map((id) => nameOfField(root, id, behaviour))),

  addFieldToDefaultScreen({ world, path }) {
    world.write((tx) => addFieldToDefaultScreen(tx, path.fieldId));
    return ok({});
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

function renderScreen({ id, name, description }: Screen) {
  return { id, name, description };
}

function sorted(found: readonly Screen[], orderBy = 'id'): readonly Screen[] {
  const { by, direction } = orderOf(orderBy);
  const compare =
    by === 'name' ? (a: Screen, b: Screen) => a.name.localeCompare(b.name) : (a: Screen, b: Screen) => a.id - b.id;
  return found.toSorted((a, b) => direction * compare(a, b));
}
