import type { Exchange } from '../src/exchange.js';
import { madeBy } from '../src/run/made-by.js';

const exchange = (method: string, path: string, requestBody: unknown, body: unknown, status = 201) =>
  ({ method, path, requestBody, body, status }) as Exchange;

describe('what an exchange has made', () => {
  it.each([
    ['POST', '/rest/api/3/field', { name: 'one' }, { id: 'customfield_10000' }, ['field', 'one', '10000']],
    ['POST', '/rest/api/2/field', {}, { id: 'customfield_10000' }, ['field', '', '10000']],
    ['POST', '/rest/api/2/issue', { fields: { summary: 's' } }, { key: 'TEST-7' }, ['issue', 's', 'TEST-7']],
    ['POST', '/rest/api/3/field/app__team/option', { value: 'v' }, { id: 4 }, ['app-option', 'v', 'app__team/4']],
    ['POST', '/rest/api/3/screens', { name: 'S' }, { id: 7, name: 'S' }, ['screen', 'S', '7']],
    ['POST', '/rest/api/2/screens/7/tabs', { name: 'T' }, { id: 8, name: 'T' }, ['tab', 'T', '7/8']],
    [
      'PUT',
      '/rest/extender/1.0/customField/addCustomField',
      { fieldName: 'one' },
      { customFieldId: 'customfield_10000' },
      ['field', 'one', '10000'],
    ],
  ])('is known by the answer to %s %s', (method, path, asked, answered, [kind, name, id]) => {
    expect(madeBy(exchange(method, path, asked, answered))).toEqual({ kind, name, id });
  });

  it('is nothing where it was refused, or nothing that stands by itself', () => {
    expect(
      madeBy(exchange('POST', '/rest/api/3/field', { name: 'one' }, { id: 'customfield_1' }, 400)),
    ).toBeUndefined();
    expect(madeBy(exchange('POST', '/rest/api/3/field/customfield_1/context', {}, { id: '10' }))).toBeUndefined();
    expect(madeBy(exchange('GET', '/rest/api/3/field', undefined, []))).toBeUndefined();
    expect(madeBy(exchange('POST', '/rest/api/3/issue', undefined, 'no JSON'))).toBeUndefined();
  });
});
