import { testJira } from '../support/jira.js';
import { asAdmin, asJson, send } from '../support/raw-request.js';

const world = {
  users: [
    { name: 'admin', accountId: 'account:admin', groups: ['jira-system-administrators'], tokens: ['admin-token'] },
    { name: 'robot', app: 'example-add-on', tokens: ['app-token'] },
  ],
  projects: [{ key: 'TEST' }],
  issues: [{ key: 'TEST-1', project: 'TEST', type: 'Task', summary: 'First' }],
};
const cloud = () => testJira({ world, profile: 'cloud' });

describe('credentials on Cloud', () => {
  it('make an anonymous caller where they are wrong, and the answer says so in its head', async () => {
    const jira = cloud();
    const { status, headers } = await jira.as('admin', 'wrong').get('/rest/api/3/field');
    expect(status).toBe(200);
    expect(headers).toMatchObject({ 'x-seraph-loginreason': 'AUTHENTICATED_FAILED' });
  });

  it.each([
    [{ Accept: '*/*' }, 'text/html;charset=UTF-8'],
    [{ Accept: 'application/json' }, 'application/json'],
    [{}, 'text/plain'],
  ])('are asked for by a bare line, to %j as %s', async (accept, type) => {
    const { status, headers, text } = await send(cloud(), { path: '/rest/api/3/myself', headers: accept });
    expect({ status, text }).toEqual({ status: 401, text: 'Client must be authenticated to access this resource.' });
    expect(headers).toMatchObject({
      'content-type': type,
      'x-frame-options': 'SAMEORIGIN',
      'www-authenticate': expect.stringMatching(/^OAuth realm="http%3A%2F%2F/),
    });
  });

  it('are refused by the gateway where a bearer is no app, on every address', async () => {
    const jira = cloud();
    const bearer = (token: string) => jira.withHeaders({ Authorization: `Bearer ${token}` });
    for (const [path, token] of [
      ['/rest/api/3/serverInfo', 'admin-token'],
      ['/rest/api/3/nowhere', 'x'],
    ] as const) {
      const { status, body, headers } = await bearer(token).get(path);
      expect({ status, body }).toEqual({ status: 403, body: { error: 'Failed to parse Connect Session Auth Token' } });
      expect(headers['content-type']).toBe('application/json');
    }
    expect(await bearer('app-token').get('/rest/api/3/myself')).toMatchObject({ status: 200 });
  });

  it.each([
    ['get', '/rest/api/3/issue/TEST-1', 404],
    ['put', '/rest/api/3/issue/TEST-1', 404],
    ['get', '/rest/api/3/issue/TEST-1/editmeta', 404],
    ['get', '/rest/api/3/issue/createmeta/TEST/issuetypes', 404],
    ['post', '/rest/api/3/issue', 400],
    ['post', '/rest/api/3/field', 403],
    ['get', '/rest/api/3/screens/1/tabs', 403],
  ] as const)('are not needed to %s %s, which answers %i by its own rules', async (method, path, status) => {
    const body = method === 'get' ? undefined : { fields: {} };
    const { anonymous } = cloud();
    expect(await anonymous[method](path, body)).toMatchObject({ status, body: { errorMessages: expect.any(Array) } });
  });

  it('are not needed for the create metadata, which have no project then', async () => {
    const { anonymous } = cloud();
    expect(await anonymous.get('/rest/api/3/issue/createmeta')).toMatchObject({ status: 200, body: { projects: [] } });
  });
});

describe('what Cloud says before an operation runs', () => {
  it.each([
    ['get', '/rest/api/3/nopesuchroute', 404, 'Not Found', 'No endpoint GET /rest/api/3/nopesuchroute.'],
    ['put', '/rest/api/3/field', 405, 'Method Not Allowed', "Method 'PUT' is not supported."],
    [
      'get',
      '/rest/api/3/field/search?maxResults=x',
      400,
      'Bad Request',
      "Failed to convert 'maxResults' with value: 'x'",
    ],
  ] as const)('is a problem of RFC 9457: %s %s', async (method, path, status, title, detail) => {
    const { headers, body } = await cloud().admin[method](path);
    expect(body).toEqual({ type: 'about:blank', title, status, detail, instance: path.split('?')[0] });
    expect(headers['content-type']).toBe('application/problem+json;charset=UTF-8');
  });

  it.each([
    [{ 'Content-Type': 'Text/Plain' }, "Content-Type 'text/plain' is not supported."],
    [{ 'Content-Type': 'nonsense' }, 'Could not parse Content-Type.'],
    [{}, "Content-Type 'null' is not supported."],
  ])('is a problem for a body with %j, whoever calls', async (headers, detail) => {
    const refused = await send(cloud(), { method: 'POST', path: '/rest/api/3/field', headers, body: 'x' });
    expect(JSON.parse(refused.text)).toMatchObject({ status: 415, detail });
    expect(refused.headers.accept).toBe('application/json');
  });

  it.each([
    ['{', 'There was an error parsing JSON. Check that your request body is valid.'],
    ['', 'No content to map to Object due to end of input'],
    ['[]', 'Invalid request payload. Refer to the REST API documentation and try again.'],
    ['{"name":1,"type":"x"}', 'Invalid request payload. Refer to the REST API documentation and try again.'],
    [
      '{"name":"A","type":"x","colour":1}',
      'Invalid request payload. Refer to the REST API documentation and try again.',
    ],
  ])('is one sentence alone of a body %j', async (body, sentence) => {
    const request = { method: 'POST', path: '/rest/api/3/field', headers: { ...asAdmin, ...asJson }, body };
    const { status, text } = await send(cloud(), request);
    expect({ status, body: JSON.parse(text) as unknown }).toEqual({ status: 400, body: { errorMessages: [sentence] } });
  });

  it.each([
    ['jql=project=APP&maxResults=0', 'The max results parameter has to be between 1 and 5,000.'],
    ['jql=ORDER BY created&maxResults=5001', 'The max results parameter has to be between 1 and 5,000.'],
    ['jql=ORDER BY created&maxResults=0&nextPageToken=x', 'The nextPageToken is not valid.'],
    ['jql=ORDER BY created&nextPageToken=', 'Unbounded JQL queries are not allowed here.'],
  ])('refuses a page of issues by its token, its size, its query, in this order: %s', async (query, sentence) => {
    const { status, body } = await cloud().admin.get(`/rest/api/3/search/jql?${query}`);
    expect([status, (body as { errorMessages: string[] }).errorMessages]).toEqual([
      400,
      [expect.stringContaining(sentence)],
    ]);
  });

  it('takes negative numbers of a page for 0', async () => {
    const { admin } = cloud();
    expect(await admin.get('/rest/api/3/field/search?startAt=-5')).toMatchObject({ status: 200, body: { startAt: 0 } });
  });
});

it('labels JSON as Jira does, and says whose answer it is', async () => {
  const { headers } = await cloud().admin.get('/rest/api/3/myself');
  expect(headers).toMatchObject({
    'content-type': 'application/json;charset=UTF-8',
    'x-aaccountid': 'account%3Aadmin',
    'x-arequestid': expect.stringMatching(/^[0-9a-f]{32}$/),
  });
});
