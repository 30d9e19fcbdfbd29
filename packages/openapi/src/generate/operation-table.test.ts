import type { Profile } from '@fake-jira/profile';
import { fixture, profileWith } from '../../test/fixtures/fixture.js';
import { errorOutcome } from '../error-outcome.js';
import { defaultErrorTable, operationTable } from './operation-table.js';

const table = operationTable('extender', fixture());
const defaults = defaultErrorTable(fixture());

describe('the table of operations', () => {
  it('has of each operation what routing needs', () => {
    expect(table[0]).toEqual({
      api: 'extender',
      operationId: 'listBooks',
      method: 'GET',
      path: '/rest/api/3/books',
      access: 'user',
      runsAnonymously: false,
      evidence: 'documented',
      summary: 'List books',
      statuses: [200, 401],
      hasBody: false,
      bodyRequired: false,
      errors: {},
    });
    expect(table[1]).toMatchObject({ operationId: 'addBook', hasBody: true, bodyRequired: true });
    expect(table.find(({ operationId }) => operationId === 'readLedger')).toMatchObject({ deployment: 'data-center' });
  });

  it('has by rule code every answer that an open question chooses from', () => {
    expect(table[1]!.errors).toEqual({
      'projects-taken': [
        {
          status: 400,
          text: 'Taken: {projectIds}.',
          property: 'projects',
          when: { 'jira.project-taken-status': '400' },
        },
        { status: 409, text: 'Taken.', evidence: 'assumed', when: { 'jira.project-taken-status': '409' } },
      ],
      'field-id-invalid': [{ status: 400, text: 'No id.' }],
    });
  });
});

it('takes what an operation itself says of a status before what its responses say', () => {
  const document = fixture();
  document.paths['/rest/api/3/books']!.post!['x-errors'] = { 'projects-taken': { status: 200, text: 'As you like.' } };
  const own = operationTable('extender', document)[1]!;
  expect(errorOutcome(own, defaults, 'projects-taken', profileWith({}))).toEqual({ status: 200, text: 'As you like.' });
});

describe('the answer to a broken rule', () => {
  it('has the status that a question answers', () => {
    const byQuestion = { 'field-id-invalid': [{ status: 400, statusBy: 'jira.bare-field-id', text: 'No id.' }] };
    const statusIn = (profile: Profile) =>
      errorOutcome({ errors: {} }, byQuestion, 'field-id-invalid', profile)?.status;
    expect(statusIn(profileWith({}))).toBe(400);
    expect(statusIn(profileWith({ answers: { 'jira.bare-field-id': '404' } }))).toBe(404);
  });

  it('follows the answers of the profile', () => {
    expect(errorOutcome(table[1]!, defaults, 'projects-taken', profileWith({}))).toMatchObject({ status: 400 });
    const profile = profileWith({ answers: { 'jira.project-taken-status': '409' } });
    expect(errorOutcome(table[1]!, defaults, 'projects-taken', profile)).toMatchObject({ status: 409 });
  });

  it("is the document's default where the operation names none", () => {
    expect(errorOutcome(table[0]!, defaults, 'field-not-found', profileWith({}))).toEqual({
      status: 404,
      text: 'There is no {fieldId}.',
    });
    expect(errorOutcome(table[0]!, defaults, 'tab-not-found', profileWith({}))).toBeUndefined();
  });
});
