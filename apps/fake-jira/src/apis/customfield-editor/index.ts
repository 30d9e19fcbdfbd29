import type { CustomfieldEditorOperations } from '@fake-jira/openapi';
import { defineApi } from '../../http/api.js';
import { app } from './app.js';
import { behaviour, type EditorBehaviour } from './behaviour.js';
import { contexts } from './contexts.js';
import { fields } from './fields.js';
import { grants } from './grants.js';
import { maintenance } from './maintenance.js';
import { optionOperations } from './operations-on-options.js';
import { editorDialect } from './dialect.js';
import { versionChanges, type ReplacedOperation } from './version-changes.js';

/** The app Customfield Editor. */
export const customfieldEditor = defineApi<CustomfieldEditorOperations, EditorBehaviour, ReplacedOperation>({
  document: 'customfield-editor',
  dialect: editorDialect,
  behaviour,
  versionChanges,
  handlers: { ...fields, ...grants, ...contexts, ...optionOperations, ...maintenance, ...app },
});
