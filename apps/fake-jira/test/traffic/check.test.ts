import { namedProfile } from '@fake-jira/profile';
import { sessionOnCloud, sessionOnDataCenter } from './sessions.js';
import { checkedHar, failuresOf, harOf } from './stage.js';

interface Entry {
  readonly request: { readonly method: string; readonly url: string };
  readonly response: { readonly status: number; readonly content: { text: string } };
}

describe('Traffic of a client', () => {
  it.each([
    ['Cloud', 'cloud', sessionOnCloud],
    ['Data Center', 'data-center', sessionOnDataCenter],
  ] as const)('with a fake of %s is what a fake in the world that it shows answers', async (_, name, session) => {
    const profile = namedProfile(name);
    const result = await checkedHar(await harOf(profile, session), profile);
    expect(failuresOf(result)).toEqual([]);
    expect(result.report.results.length).toBeGreaterThan(20);
  });

  it.each([
    [
      'a sentence',
      '/rest/api/3/field/customfield_99999/context',
      (body: object) => ({ ...body, errorMessages: ['There is no such thing.'] }),
      'errorMessages[]: ["The custom field was not found."] instead of ["There is no such thing."]',
    ],
    [
      'a value',
      '/rest/api/3/screens',
      (body: { values?: object[] }) => ({ ...body, values: [{ ...body.values?.[0], name: 7 }] }),
      'name must be a string',
    ],
    [
      'an order',
      '/rest/api/3/field/customfield_10000/context',
      (body: { values?: object[] }) => ({ ...body, values: body.values?.toReversed() }),
      'body/values[]: order of entries',
    ],
  ])('in which the instance answers %s that the fake does not is named', async (_what, path, change, line) => {
    const profile = namedProfile('cloud');
    const { log } = JSON.parse(await harOf(profile, sessionOnCloud)) as { log: { entries: Entry[] } };
    for (const { request, response } of log.entries) {
      if (request.method !== 'GET' || new URL(request.url).pathname !== path || response.status === 401) continue;
      response.content.text = JSON.stringify(
        (change as (given: object) => object)(JSON.parse(response.content.text) as object),
      );
    }
    const other = JSON.stringify({ log });
    const failures = failuresOf(await checkedHar(other, profile));
    expect(failures.filter((text) => text.includes(path)).join('\n')).toContain(line);
  });
});
