import { figureOf, ratioOf } from '../figures.js';
import { throughput, type LoadRequest } from '../load.js';
import { atMost, type Scenario } from '../scenario.js';
import { asAdministrator, fake } from '../subjects/own.js';
import { start } from '../subjects/subject.js';
import { issuesWorld, written } from '../worlds.js';

const [few, many] = [1_000, 100_000];
const hits = 20;
const batch = 400;

/** A search by an option of a custom field, for equally many hits in a small world and in a large one. */
export const search: Scenario = {
  name: 'search',
  async run({ rounds, scratch }) {
    const worlds = await Promise.all(
      [few, many].map((count) =>
        start(fake(`${count} issues`, ['--world', written(issuesWorld(count, hits), `issues-${count}`, scratch)])),
      ),
    );
    const [small, large] = worlds as [(typeof worlds)[0], (typeof worlds)[0]];
    const jql = encodeURIComponent('List = "Option 1" AND project = TEST ORDER BY key');
    // Each is another one, so that no answer is remembered.
    const requests: LoadRequest[] = Array.from({ length: batch }, (_, i) => ({
      method: 'GET',
      path: `/rest/api/2/search?jql=${jql}&fields=summary&startAt=${i % hits}&maxResults=${1 + (i % 5)}`,
    }));
    const times: { few: number[]; many: number[] } = { few: [], many: [] };
    // The first round warms both up, and is not counted.
    for (let round = -1; round < rounds; round++) {
      const rates = [
        await throughput({ url: small.url, headers: asAdministrator, requests }),
        await throughput({ url: large.url, headers: asAdministrator, requests }),
      ] as const;
      if (round < 0) continue;
      times.few.push(1000 / rates[0]);
      times.many.push(1000 / rates[1]);
    }
    await Promise.all(worlds.map((world) => world.stop()));
    return {
      title: `A search by an option, in ${few} and in ${many} issues`,
      how: `${batch} searches a round by 8 clients, each for pages of the same ${hits} issues.`,
      units: { time: 'ms/request' },
      rows: [
        { subject: `${few} issues`, figures: { time: figureOf(times.few) } },
        {
          subject: `${many} issues`,
          figures: { time: figureOf(times.many) },
          ratios: { 'large : small': ratioOf(times.many, times.few) },
        },
      ],
      goals: [atMost('large : small', 3, ratioOf(times.many, times.few))],
    };
  },
};
