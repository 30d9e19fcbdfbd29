import type { CustomfieldEditorOperations } from '@fake-jira/openapi';
import {
  contextsOfField,
  deleteContext,
  editContext,
  grantedContexts,
  isDeleteAllowed,
  requireContext,
  requireFieldAccess,
  type WholeContext,
} from '@fake-jira/world';
import { ok } from '../../http/response.js';
import type { RequestContext, Handlers } from '../../http/request-context.js';
import { commaList } from '../../http/comma-list.js';
import type { EditorBehaviour } from './behaviour.js';
import { askingOf, servedField } from './callers-field.js';
import { renderDefaultValue } from './default-values.js';
import { renderContext, renderContextInList, renderField } from './render.js';

type Operations = Pick<
  CustomfieldEditorOperations,
  | 'editorListContexts'
  | 'editorCreateContext'
  | 'editorUpdateContext'
  | 'editorDeleteContext'
  | 'editorListMyContexts'
  | 'editorGetMyContext'
>;

export const contexts: Handlers<Operations, EditorBehaviour> = {
  editorListContexts(call) {
    const field = servedField(call, call.path.customFieldId);
    const expand = commaList(call.query.expand);
    return ok([...contextsOfField(call.root, field.id)].map((context) => renderContext(context, call, expand)));
  },

  editorCreateContext(call) {
    const field = servedField(call, call.path.customFieldId);
    const { world, body, behaviour } = call;
    const { id } = world.write((tx) => editContext(tx, field.id, null, contextOf(body), behaviour.contextRules));
    return ok({ id });
  },

  editorUpdateContext(call) {
    const field = servedField(call, call.path.customFieldId);
    const { world, path, body, behaviour } = call;
    const { id } = world.write((tx) =>
      editContext(tx, field.id, path.contextId, contextOf(body), behaviour.contextRules),
    );
    return ok({ id });
  },

  editorDeleteContext(call) {
    const field = servedField(call, call.path.customFieldId);
    const { contextId } = call.path;
    call.world.write((tx) => deleteContext(tx, field.id, contextId));
    return ok({ id: contextId });
  },

  editorListMyContexts(call) {
    const field = servedField(call, call.path.customFieldId);
    const expand = commaList(call.query.expand);
    const found = grantedContexts(call.root, askingOf(call), field, call.behaviour.contextAccess);
    return ok(found.map((context) => renderContext(context, call, expand)));
  },

  editorGetMyContext(call) {
    const { root, path } = call;
    const field = servedField(call, path.customFieldId);
    const context = requireContext(root, field.id, path.contextId);
    const asking = askingOf(call);
    requireFieldAccess(root, asking, field, context.id);
    return ok({
      ...renderField(field, call),
      context: renderContextInList(context, call),
      defaultOption: renderDefaultValue(root, field, context, call.behaviour),
      authenticatedUserMeta: { userAllowedToDeleteOptions: isDeleteAllowed(root, asking.administrator) },
    });
  },
};

type ContextBody = RequestContext<CustomfieldEditorOperations['editorCreateContext']>['body'] | undefined;

/** What is left out is empty, and not as it was: both operations say all of a context. */
function contextOf(body: ContextBody): WholeContext {
  return {
    name: body?.contextName ?? '',
    description: body?.contextDescription ?? '',
    isGlobal: body?.isGlobal ?? false,
    projectIds: body?.projectIds ?? [],
    issueTypeIds: body?.issueTypeIds ?? [],
  };
}
