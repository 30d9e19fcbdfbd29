import { gzipSync } from 'node:zlib';
import { jsonDepthLimit } from '@fake-jira/openapi';
import { asJson, expectRefusal, jsonHeaders, send } from '../support/raw-request.js';
import { listeningJira } from '../support/field-steps.js';
import { control, listening } from '../control/stage.js';

const lists = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
const field = '/rest/api/3/field';
const sentence = `The request body has more than ${jsonDepthLimit} lists and objects in each other.`;

describe('a body in which too many lists and objects stand in each other', () => {
  it.each([jsonDepthLimit + 1, 2_000, 100_000])('is refused in the form of the API: %i', async (levels) => {
    const jira = await listeningJira();
    const refused = await send(jira, { method: 'POST', path: field, headers: asJson, body: lists(levels) });
    expect([refused.status, expectRefusal(refused)]).toEqual([400, sentence]);
    expect(jira.defects).toEqual([]);
  });

  it.each([
    ['in chunks', { 'Transfer-Encoding': 'chunked' }, (text: string) => Buffer.from(text)],
    ['compressed', { 'Content-Encoding': 'gzip' }, (text: string) => gzipSync(text)],
    [
      'in another charset',
      { 'Content-Type': 'application/json; charset=utf-16' },
      (text: string) => Buffer.from(text, 'utf16le'),
    ],
  ])('is refused %s', async (_how, headers, encoded) => {
    const jira = await listeningJira();
    const body = encoded(lists(100_000));
    const refused = await send(jira, { method: 'POST', path: field, headers: { ...jsonHeaders, ...headers }, body });
    expect([refused.status, expectRefusal(refused)]).toEqual([400, sentence]);
    expect(jira.defects).toEqual([]);
  });

  it.each([
    '/rest/jiracustomfieldeditorplugin/1/admin/customfields/10000/contexts',
    '/rest/extender/1.0/field',
    '/_fake/settings',
  ])('is refused by every API: %s', async (path) => {
    const jira = await listening();
    const answer = await send(jira, { method: 'PUT', path, headers: jsonHeaders, body: lists(2_000) });
    expect([answer.status, answer.text]).toEqual([400, expect.stringContaining(sentence)]);
    expect((await control(jira, 'GET', 'health')).status).toBe(200);
  });

  it('is not stored in a world, which could be neither shown nor kept then', async () => {
    const jira = await listening();
    const deep = JSON.parse(lists(10_000)) as unknown;
    const text = `{"appOptions":[{"properties":{"a":${lists(10_000)}}}]}`;
    for (const method of ['PUT', 'POST']) {
      const answer = await control(jira, method, 'world', text);
      expect([answer.status, answer.body.message]).toEqual([400, sentence]);
    }
    const yaml = await control(jira, 'PUT', 'world', `appOptions: [{ properties: { a: ${lists(1_000)} } }]`, {
      'Content-Type': 'application/yaml',
    });
    expect([yaml.status, yaml.body.message]).toEqual([400, expect.stringContaining('in each other')]);
    expect(() => jira.load({ appOptions: [{ properties: { a: deep } }] } as never)).toThrow(/in each other/);
    expect((await control(jira, 'GET', 'world')).status).toBe(200);
  });
});
