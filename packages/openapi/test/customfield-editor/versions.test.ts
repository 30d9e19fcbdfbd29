import { namedProfile } from '@fake-jira/profile';
import type { Profile } from '@fake-jira/profile';
import {
  bases,
  defaultErrors,
  documentBase,
  effectiveSpec,
  errorForm,
  errorOutcome,
  fieldTypes,
  operation,
  possibleAddresses,
  responseJudge,
  servedOperations,
  validateRequest,
} from '../../src/index.js';
import type { OperationId } from '../../src/index.js';

const api = 'customfield-editor';
const root = '/rest/jiracustomfieldeditorplugin';

function editor(version: string | null, answers: Profile['answers'] = {}): Profile {
  return { ...namedProfile('data-center'), customfieldEditor: version, answers };
}

describe('the bases of Customfield Editor', () => {
  const served = (profile: Profile): string[] =>
    bases(api, profile).map(({ base, serves }) => `${base.replace(root, '')} ${serves}`);

  it('are /1.1, then /1.2, then /1', () => {
    expect(served(editor('before'))).toEqual([]);
    expect(served(editor('1.1'))).toEqual(['/1.1 legacy']);
    expect(served(editor('1.2'))).toEqual(['/1.2 all', '/1.1 nothing']);
    expect(served(editor('1.3'))).toEqual(['/1 all']);
    expect(served(editor(null))).toEqual([]);
    expect(bases('jira-cloud', editor('3.0'))).toEqual([]);
  });

  it('follow the open questions about them', () => {
    expect(served(editor('1.5', { 'editor.base-1-since': '1.6' }))).toEqual(['/1.2 all']);
    expect(served(editor('3.0', { 'editor.base-1.2-until': 'still-answers' }))).toEqual(['/1 all', '/1.2 all']);
    expect(served(editor('1.2', { 'editor.old-base': '404' }))).toEqual(['/1.2 all']);
  });

  it('are three at most, and the document is written under the newest', () => {
    expect(possibleAddresses('editorGetHealth')).toEqual(
      ['1', '1.2', '1.1'].map((base) => `${root}/${base}/health/status`),
    );
    expect(documentBase(api)).toBe(`${root}/1`);
    expect(documentBase('jira-cloud')).toBeUndefined();
  });

  it('are where the effective spec has its paths', () => {
    const starts = (profile: Profile): string[] => [
      ...new Set(Object.keys(effectiveSpec(api, profile).paths).map((path) => path.split('/')[3]!)),
    ];
    expect(starts(editor('1.1'))).toEqual(['1.1']);
    expect(starts(editor('1.2.1'))).toEqual(['1.2']);
    expect(starts(editor('2.7'))).toEqual(['1']);
    expect(starts(editor(null))).toEqual([]);
  });

  it('are all known to the judge, and below one that serves nothing only the refusal is right', () => {
    const judged = (profile: Profile, base: string, status: number, body: unknown): string[] =>
      responseJudge(
        api,
        profile,
      )({
        method: 'GET',
        path: `${root}/${base}/user/customfields/10000/contexts`,
        status,
        headers: { 'content-type': 'application/json' },
        body,
      }).map(({ kind, message }) => `${kind}: ${message}`);
    const refusal = { statusCode: 412, subCode: 412000, message: 'not available' };
    expect(judged(editor('3.0', { 'editor.base-1.2-until': 'still-answers' }), '1.2', 200, 'no page')[0]).toMatch(
      /^body/,
    );
    expect(judged(editor('1.2'), '1.1', 412, refusal)).toEqual([]);
    expect(judged(editor('1.2'), '1.1', 412, { message: 'no code' })[0]).toMatch(/^body/);
    expect(judged(editor('1.2'), '1.1', 200, [])).toEqual([
      `status: ${root}/1.1/user/customfields/10000/contexts is below a base that serves nothing: 412, not 200`,
    ]);
    expect(judged(editor('3.0'), '1.2', 200, [])[0]).toMatch(/^operation/);
  });
});

describe('a response that one rule answers with a body and another without', () => {
  it('may be empty, and has its form where it is not', () => {
    const judge = responseJudge(api, editor('3.0', { 'editor.unknown-entity': '404' }));
    const exchange = { method: 'GET', path: `${root}/1/user/customfields/abc/contexts`, status: 404 };
    const headers = { 'content-type': 'application/json' };
    expect(judge({ ...exchange, headers: {} })).toEqual([]);
    expect(judge({ ...exchange, headers, body: { statusCode: 404, subCode: 404000, message: 'None.' } })).toEqual([]);
    expect(judge({ ...exchange, headers, body: {} })).not.toEqual([]);
  });
});

describe('the operations of Customfield Editor', () => {
  it.each([
    ['before', 0],
    ['1.1', 10],
    ['1.2', 36],
    ['1.2.1', 41],
    ['1.8', 41],
    ['2.0', 47],
    ['2.5.4', 49],
    ['2.10', 52],
    ['3.0', 52],
  ])('are in %s %i, in the effective spec as in the table', (version, count) => {
    const ids = Object.values(effectiveSpec(api, editor(version)).paths).flatMap((item) =>
      Object.values(item).flatMap((one) => (one as { operationId?: string } | null)?.operationId ?? []),
    );
    const served = servedOperations(api, editor(version));
    expect(served.size).toBe(count);
    expect([...served].sort()).toEqual(ids.sort());
  });

  it('are none where the app is not installed', () => {
    expect(servedOperations(api, editor(null)).size).toBe(0);
  });

  it('say from and up to which version they are there', () => {
    expect(operation('editorListJobs').since).toEqual({ customfieldEditor: '2.0' });
    expect(operation('editorListJobs').until).toBeUndefined();
  });

  it('have 406 and 412 in 1.2.x, and later only where an open question says so', () => {
    const statuses = (profile: Profile): string[] => [
      ...new Set(
        Object.values(effectiveSpec(api, profile).paths).flatMap((item) =>
          Object.values(item).flatMap((one) => Object.keys((one as { responses?: object } | null)?.responses ?? {})),
        ),
      ),
    ];
    expect(statuses(editor('1.2'))).toEqual(expect.arrayContaining(['406', '412']));
    expect(statuses(editor('3.0'))).not.toEqual(expect.arrayContaining(['406']));
    expect(statuses(editor('3.0'))).not.toEqual(expect.arrayContaining(['412']));
    expect(statuses(editor('3.0', { 'editor.child-operation-on-flat-field': '406' }))).toContain('406');
    expect(statuses(editor('3.0', { 'editor.unsupported-type': '412' }))).toContain('412');
  });
});

describe('the answers to broken rules', () => {
  const answered = (id: OperationId, code: string, profile: Profile) =>
    errorOutcome(operation(id), defaultErrors(api), code, profile);

  it('are for what does not exist 500 before 1.8, and the open question since', () => {
    const status = (profile: Profile) => answered('editorListOptions', 'field-not-found', profile)?.status;
    expect(status(editor('1.5'))).toBe(500);
    expect(status(editor('1.8'))).toBe(400);
    for (const answer of ['400', '404', '500'] as const)
      expect(status(editor('3.0', { 'editor.unknown-entity': answer }))).toBe(Number(answer));
  });

  it('have their subCode, the entry that is meant, and more entries since 2.8', () => {
    const taken = (version: string) => answered('editorCreateOption', 'option-value-taken', editor(version));
    expect(taken('2.8')).toMatchObject({
      status: 400,
      property: 'optionvalue',
      subCode: 400000,
      errors: [{ name: 'existingOptionId', value: '{existingOptionId}' }],
    });
    expect(taken('2.5.4')).not.toHaveProperty('errors');
    expect(errorForm(api)).toEqual({ message: 'validation errors', subCode: 400000 });
    expect(errorForm('jira-cloud')).toBeUndefined();
  });

  it("have the form of Jira's own guard where the open question says so", () => {
    const form = (version: string) =>
      answered(
        'editorListCustomFields',
        'not-administrator',
        editor(version, { 'editor.admin-refusal-3.0': 'framework' }),
      )?.form;
    expect([form('2.15'), form('3.0')]).toEqual([undefined, 'framework']);
  });
});

describe('the types of fields that can be edited', () => {
  it('have the multi-level cascading select list since 2.11', () => {
    const names = (version: string) => fieldTypes(api, editor(version)).map(({ name }) => name);
    expect(names('2.10')).toHaveLength(5);
    expect(names('2.11').at(-1)).toBe('multi-level-cascading-select');
  });
});

describe('the check of a request in a profile', () => {
  const sort = (body: object, profile?: Profile) =>
    validateRequest(
      'editorSortOptions',
      { path: { customFieldId: '10000', contextId: '1' }, query: {}, body },
      profile,
    );

  it('knows the values that mean something', () => {
    expect(sort({ locale: 'de', order: 'ASCENDING' })).toMatchObject({ ok: true });
    expect(sort({ locale: 'de', order: 'UP' })).toMatchObject({
      ok: false,
      problems: [{ name: 'order', keyword: 'x-values', message: 'order must be one of ASCENDING, DESCENDING' }],
    });
  });

  it('knows the values of its version', () => {
    const run = (version: string) =>
      validateRequest(
        'editorExecuteMaintenanceOperation',
        { path: {}, query: {}, body: { name: 'JobCleanupPermissions' } },
        editor(version),
      ).ok;
    expect([run('2.11'), run('2.15')]).toEqual([false, true]);
  });

  it('knows the pattern of an answer', () => {
    const strict = editor('3.0', { 'editor.sort-locale-form': 'only-two-parts' });
    expect(sort({ locale: 'de' }, editor('3.0')).ok).toBe(true);
    expect(sort({ locale: 'de-DE' }, strict).ok).toBe(true);
    expect(sort({ locale: 'de' }, strict)).toMatchObject({ problems: [{ name: 'locale', keyword: 'x-values' }] });
  });

  it('knows the parameters of its version, coerced and with their defaults', () => {
    const list = (version: string) =>
      validateRequest('editorListCustomFields', { path: {}, query: { startAt: '5' } }, editor(version)).query;
    expect(list('1.8')).toEqual({});
    expect(list('2.0')).toMatchObject({ startAt: 5 });
  });
});
