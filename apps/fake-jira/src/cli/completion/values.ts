import { presetNames } from '@fake-jira/fixtures/presets';
import { apiNames } from '@fake-jira/openapi';
import { evidences, profileNames } from '@fake-jira/profile';
import { runners } from '../init/first-tests.js';
import { shells } from './scripts.js';

/** The values that options and arguments can have, where they are known; an argument stands behind its command. */
const known: Readonly<Record<string, () => readonly string[]>> = {
  '--profile': profileNames,
  'show name|file': profileNames,
  '--world': () => presetNames,
  '--preset': () => presetNames,
  '--api': () => apiNames,
  '--evidence': () => evidences,
  '--auth': () => ['strict', 'any'],
  '--validate': () => ['off', 'warn', 'strict'],
  '--log': () => ['text', 'json'],
  '--format': () => ['yaml', 'json'],
  '--runner': () => runners,
  'explain method': () => ['GET', 'POST', 'PUT', 'DELETE'],
  'completion shell': () => shells,
};

/** The values of an option or an argument; undefined where any text is one. */
export function valuesOf(name: string): readonly string[] | undefined {
  return known[name]?.();
}
