import { http, startFakeJira, type FakeJira, type Handler } from '../src/index.js';
import { asAdmin } from './support/command-line.js';

/** What `http.post` of msw makes, as far as the fake sees it. */
const ofMsw: Handler = {
  async run({ request }) {
    const { pathname } = new URL(request.url);
    if (request.method !== 'POST' || pathname !== '/rest/api/2/issue') return null;
    const { fields } = (await request.clone().json()) as { fields: { summary?: string } };
    return fields.summary === 'Teapot' ? { response: new Response('short and stout', { status: 418 }) } : null;
  },
};

describe('handlers of a program', () => {
  let jira: FakeJira;
  beforeAll(async () => {
    jira = await startFakeJira({
      world: 'tiny',
      handlers: [
        http.get('/rest/agile/1.0/board/:id', ({ params, request, jira }) =>
          Response.json({ id: Number(params['id']), asked: new URL(request.url).search, user: jira.user }),
        ),
        http.post('/rest/api/2/field', async ({ request }) => {
          const { name } = (await request.json()) as { name: string };
          return name === 'Forbidden' ? Response.json({ errorMessages: ['No.'] }, { status: 451 }) : undefined;
        }),
        ofMsw,
      ],
    });
  });
  afterAll(() => jira.close());
  beforeEach(() => jira.reset());

  const post = (path: string, body: object) =>
    fetch(jira.url + path, {
      method: 'POST',
      headers: { ...asAdmin.headers, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  const select = 'com.atlassian.jira.plugin.system.customfieldtypes:select';

  it('answer for what the fake does not have, below a workspace too, and stand in its journal', async () => {
    for (const base of [jira.url, `${jira.workspace('one').url}/jira`]) {
      const answer = await fetch(`${base}/rest/agile/1.0/board/7?x=1`, asAdmin);
      expect([answer.status, await answer.json()]).toEqual([200, { id: 7, asked: '?x=1', user: 'admin' }]);
    }
    expect(jira.journal()).toEqual([expect.objectContaining({ path: '/rest/agile/1.0/board/7?x=1', status: 200 })]);
  });

  it('override one answer, and leave the others with their bodies to the fake', async () => {
    expect((await post('/rest/api/2/field', { name: 'Forbidden', type: select })).status).toBe(451);
    const answer = await post('/rest/api/2/field', { name: 'Team', type: select, description: 'x'.repeat(200) });
    expect([answer.status, ((await answer.json()) as { name: string }).name]).toEqual([201, 'Team']);
  });

  it('can be those of msw', async () => {
    const answer = await post('/rest/api/2/issue', { fields: { summary: 'Teapot' } });
    expect([answer.status, await answer.text()]).toEqual([418, 'short and stout']);
    expect((await post('/rest/api/2/issue', { fields: { summary: 'Cup' } })).status).toBe(400);
  });

  it('come after faults', async () => {
    jira.faults.add({ when: { path: '/rest/agile/**' }, status: 503 });
    expect((await fetch(`${jira.url}/rest/agile/1.0/board/7`, asAdmin)).status).toBe(503);
  });
});
