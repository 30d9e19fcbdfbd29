import type { Profile, Versioned, Versions } from '@fake-jira/profile';
import { answer, hasReached, isQuestionId, versionLists, versions } from '@fake-jira/profile';
import type { JsonObject } from './types.js';
import { isObject } from './types.js';

/** The keys that `effectiveSpec` resolves. */
export const conditionKeys = ['x-since', 'x-until', 'x-deployment', 'x-when', 'x-any', 'x-history'] as const;

/** The keys of a node that are conditions, or undefined when it has none. */
export function conditionsIn(node: JsonObject, except: readonly string[] = []): JsonObject | undefined {
  const found = conditionKeys.filter((key) => key !== 'x-history' && !except.includes(key) && node[key] !== undefined);
  return found.length > 0 ? Object.fromEntries(found.map((key) => [key, node[key]])) : undefined;
}

/** Decides for one profile which nodes of a document are there. */
export interface Conditions {
  /** Whether a node holds, by its `x-since`, `x-until`, `x-deployment`, `x-when` and `x-any`. */
  holds(node: JsonObject): boolean;
  /** Whether a map question → answer (or a list of answers) agrees with the profile. */
  answers(when: unknown): boolean;
  /** The profile's answer to a question. */
  answerTo(id: string): string;
  /** The older form that stands for the node in this profile, or undefined when it is the newest. */
  olderForm(node: JsonObject): { replace: unknown } | undefined;
}

interface HistoryEntry {
  until: JsonObject;
  replace: unknown;
}

/**
 * The conditions of a profile.
 *
 * @throws {Error} by its methods when a key of a document names an app, version, deployment or question that does not
 *   exist: such a document needs mending, and a guess would hide it
 */
export function conditionsOf(profile: Profile): Conditions {
  const installed = versions(profile);

  function answers(when: unknown): boolean {
    if (when === undefined) return true;
    if (!isObject(when)) throw new Error(`x-when must be a map of questions to answers, not ${JSON.stringify(when)}`);
    return Object.entries(when).every(([id, wanted]) => {
      return [wanted].flat().map(String).includes(answerTo(id));
    });
  }

  function answerTo(id: string): string {
    if (!isQuestionId(id)) throw new Error(`x-when names "${id}", which is no open question of packages/profile`);
    return answer(profile, id);
  }

  function holds(node: JsonObject): boolean {
    return (
      versionsHold(node['x-since'], (product, version) => hasReached(installed, product, version) === true) &&
      versionsHold(node['x-until'], (product, version) => hasReached(installed, product, version) === false) &&
      deploymentHolds(installed, node['x-deployment']) &&
      answers(node['x-when']) &&
      anyHolds(node['x-any'])
    );
  }

  function anyHolds(alternatives: unknown): boolean {
    if (alternatives === undefined) return true;
    if (!Array.isArray(alternatives) || !alternatives.every(isObject))
      throw new Error(`x-any must be a list of maps of conditions, not ${JSON.stringify(alternatives)}`);
    return alternatives.some(holds);
  }

  function olderForm(node: JsonObject): { replace: unknown } | undefined {
    const history = node['x-history'];
    if (!Array.isArray(history)) return undefined;
    // The list is ordered, but from which end a writer starts is easily mistaken: the earliest `until` that the
    // profile has not reached is right in both directions.
    const open = (history as HistoryEntry[]).filter((entry) =>
      versionsHold(entry.until, (product, version) => hasReached(installed, product, version) === false),
    );
    return open.sort((a, b) => compareUntil(a.until, b.until))[0];
  }

  return { holds, answers, answerTo, olderForm };
}

function versionsHold(value: unknown, test: (product: string, version: string) => boolean): boolean {
  if (value === undefined) return true;
  if (!isObject(value))
    throw new Error(
      `expected a map of products to versions such as { extender: '2.20' }, not ${JSON.stringify(value)}`,
    );
  return Object.entries(value).every(([product, version]) => test(product, String(version)));
}

function deploymentHolds(installed: Versions, deployment: unknown): boolean {
  if (deployment === undefined) return true;
  if (deployment !== 'cloud' && deployment !== 'data-center') {
    throw new Error(`x-deployment must be cloud or data-center, not ${JSON.stringify(deployment)}`);
  }
  return installed.jira.has(deployment);
}

function compareUntil(left: JsonObject, right: JsonObject): number {
  const [product = 'jira', version] = Object.entries(left)[0] ?? [];
  const list = versionLists[product as Versioned];
  return list.indexOf(String(version)) - list.indexOf(String(right[product] ?? version));
}
