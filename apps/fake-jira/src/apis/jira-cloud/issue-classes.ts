import type { Priority, Status, StatusCategory } from '@fake-jira/world';
import type { View } from './call.js';

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
