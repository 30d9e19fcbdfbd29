/** Writes a file of tests for each resource: Jest spreads files over its workers. Run by `npm run build` behind tsc. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type * as Contract from '../src/index.js';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
const { allChecks, groupsOf } = (await import(pathToFileURL(join(dist, 'index.js')).href)) as typeof Contract;

const suite = join(dist, 'suite');
rmSync(suite, { recursive: true, force: true });
for (const { name } of groupsOf(allChecks)) {
  const file = join(suite, `${name}.test.js`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(
    file,
    `import { contractFile } from '../../jest/contract-file.js';\n\nawait contractFile('${name}');\n`,
  );
}
