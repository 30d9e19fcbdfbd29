import type { Check } from '../check.js';
import { customfieldEditor } from './customfield-editor/index.js';
import { extenderChecks } from './extender/index.js';
import { jiraCloudChecks } from './jira-cloud/index.js';
import { protectedFieldsChecks } from './protected-fields/index.js';

/** Every check of the suite, in the order in which reports have them. */
export const allChecks: readonly Check[] = [
  ...jiraCloudChecks,
  ...customfieldEditor,
  ...extenderChecks,
  ...protectedFieldsChecks,
];
