import { fixture, profileWith } from '../../test/fixtures/fixture.js';
import { resolveDocument } from '../document/effective.js';
import { createJudge, type JudgedLocation, type JudgedResponse } from './judge.js';

const judgeAt = createJudge(resolveDocument(fixture(), 'extender', profileWith({})));
const operations: Readonly<Record<string, string>> = { GET: 'listBooks', POST: 'addBook', DELETE: 'removeBook' };

function judge(response: JudgedResponse, location?: JudgedLocation) {
  const operationId = operations[response.method] as string;
  return judgeAt(response, location ?? { kind: 'operation', operation: { operationId } });
}
const json = { 'Content-Type': 'application/json;charset=UTF-8' };
const emma = { id: 1, title: 'Emma', position: 1 };
const list = { method: 'GET', path: '/rest/api/3/books', status: 200, headers: json, body: [emma] };
const add = {
  method: 'POST',
  path: '/rest/api/3/books',
  status: 201,
  headers: { ...json, location: '/1' },
  body: emma,
};

function kinds(response: JudgedResponse, location?: JudgedLocation): string[] {
  return judge(response, location).map(({ kind, pointer, message }) => `${kind} ${pointer} ${message}`);
}

describe('the judge of responses', () => {
  it('allows what the document allows', () => {
    expect(judge(list)).toEqual([]);
    expect(judge(add)).toEqual([]);
    expect(judge({ method: 'DELETE', path: '/rest/api/3/books/7', status: 204, headers: {} })).toEqual([]);
  });

  it('reports an address or method that does not exist, unless the answer says so too', () => {
    expect(kinds({ ...list, path: '/rest/api/3/records' }, { kind: 'nowhere' })).toEqual([
      expect.stringContaining('operation  GET /rest/api/3/records is an address that the document does not have'),
    ]);
    expect(kinds({ ...list, method: 'PUT' }, { kind: 'other methods' })).toEqual([
      expect.stringContaining('is a method that the document does not have'),
    ]);
    expect(judge({ ...list, path: '/rest/api/3/records', status: 404 }, { kind: 'nowhere' })).toEqual([]);
    expect(judge({ ...list, method: 'PUT', status: 405 }, { kind: 'other methods' })).toEqual([]);
  });

  it('reports a status that is not listed', () => {
    expect(kinds({ ...list, status: 418 })).toEqual([
      'status  listBooks must not answer 418: its document lists 200, 401',
    ]);
  });

  it('allows what transport answers, and checks its body', () => {
    expect(judge({ ...add, status: 415, headers: json, body: { errorMessages: [] } })).toEqual([]);
    expect(kinds({ ...add, status: 415, headers: json, body: {} })).toEqual([
      'body /errorMessages errorMessages is required',
    ]);
  });

  it('reports another content type, and a missing one', () => {
    expect(kinds({ ...list, headers: { 'content-type': 'text/html' } })).toEqual([
      'content-type  the content type is text/html, the document has application/json',
    ]);
    expect(kinds({ ...list, headers: {} })).toEqual([expect.stringContaining('is missing')]);
    expect(judge({ ...list, headers: {}, contentType: 'application/json' })).toEqual([]);
  });

  it('reports a required header that is missing', () => {
    expect(kinds({ ...add, headers: json })).toEqual(['header  the header Location is missing']);
  });

  it('reports every mistake in a body, with its place', () => {
    expect(kinds({ ...list, body: [emma, { id: '2', title: 'It', position: 1, isbn: 1 }] })).toEqual([
      'body /1/isbn unknown property "isbn" in [1]',
      'body /1/id [1].id must be an integer',
    ]);
  });

  it('reports a body where there is none, and none where there is one', () => {
    expect(kinds({ method: 'DELETE', path: '/rest/api/3/books/7', status: 204, headers: {}, body: {} })).toEqual([
      expect.stringContaining('no-body '),
    ]);
    expect(kinds({ ...list, body: undefined })).toEqual([expect.stringContaining('body  the body is missing')]);
  });
});
