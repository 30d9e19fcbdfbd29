import { diagnose, type Target } from '@fake-jira/target';
import { UsageError } from '../given/usage-error.js';

/** What a command needs of a target: an administrator, or all that the credentials name. */
export type Needs = 'administrator' | 'all that is named';

/**
 * Looks, before anything begins, whether what the credentials name is there and can sign in: people and their rights, the
 * token, the sandbox. Where no Jira answers, what is asked first says so.
 *
 * @throws UsageError with a sentence for each that is not as it has to be, and what to do about it
 */
export async function preflight(target: Target, needs: Needs = 'all that is named'): Promise<void> {
  const { isReached, findings } = await diagnose({ target });
  if (!isReached) return;
  const wrong = findings.filter(
    // What is no Jira can be an app's document alone, which a profile says.
    ({ state, about }) =>
      state === 'wrong' && !besides.has(about) && (needs !== 'administrator' || about === 'administrator'),
  );
  if (wrong.length === 0) return;
  const lines = wrong.map(({ about, says, advice }) => `${about}: ${says} ${advice}`);
  throw new UsageError([...lines, 'Nothing was begun. fake-jira doctor shows all that there is to see.'].join('\n'));
}

const besides: ReadonlySet<string> = new Set(['address', 'apps', 'proxy']);
