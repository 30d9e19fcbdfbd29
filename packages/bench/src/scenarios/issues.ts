import { figureOf, ratioOf } from '../figures.js';
import { throughput, type LoadRequest } from '../load.js';
import { answering, prepare } from '../prepare.js';
import { atLeast, type Scenario } from '../scenario.js';
import { asAdministrator, fake, floorOf } from '../subjects/own.js';
import { start } from '../subjects/subject.js';
import { screenWorld, written } from '../worlds.js';

const batch = 400;

/** An issue with ten custom fields, and the create metadata of a project with many fields and options. */
export const issues: Scenario = {
  name: 'issues',
  async run({ rounds, seconds, scratch }) {
    const own = await start(fake('fake-jira', ['--world', written(screenWorld(300, 10_000), 'screen', scratch)]));
    const floor = await start(floorOf('express'));
    const fields = (await (
      await fetch(`${own.url}/rest/api/3/field/search?type=custom&maxResults=10`, { headers: asAdministrator })
    ).json()) as { values: { id: string }[] };
    const types = (await (
      await fetch(`${own.url}/rest/api/3/issue/createmeta/TEST/issuetypes`, { headers: asAdministrator })
    ).json()) as { issueTypes: { id: string; name: string }[] };
    const type = types.issueTypes[0]?.id ?? '';
    const body = {
      fields: {
        project: { key: 'TEST' },
        issuetype: { id: type },
        summary: 'One of many',
        ...Object.fromEntries(fields.values.map(({ id }) => [id, { value: 'Option 7' }])),
      },
    };
    const create: LoadRequest[] = Array.from({ length: batch }, () => ({
      method: 'POST',
      path: '/rest/api/3/issue',
      body,
    }));
    const metadata = `/rest/api/3/issue/createmeta/TEST/issuetypes/${type}?maxResults=50`;
    const made: { own: number[]; floor: number[] } = { own: [], floor: [] };
    const read: { own: number[]; floor: number[] } = { own: [], floor: [] };
    let bytes = 0;
    // The first round warms both up, and is not counted.
    for (let round = -1; round < rounds; round++) {
      await answering(floor, {
        status: 201,
        contentType: 'application/json',
        body: JSON.stringify({ id: '10000', key: 'TEST-1', self: `${own.url}/rest/api/3/issue/10000` }),
      });
      const makings = [
        await throughput({ url: own.url, headers: asAdministrator, requests: create }),
        await throughput({ url: floor.url, requests: create }),
      ] as const;
      if (round < 0) continue;
      made.own.push(makings[0]);
      made.floor.push(makings[1]);
      bytes = (await prepare(floor, own, metadata)).length;
      const requests: LoadRequest[] = [{ method: 'GET', path: metadata }];
      read.own.push(await throughput({ url: own.url, headers: asAdministrator, requests, seconds }));
      read.floor.push(await throughput({ url: floor.url, requests, seconds }));
    }
    await Promise.all([own.stop(), floor.stop()]);
    return {
      title: 'An issue with ten custom fields, and create metadata',
      how: `Creating: ${batch} issues a round by 8 clients. Metadata: \`GET ${metadata}\` (${(bytes / 1024).toFixed(0)} KB) of a project with 300 fields and 10,000 options, repeated. The floor is a bare Express route: with the same body read, with the same bytes prepared.`,
      units: { create: 'requests/s', metadata: 'requests/s' },
      rows: [
        {
          subject: 'fake-jira',
          figures: { create: figureOf(made.own), metadata: figureOf(read.own) },
          ratios: {
            'create : floor': ratioOf(made.own, made.floor),
            'metadata : floor': ratioOf(read.own, read.floor),
          },
        },
        { subject: 'bare Express 5', figures: { create: figureOf(made.floor), metadata: figureOf(read.floor) } },
      ],
      goals: [
        atLeast('create : floor', 0.4, ratioOf(made.own, made.floor)),
        atLeast('metadata, repeated : prepared bytes', 0.5, ratioOf(read.own, read.floor)),
      ],
    };
  },
};
