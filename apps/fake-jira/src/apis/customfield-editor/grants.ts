import type { CustomfieldEditorOperations } from '@fake-jira/openapi';
import {
  changeGrant,
  contextsOfField,
  findUser,
  grantsOn,
  replaceContextGrants,
  replaceGrants,
  wholeField,
  type GrantChange,
  type Grants,
} from '@fake-jira/world';
import { ok } from '../../http/response.js';
import type { RequestContext, Handlers } from '../../http/request-context.js';
import { commaList } from '../../http/comma-list.js';
import type { EditorBehaviour } from './behaviour.js';
import { servedField } from './callers-field.js';
import { renderField } from './render.js';
import { requestInvalid } from './dialect.js';

type Operations = Pick<
  CustomfieldEditorOperations,
  | 'editorGetGlobalPermissions'
  | 'editorReplaceGlobalPermissions'
  | 'editorPatchPermission'
  | 'editorGetContextPermissions'
  | 'editorReplaceContextPermissions'
>;

export const grants: Handlers<Operations, EditorBehaviour> = {
  editorGetGlobalPermissions(call) {
    const field = servedField(call, call.path.customFieldId);
    const expand = commaList(call.query.expand);
    const found = grantsOn(call.root, field.id, wholeField);
    const fieldId = call.behaviour.expandedFieldIdIsText ? String(field.id) : field.id;
    return ok({
      ...renderGrants(found),
      ...(expand.includes('userlistWithFullnames') ? { userlistWithFullnames: renderFullNames(found, call) } : {}),
      ...(expand.includes('field') ? { field: { ...renderField(field, call), fieldId } } : {}),
    });
  },

  editorReplaceGlobalPermissions(call) {
    const field = servedField(call, call.path.customFieldId);
    const { world, body, behaviour } = call;
    world.write((tx) => replaceGrants(tx, field, wholeField, grantsOf(body ?? {}), behaviour.grantRules));
    return ok({});
  },

  editorPatchPermission(call) {
    const field = servedField(call, call.path.customFieldId);
    const { world, body, behaviour } = call;
    const { place, ...change } = readPatch(body ?? {}, behaviour);
    world.write((tx) => changeGrant(tx, field, place, change, behaviour.grantChange));
    return ok({});
  },

  editorGetContextPermissions(call) {
    const field = servedField(call, call.path.customFieldId);
    const withNames = commaList(call.query.expand).includes('userlistWithFullnames');
    return ok(
      [...contextsOfField(call.root, field.id)].map(({ id }) => {
        const found = grantsOn(call.root, field.id, id);
        return {
          contextId: id,
          ...renderGrants(found),
          ...(withNames ? { userlistWithFullnames: renderFullNames(found, call) } : {}),
        };
      }),
    );
  },

  editorReplaceContextPermissions(call) {
    const field = servedField(call, call.path.customFieldId);
    const { world, behaviour } = call;
    const entries = (call.body ?? []).map(({ contextId, ...names }) => ({
      contextId: required('contextId', contextId),
      ...grantsOf(names),
    }));
    const rules = { ...behaviour.grantRules, omitted: behaviour.omittedGrants };
    world.write((tx) => replaceContextGrants(tx, field, entries, rules));
    return ok({});
  },
};

interface Names {
  readonly userlist?: readonly string[] | null;
  readonly grouplist?: readonly string[] | null;
}

function grantsOf({ userlist, grouplist }: Names): Grants {
  return { users: userlist ?? [], groups: grouplist ?? [] };
}

/** Who has a grant, by name. */
export function renderGrants({ users, groups }: Grants) {
  return { userlist: [...users], grouplist: [...groups] };
}

/** The users with a grant; a grant can be left over from one who is no more. */
function renderFullNames(
  { users }: Grants,
  { root, behaviour, links }: Pick<RequestContext<unknown, EditorBehaviour>, 'root' | 'behaviour' | 'links'>,
) {
  return users.map((username) => {
    const user = findUser(root, username);
    const avatar = links.to(`/secure/useravatar?ownerId=${encodeURIComponent(user?.key ?? username)}`);
    return {
      username,
      fullname: user?.displayName ?? username,
      exists: user !== undefined,
      ...(behaviour.usersHaveAvatars ? { avatar } : {}),
    };
  });
}

type Patch = NonNullable<RequestContext<CustomfieldEditorOperations['editorPatchPermission']>['body']>;

/**
 * One grant to give or take, and on which context; what is null is as good as left out.
 *
 * @throws HttpError `request-invalid`
 */
function readPatch(patch: Patch, behaviour: EditorBehaviour): GrantChange & { readonly place: number } {
  const { user, group } = patch;
  const action = required('action', patch.action) === 'GRANT' ? 'grant' : 'revoke';
  if (required('type', patch.type) === 'CONTEXT') {
    return { action, user, group, place: required('contextId', patch.contextId ?? undefined) };
  }
  if (patch.contextId != null && behaviour.contextOfGlobalGrantIsRefused) {
    throw requestInvalid([{ name: 'contextId', message: 'A grant of the type GLOBAL is on no context.' }]);
  }
  return { action, user, group, place: wholeField };
}

function required<Value>(name: string, value: Value | undefined): Value {
  if (value === undefined) throw requestInvalid([{ name, message: `${name} is required.` }]);
  return value;
}
