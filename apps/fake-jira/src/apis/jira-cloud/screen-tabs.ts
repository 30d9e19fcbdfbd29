import {
  addFieldToTab,
  addTab,
  deleteTab,
  findField,
  findSystemField,
  moveFieldOnTab,
  moveTab,
  removeFieldFromTab,
  renameTab,
  requireScreen,
  requireTab,
  type Root,
  type Tab,
} from '@fake-jira/world';
import { noContent, ok } from '../../http/response.js';
import type { JiraBehaviour } from './behaviour.js';
import type { JiraHandlers } from './call.js';

export const screenTabs = {
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

  renameScreenTab: ({ world, path, body }) =>
    ok(renderTab(world.write((tx) => renameTab(tx, path.screenId, path.tabId, body.name)))),

  deleteScreenTab({ world, path, behaviour }) {
    world.write((tx) => deleteTab(tx, path.screenId, path.tabId, { lastStays: behaviour.lastTabStays }));
    return noContent();
  },

  moveScreenTab({ world, path }) {
    world.write((tx) => moveTab(tx, path.screenId, path.tabId, path.pos));
    return noContent();
  },

  moveScreenTabField({ world, path, body }) {
    // The document calls it an address; what it ends with is the id.
    const after = body.after?.slice(body.after.lastIndexOf('/') + 1);
    const move = { after, position: body.position };
    world.write((tx) => moveFieldOnTab(tx, path.screenId, path.tabId, path.id, move));
    return noContent();
  },

  removeScreenTabField({ world, path }) {
    world.write((tx) => removeFieldFromTab(tx, path.screenId, path.tabId, path.id));
    return noContent();
  },
} satisfies Partial<JiraHandlers>;

/** A field on a screen, which is there and not in the trash. */
export function nameOfField(root: Root, id: string, behaviour: JiraBehaviour) {
  return renderScreenField(root, id, behaviour) ?? { id, name: id };
}

/** A field on a tab; nothing for one that is in the trash. */
function renderScreenField(root: Root, id: string, { systemFields }: JiraBehaviour) {
  const system = findSystemField(id);
  if (system) return { id, name: systemFields.nameOf(system) };
  const field = findField(root, id);
  return field && !field.trashed ? { id, name: field.name } : undefined;
}

/** A tab of a screen. */
export function renderTab({ id, name }: Tab) {
  return { id, name };
}
