import type { CustomfieldEditorOperations } from '@fake-jira/openapi';
import type { RequestHandler } from 'express';
import type { Handlers } from '../../http/call.js';
import { serveApi } from '../../http/router.js';
import { withVersionChanges } from '../../http/version-changes.js';
import type { Validation } from '../../http/validation.js';
import { app } from './app.js';
import type { EditorBehaviour } from './behaviour.js';
import { contexts } from './contexts.js';
import { fields } from './fields.js';
import { grants } from './grants.js';
import { maintenance } from './maintenance.js';
import { optionOperations } from './operations-on-options.js';
import { editorStyle } from './style.js';
import { versionChanges, type ReplacedOperation } from './version-changes.js';

/** One handler for each newest operation of `specs/customfield-editor.openapi.yaml`. */
export const customfieldEditorHandlers: Handlers<
  Omit<CustomfieldEditorOperations, ReplacedOperation>,
  EditorBehaviour
> = {
  ...fields,
  ...grants,
  ...contexts,
  ...optionOperations,
  ...maintenance,
  ...app,
};

/** The app Customfield Editor as Express serves it. */
export function customfieldEditor(validation: Validation): RequestHandler {
  return serveApi(editorStyle, withVersionChanges(customfieldEditorHandlers, versionChanges), validation);
}
