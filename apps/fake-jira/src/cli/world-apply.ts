import { buildWorld, readWorldFile, WorldFileError, type WorldFile } from '@fake-jira/fixtures';
import { apply, counted, planOf, requireSeedable, type Plan } from '@fake-jira/seeding';
import { detect } from '@fake-jira/target';
import { unreadable } from '../given/file.js';
import { partOf } from '../given/twin.js';
import { preflight } from './preflight.js';
import { progressBar, type Progress } from './progress.js';
import { targetOf, withTarget, type TargetOptions } from './target-option.js';

export interface ApplyOptions extends TargetOptions {
  readonly dryRun?: boolean;
}

/** Makes the custom fields of a world file at a target, as far as its documented operations can. */
export async function applyWorld(path: string, options: ApplyOptions): Promise<void> {
  const file = await worldFile(path);
  if (!file) return;
  const root = buildWorld(file, { now: Date.now() });
  let begun = false;
  let progress: Progress | undefined;
  await withTarget(
    async () => {
      const target = await targetOf(options);
      await preflight(target, 'administrator');
      const caller = target.administrator;
      const facts = await detect(caller);
      requireSeedable(facts);
      const plan = await planOf(root, caller, facts);
      printPlan(plan);
      if (plan.missing.length > 0 || plan.conflicts.length > 0) {
        console.error('Nothing was begun.');
        process.exitCode = 1;
        return;
      }
      if (options.dryRun) return;
      begun = true;
      progress = await progressBar(
        plan.fields.reduce((sum, { weight }) => sum + weight, 0),
        counted(plan.fields.length, 'field'),
      );
      const { changed, failures } = await apply(plan, {
        caller,
        facts,
        delay: target.delay,
        onField: ({ weight }) => progress?.add(weight),
      });
      progress.stop();
      for (const { field, reason } of failures) console.error(`"${field}": ${reason}`);
      if (failures.length > 0) process.exitCode = 1;
      const untouched = plan.fields.length - changed - failures.length;
      console.log(
        changed + failures.length === 0
          ? `Nothing to do: ${counted(plan.fields.length, 'field')} as in ${path} already.`
          : `Done: ${counted(changed, 'field')} changed, ${untouched} as in ${path} already${failures.length === 0 ? '' : `, ${failures.length} refused`}.`,
      );
    },
    () => {
      progress?.stop();
      return begun ? ' Run the same command again: it goes on from here.' : '';
    },
  );
}

/** The content of a world file; prints the mistakes of one that has some. */
async function worldFile(path: string): Promise<WorldFile | undefined> {
  try {
    return await readWorldFile(partOf(path, 'world'));
  } catch (error) {
    if (!(error instanceof WorldFileError)) throw unreadable(path, error);
    console.error(error.message);
    process.exitCode = 1;
    return undefined;
  }
}

function printPlan({ fields, missing, conflicts, leftOut }: Plan): void {
  const open = fields.filter(({ changes }) => changes.length > 0);
  for (const { wanted, found, changes } of open) {
    console.log(`"${wanted.name}"${found ? ` (${found.id})` : ''}`);
    for (const change of changes) console.log(`  ${change}`);
  }
  const hidden = fields.reduce((sum, { hiddenDefaults }) => sum + hiddenDefaults, 0);
  if (hidden > 0) {
    console.log(
      `${counted(hidden, 'default value')} can only be looked at with a grant in Customfield Editor: the run borrows it.`,
    );
  }
  for (const { what, why } of leftOut) console.log(`left out: ${what}, because ${why}`);
  for (const one of missing) console.error(`missing at the target: ${one}`);
  for (const one of conflicts) console.error(`in the way: ${one}`);
}
