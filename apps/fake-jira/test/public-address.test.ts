import { startFakeJira, type FakeJira, type FakeJiraOptions } from '../src/index.js';
import { fakeJira, startedFake } from './support/command-line.js';
import { asAdmin, send } from './support/raw-request.js';

const running: FakeJira[] = [];
afterEach(() => Promise.all(running.splice(0).map((jira) => jira.close())));

async function started(options: FakeJiraOptions): Promise<FakeJira> {
  const jira = await startFakeJira({ profile: 'cloud', ...options });
  running.push(jira);
  return jira;
}

const forwarded = { 'X-Forwarded-Proto': 'https', 'X-Forwarded-Host': 'jira.example.com' };

type Headers = Readonly<Record<string, string>>;

/** The base address of a Jira, as it says it itself. */
async function baseUrl(jira: FakeJira, headers: Headers = {}, below = ''): Promise<string> {
  const answer = await send(jira, { path: `${below}/rest/api/3/serverInfo`, headers: { ...asAdmin, ...headers } });
  return (JSON.parse(answer.text) as { baseUrl: string }).baseUrl;
}

/** What all addresses in an answer begin with, but for those of people's pictures on Cloud. */
function sitesIn(text: string): string[] {
  const sites = [...text.matchAll(/"(https?:\/\/[^/"]+)/g)].map(([, site]) => site as string);
  return [...new Set(sites)].filter((site) => site !== 'https://secure.gravatar.com');
}

describe('the public address', () => {
  const publicUrl = 'https://jira.example.com';

  it('is what every address in an answer begins with', async () => {
    const jira = await started({ publicUrl });
    for (const path of [
      '/rest/api/3/myself',
      '/rest/api/3/serverInfo',
      '/rest/api/3/project/TEST',
      '/rest/api/3/issuetype',
      '/rest/api/3/field/search?maxResults=1',
      '/rest/api/3/issue/TEST-1',
      '/_fake/info',
    ]) {
      const { text } = await send(jira, { path, headers: asAdmin });
      expect([path, sitesIn(text)]).toEqual([path, [publicUrl]]);
    }
    const { text } = await send(jira, { path: '/rest/api/3/field/search?maxResults=1', headers: asAdmin });
    expect((JSON.parse(text) as { nextPage: string }).nextPage).toMatch(
      /^https:\/\/jira\.example\.com\/rest\/api\/3\//,
    );
  });

  it('is where a redirection leads to', async () => {
    const jira = await started({ publicUrl });
    const field = jira.world().fields.values().next().value as { id: number };
    await send(jira, { method: 'POST', path: `/rest/api/3/field/customfield_${field.id}/trash`, headers: asAdmin });
    const gone = await send(jira, {
      method: 'DELETE',
      path: `/rest/api/3/field/customfield_${field.id}`,
      headers: asAdmin,
    });
    expect([gone.status, gone.headers['location']]).toEqual([
      303,
      expect.stringMatching(/^https:\/\/jira\.example\.com\/rest\/api\/3\/task\/\d+$/),
    ]);
  });

  it('keeps workspace and context path behind it, and has a context path of its own once', async () => {
    expect(await baseUrl(await started({ publicUrl }), {}, '/w/mine/jira')).toBe(`${publicUrl}/w/mine/jira`);
    const below = await started({ publicUrl: `${publicUrl}/jira/` });
    expect(await baseUrl(below)).toBe(`${publicUrl}/jira`);
    expect(await baseUrl(below, {}, '/jira')).toBe(`${publicUrl}/jira`);
  });

  it('is a host whose requests are answered, and an origin whose pages may write', async () => {
    const jira = await started({ publicUrl: 'http://jira.test:8080' });
    expect(await baseUrl(jira, { Host: 'jira.test:8080' })).toBe('http://jira.test:8080');
    const create = (origin: string) =>
      send(jira, {
        method: 'POST',
        path: '/rest/api/3/field',
        headers: { ...asAdmin, 'Content-Type': 'application/json', Origin: origin },
        body: JSON.stringify({ name: 'New', type: 'com.atlassian.jira.plugin.system.customfieldtypes:select' }),
      });
    expect((await create('http://jira.test:8080')).status).toBe(201);
    expect((await create('http://jira.test')).status).toBe(403);
    expect((await create('http://evil.test')).status).toBe(403);
  });

  it.each(['jira.example.com', 'ftp://jira.example.com', 'https://admin:admin@jira.example.com', 'https://x/?a=1'])(
    'is refused where it is none: %s',
    async (given) => {
      await expect(startFakeJira({ publicUrl: given })).rejects.toThrow('Write one like https://jira.example.com.');
    },
  );

  it('is an option of the command line', async () => {
    const fake = await startedFake('--public-url', publicUrl);
    const answer = await fetch(`${fake.url}/rest/api/3/serverInfo`);
    expect(await answer.json()).toMatchObject({ baseUrl: publicUrl });
    await fake.stop();
    expect(await fakeJira('start', '--port', '0', '--public-url', 'example')).toMatchObject({
      code: 2,
      err: '--public-url: "example" is no public address. Write one like https://jira.example.com.\n',
    });
  });
});

describe('the headers of a proxy', () => {
  it('count with trustProxy', async () => {
    const jira = await started({ trustProxy: true });
    expect(await baseUrl(jira, forwarded)).toBe('https://jira.example.com');
    expect(await baseUrl(jira, { 'X-Forwarded-Proto': 'https' })).toBe(jira.url.replace('http:', 'https:'));
    expect(await baseUrl(jira)).toBe(jira.url);
  });

  it('are those of the first proxy where there are several, and what is none does not count', async () => {
    const jira = await started({ trustProxy: true });
    const several = { 'X-Forwarded-Proto': 'https, http', 'X-Forwarded-Host': 'jira.example.com:8443, inner' };
    expect(await baseUrl(jira, several)).toBe('https://jira.example.com:8443');
    const wrong = { 'X-Forwarded-Proto': 'javascript', 'X-Forwarded-Host': 'evil.example/"><script>' };
    expect(await baseUrl(jira, wrong)).toBe(jira.url);
  });

  it('do not count without it, nor beside a public address', async () => {
    const jira = await started({});
    expect(await baseUrl(jira, forwarded)).toBe(jira.url);
    const named = await started({ publicUrl: 'https://other.example.com', trustProxy: true });
    expect(await baseUrl(named, forwarded)).toBe('https://other.example.com');
  });
});
