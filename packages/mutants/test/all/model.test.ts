import fc from 'fast-check';
import { pagesOf, type Root } from '@fake-jira/world';
import { Disagreement, playground } from '../../../../apps/fake-jira/test/model/play.js';
import { sequences } from '../../../../apps/fake-jira/test/model/steps.js';
import { allDefects } from '../../src/defects/index.js';
import { plant } from '../../src/plant/plant.js';

/** Sequences that each defect is given to show itself. */
const tries = 150;
const played = fc.sample(sequences, { numRuns: tries, seed: 20_261_128 });
const operationIds = allDefects.flatMap((defect) => defect.operations);
const operations = /Option|Value|DefaultValue|Grant|sort|move|reorder/i;

/** What the model knows of a world: the order of options is that, their ranks are not, nor is the log of events. */
function contentOf(root: Root) {
  const order = [...root.optionOrder.keys()].map(([context, parent, , id]) => [context, parent, id]);
  return [order, pagesOf(root).filter(([key]) => !/^(events|optionRanks)\/|^kept$/.test(key))];
}

it('The model finds nothing in what is planted and does nothing', async () => {
  const { play } = playground([plant({ operations: operationIds, plant: () => undefined }).middleware]);
  for (const drafts of played.slice(0, 50)) await play(drafts);
});

it('The model finds every planted defect that changes what a sequence of it leaves behind', async () => {
  const clean = playground();
  const found: string[] = [];
  const missed: string[] = [];
  for (const defect of allDefects) {
    if (!defect.operations.some((id) => operations.test(id))) continue;
    const { middleware, strikes } = plant(defect);
    const planted = playground([middleware]);
    for (const drafts of played) {
      try {
        await planted.play(drafts);
      } catch (error) {
        if (!(error instanceof Disagreement)) throw error;
        found.push(`${defect.api}: ${defect.id}: ${error.steps} steps`);
        break;
      }
      if (strikes() === 0) continue;
      await clean.play(drafts);
      if (JSON.stringify(planted.worlds().map(contentOf)) !== JSON.stringify(clean.worlds().map(contentOf))) {
        missed.push(`${defect.api}: ${defect.id}: ${JSON.stringify(drafts)}`);
        break;
      }
    }
  }
  // eslint-disable-next-line no-console -- in how many steps each was found
  console.log(`${found.length} found\n${found.join('\n')}`);
  expect(missed).toEqual([]);
  expect(found.length).toBeGreaterThan(10);
}, 3_600_000);
