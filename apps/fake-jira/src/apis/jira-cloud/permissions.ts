import { requireIssue, requireProject, type Root } from '@fake-jira/world';
import { ok } from '../../http/response.js';
import { actingAs, type Caller } from '../../http/caller.js';
import { HttpError } from '../../http/wire-error.js';
import { commaList } from '../../http/comma-list.js';
import type { JiraHandlers } from './call.js';

interface Permission {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly type: 'GLOBAL' | 'PROJECT';
  readonly description: string;
  readonly heldBy: (caller: Caller) => boolean;
}

const signedIn = (caller: Caller) => caller.user !== undefined;

// EDIT_ISSUES is that of the published example (get my permissions); the numbers and names of the others are assumed.
// Who holds them: everybody sees the projects of the fake, and who has signed in works in them.
const known: readonly Permission[] = [
  {
    id: '0',
    key: 'ADMINISTER',
    name: 'Administer Jira',
    type: 'GLOBAL',
    description: 'Create and administer projects, issue types, fields, workflows, and schemes for all projects.',
    heldBy: (caller) => caller.administrator,
  },
  {
    id: '44',
    key: 'SYSTEM_ADMIN',
    name: 'System Administrator',
    type: 'GLOBAL',
    description: 'Ability to perform all administration functions.',
    heldBy: (caller) => caller.systemAdministrator,
  },
  {
    id: '27',
    key: 'USER_PICKER',
    name: 'Browse users and groups',
    type: 'GLOBAL',
    description: 'View and select users or groups from the user picker.',
    heldBy: signedIn,
  },
  {
    id: '10',
    key: 'BROWSE_PROJECTS',
    name: 'Browse Projects',
    type: 'PROJECT',
    description: 'Ability to browse projects and the issues within them.',
    heldBy: () => true,
  },
  {
    id: '11',
    key: 'CREATE_ISSUES',
    name: 'Create Issues',
    type: 'PROJECT',
    description: 'Ability to create issues.',
    heldBy: signedIn,
  },
  {
    id: '12',
    key: 'EDIT_ISSUES',
    name: 'Edit Issues',
    type: 'PROJECT',
    description: 'Ability to edit issues.',
    heldBy: signedIn,
  },
  {
    id: '16',
    key: 'DELETE_ISSUES',
    name: 'Delete Issues',
    type: 'PROJECT',
    description: 'Ability to delete issues.',
    heldBy: signedIn,
  },
  {
    id: '23',
    key: 'ADMINISTER_PROJECTS',
    name: 'Administer Projects',
    type: 'PROJECT',
    description: 'Ability to administer a project in Jira.',
    heldBy: (caller) => caller.administrator,
  },
];

export const permissions = {
  getAllPermissions: () =>
    ok({
      permissions: Object.fromEntries(
        known.map(({ key, name, type, description }) => [key, { key, name, type, description }]),
      ),
    }),

  getMyPermissions({ root, query, caller, behaviour }) {
    const issue = query.issueId ?? query.issueKey;
    const project = query.projectId ?? query.projectKey;
    if (issue !== undefined) requireIssue(root, issue);
    else if (project !== undefined) requireProject(root, project);
    const asked = askedFor(commaList(query.permissions), behaviour.permissionsMustBeNamed);
    return ok({
      permissions: Object.fromEntries(
        asked.map(({ heldBy, ...permission }) => [permission.key, { ...permission, havePermission: heldBy(caller) }]),
      ),
    });
  },
  getBulkPermissions({ root, body, caller }) {
    const holder = holderOf(root, caller, body.accountId);
    const projectPermissions = (body.projectPermissions ?? []).flatMap(({ permissions, projects, issues }) => {
      const there = {
        projects: (projects ?? []).filter((id) => root.projects.has(id)),
        issues: (issues ?? []).filter((id) => root.issues.has(id)),
      };
      const nowhere = { projects: [], issues: [] };
      return requireKnown(permissions, 'PROJECT').map(({ key, heldBy }) => ({
        permission: key,
        ...(heldBy(holder) ? there : nowhere),
      }));
    });
    const globalPermissions = requireKnown(body.globalPermissions ?? [], 'GLOBAL')
      .filter(({ heldBy }) => heldBy(holder))
      .map(({ key }) => key);
    return ok({ projectPermissions, globalPermissions });
  },
} satisfies Partial<JiraHandlers>;

/** The permissions of these keys; all of them without any, unless a list is required. */
function askedFor(keys: readonly string[], listRequired: boolean): readonly Permission[] {
  if (keys.length === 0) {
    if (!listRequired) return known;
    throw new HttpError('request-invalid', { reason: "The 'permissions' query parameter is required." });
  }
  return requireKnown(keys);
}

/** The permissions of these keys. @throws HttpError naming those that are none, or not of the type */
function requireKnown(keys: readonly string[], type?: Permission['type']): readonly Permission[] {
  const possible = known.filter((permission) => type === undefined || permission.type === type);
  const unknown = keys.filter((key) => !possible.some((permission) => permission.key === key));
  if (unknown.length > 0) {
    throw new HttpError('request-invalid', {
      reason: `Unrecognized permissions: ${unknown.join(', ')}. The fake knows ${possible.map(({ key }) => key).join(', ')}.`,
    });
  }
  return possible.filter(({ key }) => keys.includes(key));
}

/**
 * Whose permissions are asked for: the caller's, unless a user is named.
 *
 * @throws HttpError `not-administrator` where somebody else asks for another user, `request-invalid` for an unknown one
 */
function holderOf(root: Root, caller: Caller, accountId: string | undefined): Caller {
  if (accountId === undefined || accountId === caller.user?.accountId) return caller;
  if (!caller.administrator) throw new HttpError('not-administrator');
  const user = root.users.get(accountId);
  if (!user) throw new HttpError('request-invalid', { reason: `There is no user with the account ID ${accountId}.` });
  return actingAs(user);
}
