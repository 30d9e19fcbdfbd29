/** Writes the files of tests over which Jest spreads the resources. Run by `npm run build` behind tsc. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type * as Contract from '../src/index.js';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
const { allChecks, groupsOf } = (await import(pathToFileURL(join(dist, 'index.js')).href)) as typeof Contract;

/** Enough for two workers to end at about the same time. */
const fileCount = 4;

const files = Array.from({ length: fileCount }, () => ({ names: [] as string[], checks: 0 }));
for (const { name, checks } of [...groupsOf(allChecks)].sort((a, b) => b.checks.length - a.checks.length)) {
  const smallest = files.reduce((least, file) => (file.checks < least.checks ? file : least));
  smallest.names.push(name);
  smallest.checks += checks.length;
}

const suite = join(dist, 'suite');
rmSync(suite, { recursive: true, force: true });
mkdirSync(suite, { recursive: true });
for (const [at, { names }] of files.entries()) {
  const content = `await contractFile(${JSON.stringify(names)}, { describe, it });\n`;
  writeFileSync(join(suite, `part-${at + 1}.test.js`), content);
}
