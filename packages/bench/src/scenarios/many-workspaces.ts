import { figureOf, ratioOf } from '../figures.js';
import { throughput, type LoadRequest } from '../load.js';
import { atLeast, type Scenario } from '../scenario.js';
import { asAdministrator, fake } from '../subjects/own.js';
import { start } from '../subjects/subject.js';

const clients = 32;
const each = 60;

/** 32 clients in one workspace, and in 32. */
export const manyWorkspaces: Scenario = {
  name: 'many-workspaces',
  async run({ rounds }) {
    const own = await start(fake('fake-jira'));
    const one: number[] = [];
    const many: number[] = [];
    for (let round = 0; round < rounds; round++) {
      one.push(
        await throughput({ url: own.url, headers: asAdministrator, clients, requests: session(() => `one-${round}`) }),
      );
      many.push(
        await throughput({
          url: own.url,
          headers: asAdministrator,
          clients,
          requests: session((i) => `many-${round}-${i % clients}`),
        }),
      );
    }
    await own.stop();
    return {
      title: '32 clients in 32 workspaces',
      how: `Each client makes a field, lists a page of fields and reads the contexts of one, ${each} times; all in one workspace, and each in its own.`,
      units: { mixed: 'requests/s' },
      rows: [
        { subject: 'in one workspace', figures: { mixed: figureOf(one) } },
        { subject: 'in 32 workspaces', figures: { mixed: figureOf(many) }, ratios: { 'to one': ratioOf(many, one) } },
      ],
      goals: [atLeast('in 32 workspaces : in one', 1, ratioOf(many, one))],
    };
  },
};

function session(workspaceOf: (client: number) => string): LoadRequest[] {
  const type = 'com.atlassian.jira.plugin.system.customfieldtypes:select';
  return Array.from({ length: clients * each }, (_, i): LoadRequest => {
    const base = `/w/${workspaceOf(i)}/rest/api/3/field`;
    const turn = Math.floor(i / clients);
    if (turn % 3 === 0) return { method: 'POST', path: base, body: { name: `Made ${i}`, type } };
    if (turn % 3 === 1) return { method: 'GET', path: `${base}/search?type=custom&orderBy=name` };
    return { method: 'GET', path: `${base}/customfield_10000/context` };
  });
}
