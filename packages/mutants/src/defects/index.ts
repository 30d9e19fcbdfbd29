import type { Defect } from '../defect.js';
import { editorDefects } from './customfield-editor/index.js';
import { extenderDefects } from './extender/index.js';
import { jiraDefects } from './jira-cloud/index.js';
import { protectedDefects } from './protected-fields/index.js';

/** Every defect that is planted, by API. */
export const allDefects: readonly Defect[] = [
  ...jiraDefects,
  ...editorDefects,
  ...extenderDefects,
  ...protectedDefects,
];
