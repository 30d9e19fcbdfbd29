import type { CustomfieldEditorOperations } from '@fake-jira/openapi';
import { answer, type Profile, type Versions } from '@fake-jira/profile';
import {
  changeGrant,
  contextsOfField,
  grantsOn,
  replaceContextGrants,
  replaceGrants,
  wholeField,
  type GrantRules,
} from '@fake-jira/world';
import { ok } from '../../http/answer.js';
import type { Handlers } from '../../http/call.js';
import { done } from './answers.js';
import { servedField } from './callers-field.js';
import { commaList } from '../../http/comma-list.js';
import { readPatch } from './permission-patch.js';
import { renderField } from './render-field.js';
import { renderFullNames, renderGrants } from './render-grants.js';
import { requestInvalid } from './style.js';

type Operations = Pick<
  CustomfieldEditorOperations,
  | 'editorGetGlobalPermissions'
  | 'editorReplaceGlobalPermissions'
  | 'editorPatchPermission'
  | 'editorGetContextPermissions'
  | 'editorReplaceContextPermissions'
>;

export const adminGrants: Handlers<Operations> = {
  editorGetGlobalPermissions(call) {
    const field = servedField(call, call.path.customFieldId);
    const expand = commaList(call.query.expand);
    const grants = grantsOn(call.root, field.id, wholeField);
    const asText = answer(call.profile, 'editor.expanded-field-id') === 'string';
    const expanded = { ...renderField(field, call), fieldId: asText ? String(field.id) : field.id };
    return ok({
      ...renderGrants(grants),
      ...(expand.includes('userlistWithFullnames') ? { userlistWithFullnames: renderFullNames(grants, call) } : {}),
      ...(expand.includes('field') ? { field: expanded } : {}),
    });
  },

  editorReplaceGlobalPermissions(call) {
    const field = servedField(call, call.path.customFieldId);
    const { world, body, profile, versions } = call;
    world.write((tx) => replaceGrants(tx, field, wholeField, grantsOf(body ?? {}), grantRules(profile, versions)));
    return done(profile);
  },

  editorPatchPermission(call) {
    const field = servedField(call, call.path.customFieldId);
    const { world, profile } = call;
    const { contextId, ...change } = readPatch(call.body ?? {}, profile);
    const unknown = answer(profile, 'editor.patch-unknown-principal') === '400' ? 'refuse' : 'ignore';
    world.write((tx) => changeGrant(tx, field, contextId ?? wholeField, change, { unknown }));
    return done(profile);
  },

  editorGetContextPermissions(call) {
    const field = servedField(call, call.path.customFieldId);
    const withNames = commaList(call.query.expand).includes('userlistWithFullnames');
    return ok(
      [...contextsOfField(call.root, field.id)].map(({ id }) => {
        const grants = grantsOn(call.root, field.id, id);
        return {
          contextId: id,
          ...renderGrants(grants),
          ...(withNames ? { userlistWithFullnames: renderFullNames(grants, call) } : {}),
        };
      }),
    );
  },

  editorReplaceContextPermissions(call) {
    const field = servedField(call, call.path.customFieldId);
    const { world, profile, versions } = call;
    const omitted = answer(profile, 'editor.omitted-context-permissions');
    const entries = (call.body ?? []).map(({ contextId, ...names }) => {
      if (contextId === undefined) throw requestInvalid([{ name: 'contextId', message: 'contextId is required.' }]);
      return { contextId, ...grantsOf(names) };
    });
    world.write((tx) => replaceContextGrants(tx, field, entries, { ...grantRules(profile, versions), omitted }));
    return done(profile);
  },
};

interface Names {
  readonly userlist?: readonly string[] | null;
  readonly grouplist?: readonly string[] | null;
}

function grantsOf({ userlist, grouplist }: Names) {
  return { users: userlist ?? [], groups: grouplist ?? [] };
}

/** Since 2.0 names that mean nobody are refused (001:481, 001:1385). */
function grantRules(profile: Profile, { customfieldEditor }: Versions): GrantRules {
  if (customfieldEditor.atLeast('2.0')) return { unknown: 'refuse' };
  const stored = answer(profile, 'editor.unknown-principal-before-2.0') === 'stored';
  return { unknown: stored ? 'store' : 'ignore' };
}
