import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { fixture } from '../test/fixtures/fixture.js';
import { validatorModules } from './generate/validators.js';
import { checkRequest } from './requests.js';
import type { BodyValidators, ParameterValidators, RequestChecks } from './validator-table.js';

// The generated modules are loaded as Node loads them: from files, inside the package so that they find Ajv's helpers.
const dist = fileURLToPath(new URL('../dist', import.meta.url));
let folder: string;
let checks: (operationId: string) => RequestChecks;

beforeAll(() => {
  mkdirSync(dist, { recursive: true });
  folder = mkdtempSync(join(dist, 'test-'));
  const require = createRequire(import.meta.url);
  const load = (name: string, code: string): unknown => {
    writeFileSync(join(folder, name), code);
    return (require(join(folder, name)) as { validators: unknown }).validators;
  };
  const { parameters, bodies } = validatorModules(fixture());
  const parameterTable = load('parameters.cjs', parameters) as Record<string, ParameterValidators>;
  const bodyTable = load('bodies.cjs', bodies) as Record<string, BodyValidators>;
  checks = (operationId) => ({
    ...parameterTable[operationId]!,
    ...bodyTable[operationId]!,
    bodyRequired: operationId === 'addBook',
  });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function query(given: Record<string, unknown>): unknown {
  const result = checkRequest(checks('listBooks'), { path: {}, query: given });
  return result.ok ? result.query : result.problems;
}

function bodyMessages(body: unknown): string[] {
  const result = checkRequest(checks('addBook'), { path: {}, query: {}, body });
  return result.ok ? [] : result.problems.map(({ message }) => message);
}

describe('the parameters of a request', () => {
  it('are coerced to their types, and have their defaults', () => {
    expect(query({})).toEqual({ startAt: 0 });
    expect(query({ startAt: '5', strict: 'true' })).toEqual({ startAt: 5, strict: true });
    expect(checkRequest(checks('removeBook'), { path: { bookId: '7' }, query: {} })).toMatchObject({
      ok: true,
      path: { bookId: 7 },
    });
  });

  it('are a list whether they come once or more often', () => {
    expect(query({ id: '1' })).toEqual({ startAt: 0, id: [1] });
    expect(query({ id: ['1', '2'] })).toEqual({ startAt: 0, id: [1, 2] });
  });

  it('are a list also when it comes in one value with commas, if the document says so', () => {
    expect(query({ expand: 'author,pages' })).toEqual({ startAt: 0, expand: ['author', 'pages'] });
  });

  it('are a list in one value with commas everywhere, if the caller wants that', () => {
    const split = (splitLists: boolean) =>
      checkRequest(checks('listBooks'), { path: {}, query: { id: '1,2' }, splitLists });
    expect(split(true)).toMatchObject({ ok: true, query: { id: [1, 2] } });
    expect(split(false)).toMatchObject({ ok: false });
  });

  it('are true or false in any case, as Java reads them', () => {
    expect(query({ strict: 'True' })).toEqual({ startAt: 0, strict: true });
    expect(query({ strict: 'FALSE' })).toEqual({ startAt: 0, strict: false });
    expect(query({ strict: 'yes' })).toMatchObject([{ message: 'strict must be a boolean' }]);
  });

  it('are one text also where it is given several times, if the caller wants that', () => {
    const asked = { path: {}, query: { order: ['a', 'b'] } };
    expect(checkRequest(checks('listBooks'), { ...asked, joinTexts: true })).toMatchObject({ query: { order: 'a,b' } });
    expect(checkRequest(checks('listBooks'), asked)).toMatchObject({ ok: false });
  });

  it.each(['1e3', '0x10', ' 1', '1 ', '1.0', '', '+1', '9223372036854775808'])(
    'are no whole number as "%s"',
    (startAt) => {
      expect(query({ startAt })).toMatchObject([{ message: 'startAt must be an integer' }]);
    },
  );

  it('are ignored and left out when the operation does not know them', () => {
    expect(query({ nonsense: '1' })).toEqual({ startAt: 0 });
  });

  it('are reported when they are wrong, with where and what', () => {
    expect(query({ startAt: 'x', expand: 'cover' })).toEqual([
      { in: 'query', pointer: '/startAt', name: 'startAt', keyword: 'type', message: 'startAt must be an integer' },
      {
        in: 'query',
        pointer: '/expand/0',
        name: 'expand',
        keyword: 'enum',
        message: 'expand[0] must be one of author, pages',
      },
    ]);
    expect(query({ startAt: '-1' })).toMatchObject([{ keyword: 'minimum', message: 'startAt must be >= 0' }]);
    expect(checkRequest(checks('removeBook'), { path: { bookId: 'first' }, query: {} })).toMatchObject({
      ok: false,
      problems: [
        { in: 'path', pointer: '/bookId', name: 'bookId', keyword: 'type', message: 'bookId must be an integer' },
      ],
    });
  });

  it('are not changed where they were handed in', () => {
    const given = { path: { bookId: '7' }, query: { id: ['1'] } };
    checkRequest(checks('removeBook'), given);
    checkRequest(checks('listBooks'), given);
    expect(given).toEqual({ path: { bookId: '7' }, query: { id: ['1'] } });
  });
});

describe('the body of a request', () => {
  it('passes as it is when it is right', () => {
    const body = { title: 'Emma', options: [{ value: 'red' }], shelf: null, binding: { type: 'soft', paper: 'thin' } };
    expect(checkRequest(checks('addBook'), { path: {}, query: {}, body })).toMatchObject({ ok: true, body });
  });

  it('is not coerced', () => {
    expect(bodyMessages({ title: 5, options: {} })).toEqual(['title must be a string', 'options must be an array']);
  });

  it('has every mistake reported at once, in words for people', () => {
    expect(bodyMessages({ title: '', options: [{ value: 1 }, {}], foo: 1, shelf: 'left', published: 'soon' })).toEqual([
      'unknown property "foo"',
      'title must not be empty',
      'options[0].value must be a string',
      'options[1].value is required',
      'shelf must be one of top, bottom, null',
      'published must be a date such as 2025-01-31',
    ]);
  });

  it('comes back as far as it could be read, so that a problem can be let pass', () => {
    const request = { path: {}, query: {}, body: { title: 'Emma', options: [], foo: 1 } };
    expect(checkRequest(checks('addBook'), request)).toMatchObject({ ok: false, body: request.body });
  });

  it('has its pointers escaped', () => {
    const result = checkRequest(checks('addBook'), {
      path: {},
      query: {},
      body: { title: 'a', options: [], 'a/b~c': 1 },
    });
    expect(result).toMatchObject({ ok: false, problems: [{ pointer: '/a~1b~0c', name: 'a/b~c' }] });
  });

  it('is not asked for what only answers have', () => {
    expect(bodyMessages({ title: 'Emma', options: [] })).toEqual([]);
  });

  it('of several forms is judged by the one that its discriminator means', () => {
    const binding = (value: unknown): string[] => bodyMessages({ title: 'Emma', options: [], binding: value });
    expect(binding({ type: 'hard', cloth: 1 })).toEqual(['binding.cloth must be a string']);
    expect(binding({ type: 'paper' })).toEqual(['binding.type must be one of hard, soft']);
    expect(binding({})).toEqual(['binding.type is required']);
    expect(binding('hard')).toEqual(['binding must be an object']);
  });

  it('of several forms without a discriminator is told that none fits', () => {
    expect(bodyMessages({ title: 'Emma', options: [], note: true })).toEqual([
      'note has none of the forms that are allowed here',
    ]);
  });

  it('is missing when the operation needs one', () => {
    expect(bodyMessages(undefined)).toEqual(['a JSON body is required']);
    expect(bodyMessages(null)).toEqual(['the body must be an object']);
  });
});
