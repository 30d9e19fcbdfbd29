import { existsSync } from 'node:fs';
import { parseAcceptances, type Acceptance } from '@fake-jira/contract';
import { readText } from '../given/file.js';
import { UsageError } from '../given/usage-error.js';

/**
 * The differences that `--accepted` names; none where there is no such file yet.
 *
 * @throws UsageError where it cannot be read
 */
export function acceptancesIn(file: string | undefined): Acceptance[] {
  if (file === undefined || !existsSync(file)) return [];
  try {
    return parseAcceptances(JSON.parse(readText(file)));
  } catch (error) {
    throw new UsageError(`${file}: ${(error as Error).message}`);
  }
}
