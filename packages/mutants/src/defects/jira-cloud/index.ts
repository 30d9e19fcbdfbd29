import { appOptionDefects } from './app-options.js';
import { surroundingDefects } from './around.js';
import { besideIssueDefects } from './beside-issues.js';
import { contextDefects } from './contexts.js';
import { defaultValueDefects } from './default-values.js';
import { edgeDefects } from './edge.js';
import { fieldDefects } from './fields.js';
import { neighbourDefects } from './neighbours.js';
import { projectPartDefects } from './project-parts.js';
import { projectDefects } from './projects.js';
import { schemeDefects } from './schemes.js';
import { optionDefects } from './options.js';

export const jiraDefects = [
  ...fieldDefects,
  ...contextDefects,
  ...optionDefects,
  ...defaultValueDefects,
  ...appOptionDefects,
  ...surroundingDefects,
  ...neighbourDefects,
  ...projectPartDefects,
  ...projectDefects,
  ...besideIssueDefects,
  ...schemeDefects,
  ...edgeDefects,
];
