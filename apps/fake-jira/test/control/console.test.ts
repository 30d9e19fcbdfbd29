import { ask, control, listening, type Seen } from './stage.js';

const html = { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

const scriptOf = ({ text }: Seen) => /src="([^"]+)"/.exec(text)?.[1] ?? '';

describe('the console', () => {
  it('is at the address of the fake for those who take HTML; others hear what Jira says', async () => {
    const jira = await listening();
    const page = await ask(jira, '/', { headers: html });
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    const other = await ask(jira, '/');
    expect([other.status, other.headers.get('content-type')]).toEqual([404, 'application/json;charset=UTF-8']);
  });

  it('is at the address of each workspace', async () => {
    const jira = await listening();
    const page = await ask(jira, '/w/mine', { headers: html });
    expect(page.text).toContain('fake-jira');
    const script = await ask(jira, `/w/mine/${scriptOf(page)}`, { headers: {} });
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  });

  it('lets nothing of another origin in, stands in no frame, and is kept as long as it is the same', async () => {
    const jira = await listening();
    const page = await ask(jira, '/', { headers: html });
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|https?:/);
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    expect(page.headers.get('cache-control')).toBe('no-cache');
    const script = await ask(jira, `/${scriptOf(page)}`, { headers: {} });
    expect(script.headers.get('cache-control')).toContain('immutable');
  });

  it('needs no token, since it knows nothing itself; what it asks needs one', async () => {
    const jira = await listening({ controlToken: 'secret' });
    const page = await ask(jira, '/', { headers: html });
    expect((await ask(jira, `/${scriptOf(page)}`, { headers: {} })).status).toBe(200);
    expect((await control(jira, 'GET', 'info')).status).toBe(401);
  });

  it('comes as it is to those who read nothing compressed', async () => {
    const jira = await listening();
    const answer = await fetch(`${jira.url}/`, { headers: { ...html, 'Accept-Encoding': 'identity' } });
    expect(answer.headers.get('content-encoding')).toBeNull();
    expect(await answer.text()).toMatch(/^<!doctype html>/);
  });

  it('has no other file, and stands in no journal', async () => {
    const jira = await listening();
    for (const path of ['/_fake/console/nothing.js', '/_fake/console/..%2fmain.cjs', '/_fake/console/']) {
      expect((await ask(jira, path, { headers: {} })).status).toBe(404);
    }
    await ask(jira, '/', { headers: html });
    expect(jira.journal()).toEqual([]);
  });
});
