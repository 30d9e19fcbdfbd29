import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { figureOf, ratioOf } from '../figures.js';
import { atMost, type Scenario } from '../scenario.js';
import { jiraDocument } from '../spec.js';
import { fake, floorOf } from '../subjects/own.js';
import { peers } from '../subjects/peers.js';
import { start } from '../subjects/subject.js';

/** From the start of the process to its first answer, and what memory that took. */
export const coldStart: Scenario = {
  name: 'cold-start',
  async run({ rounds, scratch }) {
    const spec = jiraDocument(scratch);
    const answer = JSON.stringify({ values: [{ id: 'summary', name: 'Summary' }] });
    writeFileSync(join(scratch, 'answer.json'), answer);
    const others = peers({ spec, answer, scratch });
    const subjects = [fake('fake-jira'), ...others, floorOf('express'), floorOf('node-http')].filter(
      ({ missing }) => missing === undefined,
    );
    const times = new Map<string, number[]>(subjects.map(({ name }) => [name, []]));
    const peaks = new Map<string, number[]>(subjects.map(({ name }) => [name, []]));
    // The first round fills the caches of the disk, and is not counted.
    for (let round = -1; round < rounds; round++) {
      for (const subject of subjects) {
        const running = await start(subject);
        await running.stop();
        if (round < 0) continue;
        times.get(subject.name)?.push(running.firstAnswer);
        peaks.get(subject.name)?.push(running.peak);
      }
    }
    const own = 'fake-jira';
    const ratio = (name: string) => ratioOf(times.get(own) ?? [], times.get(name) ?? []);
    return {
      title: 'Cold start',
      how: 'The process is started, and asked until it answers; peak memory is that of its process at the first answer.',
      units: { 'first answer': 'ms', memory: 'MiB' },
      rows: subjects.map(({ name }) => ({
        subject: name,
        figures: { 'first answer': figureOf(times.get(name) ?? []), memory: figureOf(peaks.get(name) ?? []) },
        ...(name !== own && { ratios: { 'fake-jira : this': ratio(name) } }),
      })),
      goals: [
        atMost('first answer of fake-jira : emulate', 1, ratio('emulate (one service)')),
        atMost('memory at the first answer, MiB', 64, figureOf(peaks.get(own) ?? []), {
          what: 'bare Express, MiB',
          seen: figureOf(peaks.get('bare Express 5') ?? []),
        }),
      ],
      skipped: others.flatMap(({ name, missing }) => (missing === undefined ? [] : [`${name}: ${missing}`])),
    };
  },
};
