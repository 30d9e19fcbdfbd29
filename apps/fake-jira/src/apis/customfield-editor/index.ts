import type { CustomfieldEditorOperations } from '@fake-jira/openapi';
import type { RequestHandler } from 'express';
import type { Handlers } from '../../http/call.js';
import { serveApi } from '../../http/router.js';
import type { Validation } from '../../http/validation.js';
import { adminContexts } from './admin-contexts.js';
import { adminFields } from './admin-fields.js';
import { adminGrants } from './admin-grants.js';
import { app } from './app.js';
import { maintenance } from './maintenance.js';
import { optionOperations } from './operations-on-options.js';
import { editorStyle } from './style.js';
import { userFields } from './user-fields.js';

/** One handler for each operation of `specs/customfield-editor.openapi.yaml`. */
export const customfieldEditorHandlers: Handlers<CustomfieldEditorOperations> = {
  ...adminFields,
  ...adminGrants,
  ...adminContexts,
  ...userFields,
  ...optionOperations,
  ...maintenance,
  ...app,
};

/** The app Customfield Editor as Express serves it. */
export function customfieldEditor(validation: Validation): RequestHandler {
  return serveApi(editorStyle, customfieldEditorHandlers, validation);
}
