import { operations } from '@fake-jira/openapi';
import { contextsOf, fieldNamed, fieldPath, listeningJira } from './support/field-steps.js';
import {
  asAdmin,
  asJson,
  expectRefusal,
  expectRefused,
  field,
  jsonHeaders,
  labelled,
  post,
  send,
} from './support/raw-request.js';

describe('a body that cannot be read', () => {
  it.each([
    ['half of an object', '{"name":'],
    ['no JSON', 'name=New'],
    ['a word', 'undefined'],
    ['two values', '{}{}'],
    ['a single quote', "{'name':'New'}"],
    ['a comma too much', '{"name":"New",}'],
    ['a number that JSON does not have', '{"name":NaN}'],
  ])('is refused: %s', async (_what, body) => {
    const sentence = await expectRefused(await listeningJira(), post(body), 400);
    expect(sentence).toMatch(/^The request body is not JSON/);
  });

  it.each([
    ['another type', { 'Content-Type': 'text/plain' }, 415],
    ['a form', { 'Content-Type': 'application/x-www-form-urlencoded' }, 415],
    ['no type', {}, 415],
    ['a type that begins like JSON', { 'Content-Type': 'application/jsonp' }, 415],
    ['a charset that JSON does not have', { 'Content-Type': 'application/json; charset=koi8-r' }, 415],
    ['an encoding that nobody knows', { ...asJson, 'Content-Encoding': 'snappy' }, 415],
    ['an encoding that it does not have', { ...asJson, 'Content-Encoding': 'gzip' }, 400],
  ] as [string, Record<string, string>, number][])('is refused with %s', async (_what, headers, status) => {
    await expectRefused(await listeningJira(), post(JSON.stringify(field), { ...asAdmin, ...headers }), status);
  });

  it('is read with a type that is JSON by its ending, and with a charset', async () => {
    const jira = await listeningJira();
    for (const type of ['application/vnd.api+json', 'application/json; charset=utf-8', 'APPLICATION/JSON']) {
      const answer = await send(jira, post(JSON.stringify(field), { ...asAdmin, 'Content-Type': type }));
      expect([type, answer.status]).toEqual([type, 201]);
    }
  });

  it('is refused when it has more than a mebibyte, and not when it has one', async () => {
    const jira = await listeningJira();
    const body = (bytes: number) => JSON.stringify({ name: 'x'.repeat(bytes - JSON.stringify({ name: '' }).length) });
    await expectRefused(jira, post(body(1024 * 1024 + 1)), 413);
    await expectRefused(jira, post(body(1024 * 1024)), 400);
  });

  it('is refused when it is missing', async () => {
    const jira = await listeningJira();
    for (const { method, path, bodyRequired } of operations('jira-cloud')) {
      if (!bodyRequired) continue;
      const address = path.replaceAll(/\{fieldId\}/g, fieldNamed(jira, 'Browsers')).replaceAll(/\{\w+\}/g, '10000');
      for (const headers of [asAdmin, jsonHeaders]) await expectRefused(jira, { method, path: address, headers }, 400);
    }
  });
});

describe('JSON of the wrong shape', () => {
  it.each(['null', '[]', '"text"', '1', 'true', '[{"name":"New"}]'])(
    'is refused wherever an object is expected: %s',
    async (body) => {
      const jira = await listeningJira();
      for (const { method, path, bodyRequired } of operations('jira-cloud')) {
        if (!bodyRequired) continue;
        const address = path.replaceAll(/\{fieldId\}/g, fieldNamed(jira, 'Browsers')).replaceAll(/\{\w+\}/g, '10000');
        await expectRefused(jira, { method, path: address, headers: jsonHeaders, body }, 400);
      }
    },
  );

  const shapes: [string, string, string, unknown][] = [
    ['a number as a name', 'POST', '', { ...field, name: 1 }],
    ['an object as a name', 'POST', '', { ...field, name: { toString: 'x' } }],
    ['null as a name', 'POST', '', { ...field, name: null }],
    ['a list as a type', 'POST', '', { ...field, type: [field.type] }],
    ['a searcher that is none', 'POST', '', { ...field, searcherKey: 'nonsense' }],
    ['a name of 100,000 characters', 'POST', '', { ...field, name: 'x'.repeat(100_000) }],
    ['a text as a list', 'PUT', '/context/{c}/project', { projectIds: '10000' }],
    ['numbers in a list of texts', 'PUT', '/context/{c}/project', { projectIds: [10000] }],
    ['null in a list', 'PUT', '/context/{c}/issuetype', { issueTypeIds: [null] }],
    ['a list in a list', 'POST', '/context/{c}/issuetype/remove', { issueTypeIds: [['10000']] }],
    ['an object as a list', 'POST', '/context', { name: 'New', projectIds: {} }],
    ['an option that is a text', 'POST', '/context/{c}/option', { options: ['one'] }],
    ['an option without a value', 'POST', '/context/{c}/option', { options: [{ disabled: true }] }],
    ['a text as a boolean', 'POST', '/context/{c}/option', { options: [{ value: 'one', disabled: 'true' }] }],
    ['a number as an id', 'PUT', '/context/{c}/option', { options: [{ id: 10000, value: 'one' }] }],
    ['an update without an id', 'PUT', '/context/{c}/option', { options: [{ value: 'one' }] }],
    ['a value of 256 characters', 'POST', '/context/{c}/option', { options: [{ value: 'x'.repeat(256) }] }],
    ['a name of a context with 256 characters', 'POST', '/context', { name: 'x'.repeat(256), projectIds: [] }],
    ['an empty name of a context', 'PUT', '/context/{c}', { name: '' }],
    ['a position that is none', 'PUT', '/context/{c}/option/move', { customFieldOptionIds: [], position: 'first' }],
    ['a move without options', 'PUT', '/context/{c}/option/move', { position: 'First' }],
    [
      'a default value of no kind',
      'PUT',
      '/context/defaultValue',
      { defaultValues: [{ contextId: '{c}', type: 'nonsense' }] },
    ],
    [
      'a default value without a kind',
      'PUT',
      '/context/defaultValue',
      { defaultValues: [{ contextId: '{c}', optionId: '1' }] },
    ],
    [
      'a default value of another kind',
      'PUT',
      '/context/defaultValue',
      { defaultValues: [{ contextId: '{c}', type: 'float', number: 1 }] },
    ],
    ['default values that are null', 'PUT', '/context/defaultValue', { defaultValues: [null] }],
    ['pairs without an issue type', 'POST', '/context/mapping', { mappings: [{ projectId: '10000' }] }],
    ['a property that nobody knows', 'PUT', '/context/{c}', { name: 'New', colour: 'red' }],
  ];

  it.each(shapes)('is refused: %s', async (_what, method, below, body) => {
    const jira = await listeningJira();
    const id = fieldNamed(jira, 'Browsers');
    const context = (await contextsOf(jira, id))[0]?.id ?? '';
    const path = below === '' ? fieldPath : `${fieldPath}/${id}${below.replace('{c}', context)}`;
    const text = JSON.stringify(body).replace('{c}', context);
    await expectRefused(jira, { method, path, headers: jsonHeaders, body: text }, 400);
  });

  it.each([
    '{"__proto__":{"admin":true},"name":"New","type":"x"}',
    '{"constructor":{"prototype":{"admin":true}}}',
    '{"name":{"__proto__":null},"type":"x"}',
  ])('is refused with keys that mean something to JavaScript: %s', async (body) => {
    await expectRefused(await listeningJira(), post(body), 400);
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
  });

  it('is refused though it is nested a hundred thousand times', async () => {
    const deep = (open: string, close: string) => open.repeat(100_000) + close.repeat(100_000);
    const jira = await listeningJira();
    await expectRefused(jira, post(`{"name":${deep('[', ']')},"type":"x"}`), 400);
    await expectRefused(
      jira,
      post(`{"name":"New","type":"x","other":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}}`),
      400,
    );
  });
});

describe('an id that is none', () => {
  const fieldIds: [string, number][] = [
    ['customfield_x', 404],
    ['10000', 400],
    ['customfield_', 404],
    ['customfield_-1', 404],
    ['customfield_1e3', 404],
    ['customfield_99999999999999999999', 404],
    ['customfield_10000%00', 404],
    ['%00', 404],
    ['CUSTOMFIELD_10000', 404],
    ['customfield_10000%20', 404],
    ['customfield_10000%2Fcontext', 404],
    ['-1', 404],
    ['%F0%9F%98%80', 404],
    ['__proto__', 404],
    ['constructor', 404],
    ['toString', 404],
    ['x'.repeat(7_000), 404],
  ];
  it.each(fieldIds.map(([id, status]) => [...labelled(id), status] as const))(
    'of a field: %s',
    async (_label, id, status) => {
      const jira = await listeningJira();
      await expectRefused(jira, { path: `${fieldPath}/${id}/context` }, status);
      await expectRefused(
        jira,
        { method: 'PUT', path: `${fieldPath}/${id}`, headers: jsonHeaders, body: '{}' },
        status,
      );
    },
  );

  it.each(
    [
      'x',
      '-1',
      '0',
      '1.5',
      '1e3',
      '99999999999999999999',
      '%00',
      'NaN',
      'Infinity',
      '__proto__',
      '9'.repeat(5_000),
    ].map(labelled),
  )('of a context or an option: %s', async (_label, id) => {
    const jira = await listeningJira();
    const browsers = `${fieldPath}/${fieldNamed(jira, 'Browsers')}/context`;
    const context = (await contextsOf(jira, fieldNamed(jira, 'Browsers')))[0]?.id ?? '';
    for (const request of [
      { path: `${browsers}/${id}/option` },
      { method: 'DELETE', path: `${browsers}/${context}/option/${id}` },
    ]) {
      const before = jira.root;
      const answer = await send(jira, request);
      // 400 for what is no number, 404 for the number of nothing.
      expect([400, 404]).toContain(answer.status);
      expectRefusal(answer);
      expect(jira.root).toBe(before);
    }
  });

  it('of a task, an issue, a project or a screen', async () => {
    const jira = await listeningJira();
    for (const path of ['task', 'issue', 'project', 'screens']) {
      for (const id of ['x', '-1', '1e3', '%00', '99999999999999999999', '__proto__', 'x'.repeat(5_000)]) {
        const answer = await send(jira, { path: `/rest/api/3/${path}/${id}${path === 'screens' ? '/tabs' : ''}` });
        expect([400, 404]).toContain(answer.status);
        expectRefusal(answer);
      }
    }
  });

  it('with dots in it is no way out of the address', async () => {
    const jira = await listeningJira();
    for (const path of [
      `${fieldPath}/../../../../etc/passwd`,
      `${fieldPath}/..`,
      `${fieldPath}/%2e%2e/context`,
      `${fieldPath}/..%2f..%2fetc/context`,
    ]) {
      const answer = await send(jira, { path });
      expect(answer.status).toBe(path.endsWith('..') ? 405 : 404);
      expect(answer.text).not.toMatch(/root:|\bat .+:\d+:\d+/);
    }
  });

  it.each([`${fieldPath}/%`, `${fieldPath}/%zz/context`, `${fieldPath}/%c3%28/context`, '/w/%/rest/api/3/field/%'])(
    'with a percent sign that encodes nothing: %s',
    async (path) => {
      const jira = await listeningJira();
      const answer = await send(jira, { path });
      expect(answer.status).toBe(400);
      expect(answer.text).not.toMatch(/\bat .+:\d+:\d+/);
    },
  );
});
