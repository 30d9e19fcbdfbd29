// All tests of the package in whose folder Jest runs.
import { join } from 'node:path';
import { readTests } from './groups.mjs';

await readTests(['src', 'test'].map((folder) => join(process.cwd(), folder)));
