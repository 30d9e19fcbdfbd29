import { readGroup } from '../../../../../scripts/jest/groups.mjs';

await readGroup(import.meta.filename);
