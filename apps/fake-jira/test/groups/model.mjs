// By itself: `light-my-request` gives the prototypes of Express another parent, after which no Express of the same
// sandbox answers over a socket any more.
import { readGroup } from '../../../../scripts/jest/groups.mjs';

await readGroup(import.meta.filename);
