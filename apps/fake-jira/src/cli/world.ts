import { buildWorld, readWorldFile, WorldFileError } from '@fake-jira/fixtures';
import { unreadable } from './profile-option.js';

/** Reads and builds a world file; prints its size, or all of its mistakes with exit code 1. */
export async function check(path: string): Promise<void> {
  try {
    const root = buildWorld(await readWorldFile(path), { now: Date.now() });
    console.log(`${path} is a world of ${worldSize(root)}.`);
  } catch (error) {
    if (!(error instanceof WorldFileError)) throw unreadable(path, error);
    console.error(error.message);
    process.exitCode = 1;
  }
}

/** How much there is in a world, for people. */
export function worldSize(root: ReturnType<typeof buildWorld>): string {
  const count = (size: number, one: string) => `${size} ${one}${size === 1 ? '' : 's'}`;
  return [
    count(root.projects.size, 'project'),
    count(root.fields.size, 'custom field'),
    count(root.options.size, 'option'),
    count(root.issues.size, 'issue'),
  ].join(', ');
}
