import { diagnose, Target, type Credentials, type WireRequest } from '../src/index.js';

const credentials: Credentials = {
  roles: { administrator: { user: 'admin', password: 'top-secret' } },
  sandbox: { projects: [], issueTypes: [] },
};
const time = Date.parse('2026-03-01T12:00:00.250Z');
const serverInfo = { version: '9.12.0', deploymentType: 'Server', baseUrl: 'https://jira.test' };

interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** What is found of a target that answers so, by path; other paths are not there. */
async function found(
  answers: Readonly<Record<string, Answer | ((request: WireRequest) => Answer)>>,
  { environment = {}, url = 'https://jira.test' }: { environment?: Record<string, string>; url?: string } = {},
) {
  const wire = (address: string, request: WireRequest) => {
    const { pathname } = new URL(address);
    const given = answers[pathname] ?? { status: 404 };
    const { status = 200, headers = {}, body = '' } = typeof given === 'function' ? given(request) : given;
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return Promise.resolve({ status, text, headers: { date: new Date(time).toUTCString(), ...headers } });
  };
  const target = new Target({ url, credentials, wire });
  const { findings, isReached } = await diagnose({ target, now: () => time, environment });
  const about = (name: string) => findings.find((finding) => finding.about === name);
  return { findings, isReached, about };
}

const jira = (more: Answer = {}) => ({ '/rest/api/2/serverInfo': { body: serverInfo, ...more } });
const administrator = { permissions: { ADMINISTER: { havePermission: true } } };
const signsIn = {
  '/rest/api/2/myself': { body: { displayName: 'Ada', name: 'admin' } },
  '/rest/api/2/mypermissions': { body: administrator },
};

describe('a look at a target', () => {
  it('finds one that is as it should be', async () => {
    const { findings, isReached, about } = await found({ ...jira(), ...signsIn });
    expect(isReached).toBe(true);
    expect(findings.filter(({ state }) => state === 'wrong')).toEqual([]);
    expect(about('address')).toMatchObject({
      state: 'good',
      says: 'https://jira.test answers within 0 ms: Data Center 9.12.0.',
    });
    expect(about('clock')).toMatchObject({ state: 'good' });
    expect(about('administrator')).toMatchObject({ state: 'good', says: 'Ada can sign in, and is an administrator.' });
    expect(about('Extender')).toMatchObject({ state: 'note' });
  });

  it.each([
    [{ status: 302, headers: { location: 'https://sso.test/login' } }, 'leads to https://sso.test/login'],
    [
      { body: '<html><body>Log in</body></html>' },
      'is no Jira: /rest/api/2/serverInfo was answered with 200 (a page for people)',
    ],
    [{ status: 404, body: { message: 'null for uri' } }, 'was answered with 404 (null for uri)'],
  ] as [Answer, string][])('says that it is no Jira: %j', async (answer, says) => {
    const { findings, about } = await found({ '/rest/api/2/serverInfo': answer });
    expect(about('address')).toMatchObject({ state: 'wrong', says: expect.stringContaining(says) as string });
    expect(about('address')?.advice).not.toBe('');
    expect(findings.map((finding) => finding.about)).toEqual(['proxy', 'address']);
  });

  it('finds the context path that was left out', async () => {
    const { about } = await found({ '/jira/rest/api/2/serverInfo': { body: serverInfo } });
    expect(about('address')).toMatchObject({ state: 'wrong', advice: 'Give https://jira.test/jira.' });
  });

  it('asks as the administrator where nobody else may ask', async () => {
    const { about } = await found({
      ...signsIn,
      '/rest/api/2/serverInfo': ({ headers }) =>
        headers['authorization'] === undefined ? { status: 401 } : { body: serverInfo },
    });
    expect(about('address')).toMatchObject({ state: 'good' });
  });

  it.each([
    ['ahead', 60_000, 'Its clock is 60 seconds ahead of that of this machine.'],
    ['behind', -3_600_000, 'Its clock is 3600 seconds behind that of this machine.'],
  ])('notes a clock that is %s', async (_how, ahead, says) => {
    const headers = { date: new Date(time + ahead).toUTCString() };
    expect((await found({ ...jira({ headers }), ...signsIn })).about('clock')).toMatchObject({ state: 'note', says });
  });

  it('notes another base address, and a limit of requests', async () => {
    const { about } = await found({
      ...signsIn,
      ...jira({
        body: { ...serverInfo, baseUrl: 'http://localhost:8080' },
        headers: { 'x-ratelimit-limit': '50', 'x-ratelimit-interval-seconds': '1' },
      }),
    });
    expect(about('base address')?.says).toContain('http://localhost:8080');
    expect(about('rate limit')?.says).toBe('It takes 50 requests at once, and more every 1 seconds.');
  });

  it.each([
    [{ status: 401 }, 'admin cannot sign in: 401.', 'Correct the password'],
    [
      { status: 403, headers: { 'x-seraph-loginreason': 'AUTHENTICATION_DENIED' } },
      'admin has to solve a CAPTCHA',
      'Sign in once in a browser.',
    ],
  ] as [Answer, string, string][])('says why nobody can sign in: %j', async (answer, says, advice) => {
    const { findings, about } = await found({ ...jira(), '/rest/api/2/myself': answer });
    const expected = { state: 'wrong', says: expect.stringContaining(says), advice: expect.stringContaining(advice) };
    expect(about('administrator')).toMatchObject(expected);
    // Nothing else can be looked at.
    expect(findings.at(-1)?.about).toBe('user');
    expect(JSON.stringify(findings)).not.toContain('top-secret');
  });

  it('says that an administrator is none', async () => {
    const none = { '/rest/api/2/mypermissions': { body: { permissions: { ADMINISTER: { havePermission: false } } } } };
    const { about } = await found({ ...jira(), ...signsIn, ...none });
    expect(about('administrator')).toMatchObject({
      state: 'wrong',
      says: 'Ada can sign in, but is no administrator of Jira.',
    });
  });

  it.each([
    [{}, 'None: the environment names none for it.'],
    [
      { HTTPS_PROXY: 'http://me:secret@proxy.test:3128' },
      'HTTPS_PROXY has requests go through http://proxy.test:3128.',
    ],
    [{ https_proxy: 'http://proxy.test', NO_PROXY: 'localhost, .test' }, 'None: NO_PROXY has its host.'],
    [
      { https_proxy: 'http://proxy.test', NO_PROXY: 'jira.test:8443' },
      'HTTPS_PROXY has requests go through http://proxy.test.',
    ],
    [{ https_proxy: 'http://proxy.test', no_proxy: '*' }, 'None: NO_PROXY has its host.'],
  ])('says which proxy is in between: %j', async (environment, says) => {
    expect((await found(jira(), { environment })).about('proxy')?.says).toBe(says);
  });
});
