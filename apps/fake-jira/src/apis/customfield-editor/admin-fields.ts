import type { CustomfieldEditorOperations } from '@fake-jira/openapi';
import { contextsOfField, grantsOn, liveFields, wholeField } from '@fake-jira/world';
import { ok } from '../../http/answer.js';
import type { Handlers } from '../../http/call.js';
import { listFields } from './field-list.js';
import { renderContextInList } from './render-context.js';
import { renderField } from './render-field.js';
import { renderGrants } from './render-grants.js';

export const adminFields: Handlers<Pick<CustomfieldEditorOperations, 'editorListCustomFields'>> = {
  // All of them, also those of types that the app cannot edit (001:30).
  editorListCustomFields(call) {
    const { root } = call;
    return ok(
      listFields(
        call,
        () => [...liveFields(root)],
        (field) => ({
          ...renderField(field, call),
          globalPermission: renderGrants(grantsOn(root, field.id, wholeField)),
          contextPermissions: [...contextsOfField(root, field.id)].map((context) => ({
            context: renderContextInList(context, call),
            ...renderGrants(grantsOn(root, field.id, context.id)),
          })),
        }),
      ),
    );
  },
};
