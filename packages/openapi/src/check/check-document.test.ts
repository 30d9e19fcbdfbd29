import { fixtureText } from '../../test/fixtures/fixture.js';
import { checkSource } from './check-document.js';
import { knownRuleCodes } from './rule-codes.js';

const ruleCodes = knownRuleCodes();

/** The findings after replacing a piece of the fixture, as `check line pointer`. */
async function planted(piece: string, mistake: string): Promise<string[]> {
  expect(fixtureText).toContain(piece);
  const findings = await checkSource(fixtureText.replace(piece, mistake), { ruleCodes });
  return findings.map(({ check, pointer, message }) => `${check} ${pointer} ${message}`);
}

describe('the check of a document', () => {
  it('finds nothing in a good one', async () => {
    expect(await checkSource(fixtureText, { ruleCodes })).toEqual([]);
  });

  const book = '/components/schemas/Book';
  it.each([
    ['text that is no YAML', 'openapi: 3.0.3', 'openapi: [', 'yaml '],
    ['what is not OpenAPI', "title: Shelf, version: '1'", 'title: Shelf', 'openapi /info '],
    [
      'a reference that leads nowhere',
      'cover:\n',
      "cover2: { $ref: '#/components/schemas/Cover' }\n        cover:\n",
      `reference ${book}/properties/cover2/$ref #/components/schemas/Cover does not exist`,
    ],
    [
      'a mapping that leads nowhere',
      "mapping: { hard: '#/components/schemas/Hard'",
      "mapping: { hard: '#/components/schemas/Hart'",
      'reference /components/schemas/Binding/discriminator/mapping/hard ',
    ],
    [
      'a component that nothing uses',
      '    Mistake:\n',
      '    Alone: { type: string }\n    Mistake:\n',
      'unused /components/schemas/Alone nothing uses Alone',
    ],
    [
      'paths that are the same',
      '  /rest/api/3/books/search:',
      '  /rest/api/3/books/{name}:',
      'identical-paths /paths/~1rest~1api~13~1books~1{name} is the same template as /rest/api/3/books/{bookId}',
    ],
    [
      'an operationId that is used twice',
      'operationId: addBook',
      'operationId: listBooks',
      'operation-id /paths/~1rest~1api~13~1books/post/operationId listBooks',
    ],
    [
      'an operation without an operationId',
      '      operationId: addBook\n',
      '',
      'operation-id /paths/~1rest~1api~13~1books/post the operation has no operationId',
    ],
    [
      'an operation without its source',
      '      x-source: { document: Shelf, section: Add }\n',
      '',
      'operation-keys /paths/~1rest~1api~13~1books/post the operation has no x-source',
    ],
    [
      'an operation without evidence',
      '      x-evidence: inferred\n',
      '',
      'operation-keys /paths/~1rest~1api~13~1books/post the operation has no x-evidence',
    ],
    [
      'an operation that anybody may call',
      '      x-access: anonymous\n',
      '',
      'operation-keys /paths/~1rest~1api~13~1books~1search/get the operation has no x-access',
    ],
    [
      'an example of a media type that breaks the schema',
      '{ id: 1, title: Emma, position: 1 }',
      '{ id: one, title: Emma, position: 1 }',
      'example /paths/~1rest~1api~13~1books/get/responses/200/content/application~1json/example/0/id [0].id must be an integer',
    ],
    [
      'an example of a schema that breaks it',
      'type: string, example: Emma',
      'type: string, example: 5',
      'example /paths/~1rest~1api~13~1books~1search/get/responses/200/content/text~1plain/schema/example the example must be a string',
    ],
    [
      'a named example that breaks the schema',
      'example: [{ id: 1, title: Emma, position: 1 }]',
      'examples: { default: { value: [ 1 ] } }',
      'example /paths/~1rest~1api~13~1books/get/responses/200/content/application~1json/examples/default/value/0 [0] must be an object',
    ],
    [
      'what is recorded without its recording',
      '      x-evidence: inferred\n',
      '      x-evidence: recorded\n',
      'recording /paths/~1rest~1api~13~1books/post/x-source what is recorded names its recording',
    ],
    [
      'a recording that there is not',
      'x-source: { document: Shelf, section: Add }\n      x-evidence: inferred',
      'x-source: { recording: backlog-measured-cloud }\n      x-evidence: recorded',
      'recording /paths/~1rest~1api~13~1books/post/x-source "backlog-measured-cloud" is no recording that packages/profile knows: did you mean backlot-measured-cloud?',
    ],
    [
      'a recording behind what has another evidence',
      'x-source: { document: Shelf, section: Add }',
      'x-source: { recording: backlot-measured-cloud }',
      'recording /paths/~1rest~1api~13~1books/post/x-source names a recording, so its evidence is recorded, not inferred',
    ],
    [
      'a question that is not in the registry',
      'x-access: user',
      'x-access: user\n      x-question: jira.bare-fields-id',
      'question /paths/~1rest~1api~13~1books/get/x-question "jira.bare-fields-id" is no open question of packages/profile: did you mean jira.bare-field-id?',
    ],
    [
      'a condition on a question that is not in the registry',
      'x-when: { jira.bare-field-id',
      'x-when: { jira.nothing',
      `question ${book}/properties/cover/x-when `,
    ],
    [
      'an answer that the question does not have',
      "x-when: { jira.bare-field-id: '404' }",
      "x-when: { jira.bare-field-id: '405' }",
      `answer ${book}/properties/cover/x-when "405" is no answer to jira.bare-field-id: it has 400, 404`,
    ],
    [
      'an answer in a text that the question does not have',
      "when: { jira.project-taken-status: '400' }",
      "when: { jira.project-taken-status: '40' }",
      'answer /paths/~1rest~1api~13~1books/post/responses/400/x-errors/projects-taken/when ',
    ],
    [
      'a rule code that does not exist',
      'field-id-invalid: No id.',
      'field-id-wrong: No id.',
      'rule-code /paths/~1rest~1api~13~1books/post/responses/400/x-errors/field-id-wrong "field-id-wrong" is no rule code',
    ],
    [
      'a default text without a status',
      '{ status: 401, text: Sign in. }',
      '{ text: Sign in. }',
      'error-entry /x-errors/not-authenticated ',
    ],
    [
      'a broken rule that is answered with success',
      '          headers: { Location',
      '          x-errors: { field-not-found: x }\n          headers: { Location',
      'error-status /paths/~1rest~1api~13~1books/post/responses/201/x-errors 201 is no error',
    ],
    [
      'a status of an error that the operation does not list',
      'x-access: user',
      'x-access: user\n      x-errors: { field-not-found: { status: 404, text: x } }',
      'error-status /paths/~1rest~1api~13~1books/get/x-errors/field-not-found the status 404',
    ],
    [
      'an app that has no versions',
      "x-since: { extender: '1.7.3' }",
      "x-since: { tempo: '1.7.3' }",
      'version /paths/~1rest~1api~13~1books~1{bookId}/delete/x-since "tempo" has no versions',
    ],
    [
      'a version that is not in the list',
      "x-until: { extender: '5.4' }",
      "x-until: { extender: '5.5' }",
      'version /paths/~1rest~1api~12~1ledger/get/x-until 5.5 is not in the list',
    ],
    [
      'a version that YAML has made a number',
      "x-since: { extender: '2.20' } }",
      'x-since: { extender: 2.20 } }',
      `version ${book}/properties/position/x-since the version of extender must be in quotes`,
    ],
    [
      'a history without an older form',
      'replace: { type: string } }',
      'was: { type: string } }',
      `version ${book}/properties/id/x-history needs entries`,
    ],
    [
      'alternatives that are none',
      'x-deployment: cloud',
      "x-any: [{ x-since: { extender: '1.5' } }]",
      'condition /paths/~1rest~1api~13~1books~1search/get/x-any must be a list of two',
    ],
    [
      'a version in an alternative that is not in the list',
      'x-deployment: cloud',
      "x-any: [{ x-since: { extender: '1.4' } }, { x-until: { extender: '1.5' } }]",
      'version /paths/~1rest~1api~13~1books~1search/get/x-any/0/x-since 1.4 is not in the list',
    ],
    [
      'a default without a status among others',
      'not-authenticated: { status: 401, text: Sign in. }',
      'not-authenticated: [{ status: 401, text: Sign in. }, { status: 403 }]',
      'error-entry /x-errors/not-authenticated ',
    ],
    [
      'a base that serves what no base does',
      'paths:\n',
      'x-bases: [{ base: /rest/api/3, serves: some }]\npaths:\n',
      'app-key /x-bases/0/serves "some" must be one of all, legacy, nothing',
    ],
    [
      'a base whose answer is no code of the document',
      'paths:\n',
      'x-bases: [{ base: /rest/api/3, serves: nothing, answer: gone }]\npaths:\n',
      'app-key /x-bases/0/answer "gone" is no code',
    ],
    [
      'values that are no texts',
      'type: string, example: Emma',
      'type: string, x-values: [1]',
      'app-key /paths/~1rest~1api~13~1books~1search/get/responses/200/content/text~1plain/schema/x-values must be a list of texts',
    ],
    [
      'a pattern that is no regular expression',
      'type: string, example: Emma',
      "type: string, x-pattern: '('",
      'app-key /paths/~1rest~1api~13~1books~1search/get/responses/200/content/text~1plain/schema/x-pattern must be a regular',
    ],
    [
      'a form of errors that does not exist',
      '{ status: 401, text: Sign in. }',
      '{ status: 401, text: Sign in., form: mine }',
      'app-key /x-errors/not-authenticated form must be',
    ],
    [
      'a status by a question whose answers are none',
      '{ status: 401, text: Sign in. }',
      '{ status: 401, statusBy: jira.unauthenticated-body, text: Sign in. }',
      'question /x-errors/not-authenticated/statusBy jira.unauthenticated-body has answers that are no status',
    ],
    [
      'a status that is not that of the default answer',
      '{ status: 401, text: Sign in. }',
      '{ status: 401, statusBy: jira.bare-field-id, text: Sign in. }',
      'question /x-errors/not-authenticated/statusBy jira.bare-field-id is answered 400 by default, not 401',
    ],
    [
      'one of several texts of an operation whose status is not listed',
      'x-access: user',
      'x-access: user\n      x-errors: { field-not-found: [{ status: 200, text: x }, { status: 404, text: x }] }',
      'error-status /paths/~1rest~1api~13~1books/get/x-errors/field-not-found the status 404',
    ],
    [
      'a subCode that is no number',
      '{ status: 401, text: Sign in. }',
      "{ status: 401, text: Sign in., subCode: '1' }",
      'app-key /x-errors/not-authenticated subCode must be a number',
    ],
    [
      'a deployment that does not exist',
      'x-deployment: cloud',
      'x-deployment: server',
      'deployment /paths/~1rest~1api~13~1books~1search/get/x-deployment ',
    ],
    [
      'a kind of evidence that does not exist',
      'x-evidence: inferred',
      'x-evidence: guessed',
      'evidence /paths/~1rest~1api~13~1books/post/x-evidence ',
    ],
    [
      'a kind of access that does not exist',
      'x-access: anonymous',
      'x-access: anybody',
      'access /paths/~1rest~1api~13~1books~1search/get/x-access ',
    ],
  ])('finds %s', async (_, piece, mistake, finding) => {
    expect(await planted(piece, mistake)).toEqual(expect.arrayContaining([expect.stringContaining(finding)]));
  });

  it('reports all mistakes at once, each with its line', async () => {
    const text = fixtureText
      .replace('x-evidence: inferred', 'x-evidence: guessed')
      .replace('x-access: anonymous', 'x-access: anybody');
    const findings = await checkSource(text, { ruleCodes });
    const lineOf = (piece: string): number => text.split('\n').findIndex((line) => line.includes(piece)) + 1;
    expect(findings.map(({ check, line }) => [check, line])).toEqual([
      ['evidence', lineOf('guessed')],
      ['access', lineOf('anybody')],
    ]);
  });
});
