import type { ExtenderOperations } from '@fake-jira/openapi';
import { defineApi } from '../../http/api.js';
import { types } from './field-types.js';
import { fields } from './fields.js';
import { schemeUpdates } from './scheme-updates.js';
import { schemes } from './schemes.js';
import { screens } from './screens.js';
import { extenderStyle } from './style.js';
import { values } from './values.js';

/** The app Extender. */
export const extender = defineApi<ExtenderOperations>({
  name: 'Extender',
  document: 'extender',
  dialect: extenderStyle,
  handlers: {
    ...fields,
    ...types,
    ...schemes,
    ...schemeUpdates,
    ...values,
    ...screens,
  },
});
