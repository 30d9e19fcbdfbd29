import { Validator } from '@seriousme/openapi-schema-validator';
import { fixture, profileWith } from '../../test/fixtures/fixture.js';
import { resolveDocument } from './effective.js';
import type { JsonObject, OpenApiDocument } from './types.js';
import type { Profile } from '@fake-jira/profile';

const dataCenter = { deployment: 'data-center', version: '9.12.0' } as const;

function effective(changes: Partial<Profile> = {}): OpenApiDocument {
  return resolveDocument(fixture(), 'extender', profileWith(changes));
}

function schema(document: OpenApiDocument, name: string): JsonObject & { properties: Record<string, JsonObject> } {
  return document.components!.schemas![name] as JsonObject & { properties: Record<string, JsonObject> };
}

describe('the effective spec of a profile', () => {
  it('is a valid OpenAPI document without the keys that were resolved', async () => {
    for (const changes of [{}, { extender: 'before' }, { extender: '1.6', jira: dataCenter }, { extender: null }]) {
      const document = effective(changes);
      expect(JSON.stringify(document)).not.toMatch(/"(x-(since|until|deployment|when|history)|when)"/);
      expect((await new Validator().validate(structuredClone(document))).errors).toBeUndefined();
    }
  });

  it('does not change the document that it resolves', () => {
    const document = fixture();
    resolveDocument(document, 'extender', profileWith({ extender: '1.5', jira: dataCenter }));
    expect(document).toEqual(fixture());
  });

  it('has an operation from its first version on', () => {
    expect(effective({ extender: '1.7.2' }).paths).not.toHaveProperty(['/rest/api/3/books/{bookId}']);
    expect(effective({ extender: '1.7.3' }).paths).toHaveProperty(['/rest/api/3/books/{bookId}', 'delete']);
  });

  it('has an operation up to the version in which it went', () => {
    expect(effective({ extender: '5.3' }).paths).toHaveProperty(['/rest/api/2/ledger']);
    expect(effective({ extender: '5.4' }).paths).not.toHaveProperty(['/rest/api/2/ledger']);
  });

  it('drops list items, such as parameters, and what names a dropped one', () => {
    const names = (document: OpenApiDocument): string[] =>
      document.paths['/rest/api/3/books']!.get!.parameters!.map(({ name }) => name);
    expect(names(effective({ extender: '1.7.3' }))).toEqual(['startAt', 'id', 'expand', 'strict']);
    expect(names(effective())).toContain('order');
    expect(schema(effective({ extender: '2.20' }), 'Binding')).toMatchObject({
      oneOf: [{ $ref: '#/components/schemas/Hard' }],
      discriminator: { mapping: { hard: '#/components/schemas/Hard' } },
    });
  });

  it('takes a dropped property out of the required ones', () => {
    expect(schema(effective(), 'Book').required).toEqual(['id', 'title', 'position']);
    expect(schema(effective({ extender: '1.7.3' }), 'Book').required).toEqual(['id', 'title', 'postion']);
  });

  it('needs every version of a condition that names two', () => {
    const has = (changes: Partial<Profile>): boolean => 'lastUpdate' in schema(effective(changes), 'Book').properties;
    expect(has({ extender: '1.65', jira: dataCenter })).toBe(true);
    expect(has({ extender: '1.65', jira: { ...dataCenter, version: '8.15.1' } })).toBe(false);
    expect(has({ extender: '1.6', jira: dataCenter })).toBe(false);
  });

  it('puts back the older form that the version had', () => {
    const id = (extender: string): unknown => schema(effective({ extender }), 'Book').properties.id;
    expect(id('before')).toEqual({ type: 'string', pattern: '^old' });
    expect(id('1.6')).toEqual({ type: 'string' });
    expect(id('2.20')).toEqual({ type: 'integer' });
  });

  it('finds the older form from whichever end the history is written', () => {
    const document = fixture();
    (schema(document, 'Book').properties.id!['x-history'] as unknown[]).reverse();
    const id = schema(resolveDocument(document, 'extender', profileWith({ extender: '1.5' })), 'Book').properties.id;
    expect(id).toEqual({ type: 'string', pattern: '^old' });
  });

  it('has what the answers of the profile say, and the defaults of the others', () => {
    expect(schema(effective(), 'Book').properties).not.toHaveProperty('cover');
    expect(schema(effective({ answers: { 'jira.bare-field-id': '404' } }), 'Book').properties).toHaveProperty('cover');
    const responses = (answers: Profile['answers']): string[] =>
      Object.keys(effective({ answers }).paths['/rest/api/3/books']!.get!.responses!);
    expect(responses({ 'jira.unauthenticated-body': 'plain-text' })).toEqual(['200', '401']);
    expect(responses({ 'jira.unauthenticated-body': 'empty' })).toEqual(['200']);
  });

  it('keeps of the error texts those that hold', () => {
    const responses = (answers: Profile['answers']): JsonObject =>
      effective({ answers }).paths['/rest/api/3/books']!.post!.responses!;
    expect(responses({})).toMatchObject({
      '400': { 'x-errors': { 'projects-taken': { text: 'Taken: {projectIds}.' }, 'field-id-invalid': 'No id.' } },
    });
    const on409 = responses({ 'jira.project-taken-status': '409' });
    expect(on409).toMatchObject({
      '400': { 'x-errors': { 'field-id-invalid': 'No id.' } },
      '409': { 'x-errors': { 'projects-taken': { text: 'Taken.' } } },
    });
    expect(on409).not.toHaveProperty(['400', 'x-errors', 'projects-taken']);
  });

  it('has both deployments side by side for the deployment any', () => {
    expect(Object.keys(effective({ extender: '5.3' }).paths)).toEqual([
      '/rest/api/3/books',
      '/rest/api/3/books/{bookId}',
      '/rest/api/3/books/search',
      '/rest/api/2/ledger',
    ]);
  });

  it('has only what Cloud has for Cloud', () => {
    expect(Object.keys(effective({ extender: '5.3', jira: { deployment: 'cloud' } }).paths)).not.toContain(
      '/rest/api/2/ledger',
    );
  });

  it('moves what both deployments have to version 2 of the API for Data Center', () => {
    expect(Object.keys(effective({ extender: '5.3', jira: dataCenter }).paths)).toEqual([
      '/rest/api/2/books',
      '/rest/api/2/books/{bookId}',
      '/rest/api/2/ledger',
    ]);
  });

  it('drops components that nothing uses any more, and keeps what they alone used out too', () => {
    expect(effective().components!.schemas).not.toHaveProperty('Ledger');
    expect(effective({ extender: '5.3' }).components!.schemas).toHaveProperty('Ledger');
    expect(effective().components!.securitySchemes).toHaveProperty('basic');
  });

  it('has no paths for an app that is not installed', () => {
    const document = effective({ extender: null });
    expect(document.paths).toEqual({});
    expect(document.components?.schemas ?? {}).not.toHaveProperty('Book');
  });

  it('refuses a document that names a question, an app, a version or a deployment that does not exist', () => {
    const resolve = (key: string, value: unknown) => () =>
      resolveDocument({ ...fixture(), info: { title: 'x', version: '1', [key]: value } }, 'extender', profileWith({}));
    expect(resolve('x-when', { 'jira.nothing': 'yes' })).toThrow('x-when names "jira.nothing"');
    expect(resolve('x-since', { tempo: '1.0' })).toThrow('"tempo" has no versions');
    expect(resolve('x-until', { extender: '2.21' })).toThrow('2.21 is not in the list of versions of extender');
    expect(resolve('x-deployment', 'server')).toThrow('must be cloud or data-center');
  });
});
