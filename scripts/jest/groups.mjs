// Jest makes a sandbox for each file of tests, in which everything that the file imports is read, linked and compiled
// again: with some hundred files that took more time than the tests. So files are read in groups, each in one sandbox.
import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** The files of tests below a folder, as paths in it; those of the longer forms alone are in folders `whole` and `all`. */
function testsBelow(folder) {
  const paths = existsSync(folder) ? readdirSync(folder, { recursive: true }) : [];
  return paths.filter((path) => path.endsWith('.test.ts') && !/(^|\/)(whole|all)\//.test(path)).sort();
}

/** Reads the tests below some folders. */
export async function readTests(folders, within = () => true) {
  for (const folder of folders)
    for (const path of testsBelow(folder)) if (within(path)) await import(join(folder, path));
}

/** The folder of the groups: those of `npm test`, and in `whole` those of `npm run test:whole`. */
const groupsFolder = (file) => (basename(dirname(file)) === 'whole' ? dirname(dirname(file)) : dirname(file));

/**
 * Reads the tests of a group: those whose path in `test/` begins with the name of the group's file, and with that of no
 * longer one. Those that begin with none are in the group `rest`.
 */
export async function readGroup(file) {
  const folder = groupsFolder(file);
  const files = readdirSync(folder, { recursive: true }).filter((path) => path.endsWith('.mjs'));
  // `contract-c` before `contract`.
  const groups = files.map((path) => basename(path, '.mjs')).sort((one, other) => other.length - one.length);
  const groupOf = (path) => groups.find((name) => path.startsWith(name)) ?? 'rest';
  await readTests([join(folder, '..')], (path) => groupOf(path) === basename(file, '.mjs'));
}
