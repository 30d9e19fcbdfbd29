import type { Check } from '../check.js';
import { customfieldEditor } from './customfield-editor/index.js';
import { contexts } from './jira-cloud/contexts.js';

/** Every check of the suite, in the order in which reports have them. */
export const allChecks: readonly Check[] = [...contexts, ...customfieldEditor];
