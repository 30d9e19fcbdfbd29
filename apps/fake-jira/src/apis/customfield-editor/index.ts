import type { CustomfieldEditorOperations } from '@fake-jira/openapi';
import { defineApi } from '../../http/api.js';
import { adminContexts } from './admin-contexts.js';
import { adminFields } from './admin-fields.js';
import { adminGrants } from './admin-grants.js';
import { app } from './app.js';
import { maintenance } from './maintenance.js';
import { optionOperations } from './operations-on-options.js';
import { editorStyle } from './style.js';
import { userFields } from './user-fields.js';

/** The app Customfield Editor. */
export const customfieldEditor = defineApi<CustomfieldEditorOperations>({
  name: 'Customfield Editor',
  document: 'customfield-editor',
  dialect: editorStyle,
  handlers: {
    ...adminFields,
    ...adminGrants,
    ...adminContexts,
    ...userFields,
    ...optionOperations,
    ...maintenance,
    ...app,
  },
});
