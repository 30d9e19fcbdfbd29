import { startFakeJira, type FakeJira } from '../src/index.js';
import { asAdmin } from './support/command-line.js';

describe('an address that no Jira here has', () => {
  let jira: FakeJira;
  beforeAll(async () => (jira = await startFakeJira({ world: 'tiny', profile: 'data-center' })));
  afterAll(() => jira.close());
  beforeEach(() => jira.reset());

  const ask = (path: string) => fetch(jira.url + path, asAdmin);

  it('says in a header that it is not mirrored, and in the journal', async () => {
    const answer = await ask('/rest/api/2/worklog/deleted');
    expect([answer.status, answer.headers.get('x-fake-jira')]).toEqual([404, 'not-mirrored']);
    await ask('/rest/api/2/field');
    expect(jira.journal({ mirrored: false })).toEqual([
      expect.objectContaining({ path: '/rest/api/2/worklog/deleted', mirrored: false }),
    ]);
    expect(jira.journal({ mirrored: true }).map(({ path }) => path)).toEqual(['/rest/api/2/field']);
    const listed = await fetch(`${jira.url}/_fake/requests?mirrored=false`);
    expect(await listed.json()).toEqual({ requests: [expect.objectContaining({ mirrored: false, status: 404 })] });
  });

  it('is another thing than an address that only this Jira has not', async () => {
    const answer = await ask('/rest/api/3/field/search');
    expect([answer.status, answer.headers.get('x-fake-jira')]).toEqual([404, null]);
    expect(jira.journal({ mirrored: false })).toEqual([]);
  });

  it('answers what a fault says, and counts as mirrored then', async () => {
    jira.faults.add({ when: { path: '/rest/agile/1.0/board' }, respond: { status: 200, body: { values: [] } } });
    const answer = await ask('/rest/agile/1.0/board');
    expect([answer.status, await answer.json(), answer.headers.get('x-fake-jira')]).toEqual([
      200,
      { values: [] },
      null,
    ]);
    expect(jira.journal({ mirrored: false })).toEqual([]);
  });
});

describe('a web page of another origin', () => {
  const page = 'http://localhost:5173';
  let jira: FakeJira;
  beforeAll(async () => (jira = await startFakeJira({ world: 'tiny', cors: [page] })));
  afterAll(() => jira.close());

  const from = (origin: string) => ({ ...asAdmin.headers, Origin: origin, 'Sec-Fetch-Site': 'cross-site' });
  const preflight = (path: string, origin: string) =>
    fetch(jira.url + path, {
      method: 'OPTIONS',
      headers: {
        ...from(origin),
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'authorization,content-type',
      },
    });
  const create = (path: string, origin: string) =>
    fetch(jira.url + path, {
      method: 'POST',
      headers: { ...from(origin), 'Content-Type': 'application/json' },
      body: JSON.stringify({ name: 'Team', type: 'com.atlassian.jira.plugin.system.customfieldtypes:select' }),
    });

  it('that was let in is told so before it asks, and may write, in a workspace too', async () => {
    const told = await preflight('/rest/api/3/field', page);
    expect([
      told.status,
      ...['origin', 'credentials', 'methods', 'headers'].map((name) =>
        told.headers.get(`access-control-allow-${name}`),
      ),
    ]).toEqual([204, page, 'true', 'POST', 'authorization,content-type']);
    for (const path of ['/rest/api/3/field', '/w/new-one/rest/api/3/field']) {
      const answer = await create(path, page);
      expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([201, page]);
    }
  });

  it('is let in by its name only', async () => {
    const answer = await create('/rest/api/3/field', 'http://localhost:5174');
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([403, null]);
  });

  it.each(['/_fake/world', '/w/one/_fake/world'])('never reaches the control API: %s', async (path) => {
    const answer = await fetch(jira.url + path, { headers: from(page) });
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([403, null]);
    expect((await preflight(path, page)).headers.get('access-control-allow-origin')).toBeNull();
  });
});
