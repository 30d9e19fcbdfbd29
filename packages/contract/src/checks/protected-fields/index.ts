import type { Check } from '../../check.js';
import { protectedExamples } from './examples.js';
import { protectedProbes } from './probes.js';
import { protectedRefusals } from './refusals.js';
import { protectedValues } from './values.js';

/** Every check of Protected Fields. */
export const protectedFieldsChecks: readonly Check[] = [
  ...protectedValues,
  ...protectedRefusals,
  ...protectedExamples,
  ...protectedProbes,
];
