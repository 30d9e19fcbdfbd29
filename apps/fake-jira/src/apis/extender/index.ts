import type { ExtenderOperations } from '@fake-jira/openapi';
import { defineApi } from '../../http/api.js';
import { behaviour, type ExtenderBehaviour } from './behaviour.js';
import { fields } from './fields.js';
import { schemeUpdates } from './scheme-updates.js';
import { schemes } from './schemes.js';
import { extenderDialect } from './dialect.js';
import { values } from './values.js';
import { versionChanges } from './version-changes.js';

/** The app Extender. */
export const extender = defineApi<ExtenderOperations, ExtenderBehaviour>({
  document: 'extender',
  dialect: extenderDialect,
  behaviour,
  versionChanges,
  handlers: { ...fields, ...schemes, ...schemeUpdates, ...values },
});
