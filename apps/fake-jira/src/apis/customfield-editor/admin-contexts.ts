import type { CustomfieldEditorOperations } from '@fake-jira/openapi';
import { answer, type Profile } from '@fake-jira/profile';
import {
  contextsOfField,
  deleteContext,
  editContext,
  type ContextEditRules,
  type WholeContext,
} from '@fake-jira/world';
import { ok } from '../../http/answer.js';
import type { Handlers } from '../../http/call.js';
import { servedField } from './callers-field.js';
import { commaList } from '../../http/comma-list.js';
import { renderContext } from './render-context.js';

type Operations = Pick<
  CustomfieldEditorOperations,
  'editorListContexts' | 'editorCreateContext' | 'editorUpdateContext' | 'editorDeleteContext'
>;

export const adminContexts: Handlers<Operations> = {
  editorListContexts(call) {
    const field = servedField(call, call.path.customFieldId);
    const expand = commaList(call.query.expand);
    return ok([...contextsOfField(call.root, field.id)].map((context) => renderContext(context, call, expand)));
  },

  editorCreateContext(call) {
    const field = servedField(call, call.path.customFieldId);
    const { world, body, profile } = call;
    const { id } = world.write((tx) => editContext(tx, field.id, null, contextOf(body), contextRules(profile)));
    return ok({ id });
  },

  editorUpdateContext(call) {
    const field = servedField(call, call.path.customFieldId);
    const { world, path, body, profile } = call;
    const { id } = world.write((tx) =>
      editContext(tx, field.id, path.contextId, contextOf(body), contextRules(profile)),
    );
    return ok({ id });
  },

  editorDeleteContext(call) {
    const field = servedField(call, call.path.customFieldId);
    const { contextId } = call.path;
    call.world.write((tx) => deleteContext(tx, field.id, contextId));
    return ok({ id: contextId });
  },
};

type ContextBody = CustomfieldEditorOperations['editorCreateContext'] extends {
  requestBody?: { content: { 'application/json': infer Json } };
}
  ? Json | undefined
  : never;

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

function contextRules(profile: Profile): ContextEditRules {
  const contradictions = { '400': 'refuse', 'list-wins': 'list-wins', 'flag-wins': 'flag-wins' } as const;
  return {
    contradiction: contradictions[answer(profile, 'editor.context-contradiction')],
    // A rule of Jira's, whichever API asks.
    uniqueNames: answer(profile, 'jira.context-name-unique') === 'yes',
  };
}
