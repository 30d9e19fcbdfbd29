import { asAdmin, send } from '../support/raw-request.js';
import { control, listening } from '../control/stage.js';

const foreign: Record<string, string>[] = [
  { Origin: 'http://evil.test' },
  { Origin: 'null' },
  { 'Sec-Fetch-Site': 'cross-site' },
  { 'Sec-Fetch-Site': 'same-site' },
];
const trash = { method: 'POST', path: '/rest/api/3/field/customfield_10000/trash' };

describe('a web page of another origin', () => {
  it.each(foreign)('changes nothing through a mirrored API, whoever the browser signs in: %j', async (headers) => {
    for (const auth of ['any', 'strict'] as const) {
      const jira = await listening({ world: 'demo', auth });
      const before = jira.world();
      const refused = await send(jira, { ...trash, headers: { ...asAdmin, ...headers } });
      expect([refused.status, jira.world()]).toEqual([403, before]);
      expect(refused.headers).not.toHaveProperty('access-control-allow-origin');
    }
  });

  it.each(foreign)('makes no workspace, and may link to what is there: %j', async (headers) => {
    const jira = await listening({ auth: 'any' });
    const read = async (path: string) => (await send(jira, { path, headers })).status;
    expect([await read('/w/new/rest/api/3/field'), await read('/w/new/')]).toEqual([403, 403]);
    expect(await read('/rest/api/3/field')).toBe(200);
    jira.workspace('there').reset();
    expect(await read('/w/there/rest/api/3/field')).toBe(200);
    const { body } = await control(jira, 'GET', 'workspaces');
    expect((body.workspaces as { name: string }[]).map(({ name }) => name)).toEqual(['default', 'there']);
  });
});

it('a page of the same origin writes, also behind a server of its own that passes its requests on', async () => {
  const jira = await listening({ world: 'demo' });
  const own: Record<string, string>[] = [
    { 'Sec-Fetch-Site': 'same-origin', Origin: 'http://localhost:5173' },
    { Origin: jira.url },
  ];
  for (const headers of own) {
    const answer = await send(jira, { ...trash, headers: { ...asAdmin, ...headers } });
    expect([200, 303, 204]).toContain(answer.status);
    jira.reset();
  }
});
