import type { Check } from '../../check.js';
import { examplesIn, type Example } from '../example-list.js';
import { checkOfReplay, type ReplayParts } from '../example-replay.js';
import { appOptionReplays } from './examples-of-app-options.js';
import { contextReplays } from './examples-of-contexts.js';
import { defaultValueReplays } from './examples-of-default-values.js';
import { fieldReplays } from './examples-of-fields.js';
import { issueReplays } from './examples-of-issues.js';
import { mappingReplays } from './examples-of-mappings.js';
import { optionReplays } from './examples-of-options.js';
import { projectReplays } from './examples-of-projects.js';
import { examplesOfRefusals } from './examples-of-refusals.js';
import { screenReplays } from './examples-of-screens.js';
import { taskReplays } from './examples-of-tasks.js';
import { userReplays } from './examples-of-users.js';

/** Each example of our document has its replay in one of these. */
const parts: ReplayParts = [
  ['examples-of-fields', fieldReplays],
  ['examples-of-contexts', contextReplays],
  ['examples-of-mappings', mappingReplays],
  ['examples-of-default-values', defaultValueReplays],
  ['examples-of-options', optionReplays],
  ['examples-of-app-options', appOptionReplays],
  ['examples-of-screens', screenReplays],
  ['examples-of-tasks', taskReplays],
  ['examples-of-users', userReplays],
  ['examples-of-projects', projectReplays],
  ['examples-of-issues', issueReplays],
];

function checkOf(example: Example): Check {
  const { operation, part } = example;
  const check = checkOfReplay('jira-cloud', parts, example);
  // Some are of one deployment, or of some versions: where the operation is not served, its examples are skipped.
  return { ...check, operation, ...(part === 'request' ? {} : { status: part }) };
}

/** Every example of a request or an answer that the document has, refusals included. */
export const examples: readonly Check[] = [...examplesIn('jira-cloud').map(checkOf), ...examplesOfRefusals];
