import type { Issue, OptionName, Root } from '@fake-jira/world';
import type { ListItem } from './read-value.js';

/** The entries of a list that an issue has, under every name that a request can give them. */
export function currentItems(root: Root, issue: Issue | undefined, fieldId: number): ListItem[] {
  const value = issue?.values[fieldId];
  switch (value?.kind) {
    case 'labels':
      return [...value.labels];
    case 'strings':
      return [...value.values];
    case 'options':
      return value.optionIds.map((id) => ({ id, value: root.options.get(id)?.value }));
    case 'users':
      return value.accountIds.map((accountId) => ({ accountId, name: root.users.get(accountId)?.name }));
    case 'groups':
      return value.names.map((name) => ({ name, groupId: root.groups.get(name)?.groupId }));
    case 'versions':
      return value.versionIds.map((id) => ({ id, value: versionName(root, issue as Issue, id) }));
    default:
      return [];
  }
}

/** The components or versions that an issue has, by id and by name. */
export function currentDetails(
  root: Root,
  issue: Issue | undefined,
  field: 'components' | 'fixVersions' | 'versions',
): OptionName[] {
  const project = issue && root.projects.get(issue.projectId);
  const known = (field === 'components' ? project?.components : project?.versions) ?? [];
  return (issue?.details?.[field] ?? []).map((id) => ({ id, value: known.find((one) => one.id === id)?.name }));
}

function versionName(root: Root, { projectId }: Issue, id: number): string | undefined {
  return root.projects.get(projectId)?.versions.find((version) => version.id === id)?.name;
}

/** Whether two entries name the same thing: under one of the names that both have. */
export function sameItem(a: ListItem, b: ListItem): boolean {
  if (typeof a === 'string' || typeof b === 'string') return a === b;
  const others = new Map(Object.entries(b));
  return Object.entries(a).some(([key, name]) => name !== undefined && String(others.get(key)) === String(name));
}
