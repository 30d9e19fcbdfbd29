import fc from 'fast-check';
import { sequences } from './steps.js';
import { playground } from './play.js';

const count = Number(process.env['FAKE_JIRA_SEQUENCES'] ?? 2_000);

it(
  `${count} sequences through all windows, of two people in two workspaces, leave the world as the documents say`,
  async () => {
    const { play } = playground();
    await fc.assert(fc.asyncProperty(sequences, play), { numRuns: count, seed: 20_261_128 });
  },
  count * 300,
);
