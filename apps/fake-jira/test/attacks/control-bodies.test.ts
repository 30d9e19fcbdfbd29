import { control, listening } from '../control/stage.js';
import { asAdmin, send } from '../support/raw-request.js';

describe('the clock', () => {
  it.each(['2026-12-31T23:59:60Z', '2016-12-31T23:59:60+00:00', '1969-12-31T23:59:59Z', '9999-01-01T00:00:00Z'])(
    'is not set to a moment that a Date or a calendar of four digits does not have: %s',
    async (now) => {
      const jira = await listening({ clock: { now: () => 1_700_000_000_000 } });
      const { status, body } = await control(jira, 'PUT', 'clock', { now });
      expect([status, body.message]).toEqual([400, expect.stringMatching(/1970.*9998/)]);
      expect((await control(jira, 'GET', 'clock')).body).toEqual({ now: '2023-11-14T22:13:20.000Z', frozen: false });
    },
  );

  it('does not go on past the last moment there is', async () => {
    const jira = await listening({ clock: { now: () => 1_700_000_000_000 } });
    expect((await control(jira, 'PUT', 'clock', { now: '9998-12-31T00:00:00Z', frozen: true })).status).toBe(200);
    expect((await control(jira, 'PUT', 'clock', { advance: 86_400_000 })).status).toBe(400);
    expect((await control(jira, 'GET', 'clock')).body).toEqual({ now: '9998-12-31T00:00:00.000Z', frozen: true });
    expect((await send(jira, { path: '/rest/api/2/serverInfo' })).status).toBe(200);
    for (const time of [NaN, Infinity, -1]) expect(() => jira.clock.set(time)).toThrow(RangeError);
    expect(() => jira.clock.freeze(NaN)).toThrow(RangeError);
  });

  it('stays as it was where a part of the change cannot be', async () => {
    const jira = await listening({ clock: { now: () => 1_700_000_000_000 } });
    const answer = await control(jira, 'PUT', 'clock', { now: '9998-01-01T00:00:00Z', advance: 3_155_760_000_000 });
    expect([answer.status, jira.clock.now()]).toEqual([400, 1_700_000_000_000]);
  });
});

describe('a text as the body', () => {
  it.each([
    ['PUT', 'settings'],
    ['PUT', 'clock'],
    ['POST', 'faults'],
  ])('is refused by %s /_fake/%s, which needs an object', async (method, path) => {
    const jira = await listening();
    const before = jira.settings();
    const { status, body } = await control(jira, method, path, JSON.stringify('abc'));
    expect([status, body.message]).toEqual([400, 'the body must be an object.']);
    expect(jira.settings()).toEqual(before);
  });

  it('is a world file only where its type says YAML', async () => {
    const jira = await listening();
    expect((await control(jira, 'PUT', 'world', JSON.stringify('fields: []'))).status).toBe(400);
    const yaml = { 'Content-Type': 'application/yaml' };
    expect((await control(jira, 'PUT', 'world', 'fields: []', yaml)).status).toBe(200);
    expect((await control(jira, 'PUT', 'settings', 'subtasks: false', yaml)).status).toBe(415);
  });
});

it.each(['*', '"x"', 'W/"x"'])('no answer depends on If-None-Match: no document has a 304: %s', async (etag) => {
  const jira = await listening();
  const headers = { ...asAdmin, 'If-None-Match': etag, 'If-Modified-Since': 'Fri, 01 Jan 2100 00:00:00 GMT' };
  const answer = await send(jira, { path: '/rest/api/2/serverInfo', headers });
  expect([answer.status, answer.text]).toEqual([200, expect.stringContaining('baseUrl')]);
});
