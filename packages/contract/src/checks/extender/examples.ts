import type { OperationId } from '@fake-jira/openapi';
import type { Check } from '../../check.js';
import { examplesIn, type Example } from '../example-list.js';
import { checkOfReplay, type ReplayParts } from '../example-replay.js';
import { fieldReplays } from './examples-of-fields.js';
import { schemeReplays } from './examples-of-schemes.js';
import { valueReplays } from './examples-of-values.js';

/** Each example of the document has its replay in one of these. */
const parts: ReplayParts = [
  ['examples-of-fields', fieldReplays],
  ['examples-of-schemes', schemeReplays],
  ['examples-of-values', valueReplays],
];

/** A replay knows how these are under each answer. */
const underAllAnswers: readonly OperationId[] = [
  'extenderGetFields',
  'extenderGetConfigSchemes',
  'extenderGetValues',
  'extenderDeleteFields',
];

function checkOf(example: Example): Check {
  const { answers: _, ...versions } = example.needs;
  const needs = underAllAnswers.includes(example.operation) ? versions : example.needs;
  return checkOfReplay('extender', parts, { ...example, needs });
}

/** Every example of a request or an answer that the document of Extender has. */
export const examples: readonly Check[] = examplesIn('extender', 'extender').map(checkOf);
