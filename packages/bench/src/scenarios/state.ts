import { join } from 'node:path';
import { figureOf, ratioOf } from '../figures.js';
import { throughput, type LoadRequest } from '../load.js';
import { atLeast, atMost, type Row, type Scenario } from '../scenario.js';
import { asAdministrator, fake } from '../subjects/own.js';
import { start } from '../subjects/subject.js';

const clients = 16;
const batch = 800;
const fields = 10;
const optionsOfField = 10_000;

/** Writes that are on the disk when they are answered, beside those that are not, and a start with a large state. */
export const state: Scenario = {
  name: 'state',
  async run({ rounds, scratch }) {
    const [without, kept] = [
      await start(fake('without --state')),
      await start(fake('with --state', ['--state', join(scratch, 'state')])),
    ];
    const rates = new Map<string, number[]>();
    for (let round = 0; round < rounds; round++) {
      for (const { url, subject } of [without, kept]) {
        const field = await makeField(url, `Round ${round}`);
        const requests = Array.from({ length: batch }, (_, i): LoadRequest => {
          return { method: 'POST', path: field, body: { options: [{ value: `Option ${i}` }] } };
        });
        const rate = await throughput({ url, headers: asAdministrator, requests, clients });
        rates.set(subject.name, [...(rates.get(subject.name) ?? []), rate]);
      }
    }
    await Promise.all([without.stop(), kept.stop()]);

    const large = join(scratch, 'large-state');
    await fill(large);
    const starts: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const again = await start(fake('100,000 options', ['--state', large]));
      starts.push(again.firstAnswer);
      await again.stop();
    }
    const of = (name: string) => rates.get(name) ?? [];
    const ratio = ratioOf(of('with --state'), of('without --state'));
    const rows: readonly Row[] = [
      { subject: 'fake-jira', figures: { create: figureOf(of('without --state')) } },
      {
        subject: 'fake-jira --state',
        figures: { create: figureOf(of('with --state')) },
        ratios: { 'create : without': ratio },
      },
      { subject: 'fake-jira --state, 100,000 options', figures: { 'first answer': figureOf(starts) } },
    ];
    return {
      title: 'Durable state',
      how: `${batch} requests a round by ${clients} clients, each of which makes one option. With --state an answer is sent when its change is on the disk. Then a start with ${fields * optionsOfField} options in the state, to the first answer.`,
      units: { create: 'requests/s', 'first answer': 'ms' },
      rows,
      goals: [
        atLeast('writes with --state : without', 0.5, ratio),
        atMost('first answer with 100,000 options in the state, ms', 500, figureOf(starts)),
      ],
    };
  },
};

/** @returns the address of the options of its context */
async function makeField(url: string, name: string): Promise<string> {
  const type = 'com.atlassian.jira.plugin.system.customfieldtypes:select';
  const { id } = (await ask(url, 'POST', '/rest/api/3/field', { name, type })) as { id: string };
  const contexts = (await ask(url, 'GET', `/rest/api/3/field/${id}/context`)) as { values: { id: string }[] };
  return `/rest/api/3/field/${id}/context/${contexts.values[0]?.id}/option`;
}

/** Makes a state with many options, as clients would. */
async function fill(directory: string): Promise<void> {
  const filled = await start(fake('filled', ['--state', directory]));
  const { url } = filled;
  for (let field = 0; field < fields; field++) {
    const path = await makeField(url, `Field ${field}`);
    for (let at = 0; at < optionsOfField; at += 1000) {
      const options = Array.from({ length: 1000 }, (_, i) => ({ value: `Option ${at + i}` }));
      await ask(url, 'POST', path, { options });
    }
  }
  await filled.stop();
}

async function ask(url: string, method: string, path: string, body?: unknown): Promise<unknown> {
  const answer = await fetch(url + path, {
    method,
    headers: { ...asAdministrator, 'Content-Type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}
