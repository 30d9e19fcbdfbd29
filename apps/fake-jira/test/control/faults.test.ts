import { Version2Client } from 'jira.js';
import type { NewFault } from '../../src/index.js';
import { as, ask, control, createField, fieldNames, listening } from './stage.js';

const fields = '/rest/api/2/field';
const admin = '/rest/jiracustomfieldeditorplugin/1/admin/customfields';

/** Makes a fault through the control API, and answers with what takes it away again. */
async function broken(jira: { readonly url: string }, fault: NewFault): Promise<() => Promise<void>> {
  const { status, body } = await control(jira, 'POST', 'faults', fault);
  expect([status, body]).toEqual([201, expect.objectContaining({ ...fault, met: 0 })]);
  return async () => {
    expect((await control(jira, 'DELETE', `faults/${body.id}`)).status).toBe(204);
  };
}

describe('a fault is seen by a real client, and so is its removal:', () => {
  it.each([401, 403, 429, 500, 503])('the status %i in the form of the API', async (status) => {
    const jira = await listening();
    const mend = await broken(jira, { status });
    const seen = await ask(jira, fields);
    expect(seen.status).toBe(status);
    expect(JSON.parse(seen.text)).toEqual({ errorMessages: [expect.stringMatching(/\w/)], errors: {} });
    await mend();
    expect((await ask(jira, fields)).status).toBe(200);
  });

  it('jira.js reports it as it reports that of a real instance', async () => {
    const jira = await listening();
    const client = new Version2Client({
      host: jira.url,
      authentication: { basic: { email: 'admin@example.com', apiToken: 'admin' } },
    });
    const mend = await broken(jira, { when: { operation: 'getFields' }, status: 503 });
    await expect(client.issueFields.getFields()).rejects.toMatchObject({ status: 503 });
    await mend();
    expect(await client.issueFields.getFields()).toContainEqual(expect.objectContaining({ id: 'summary' }));
  });

  it.each([
    ['401', fields, as('nobody')],
    ['401', admin, as('nobody')],
    ['403', '/rest/api/3/field/search', as('bob')],
    ['403', admin, as('bob')],
  ])('%s for %s as the API answers it by itself', async (status, path, headers) => {
    const jira = await listening();
    const mend = await broken(jira, { status: Number(status) });
    const seen = await ask(jira, path);
    const real = await ask(jira.workspace('other'), path, { headers });
    expect([seen.status, seen.text, seen.headers.get('www-authenticate')]).toEqual([
      Number(status),
      real.text,
      real.headers.get('www-authenticate'),
    ]);
    await mend();
    expect((await ask(jira, path)).status).toBe(200);
  });

  it('429 with Retry-After', async () => {
    const jira = await listening();
    const mend = await broken(jira, { status: 429, retryAfter: 7 });
    expect((await ask(jira, fields)).headers.get('retry-after')).toBe('7');
    await mend();
    await broken(jira, { status: 429 });
    expect((await ask(jira, fields)).headers.get('retry-after')).toBe('1');
    await control(jira, 'DELETE', 'faults');
    expect((await ask(jira, fields)).headers.get('retry-after')).toBeNull();
  });

  it('latency', async () => {
    const waited: number[] = [];
    const jira = await listening({ delay: (milliseconds) => Promise.resolve(waited.push(milliseconds)) });
    const mend = await broken(jira, { latency: 5000 });
    expect((await ask(jira, fields)).status).toBe(200);
    expect(waited).toEqual([5000]);
    await mend();
    await broken(jira, { latency: 300, status: 500 });
    expect((await ask(jira, fields)).status).toBe(500);
    expect(waited).toEqual([5000, 300]);
  });

  it('latency by the real clock where nothing else is given', async () => {
    const jira = await listening();
    await broken(jira, { latency: 30 });
    const before = performance.now();
    await ask(jira, fields);
    expect(performance.now() - before).toBeGreaterThanOrEqual(29);
  });

  it('a reset connection', async () => {
    const jira = await listening();
    const mend = await broken(jira, { reset: true });
    await expect(ask(jira, fields)).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
    expect(jira.journal()).toEqual([expect.objectContaining({ path: fields, status: null, fault: 'fault-1' })]);
    await mend();
    expect((await ask(jira, fields)).status).toBe(200);
  });

  it('a body that ends in its middle', async () => {
    const jira = await listening();
    const whole = (await ask(jira, fields)).text;
    const mend = await broken(jira, { truncate: true });
    const answer = await fetch(jira.url + fields, { headers: as('admin') });
    expect([answer.status, Number(answer.headers.get('content-length'))]).toEqual([200, Buffer.byteLength(whole)]);
    const got: Uint8Array[] = [];
    const read = async () => {
      for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) got.push(chunk);
    };
    await expect(read()).rejects.toThrow('terminated');
    const bytes = Buffer.from(whole);
    expect(Buffer.concat(got)).toEqual(bytes.subarray(0, Math.floor(bytes.length / 2)));
    await mend();
    expect((await ask(jira, fields)).text).toBe(whole);
  });

  it('a body that trickles in', async () => {
    const waited: number[] = [];
    const jira = await listening({ delay: (milliseconds) => Promise.resolve(waited.push(milliseconds)) });
    const whole = (await ask(jira, fields)).text;
    const mend = await broken(jira, { slow: 1000 });
    expect((await ask(jira, fields)).text).toBe(whole);
    expect(waited).toEqual(Array(10).fill(100));
    await mend();
    await ask(jira, fields);
    expect(waited).toHaveLength(10);
  });

  it('a fixed answer with status, headers and body or text', async () => {
    const jira = await listening();
    const mend = await broken(jira, {
      respond: { status: 418, headers: { 'X-Tea': 'yes' }, body: { short: 'and stout' } },
    });
    const seen = await ask(jira, fields);
    expect([seen.status, seen.headers.get('x-tea'), JSON.parse(seen.text)]).toEqual([
      418,
      'yes',
      { short: 'and stout' },
    ]);
    await mend();
    await broken(jira, {
      respond: { status: 502, headers: { 'Content-Type': 'text/html' }, text: '<h1>Bad gateway</h1>' },
      times: 1,
    });
    const page = await ask(jira, '/anything/at/all');
    expect([page.status, page.headers.get('content-type'), page.text]).toEqual([
      502,
      expect.stringMatching(/^text\/html/),
      '<h1>Bad gateway</h1>',
    ]);
    expect((await ask(jira, fields)).status).toBe(200);
  });

  it('a rate limit per user, which the clock of the workspace lifts', async () => {
    const jira = await listening();
    jira.clock.freeze(Date.UTC(2026, 0, 15, 12, 0, 10));
    const mend = await broken(jira, { rateLimit: { requests: 2, seconds: 60 } });
    const standing = async (name: string) => {
      const { status, headers } = await ask(jira, '/rest/api/2/myself', { headers: as(name) });
      return [
        status,
        headers.get('x-ratelimit-limit'),
        headers.get('x-ratelimit-remaining'),
        headers.get('retry-after'),
      ];
    };
    expect(await standing('admin')).toEqual([200, '2', '1', null]);
    expect(await standing('admin')).toEqual([200, '2', '0', null]);
    expect(await standing('admin')).toEqual([429, '2', '0', '50']);
    expect(await standing('bob')).toEqual([200, '2', '1', null]);
    jira.clock.advance(49_999);
    expect(await standing('admin')).toEqual([429, '2', '0', '1']);
    jira.clock.advance(1);
    expect(await standing('admin')).toEqual([200, '2', '1', null]);
    await mend();
    expect(await standing('admin')).toEqual([200, null, null, null]);
  });
});

describe('a fault meets only the requests that it is for:', () => {
  const statuses = async (jira: { readonly url: string }, ...paths: string[]) =>
    Promise.all(paths.map(async (path) => (await ask(jira, path)).status));

  it('those of an operation, at each of its addresses', async () => {
    const jira = await listening();
    await broken(jira, { when: { operation: ['getFields', 'editorGetHealth'] }, status: 503 });
    expect(
      await statuses(
        jira,
        '/rest/api/2/field',
        '/jira/rest/api/3/field',
        '/rest/api/latest/field/',
        '/rest/api/2/myself',
      ),
    ).toEqual([503, 503, 503, 200]);
    expect((await createField(jira, 'New')).status).toBe(201);
  });

  it('those of an API', async () => {
    const jira = await listening();
    await broken(jira, { when: { api: 'customfield-editor' }, status: 500 });
    expect(await statuses(jira, admin, fields)).toEqual([500, 200]);
  });

  it('those of a method and a path with wildcards', async () => {
    const jira = await listening();
    await broken(jira, { when: { method: 'get', path: '/rest/api/*/field' }, status: 500 });
    expect(await statuses(jira, fields, '/rest/api/3/field?x=1', '/rest/api/3/field/search')).toEqual([500, 500, 200]);
    expect((await createField(jira, 'New')).status).toBe(201);
    jira.faults.clear();
    await broken(jira, { when: { path: '/rest/**' }, status: 500 });
    expect(await statuses(jira, fields, admin)).toEqual([500, 500]);
  });

  it('those of a user, or of nobody', async () => {
    const jira = await listening();
    await broken(jira, { when: { user: 'bob' }, status: 403 });
    await broken(jira, { when: { user: null }, status: 503 });
    const status = async (headers: Record<string, string>) =>
      (await ask(jira, '/rest/api/2/serverInfo', { headers })).status;
    expect([await status(as('bob')), await status(as('admin')), await status({})]).toEqual([403, 200, 503]);
  });

  it('the next n', async () => {
    const jira = await listening();
    const { id } = jira.faults.add({ status: 503, times: 2 });
    expect(
      [await ask(jira, fields), await ask(jira, fields), await ask(jira, fields)].map(({ status }) => status),
    ).toEqual([503, 503, 200]);
    expect((await control(jira, 'GET', `faults/${id}`)).status).toBe(404);
  });

  it('a share of them, the same under the same seed', async () => {
    const draw = async (seed: number, workspace: string) => {
      const jira = (await listening({ seed })).workspace(workspace);
      jira.faults.add({ when: { share: 0.5 }, status: 503 });
      const drawn: number[] = [];
      for (let i = 0; i < 24; i++) drawn.push((await ask(jira, '/rest/api/2/serverInfo')).status);
      return drawn;
    };
    const first = await draw(1, 'one');
    expect(new Set(first)).toEqual(new Set([200, 503]));
    expect(await draw(1, 'one')).toEqual(first);
    expect(await draw(2, 'one')).not.toEqual(first);
    expect(await draw(1, 'two')).not.toEqual(first);
  });

  it('the first of several that fits, and no other', async () => {
    const jira = await listening();
    await broken(jira, { when: { user: 'bob' }, status: 500 });
    await broken(jira, { status: 503 });
    expect((await ask(jira, fields)).status).toBe(503);
    expect(jira.faults.list().map(({ met }) => met)).toEqual([0, 1]);
  });

  it('never those of the control API, nor of another workspace', async () => {
    const jira = await listening();
    jira.faults.add({ reset: true });
    expect((await control(jira, 'GET', 'health')).status).toBe(200);
    expect((await ask(jira.workspace('other'), fields)).status).toBe(200);
  });
});

describe('a fault leaves the world alone:', () => {
  it('what is answered in place of an operation has not happened', async () => {
    const jira = await listening();
    jira.faults.add({ when: { operation: 'createCustomField' }, status: 500, times: 1 });
    expect((await createField(jira, 'Never')).status).toBe(500);
    expect(await fieldNames(jira)).not.toContain('Never');
  });

  it('an answer that is cut off has happened', async () => {
    const jira = await listening();
    jira.faults.add({ when: { operation: 'createCustomField' }, truncate: true, times: 1 });
    await expect(createField(jira, 'There')).rejects.toThrow('terminated');
    expect(await fieldNames(jira)).toContain('There');
  });

  it('an answer without a body that is cut off never comes', async () => {
    const jira = await listening();
    const [field] = JSON.parse((await ask(jira, '/rest/api/3/field/search?type=custom')).text).values as {
      id: string;
    }[];
    jira.faults.add({ truncate: true, times: 1 });
    const update = { method: 'PUT', body: { description: 'Changed' } };
    await expect(ask(jira, `/rest/api/3/field/${field?.id}`, update)).rejects.toThrow('fetch failed');
    expect((await ask(jira, `/rest/api/3/field/${field?.id}`, update)).status).toBe(204);
  });
});

describe('a fault that cannot be is refused with what to do:', () => {
  it.each([
    [{}, 'A fault needs something to do: latency, status, respond, reset, truncate, slow, rateLimit.'],
    [{ status: 503, reset: true }, 'A fault does one thing, not status and reset: make one for each.'],
    [{ retryAfter: 3, latency: 1 }, 'retryAfter goes with a status: 429 or 503, say.'],
    [{ respond: { status: 200, body: 1, text: 'x' } }, 'respond has a body or a text, not both.'],
    [{ when: { operation: 'getFeilds' }, status: 500 }, 'No API has an operation "getFeilds": did you mean getFields?'],
    [{ when: { operation: 'controlGetHealth' }, status: 500 }, 'No API has an operation "controlGetHealth"'],
    [{ when: { api: 'jira' }, status: 500 }, 'when.api must be one of'],
    [{ when: { share: 2 }, status: 500 }, 'when.share must be <= 1.'],
    [{ status: 200 }, 'status must be >= 400.'],
    [{ staus: 500 }, 'unknown property "staus": did you mean "status"?'],
  ])('%j', async (fault, sentence) => {
    const jira = await listening();
    const { status, body } = await control(jira, 'POST', 'faults', fault);
    expect([status, body.message]).toEqual([400, expect.stringContaining(sentence)]);
    expect(jira.faults.list()).toEqual([]);
  });
});
