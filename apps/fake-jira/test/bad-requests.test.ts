import { fieldNamed, fieldPath, listeningJira, onlyContextOf } from './support/field-steps.js';
import { asAdmin, asJson, expectRefused, field, jsonHeaders, labelled, post, send } from './support/raw-request.js';

describe('a query that is wrong', () => {
  it.each([
    'startAt=-1',
    'startAt=x',
    'startAt=1.5',
    'startAt=',
    'maxResults=-1',
    'maxResults=x',
    'maxResults=99999999999',
    'startAt=1&startAt=2',
    'maxResults=1&maxResults=1',
    'orderBy=nonsense',
    'orderBy=',
    'orderBy=--name',
    'orderBy=name&orderBy=name',
    'type=nonsense',
    'type=custom&type=nonsense',
    'id=customfield_10000&id=customfield_10000',
  ])('is refused: %s', async (query) => {
    await expectRefused(await listeningJira(), { path: `${fieldPath}/search?${query}` }, 400);
  });

  it.each(['isGlobalContext=maybe', 'isAnyIssueType=1', 'contextId=x', 'contextId=1&contextId=1'])(
    'is refused: %s',
    async (query) => {
      const jira = await listeningJira();
      await expectRefused(jira, { path: `${fieldPath}/${fieldNamed(jira, 'Browsers')}/context?${query}` }, 400);
    },
  );

  it.each(
    [
      '__proto__=x',
      'constructor=x',
      'unknown=1',
      'query=%',
      'query=%zz',
      '&&&',
      '?',
      'query=%00',
      `query=${'x'.repeat(7_000)}`,
    ].map(labelled),
  )('does no harm where it names nothing that Jira reads, or is odd: %s', async (_label, query) => {
    const jira = await listeningJira();
    const before = jira.root;
    expect((await send(jira, { path: `${fieldPath}/search?${query}` })).status).toBe(200);
    expect(jira.root).toBe(before);
  });
});

describe('a request in the wrong way', () => {
  it.each([
    ['PATCH', fieldPath, 'GET, POST'],
    ['DELETE', fieldPath, 'GET, POST'],
    ['POST', `${fieldPath}/search`, 'GET'],
    ['GET', `${fieldPath}/customfield_10000`, 'DELETE, PUT'],
    ['POST', `${fieldPath}/customfield_10000/context/10000/option/10000`, 'DELETE'],
    ['GET', `${fieldPath}/customfield_10000/trash`, 'POST'],
    ['PUT', `${fieldPath}/customfield_10000/context`, 'GET, POST'],
    ['OPTIONS', `${fieldPath}/search`, 'GET'],
  ])('is answered with the methods that there are: %s %s', async (method, path, allowed) => {
    const jira = await listeningJira();
    await expectRefused(jira, { method, path }, 405);
    const { headers } = await send(jira, { method, path });
    expect(String(headers['allow']).split(', ').sort().join(', ')).toBe(allowed);
  });

  it('that only asks for the head of an answer gets no body', async () => {
    const jira = await listeningJira();
    expect(await send(jira, { method: 'HEAD', path: fieldPath })).toMatchObject({ status: 200, text: '' });
    expect(await send(jira, { method: 'HEAD', path: `${fieldPath}/nothing/context` })).toMatchObject({
      status: 404,
      text: '',
    });
  });

  it.each(['evil.example', 'evil.example:2990', '127.0.0.1.evil.example', 'localhost.evil.example'])(
    'is refused for the host "%s"',
    async (host) => {
      const jira = await listeningJira();
      const before = jira.root;
      const answer = await send(jira, { ...post(JSON.stringify(field)), headers: { ...jsonHeaders, Host: host } });
      expect(answer.status).toBe(403);
      expect(JSON.parse(answer.text)).toEqual({
        message: expect.stringMatching(/^The fake does not answer for the host/) as unknown,
      });
      expect(jira.root).toBe(before);
    },
  );

  it.each(['localhost', 'localhost:80', 'LOCALHOST', '127.0.0.1', '127.0.0.2:1', '[::1]', '[::1]:2990'])(
    'is answered for the host "%s"',
    async (host) => {
      const jira = await listeningJira();
      expect((await send(jira, { path: fieldPath, headers: { ...asAdmin, Host: host } })).status).toBe(200);
    },
  );

  it('is answered for a host that is allowed', async () => {
    const jira = await listeningJira({ allowedHosts: ['jira.example'] });
    expect((await send(jira, { path: fieldPath, headers: { ...asAdmin, Host: 'Jira.example:8080' } })).status).toBe(
      200,
    );
  });

  it.each(['bad name', '%2e', 'x'.repeat(65), 'ä'].map(labelled))(
    'is refused for a workspace of the name "%s"',
    async (_label, name) => {
      const jira = await listeningJira();
      const answer = await send(jira, { path: `/w/${encodeURI(name)}/rest/api/3/field` });
      expect([answer.status, Object.keys(JSON.parse(answer.text) as object)]).toEqual([400, ['message']]);
    },
  );
});

describe('credentials that are wrong', () => {
  const basic = (text: string) => `Basic ${btoa(text)}`;
  it.each(
    [
      basic('admin:wrong'),
      basic('nobody:admin'),
      basic('admin'),
      basic('admin:'),
      basic(':'),
      basic(':admin'),
      basic(''),
      'Basic',
      'Basic !!!',
      'basic',
      'Bearer',
      'Bearer wrong',
      'Bearer admin',
      'Digest username="admin"',
      'admin:admin',
      '',
      ' ',
      basic('__proto__:x'),
      basic('admin:admin:admin'),
      `Basic ${'x'.repeat(5_000)}`,
    ].map(labelled),
  )('are refused, also where none are needed: %s', async (_label, header) => {
    const jira = await listeningJira();
    const headers = { ...asJson, Authorization: header };
    for (const request of [
      post(JSON.stringify(field), headers),
      { path: fieldPath, headers },
      { path: '/rest/api/3/nothing', headers },
    ]) {
      const sentence = await expectRefused(jira, request, 401);
      expect(sentence).toMatch(/authenticated/);
    }
  });

  it('are right with a name or an e-mail address, a password or a token, in any case of the scheme', async () => {
    const jira = await listeningJira();
    const headers = [
      basic('admin:admin'),
      basic('admin@example.com:admin'),
      basic('admin:admin-pat'),
      'Bearer admin-pat',
      `bAsIc ${btoa('admin:admin')}`,
    ];
    for (const header of headers) {
      const answer = await send(jira, { path: `${fieldPath}/search`, headers: { Authorization: header } });
      expect([header, answer.status]).toEqual([header, 200]);
    }
  });

  it('none where some are needed are refused, before anything is said of the request', async () => {
    const jira = await listeningJira();
    await expectRefused(jira, { ...post('{"name":1}', asJson) }, 401);
    const context = await onlyContextOf(jira, fieldNamed(jira, 'Animals'));
    await expectRefused(jira, { method: 'DELETE', path: `${fieldPath}/x/context/${context}`, headers: {} }, 401);
  });
});
