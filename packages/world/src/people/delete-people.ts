import { addUser, membersOfGroup, requireGroup, requireUser } from './people.js';
import type { Group, Root, User } from '../core/root.js';
import type { Transaction } from '../core/transaction.js';

/**
 * Deletes a user, by account id or log-in name, with all their grants.
 *
 * @throws RuleError `user-not-found`
 * @throws Error where a project, an issue or a default value names the user, as Jira refuses it: no API of Jira's
 *   deletes users here
 */
export function deleteUser(tx: Transaction, accountIdOrName: string): User {
  const user = requireUser(tx.root, accountIdOrName);
  const use = useOf(tx.root, 'user', user);
  if (use !== undefined) throw new Error(`The user "${user.name}" cannot be deleted: ${use} names them.`);
  tx.remove('users', user.accountId);
  tx.announce({ type: 'user-deleted', before: user });
  return user;
}

/**
 * Deletes a group, by name or id, with all its grants; its members leave it.
 *
 * @throws RuleError `group-not-found`
 * @throws Error where an issue or a default value names the group
 */
export function deleteGroup(tx: Transaction, nameOrId: string): Group {
  const group = requireGroup(tx.root, nameOrId);
  const use = useOf(tx.root, 'group', group);
  if (use !== undefined) throw new Error(`The group "${group.name}" cannot be deleted: ${use} names it.`);
  for (const user of membersOfGroup(tx.root, group.name)) {
    addUser(tx, { ...user, groups: user.groups.filter((name) => name !== group.name) });
  }
  tx.remove('groups', group.name);
  tx.announce({ type: 'group-deleted', before: group });
  return group;
}

/** What names a user or a group, apart from grants. */
function useOf(root: Root, kind: 'user' | 'group', named: User | Group): string | undefined {
  const ids: readonly unknown[] = 'accountId' in named ? [named.accountId] : [named.name, named.groupId];
  for (const project of root.projects.values()) {
    const leads = [project.lead, ...project.components.map(({ lead }) => lead)];
    if (kind === 'user' && leads.some((lead) => ids.includes(lead))) return `project ${project.key}`;
  }
  for (const issue of root.issues.values()) {
    const people = kind === 'user' ? [issue.reporter, issue.assignee] : [];
    if ([...people, ...Object.values(issue.values).flatMap(namesIn)].some((id) => ids.includes(id))) {
      return `issue ${issue.key}`;
    }
  }
  for (const { id, author, updateAuthor } of root.comments.values()) {
    if (kind === 'user' && [author, updateAuthor].some((one) => ids.includes(one))) return `comment ${id}`;
  }
  for (const context of root.contexts.values()) {
    if (context.defaultValue && namesIn(context.defaultValue).some((id) => ids.includes(id))) {
      return `the default value of context ${context.id}`;
    }
  }
  return undefined;
}

/** The users and groups that a value or a default names, whatever its kind. */
function namesIn(value: object): readonly unknown[] {
  const { accountId, accountIds = [], name, names = [], groupId, groupIds = [], userFilter } = value as Names;
  return [accountId, ...accountIds, name, ...names, groupId, ...groupIds, ...(userFilter?.groups ?? [])];
}

interface Names {
  readonly accountId?: string;
  readonly accountIds?: readonly string[];
  readonly name?: string;
  readonly names?: readonly string[];
  readonly groupId?: string;
  readonly groupIds?: readonly string[];
  readonly userFilter?: { readonly groups?: readonly string[] };
}
