import { figureOf, ratioOf, type Figure } from '../figures.js';
import { throughput, type LoadRequest } from '../load.js';
import { answering } from '../prepare.js';
import { atLeast, atMost, type Scenario } from '../scenario.js';
import { asAdministrator, fake, floorOf } from '../subjects/own.js';
import { start, type Running } from '../subjects/subject.js';
import { optionsWorld, written } from '../worlds.js';

const batch = 400;
const sizes = [100, 1000, 10_000 - batch] as const;
const verbs = ['create', 'rename', 'move', 'delete'] as const;
type Verb = (typeof verbs)[number];

interface Field {
  readonly fieldId: string;
  readonly contextId: string;
}

/** One option created, renamed, moved, deleted, in contexts of growing size. */
export const options: Scenario = {
  name: 'options',
  async run({ rounds, scratch }) {
    const fakes: Running[] = [];
    for (const size of sizes)
      fakes.push(await start(fake(`${size}`, ['--world', written(optionsWorld(size), `options-${size}`, scratch)])));
    const floor = await start(floorOf('express'));
    const rates = new Map<string, number[]>();
    const note = (key: string, rate: number) => rates.set(key, [...(rates.get(key) ?? []), rate]);
    // The first round warms all up, and is not counted.
    for (let round = -1; round < rounds; round++) {
      if (round === 0) rates.clear();
      for (const { url, subject } of fakes) {
        const field = await fieldOf(url);
        let ids: readonly string[] = [];
        for (const verb of verbs) {
          const requests = requestsOf(verb, field, ids);
          note(`${verb} ${subject.name}`, await throughput({ url, headers: asAdministrator, requests }));
          if (verb === 'create') ids = await newest(url, field);
        }
        // The floor reads the same bodies, and answers something of the same size.
        if (subject.name !== String(sizes.at(-1))) continue;
        await answering(floor, { status: 200, contentType: 'application/json', body: sample(field) });
        for (const verb of verbs)
          note(`${verb} floor`, await throughput({ url: floor.url, requests: requestsOf(verb, field, ids) }));
      }
    }
    await Promise.all([...fakes, floor].map((running) => running.stop()));
    const of = (verb: Verb, subject: string | number) => rates.get(`${verb} ${subject}`) ?? [];
    const last = sizes[2];
    const costOfSize = (verb: Verb): Figure => ratioOf(of(verb, sizes[0]), of(verb, last));
    return {
      title: 'One option in a context of 10,000',
      how: `${batch} requests a round and kind by 8 clients, each about one option of Jira's Field API; a context of ${sizes.join(', ')} options before. The floor is a bare Express route that reads the same JSON body.`,
      units: Object.fromEntries(verbs.map((verb) => [verb, 'requests/s'])),
      rows: [...sizes, 'floor' as const].map((subject) => ({
        subject: subject === 'floor' ? 'bare Express 5, body read' : `fake-jira, ${subject} options`,
        figures: Object.fromEntries(verbs.map((verb) => [verb, figureOf(of(verb, subject))])),
        ...(subject !== 'floor' && {
          ratios: Object.fromEntries(
            verbs.map((verb) => [`${verb} : floor`, ratioOf(of(verb, subject), of(verb, 'floor'))]),
          ),
        }),
      })),
      goals: verbs.flatMap((verb) => [
        atLeast(`${verb}, of ${last} : floor`, 0.6, ratioOf(of(verb, last), of(verb, 'floor'))),
        atMost(`${verb}, cost at ${last} : cost at ${sizes[0]}`, 1.2, costOfSize(verb)),
      ]),
      curves: {
        x: 'options in the context',
        y: 'ms a request',
        lines: verbs.map((verb) => ({
          name: verb,
          points: sizes.map((size) => [size, 1000 / figureOf(of(verb, size)).median] as const),
        })),
      },
    };
  },
};

function requestsOf(verb: Verb, { fieldId, contextId }: Field, ids: readonly string[]): LoadRequest[] {
  const path = `/rest/api/3/field/${fieldId}/context/${contextId}/option`;
  return Array.from({ length: batch }, (_, i): LoadRequest => {
    const id = ids[i] ?? '';
    switch (verb) {
      case 'create':
        return { method: 'POST', path, body: { options: [{ value: `New ${i}` }] } };
      case 'rename':
        return { method: 'PUT', path, body: { options: [{ id, value: `Renamed ${i}` }] } };
      case 'move':
        return { method: 'PUT', path: `${path}/move`, body: { customFieldOptionIds: [id], position: 'First' } };
      case 'delete':
        return { method: 'DELETE', path: `${path}/${id}` };
    }
  });
}

async function fieldOf(url: string): Promise<Field> {
  const get = async (path: string) =>
    (await fetch(url + path, { headers: asAdministrator })).json() as Promise<{ values: { id: string }[] }>;
  const fieldId = (await get('/rest/api/3/field/search?type=custom')).values[0]?.id ?? '';
  return { fieldId, contextId: (await get(`/rest/api/3/field/${fieldId}/context`)).values[0]?.id ?? '' };
}

/** The ids of the options that were made last. */
async function newest(url: string, { fieldId, contextId }: Field): Promise<string[]> {
  const path = `${url}/rest/api/3/field/${fieldId}/context/${contextId}/option?maxResults=1000`;
  const page = async (startAt: number) =>
    (await (await fetch(`${path}&startAt=${startAt}`, { headers: asAdministrator })).json()) as {
      total: number;
      values: { id: string; value: string }[];
    };
  const { total } = await page(0);
  const found: string[] = [];
  for (let at = Math.max(0, total - batch); at < total;) {
    const { values } = await page(at);
    found.push(...values.map(({ id }) => id));
    at += values.length;
  }
  return found;
}

function sample({ contextId }: Field): string {
  return JSON.stringify({ options: [{ id: contextId, value: 'New 100', disabled: false }] });
}
