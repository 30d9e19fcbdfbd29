import {
  priorities,
  requirePriority,
  requireResolution,
  requireStatus,
  requireStatusCategory,
  resolutions,
  statusCategories,
  statuses,
  type Priority,
  type Resolution,
  type Status,
  type StatusCategory,
} from '@fake-jira/world';
import { ok } from '../../http/response.js';
import { okPage, type JiraHandlers, type View } from './call.js';

/** Priorities, statuses and resolutions by themselves. */
export const issueClasses = {
  getPriorities: (call) => ok(priorities.map((priority) => renderPriorityInFull(priority, call))),
  searchPriorities: (call) => okPage(priorities, call, (priority) => renderPriorityInFull(priority, call)),
  getPriority: (call) => ok(renderPriorityInFull(requirePriority(call.path.id), call)),
  getStatuses: (call) => ok(statuses.map((status) => renderStatus(status, call))),
  getStatus: (call) => ok(renderStatus(requireStatus(call.path.idOrName), call)),
  getStatusCategories: (call) =>
    ok(Object.values(statusCategories).map((category) => renderStatusCategory(category, call))),
  getStatusCategory: (call) => ok(renderStatusCategory(requireStatusCategory(call.path.idOrKey), call)),
  getResolutions: (call) => ok(resolutions.map((resolution) => renderResolution(resolution, call))),
  searchResolutions: (call) => okPage(resolutions, call, (resolution) => renderResolution(resolution, call)),
  getResolution: (call) => ok(renderResolution(requireResolution(call.path.id), call)),
} satisfies Partial<JiraHandlers>;

function renderPriorityInFull(priority: Priority, view: Pick<View, 'links' | 'behaviour'>) {
  const { self, iconUrl, name, id } = renderPriority(priority, view);
  return { self, statusColor: priority.color, description: priority.description, iconUrl, name, id };
}

/** A resolution, by itself and where an issue has it. */
export function renderResolution({ id, description, name }: Resolution, { links }: Pick<View, 'links'>) {
  return { self: links.rest(`/resolution/${id}`), id: String(id), description, name };
}

/** A priority, where an issue has it. */
export function renderPriority({ id, name }: Priority, { links, behaviour }: Pick<View, 'links' | 'behaviour'>) {
  const iconUrl = links.to(`/images/icons/priorities/${behaviour.icons.ofPriority(name)}`);
  return { self: links.rest(`/priority/${id}`), iconUrl, name, id: String(id) };
}

/** A status, by itself and where an issue has it. */
export function renderStatus({ id, name, description, category }: Status, view: View) {
  const { links, behaviour } = view;
  return {
    self: links.rest(`/status/${id}`),
    description,
    iconUrl: links.to(`/images/icons/${behaviour.icons.status}`),
    name,
    id: String(id),
    statusCategory: renderStatusCategory(category, view),
  };
}

export function renderStatusCategory({ id, key, colorName, name }: StatusCategory, { links }: Pick<View, 'links'>) {
  return { self: links.rest(`/statuscategory/${id}`), id, key, colorName, name };
}
