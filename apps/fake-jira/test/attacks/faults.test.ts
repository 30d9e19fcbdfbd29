import type { NewFault } from '../../src/index.js';
import { ask, control, listening } from '../control/stage.js';

const fields = '/rest/api/2/field';
const deep = JSON.parse('['.repeat(2_000) + ']'.repeat(2_000)) as unknown;

describe('a fault that could not be answered with', () => {
  it.each<[string, NewFault, RegExp]>([
    ['a blank in the name of a header', { respond: { status: 200, headers: { 'bad header': 'x' } } }, /bad header/],
    ['no name of a header', { respond: { status: 200, headers: { '': 'x' } } }, /header/i],
    ['a second line in a header', { respond: { status: 200, headers: { a: 'a\r\nSet-Cookie: b' } } }, /"a"/],
    ['a header that is no Latin 1', { respond: { status: 200, headers: { a: '☃' } } }, /"a"/],
    ['a body that is too deep', { respond: { status: 200, body: deep } }, /in each other/],
    ['a body that is no JSON', { respond: { status: 200, body: 1n } }, /JSON/],
    ['a status that ends no request', { respond: { status: 101 } }, /status/],
    ['a status that there is not', { respond: { status: 1_000 } }, /status/],
    ['an error that is none', { status: 200 }, /status/],
    ['a latency without end', { latency: Infinity }, /latency/],
    ['a pattern that is too long', { when: { path: '*'.repeat(1_000) }, status: 500 }, /path/],
  ])('is refused whole, with or without a latency: %s', async (_what, fault, message) => {
    const jira = await listening();
    for (const given of [fault, { latency: 1, ...fault }]) {
      expect(() => jira.faults.add(given)).toThrow(message);
      expect(jira.faults.list()).toEqual([]);
      if (given.respond?.body === 1n || given.latency === Infinity) continue;
      const answer = await control(jira, 'POST', 'faults', given);
      expect([answer.status, answer.body.message]).toEqual([400, expect.stringMatching(message)]);
    }
    expect(jira.faults.list()).toEqual([]);
    expect((await ask(jira, fields)).status).toBe(200);
  });
});
