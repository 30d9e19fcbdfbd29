import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../../../apps/fake-jira/bin/fake-jira.cjs', import.meta.url));

/** Writes the document of Jira's Field API, as our own command does. @returns its path */
export function jiraDocument(scratch: string): string {
  const path = join(scratch, 'jira-cloud.json');
  execFileSync(process.execPath, [bin, 'spec', '--profile', 'cloud', '--api', 'jira-cloud', '--out', path]);
  return path;
}
