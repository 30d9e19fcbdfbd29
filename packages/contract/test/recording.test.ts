import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { namedProfile } from '@fake-jira/profile';
import { normaliseExchanges, type RunFacts } from '../src/record/normalise.js';
import { operationAt } from '../src/record/operation-at.js';
import { readRecording, writeRecording, type Recording } from '../src/record/recording.js';
import { anExchange } from './exchanges.js';

const facts = (runId: string, url = 'http://127.0.0.1:2990'): RunFacts => ({
  url,
  runId,
  texts: [
    ['Ada Admin', 'admin full name'],
    ['TEST', 'sandbox project 1'],
  ],
});

/** One life of a field with a context and two options, as it goes under given ids, run, host and time. */
function life({
  ids,
  runId,
  url,
  others = 0,
}: {
  ids: readonly [number, number, number, number];
  runId: string;
  url: string;
  others?: number;
}) {
  const [field, context, red, green] = ids;
  const name = `fjf-${runId}-${ids[0]} select`;
  return normaliseExchanges(
    [
      anExchange({
        operation: 'createCustomField',
        method: 'POST',
        path: '/rest/api/3/field',
        requestBody: { name, type: 'select' },
        status: 201,
        body: {
          id: `customfield_${field}`,
          name,
          schema: { customId: field },
          self: `${url}/rest/api/3/field/${field}`,
        },
      }),
      anExchange({
        operation: 'createCustomFieldOption',
        method: 'POST',
        path: `/rest/api/3/field/customfield_${field}/context/${context}/option`,
        requestBody: { options: [{ value: 'red' }, { value: 'green' }] },
        body: {
          options: [
            { id: String(red), value: 'red' },
            { id: String(green), value: 'green' },
          ],
        },
      }),
      anExchange({
        operation: 'extenderEditValue',
        path: `/rest/extender/1.0/customField/configScheme/editValue/${context}/option/${red}`,
        body: { message: `option '${red}' changed (state: enabled, name: red, position: 1)`, by: 'Ada Admin' },
      }),
      anExchange({
        operation: 'getFields',
        path: '/rest/api/3/field',
        body: [
          ...Array.from({ length: others }, (_, at) => ({ id: `customfield_${at + 1}`, name: 'Theirs' })),
          { id: `customfield_${field}`, name },
        ],
      }),
      anExchange({
        operation: 'getTask',
        path: '/rest/api/3/task/10003',
        body: { id: '10003', submitted: 1735812000000 + field, status: 'RUNNING' },
      }),
      anExchange({
        operation: 'getAutoComplete',
        path: '/rest/api/3/jql/autocompletedata',
        body: {
          visibleFieldNames: [
            ...Array.from({ length: others }, (_, at) => ({ value: 'Theirs', cfid: `cf[${at + 1}]` })),
            { value: name, cfid: `cf[${field}]` },
          ],
          jqlReservedWords: ['and'],
        },
      }),
      anExchange({
        operation: 'getCurrentUser',
        path: '/rest/api/3/myself',
        role: 'anonymous',
        status: 401,
        headers: { 'www-authenticate': `OAuth realm="${encodeURIComponent(url)}"` },
        body: 'Client must be authenticated to access this resource.',
      }),
    ],
    facts(runId, url),
  );
}

describe('a recording', () => {
  const one = life({ ids: [10017, 10120, 10030, 10031], runId: 'a1', url: 'http://127.0.0.1:2990' });

  it('is the same under other ids, hosts, run ids, times and foreign fields', () => {
    const other = life({
      ids: [20456, 20999, 31000, 31001],
      runId: 'ffb2',
      url: 'https://jira.example.com/jira',
      others: 3,
    });
    expect(other).toEqual(one);
  });

  it('is the same where ids of two kinds happen to be one number', () => {
    expect(life({ ids: [10120, 10120, 10121, 10122], runId: 'a1', url: 'http://127.0.0.1:2990' })).toEqual(one);
  });

  it('keeps identity: what was the same thing is the same thing', () => {
    expect(one[1]?.path).toBe('/rest/api/3/field/customfield_‹field 1›/context/‹context 1›/option');
    expect(one[1]?.body).toEqual({
      options: [
        { id: '‹option 1›', value: 'red' },
        { id: '‹option 2›', value: 'green' },
      ],
    });
    expect(one[2]?.path).toBe('/rest/extender/1.0/customField/configScheme/editValue/‹context 1›/option/‹option 1›');
    expect(one[2]?.body).toMatchObject({
      message: "option '‹option 1›' changed (state: enabled, name: red, position: 1)",
    });
  });

  it('keeps apart whether an id was a number or a text', () => {
    expect(one[0]?.body).toMatchObject({ id: 'customfield_‹field 1›', schema: { customId: '‹field 1› as a number' } });
  });

  it('has neither people nor times in it', () => {
    expect(one[2]?.body).toMatchObject({ by: '‹admin full name›' });
    expect(one[4]?.body).toEqual({ id: '‹task 1›', submitted: '‹time as a number›', status: 'RUNNING' });
    expect(one[0]?.headers).toEqual({ 'content-type': 'application/json' });
  });

  it('of lists of everything has only what the run has made', () => {
    expect(one[3]?.body).toEqual([{ id: 'customfield_‹field 1›', name: '‹name 1› select' }, '‹what else is there›']);
  });

  it('has no custom field of others that happens to be on the same screen', () => {
    const onTab = (...numbers: readonly number[]) => [
      anExchange({
        operation: 'addScreenTabField',
        method: 'POST',
        path: '/rest/api/3/screens/1/tabs/10001/fields',
        requestBody: { fieldId: 'customfield_10055' },
        body: { id: 'customfield_10055', name: 'Mine' },
      }),
      anExchange({
        operation: 'getAllScreenTabFields',
        path: '/rest/api/3/screens/1/tabs/10001/fields',
        body: [
          { id: 'summary', name: 'Summary' },
          ...numbers.map((number) => ({ id: `customfield_${number}`, name: 'It' })),
        ],
      }),
    ];
    const alone = normaliseExchanges(onTab(10055), facts('a1'));
    expect(alone[1]?.body).toHaveLength(2);
    expect(normaliseExchanges(onTab(10010, 10055, 10070), facts('a1'))).toEqual(alone);
  });

  it('names an issue by its order, not by how many its project has had', () => {
    const read = (number: number) =>
      anExchange({ operation: 'getIssue', path: `/rest/api/3/issue/TEST-${number}`, body: { key: `TEST-${number}` } });
    const made = normaliseExchanges([read(7), read(8), read(7)], facts('a1'));
    expect(made.map(({ body }) => body)).toEqual([1, 2, 1].map((n) => ({ key: `‹sandbox project 1›-‹number ${n}›` })));
    expect(normaliseExchanges([read(99), read(112), read(99)], facts('a1'))).toEqual(made);
  });

  it('has in a request what was sent, and not what was left undefined', () => {
    const [sent] = normaliseExchanges([anExchange({ requestBody: { name: undefined, type: 'select' } })], facts('a1'));
    expect(Object.keys(sent?.request as object)).toEqual(['type']);
  });

  it('is read as it was written, and files of the one before it are gone', () => {
    const directory = mkdtempSync(join(tmpdir(), 'recording-'));
    const checks = (resource: string) =>
      [{ id: `jira-cloud/${resource}: one`, verdict: 'passed', exchanges: one }] as const;
    const recording: Recording = { profile: namedProfile('cloud'), checks: checks('contexts') };
    const taken = { url: 'http://127.0.0.1:2990', at: '2025-01-02T10:00:00Z' };
    writeRecording(directory, { ...recording, checks: checks('fields') }, taken);
    writeRecording(directory, recording, taken);
    expect(readRecording(directory)).toEqual({ ...recording, taken });
    expect(() => readFileSync(join(directory, 'jira-cloud/fields.json'))).toThrow(/ENOENT/);
  });

  it('is not written over something else', () => {
    const directory = mkdtempSync(join(tmpdir(), 'recording-'));
    writeFileSync(join(directory, 'thesis.txt'), 'mine');
    expect(() =>
      writeRecording(directory, { profile: namedProfile('cloud'), checks: [] }, { url: '', at: '' }),
    ).toThrow(/something else/);
  });
});

describe('names of what differs from run to run', () => {
  const sandbox = { projects: [{ id: 10000, key: 'TEST' }], issueTypes: [{ id: 10001, name: 'Bug' }] };
  const normalised = (body: unknown, requestBody?: unknown) =>
    normaliseExchanges([anExchange({ operation: 'createCustomField', method: 'POST', body, requestBody })], {
      ...facts('ab'),
      sandbox,
    })[0];

  it('tell the sandbox from everything else, whether or not an answer lists it', () => {
    expect(normalised({}, { projects: ['10000'] })?.request).toEqual({ projects: ['‹project 1›'] });
  });

  it('tell a field from an option of the same number in the name that searches have for it', () => {
    const body = { fieldId: 'customfield_10017', optionId: 10017, clauseNames: ['cf[10017]'] };
    expect(normalised(body)?.body).toMatchObject({ clauseNames: ['cf[‹field 1›]'] });
  });
});

describe('a request that was made by hand', () => {
  const dataCenter = namedProfile('customfield-editor-1.2.1');

  it('is one of the operation that stands at its address, in whichever version of Jira', () => {
    const base = '/rest/jiracustomfieldeditorplugin';
    expect(operationAt('PUT', `${base}/1.2/admin/customfields/10000`, dataCenter)).toBe(
      'editorReplaceGlobalPermissions',
    );
    expect(operationAt('PUT', `${base}/1.2/user/customfields/1/contexts/2/options/sort`, dataCenter)).toBe(
      'editorSortOptions',
    );
    for (const version of ['2', '3', 'latest']) {
      expect(operationAt('POST', `/rest/api/${version}/field?x=1`, namedProfile('cloud'))).toBe('createCustomField');
    }
  });

  it('is one of no operation that the profile does not have', () => {
    const contexts = '/rest/jiracustomfieldeditorplugin/1/admin/customfields/1/contexts';
    expect(operationAt('POST', contexts, dataCenter)).toBeNull();
    expect(operationAt('POST', contexts, namedProfile('customfield-editor-2.10'))).toBe('editorCreateContext');
    expect(operationAt('GET', '/rest/jiracustomfieldeditorplugin/1/health/status', dataCenter)).toBeNull();
    expect(operationAt('GET', '/rest/api/2/nothing', dataCenter)).toBeNull();
  });
});
