import type { Defect } from '../defect.js';
import { appOptionDefects } from './jira-cloud/app-options.js';
import { surroundingDefects } from './jira-cloud/around.js';
import { contextDefects } from './jira-cloud/contexts.js';
import { defaultValueDefects } from './jira-cloud/default-values.js';
import { fieldDefects } from './jira-cloud/fields.js';
import { optionDefects } from './jira-cloud/options.js';

/** Every defect that is planted, by API. */
export const allDefects: readonly Defect[] = [
  ...fieldDefects,
  ...contextDefects,
  ...optionDefects,
  ...defaultValueDefects,
  ...appOptionDefects,
  ...surroundingDefects,
];
