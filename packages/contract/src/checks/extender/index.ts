import type { Check } from '../../check.js';
import { examples } from './examples.js';
import { fields } from './fields.js';
import { history } from './history.js';
import { probesOfRequests } from './probes-of-requests.js';
import { probesOfSchemes } from './probes-of-schemes.js';
import { probesOfValues } from './probes-of-values.js';
import { refusals } from './refusals.js';
import { schemeUpdates } from './scheme-updates.js';
import { schemes } from './schemes.js';
import { valueEdits } from './value-edits.js';
import { values } from './values.js';

/** Every check of Extender. */
export const extenderChecks: readonly Check[] = [
  ...fields,
  ...schemes,
  ...schemeUpdates,
  ...values,
  ...valueEdits,
  ...refusals,
  ...history,
  ...examples,
  ...probesOfRequests,
  ...probesOfValues,
  ...probesOfSchemes,
];
