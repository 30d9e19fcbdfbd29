import { fileURLToPath } from 'node:url';
import { readTraffic, type TrafficExchange } from '../src/index.js';

// What stands in `fixtures` was written by the tools themselves, while clients of theirs asked a fake: Playwright with
// Chromium, vcrpy, nock and Polly.js. WireMock's, Ruby's and Postman's are by their documents.

async function read(name: string): Promise<TrafficExchange[]> {
  const found: TrafficExchange[] = [];
  for await (const one of readTraffic(fileURLToPath(new URL(`./fixtures/${name}`, import.meta.url)))) found.push(one);
  return found;
}

const linesOf = (exchanges: readonly TrafficExchange[]) =>
  exchanges.map(({ method, url, status }) => `${method} ${url.replace(/^.*\/rest\/api\/3/, '')} ${status}`);

describe('traffic as a tool has written it', () => {
  it.each(['playwright.har', 'playwright.zip', 'vcrpy.yaml', 'vcrpy.json', 'nock.json', 'polly.har'])(
    'is read out of %s, with every body of a request and an answer',
    async (name) => {
      const exchanges = await read(name);
      const shown = linesOf(exchanges).map((line) => line.replace(/customfield_1\d{4}|\/context\/\d+/g, '…'));
      // Polly sorts them.
      expect(shown.toSorted()).toEqual(
        [
          'GET /myself 200',
          'GET /issuetype 200',
          'GET /field/search?type=custom 200',
          'POST /field 201',
          'GET /field/…/context 200',
          'POST /field/……/option 200',
          'GET /field/……/option 200',
          'GET /field/customfield_99999/context 404',
        ].toSorted(),
      );
      for (const { request, response, method } of exchanges) {
        expect(response.body).toEqual(expect.any(Object));
        expect(typeof request.body).toBe(method === 'POST' ? 'object' : 'undefined');
        expect(response.headers['content-type']).toBe('application/json;charset=UTF-8');
      }
    },
  );

  it('is read out of mappings of WireMock, with bodies in files; what only a pattern matches has no address', async () => {
    const exchanges = await read('wiremock');
    expect(exchanges.map(({ method, url, status }) => [method, url, status])).toEqual([
      ['GET', '/rest/api/3/field/customfield_10000/context?maxResults=50', 200],
      ['GET', '', 200],
      ['POST', '/rest/api/3/field', 400],
    ]);
    expect(exchanges[0]?.response.body).toMatchObject({ total: 1 });
    expect(exchanges[2]).toMatchObject({ request: { body: { name: '' } }, response: { body: { errors: {} } } });
  });

  it('is read out of a cassette of Ruby, with bytes and aliases', async () => {
    const exchanges = await read('ruby-vcr.yaml');
    expect(linesOf(exchanges)).toEqual([
      'GET /field/customfield_10007/context 404',
      'GET /field/customfield_10008/context 404',
    ]);
    for (const { response } of exchanges) {
      expect(response.headers).toEqual({ 'content-type': 'application/json;charset=UTF-8' });
      expect(response.body).toEqual({ errorMessages: ['The custom field was not found.'], errors: {} });
    }
  });

  it('is read out of the responses that a collection of Postman has saved, with its variables', async () => {
    const exchanges = await read('postman.json');
    expect(exchanges.map(({ url, status }) => [url, status])).toEqual([
      ['https://jira.example.com/rest/api/3/screens', 401],
      ['https://jira.example.com/rest/api/3/field/customfield_10007/context', 404],
    ]);
  });
});
