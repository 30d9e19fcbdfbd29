import {
  provisionerFor,
  TargetError,
  TargetUnreachable,
  BadCredentials,
  type Caller,
  type Delay,
  type TargetFacts,
} from '@fake-jira/target';
import pMap from 'p-map';
import { profileFor } from './editor.js';
import { globalStays } from './global-context.js';
import { fieldsAtATime, type FieldPlan, type Plan } from './plan.js';
import { seedField } from './seed-field.js';
import { TargetWriter } from './target-writer.js';

export interface ApplyOptions {
  readonly caller: Caller;
  readonly facts: TargetFacts;
  readonly delay: Delay;
  /** Told of each field that is done. */
  readonly onField?: (field: FieldPlan) => void;
}

/** What became of a plan. */
export interface Applied {
  /** Fields of which something was changed. */
  readonly changed: number;
  /** Fields that the target refused in part, and why. */
  readonly failures: readonly { readonly field: string; readonly reason: string }[];
}

/**
 * Carries a plan out. What a run has not come to, because the target went away or refused something, the next plan
 * has again: it is the difference between file and target.
 *
 * @throws TargetUnreachable, BadCredentials
 */
export async function apply(plan: Plan, { caller, facts, delay, onField }: ApplyOptions): Promise<Applied> {
  const writer = new TargetWriter(provisionerFor(profileFor(facts), caller, { delay }), caller, facts, plan.names);
  const failures: { field: string; reason: string }[] = [];
  const stays = globalStays(facts);
  let changed = 0;
  const open = plan.fields.filter(({ changes, hiddenDefaults }) => changes.length > 0 || hiddenDefaults > 0);
  let stopped: Error | undefined;
  await pMap(
    open,
    async (field) => {
      // The others would only fail for the same reason.
      if (stopped) return;
      try {
        const differed = await seedField(field.wanted, field.found, writer, stays);
        if (differed || field.changes.length > 0) changed++;
      } catch (error) {
        if (error instanceof TargetUnreachable || error instanceof BadCredentials) stopped = error;
        else if (error instanceof TargetError) failures.push({ field: field.wanted.name, reason: error.message });
        else throw error;
      }
      onField?.(field);
    },
    { concurrency: fieldsAtATime },
  );
  if (stopped) throw stopped;
  return { changed, failures };
}
