import type { JiraCloudOperations } from '@fake-jira/openapi';
import {
  addFieldToTab,
  addTab,
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
import { created, noContent, ok } from '../../http/answer.js';
import type { Handlers } from '../../http/call.js';
import { pageOf } from '../../http/paging.js';
import { commaList, orderOf } from '../../http/comma-list.js';
import { pageCap } from './rules.js';

type Operations = Pick<
  JiraCloudOperations,
  | 'getScreens'
  | 'createScreen'
  | 'getAllScreenTabs'
  | 'addScreenTab'
  | 'getAllScreenTabFields'
  | 'addScreenTabField'
  | 'removeScreenTabField'
  | 'getScreensForField'
>;

export const screens: Handlers<Operations> = {
  getScreens({ root, query, links, profile }) {
    // Every screen of the fake is a global one: none belongs to a project or a template.
    const inScope = query.scope === undefined || query.scope.length === 0 || query.scope.includes('GLOBAL');
    const found = inScope ? searchScreens(root, { query: query.queryString, ids: query.id }) : [];
    return ok(pageOf(sorted(found, query.orderBy), query, { links, cap: pageCap(profile) }, renderScreen));
  },

  createScreen: ({ world, body }) => created(renderScreen(world.write((tx) => createScreen(tx, body)))),

  getAllScreenTabs: ({ root, path }) => ok(requireScreen(root, path.screenId).tabs.map(renderTab)),

  addScreenTab: ({ world, path, body }) =>
    ok(renderTab(world.write((tx) => addTab(tx, path.screenId, { name: body.name })))),

  getAllScreenTabFields({ root, path }) {
    const [, tab] = requireTab(root, path.screenId, path.tabId);
    return ok(tab.fieldIds.flatMap((id) => renderScreenField(root, id) ?? []));
  },

  addScreenTabField({ world, path, body }) {
    const fieldId = world.write((tx) => addFieldToTab(tx, path.screenId, path.tabId, body.fieldId));
    return ok(renderScreenField(world.root, fieldId) as ScreenField);
  },

  removeScreenTabField({ world, path }) {
    world.write((tx) => removeFieldFromTab(tx, path.screenId, path.tabId, path.id));
    return noContent();
  },

  getScreensForField({ root, path, query, links, profile }) {
    const { fieldId: given } = path;
    const fieldId = findSystemField(given) ? given : customFieldId(requireCustomField(root, given).id);
    const withTab = commaList(query.expand).includes('tab');
    return ok(
      pageOf(screensOfField(root, fieldId), query, { links, cap: pageCap(profile) }, ({ screen, tab }) => ({
        ...renderScreen(screen),
        ...(withTab && { tab: renderTab(tab) }),
      })),
    );
  },
};

interface ScreenField {
  readonly id: string;
  readonly name: string;
}

/** A field on a tab; nothing for one that is in the trash. */
function renderScreenField(root: Root, id: string): ScreenField | undefined {
  const field = findSystemField(id) ?? findField(root, id);
  return field && !('trashed' in field) ? { id, name: field.name } : undefined;
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
