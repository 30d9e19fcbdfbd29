import { createField, control, listening } from './stage.js';

/** Reads events until there are so many. */
async function events({ url }: { url: string }, count: number, query = '', meanwhile: () => Promise<unknown> = noop) {
  const leaving = new AbortController();
  const headers = { Accept: 'text/event-stream' };
  const { body, headers: told } = await fetch(`${url}/_fake/requests${query}`, { headers, signal: leaving.signal });
  expect(told.get('content-type')).toBe('text/event-stream; charset=utf-8');
  await meanwhile();
  let text = '';
  for await (const part of body!.pipeThrough(new TextDecoderStream())) {
    text += part;
    if (text.split('\n\n').length > count) break;
  }
  leaving.abort();
  return text.split('\n\n').slice(0, count);
}

const noop = () => Promise.resolve();

const nameIn = (event: string) => JSON.parse(event.replace(/^data: /, '')).body.name;

describe('the journal as server-sent events', () => {
  it('has the requests that were answered, and each that is answered from then on', async () => {
    const jira = await listening();
    await createField(jira, 'Before');
    const told = await events(jira, 2, '', () => createField(jira, 'Meanwhile'));
    expect(told.map(nameIn)).toEqual(['Before', 'Meanwhile']);
  });

  it('has those that fit what was asked for', async () => {
    const jira = await listening();
    const told = await events(jira, 1, '?status=201', async () => {
      await createField(jira, '');
      await createField(jira, 'Good');
    });
    expect(told.map(nameIn)).toEqual(['Good']);
  });

  it('says that the journal was emptied', async () => {
    const jira = await listening();
    const told = await events(jira, 1, '', () => control(jira, 'DELETE', 'requests'));
    expect(told).toEqual(['event: forgotten\ndata:']);
  });

  it('ends when the fake does', async () => {
    const jira = await listening();
    const { body } = await fetch(`${jira.url}/_fake/requests`, { headers: { Accept: 'text/event-stream' } });
    await jira.close();
    await expect(new Response(body).text()).rejects.toThrow();
  });

  it('is for no web page of another origin, and refuses what cannot be asked', async () => {
    const jira = await listening();
    const accept = { Accept: 'text/event-stream' };
    const foreign = await control(jira, 'GET', 'requests', undefined, { ...accept, Origin: 'https://evil.example' });
    expect(foreign.status).toBe(403);
    expect((await control(jira, 'GET', 'requests?status=good', undefined, accept)).status).toBe(400);
  });
});
