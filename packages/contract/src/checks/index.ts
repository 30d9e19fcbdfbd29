import type { Check } from '../check.js';
import { customfieldEditor } from './customfield-editor/index.js';
import { access } from './jira-cloud/access.js';
import { contextMappings } from './jira-cloud/context-mappings.js';
import { contexts } from './jira-cloud/contexts.js';
import { defaultValues } from './jira-cloud/default-values.js';
import { fieldSearch } from './jira-cloud/field-search.js';
import { fields } from './jira-cloud/fields.js';
import { optionOrder } from './jira-cloud/option-order.js';
import { options } from './jira-cloud/options.js';
import { trash } from './jira-cloud/trash.js';

/** Every check of the suite, in the order in which reports have them. */
export const allChecks: readonly Check[] = [
  ...access,
  ...contexts,
  ...contextMappings,
  ...defaultValues,
  ...fields,
  ...fieldSearch,
  ...trash,
  ...options,
  ...optionOrder,
  ...customfieldEditor,
];
