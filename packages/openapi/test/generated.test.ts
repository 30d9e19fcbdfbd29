import { namedProfile } from '@fake-jira/profile';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BodyOf, PathOf, QueryOf } from '../src/index.js';
import {
  apiNames,
  defaultErrors,
  effectiveSpec,
  operation,
  operations,
  responseJudge,
  validateRequest,
} from '../src/index.js';

describe('what is generated from the documents', () => {
  it('has every operation by its id and by its API', () => {
    for (const api of apiNames) {
      expect(operations(api).length).toBeGreaterThan(0);
      for (const one of operations(api)) expect(operation(one.operationId)).toBe(one);
    }
    expect(operation('createCustomField')).toMatchObject({
      api: 'jira-cloud',
      method: 'POST',
      path: '/rest/api/3/field',
    });
    expect(defaultErrors('jira-cloud')['field-not-found']).toMatchObject([{ status: 404 }]);
  });

  it('names the operation that does not exist', () => {
    expect(() => operation('createField' as never)).toThrow('no document of specs/ has an operation "createField"');
  });

  it('checks requests, typed by operationId', () => {
    const request = validateRequest('getContextsForField', {
      path: { fieldId: 'customfield_10000' },
      query: { maxResults: '5', contextId: '10001' },
    });
    if (!request.ok) throw new Error(JSON.stringify(request.problems));
    const path: PathOf<'getContextsForField'> = request.path;
    const query: QueryOf<'getContextsForField'> = request.query;
    expect(path.fieldId).toBe('customfield_10000');
    expect(query.maxResults).toBe(5);
    expect(query.contextId).toEqual([10001]);
  });

  it('checks bodies, typed by operationId', () => {
    const body: BodyOf<'createCustomField'> = {
      name: 'Browsers',
      type: 'com.atlassian.jira.plugin.system.customfieldtypes:select',
    };
    expect(validateRequest('createCustomField', { path: {}, query: {}, body })).toMatchObject({ ok: true, body });
    expect(validateRequest('createCustomField', { path: {}, query: {}, body: { name: 'Browsers' } })).toMatchObject({
      ok: false,
      problems: [{ in: 'body', pointer: '/type', message: 'type is required' }],
    });
  });

  it('gives each caller an effective spec of its own', () => {
    const spec = effectiveSpec('jira-cloud', namedProfile('data-center'));
    expect(Object.keys(spec.paths).every((path) => !path.startsWith('/rest/api/3'))).toBe(true);
    spec.paths = {};
    expect(effectiveSpec('jira-cloud', namedProfile('data-center')).paths).not.toEqual({});
  });

  it('judges answers', () => {
    const judge = responseJudge('jira-cloud', namedProfile('all'));
    expect(
      judge({
        method: 'GET',
        path: '/rest/api/2/field',
        status: 200,
        headers: { 'content-type': 'application/json' },
        body: [],
      }),
    ).toEqual([]);
  });

  it('can compile the schema of every answer, in either direction of a profile', () => {
    for (const name of ['all', 'cloud', 'data-center']) {
      for (const api of apiNames) {
        const spec = effectiveSpec(api, namedProfile(name));
        const judge = responseJudge(api, namedProfile(name));
        for (const [path, item] of Object.entries(spec.paths)) {
          for (const [method, placed] of Object.entries(item)) {
            const responses = (placed as { responses?: object }).responses ?? {};
            for (const status of Object.keys(responses)) {
              expect(() =>
                judge({
                  method,
                  path,
                  status: Number(status),
                  headers: { 'content-type': 'application/json' },
                  body: 0,
                }),
              ).not.toThrow();
            }
          }
        }
      }
    }
  });

  it('has each outcome once, so that its table stays small', () => {
    for (const api of apiNames) {
      const file = new URL(`../src/generated/${api}.operations.ts`, import.meta.url);
      // A few operations have the document's defaults for themselves.
      expect(readFileSync(file, 'utf8').length).toBeLessThan(2000 + 1000 * operations(api).length);
    }
  });

  it('loads the validators of an API at its first request, and Ajv not even then', () => {
    const index = new URL('../dist/index.js', import.meta.url).href;
    const program = `const { validateRequest } = await import(${JSON.stringify(index)});
      const { createRequire } = await import('node:module');
      const cache = createRequire(${JSON.stringify(fileURLToPath(import.meta.url))}).cache;
      const loaded = () => Object.keys(cache).flatMap((file) => /(?:validators|ajv.dist).((?:jira|customfield).*|ajv|core)\\.c?js$/.exec(file)?.[1] ?? []);
      const before = loaded();
      validateRequest('getFields', { path: {}, query: {} });
      console.log(JSON.stringify([before, loaded().sort()]));`;
    const output = execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' });
    expect(JSON.parse(output)).toEqual([[], ['jira-cloud.bodies', 'jira-cloud.parameters']]);
  });

  it('is loaded without Ajv', () => {
    const index = new URL('../dist/index.js', import.meta.url).href;
    const program = `await import(${JSON.stringify(index)});
      const { createRequire } = await import('node:module');
      console.log(Object.keys(createRequire(${JSON.stringify(fileURLToPath(import.meta.url))}).cache ?? {}).filter((file) => /node_modules.ajv.dist.(ajv|core)\\.js$/.test(file)).length);`;
    expect(execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' }).trim()).toBe(
      '0',
    );
  });
});
