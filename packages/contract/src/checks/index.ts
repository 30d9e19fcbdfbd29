import type { Check } from '../check.js';
import { customfieldEditor } from './customfield-editor/index.js';
import { access } from './jira-cloud/access.js';
import { contextMappings } from './jira-cloud/context-mappings.js';
import { contexts } from './jira-cloud/contexts.js';
import { defaultValues } from './jira-cloud/default-values.js';

/** Every check of the suite, in the order in which reports have them. */
export const allChecks: readonly Check[] = [
  ...access,
  ...contexts,
  ...contextMappings,
  ...defaultValues,
  ...customfieldEditor,
];
