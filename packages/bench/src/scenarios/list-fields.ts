import { figureOf, ratioOf } from '../figures.js';
import { throughput } from '../load.js';
import { prepare } from '../prepare.js';
import { atLeast, type Scenario } from '../scenario.js';
import { jiraDocument } from '../spec.js';
import { asAdministrator, fake, floorOf } from '../subjects/own.js';
import { peers } from '../subjects/peers.js';
import { start, type Running } from '../subjects/subject.js';
import { fieldsWorld, written } from '../worlds.js';

const page = '/rest/api/3/field/search?query=alpha&type=custom&orderBy=-name&maxResults=50';

/** One page of 50 of 10,000 fields, signed in, filtered and ordered: repeated, and as the first after a write. */
export const listFields: Scenario = {
  name: 'list-fields',
  async run({ rounds, seconds, scratch }) {
    const world = written(fieldsWorld(10_000), 'fields-10000', scratch);
    const own = await start(fake('fake-jira', ['--world', world]));
    const floor = await start(floorOf('express'));
    const duties = await start(floorOf('express-duties'));
    const floors = [floor, duties, await start(floorOf('node-http'))];
    const answer = await prepare(floor, own, page);
    for (const other of floors.slice(1)) await prepare(other, own, page);
    const others = peers({ spec: jiraDocument(scratch), answer, scratch }).filter(
      ({ name }) => !name.startsWith('emulate'),
    );
    const started: Running[] = [];
    for (const peer of others) if (peer.missing === undefined) started.push(await start(peer));
    const all = [own, ...floors, ...started];
    const rates = new Map<string, number[]>(all.map(({ subject }) => [subject.name, []]));
    const afterWrite: { own: number[]; floor: number[]; anew: number[] } = { own: [], floor: [], anew: [] };
    // The first round warms all up, and is not counted.
    for (let round = -1; round < rounds; round++) {
      if (round === 0) for (const counted of [...rates.values(), ...Object.values(afterWrite)]) counted.length = 0;
      for (const { subject, url } of all) {
        const path = subject.name === 'json-server' ? subject.probe : page;
        const rate = await throughput({ url, headers: asAdministrator, requests: [{ method: 'GET', path }], seconds });
        rates.get(subject.name)?.push(rate);
      }
      afterWrite.own.push(await firstAfterWrite(own, round));
      afterWrite.floor.push(await firstAfterWrite(floor, round));
      afterWrite.anew.push(await firstAfterWrite(duties, round, '/anew'));
    }
    await Promise.all(all.map((running) => running.stop()));
    const of = (name: string) => rates.get(name) ?? [];
    const against = (name: string) => ratioOf(of('fake-jira'), of(name));
    const written_ = ratioOf(afterWrite.floor, afterWrite.own);
    return {
      title: 'A page of 50 of 10,000 fields',
      how: `\`GET ${page}\` (${(answer.length / 1024).toFixed(1)} KB), signed in. Peers answer what they can: Prism and Mockoon an example of the spec, WireMock the same bytes as a stub, json-server the rows as its own page.`,
      units: { repeated: 'requests/s' },
      rows: all.map(({ subject: { name } }) => ({
        subject: name,
        figures: { repeated: figureOf(of(name)) },
        ...(name !== 'fake-jira' && { ratios: { 'fake-jira : this': against(name) } }),
      })),
      goals: [
        atLeast('repeated : bare Express route', 0.8, against('bare Express 5'), {
          what: 'Express with sign-in, look-up and journal',
          seen: ratioOf(of(duties.subject.name), of('bare Express 5')),
        }),
        atLeast('first after a write : bare Express route', 0.4, written_, {
          what: 'Express with those, and the same records as JSON anew',
          seen: ratioOf(afterWrite.floor, afterWrite.anew),
        }),
        ...(rates.has('Prism mock') ? [atLeast('repeated : Prism mock', 3, against('Prism mock'))] : []),
        ...(rates.has('WireMock') ? [atLeast('repeated : WireMock', 2, against('WireMock'))] : []),
      ],
      skipped: others.flatMap(({ name, missing }) => (missing === undefined ? [] : [`${name}: ${missing}`])),
    };
  },
};

/** Milliseconds of a page when something was written before each. */
async function firstAfterWrite({ url, subject }: Running, round: number, before = ''): Promise<number> {
  const headers = { ...asAdministrator, 'Content-Type': 'application/json' };
  const times: number[] = [];
  for (let i = 0; i < 200; i++) {
    const body = JSON.stringify({ description: `Round ${round}, write ${i}` });
    const write = await fetch(`${url}/rest/api/3/field/customfield_10000`, { method: 'PUT', headers, body });
    await write.arrayBuffer();
    if (!write.ok) throw new Error(`${subject.name} answers ${write.status} to a write.`);
    const began = performance.now();
    await (await fetch(url + before + page, { headers: asAdministrator })).arrayBuffer();
    times.push(performance.now() - began);
  }
  return figureOf(times).median;
}
