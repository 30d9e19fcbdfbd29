import type { CustomfieldEditorOperations } from '@fake-jira/openapi';
import { answer, type Profile } from '@fake-jira/profile';
import {
  accessOf,
  contextsOfField,
  grantedContexts,
  grantedFields,
  isDeleteAllowed,
  requireContext,
  requireFieldAccess,
  type ContextAccessRules,
} from '@fake-jira/world';
import { ok } from '../../http/answer.js';
import type { Handlers } from '../../http/call.js';
import { askingOf, isServed, servedField } from './callers-field.js';
import { renderDefaultValue } from './default-values.js';
import { commaList } from '../../http/comma-list.js';
import { listFields } from './field-list.js';
import { renderContext, renderContextInList } from './render-context.js';
import { renderField } from './render-field.js';

type Operations = Pick<
  CustomfieldEditorOperations,
  'editorListMyCustomFields' | 'editorListMyContexts' | 'editorGetMyContext'
>;

export const userFields: Handlers<Operations> = {
  editorListMyCustomFields(call) {
    const { root, profile } = call;
    const asking = askingOf(call);
    const fields = () => grantedFields(root, asking).filter((field) => isServed(field, call));
    return ok(
      listFields(call, fields, (field) => ({
        ...renderField(field, call),
        fieldGlobalPermission: accessOf(root, asking.user, asking.administrator, field).global,
        contexts: grantedContexts(root, asking, field, contextAccess(profile)).map((context) =>
          renderContextInList(context, call),
        ),
      })),
    );
  },

  editorListMyContexts(call) {
    const { root, path, query, profile, versions } = call;
    const field = servedField(call, path.customFieldId);
    const asking = askingOf(call);
    const expand = commaList(query.expand);
    if (versions.customfieldEditor.atLeast('1.2.1')) {
      const contexts = grantedContexts(root, asking, field, contextAccess(profile));
      return ok(contexts.map((context) => renderContext(context, call, expand)));
    }
    // Grants on contexts came with 1.2.1 (001:1776).
    requireFieldAccess(root, asking, field);
    return ok([...contextsOfField(root, field.id)].map((context) => renderContext(context, call, expand)));
  },

  editorGetMyContext(call) {
    const { root, path, versions } = call;
    const field = servedField(call, path.customFieldId);
    const context = requireContext(root, field.id, path.contextId);
    const asking = askingOf(call);
    requireFieldAccess(root, asking, field, context.id);
    const authenticatedUserMeta = { userAllowedToDeleteOptions: isDeleteAllowed(root, asking.administrator) };
    return ok({
      ...renderField(field, call),
      context: renderContextInList(context, call),
      defaultOption: renderDefaultValue(field, context, call),
      ...((versions.customfieldEditor.atLeast('2.4') ? { authenticatedUserMeta } : {}) as {
        authenticatedUserMeta: typeof authenticatedUserMeta;
      }),
    });
  },
};

function contextAccess(profile: Profile): ContextAccessRules {
  return { withoutGrants: answer(profile, 'editor.contexts-without-context-grants') };
}
