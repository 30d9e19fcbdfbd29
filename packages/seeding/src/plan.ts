import type { Caller, TargetFacts } from '@fake-jira/target';
import type { Root } from '@fake-jira/world';
import pMap from 'p-map';
import { numberOf, type FieldState } from './field-state.js';
import { Names } from './names.js';
import { readPlaces } from './places.js';
import { findMissing } from './missing.js';
import { PlanWriter } from './plan-writer.js';
import { fieldReader } from './read-fields.js';
import { globalStays, leftByGlobalContext } from './global-context.js';
import { matchContexts } from './match-contexts.js';
import { seedField } from './seed-field.js';
import { wantedFields, withUsers, type LeftOut } from './wanted.js';

/** What a run would do to one field. */
export interface FieldPlan {
  readonly wanted: FieldState;
  /** Undefined: it is not there. */
  readonly found: FieldState | undefined;
  /** In sentences. */
  readonly changes: readonly string[];
  readonly hiddenDefaults: number;
  readonly weight: number;
}

/** What it takes to make a target like a world file: the difference between the two. */
export interface Plan {
  readonly fields: readonly FieldPlan[];
  /** What has to be there and is not: with any of it nothing is begun. */
  readonly missing: readonly string[];
  /** What stands in the way: with any of it nothing is begun. */
  readonly conflicts: readonly string[];
  readonly leftOut: readonly LeftOut[];
  readonly names: Names;
}

/** How many fields are worked on side by side. */
export const fieldsAtATime = 8;

/**
 * Compares a world with a target, and changes nothing.
 *
 * @param root - the world of a file
 * @throws what the requests throw
 */
export async function planOf(root: Root, caller: Caller, facts: TargetFacts): Promise<Plan> {
  const places = await readPlaces(caller, facts);
  const names = new Names(caller, facts, places);
  const { fields, leftOut } = wantedFields(root, facts);
  const { missing, userNames } = await findMissing({ root, fields, caller, facts, names });
  const wanted = withUsers(fields, (accountId) => userNames.get(accountId) ?? accountId);
  const reader = fieldReader(caller, facts, names);
  const matches = matchFields(wanted, await reader.list());
  const stays = globalStays(facts);
  const plans = await pMap(
    wanted,
    async (field): Promise<FieldPlan> => {
      const there = matches.get(field);
      const found = there && !(field.trashed && there.trashed) ? await reader.details(there) : there;
      const writer = new PlanWriter();
      await seedField(field, found, writer, stays);
      return {
        wanted: field,
        found,
        changes: writer.changes,
        hiddenDefaults: writer.hiddenDefaults,
        weight: writer.weight,
      };
    },
    { concurrency: fieldsAtATime },
  );
  return {
    fields: plans,
    missing,
    conflicts: plans.flatMap((plan) => conflictsOf(plan, facts)),
    leftOut: stays
      ? [...leftOut, ...plans.flatMap(({ wanted: field, found }) => leftByGlobalContext(field, found))]
      : leftOut,
    names,
  };
}

/**
 * Which of the target's fields is which of the wanted ones: by name and type, to the letter. Of several fields with
 * one name and type the first is the first, the second the second.
 */
export function matchFields(
  wanted: readonly FieldState[],
  there: readonly FieldState[],
): ReadonlyMap<FieldState, FieldState> {
  const keyOf = ({ name, type }: FieldState, trashed: boolean) => JSON.stringify([name, type, trashed]);
  const left = new Map<string, FieldState[]>();
  for (const field of [...there].sort((a, b) => numberOf(a) - numberOf(b))) {
    const key = keyOf(field, field.trashed);
    left.set(key, [...(left.get(key) ?? []), field]);
  }
  const found = new Map<FieldState, FieldState>();
  for (const field of wanted) {
    // One that shall be in the trash may not have got there yet.
    const match =
      (field.trashed ? left.get(keyOf(field, true))?.shift() : undefined) ?? left.get(keyOf(field, false))?.shift();
    if (match) found.set(field, match);
  }
  return found;
}

function conflictsOf({ wanted, found }: FieldPlan, facts: TargetFacts): string[] {
  if (!found || found.trashed) return [];
  const conflicts: string[] = [];
  if (found.locked) conflicts.push(`"${wanted.name}" (${found.id}) is locked: nothing can change it`);
  if (facts.deployment !== 'cloud' && found.description !== wanted.description) {
    conflicts.push(
      `"${wanted.name}" (${found.id}) has another description, and no operation of Data Center changes it`,
    );
  }
  if (facts.deployment !== 'cloud' && found.searcher !== undefined && found.searcher !== wanted.searcher) {
    conflicts.push(`"${wanted.name}" (${found.id}) has another searcher, and no operation of Data Center changes it`);
  }
  const match = matchContexts(wanted, found.contexts, globalStays(facts));
  const known = new Set([...match.found.values(), ...match.spare]);
  for (const other of found.contexts.filter((context) => !known.has(context))) {
    for (const context of wanted.contexts) {
      const shared = context.projects.filter((key) => other.projects.includes(key));
      if (shared.length === 0) continue;
      conflicts.push(
        `"${wanted.name}" (${found.id}): ${shared.join(', ')} is in its context "${other.name}", which the file does not have`,
      );
    }
  }
  return conflicts;
}
