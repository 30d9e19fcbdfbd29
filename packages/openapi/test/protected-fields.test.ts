import { namedProfile, type Profile } from '@fake-jira/profile';
import { effectiveSpec, responseJudge } from '../src/index.js';

const all = namedProfile('all');
const pathsOf = (protectedFields: Profile['protectedFields']) =>
  Object.keys(effectiveSpec('protected-fields', { ...all, protectedFields }).paths);

describe('the document of Protected Fields', () => {
  it('stands at the usual address, at that of the profile, or nowhere', () => {
    expect(pathsOf(true)).toEqual(['/rest/protected-fields/1/values']);
    expect(pathsOf({ address: '/rest/secure/values' })).toEqual(['/rest/secure/values']);
    expect(pathsOf(false)).toEqual([]);
  });

  it('judges answers there', () => {
    const judge = responseJudge('protected-fields', { ...all, protectedFields: { address: '/rest/secure/values' } });
    const stored = { method: 'PUT', path: '/rest/secure/values', status: 200, headers: {}, contentType: 'text/plain' };
    expect(judge({ ...stored, body: 'OK' })).toEqual([]);
    expect(judge({ ...stored, body: 'Stored' })).toHaveLength(1);
    expect(judge({ ...stored, status: 404, body: 'x' })).toHaveLength(1);
    expect(judge({ ...stored, path: '/rest/protected-fields/1/values', body: 'OK' })).toHaveLength(1);
  });

  it('has one form for the message of a refused read, by the answer', () => {
    const formsIn = (answers: Profile['answers']) =>
      Object.keys(
        (
          effectiveSpec('protected-fields', { ...all, answers }).paths['/rest/protected-fields/1/values']?.get
            ?.responses?.['400'] as { content: object }
        ).content,
      );
    expect(formsIn({})).toEqual(['text/plain']);
    expect(formsIn({ 'protected.read-error-body': 'json' })).toEqual(['application/json']);
  });
});
