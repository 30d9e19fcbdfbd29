import { operation, operations, sourceDocument, type OperationId } from '@fake-jira/openapi';
import type { Response } from 'supertest';
import { testJira, type TestJira, type TestUser } from '../support/jira.js';
import {
  compareWithReference,
  differencesFromReference,
  explanationOf,
  hasReference,
  referenceOperation,
  selfContradictions,
  statusesNotListed,
  transportStatuses,
  type ContradictionId,
  type Exchange,
} from '../support/reference.js';

/** Shows that a contradiction is in the document, and that an answer of the fake differs because of it. */
interface Proof {
  readonly inReference: () => void;
  readonly exchange: () => Promise<Exchange>;
}

const field = '/rest/api/3/field';
const json = { 'content-type': 'application/json' };

/** The example that the document gives for an answer, as if it had been answered. */
function example(method: string, path: string, status = 200): Exchange {
  const body = referenceOperation(method, path)?.responses[String(status)]?.content?.['application/json']?.example;
  if (body === undefined) throw new Error(`${method} ${path} ${status} has no example.`);
  return { method, path, status, headers: json, body };
}

/** The example of an answer is not what the schema beside it says, for the reason of an entry. */
function violatesItself(id: ContradictionId, method: string, path: string, status?: number): () => void {
  return () => expect(explanations(example(method, path, status))).toContain(id);
}

function explanations(exchange: Exchange): (ContradictionId | undefined)[] {
  return differencesFromReference(exchange).map((difference) => explanationOf(difference, exchange));
}

/** What the fake answers the administrator. */
async function answer(
  method: keyof TestUser,
  path: string,
  body?: unknown,
  { jira = testJira(), headers = {} }: { jira?: TestJira; headers?: Record<string, string> } = {},
): Promise<Exchange> {
  return exchangeOf(method, path, await jira.admin[method](path, body, headers));
}

function exchangeOf(method: string, path: string, response: Response): Exchange {
  const body = response.text === '' ? undefined : (response.body as unknown);
  const headers = response.headers as Record<string, unknown>;
  return { method: method.toUpperCase(), path: path.split('?')[0] as string, status: response.status, headers, body };
}

const contextOfTest = `${field}/customfield_10000/context/10101`;

const proofs: Readonly<Record<ContradictionId, Proof>> = {
  'answers-before-an-operation-runs': {
    inReference() {
      expect(Object.keys(referenceOperation('GET', '/rest/api/3/serverInfo')?.responses ?? {})).not.toContain('403');
    },
    async exchange() {
      const bearer = testJira({ profile: 'cloud' }).withHeaders({ Authorization: 'Bearer no-session' });
      return exchangeOf('get', '/rest/api/3/serverInfo', await bearer.get('/rest/api/3/serverInfo'));
    },
  },
  'answers-without-a-body': {
    inReference() {
      const withContent = operations('jira-cloud').filter(({ method, path }) =>
        [204, 303].some((status) => referenceOperation(method, path)?.responses[String(status)]?.content),
      );
      expect(withContent.map(({ operationId }) => operationId)).toEqual(
        expect.arrayContaining([
          'updateCustomField',
          'deleteCustomField',
          'replaceIssueFieldOption',
          'setDefaultValues',
        ]),
      );
      // Where the document has it right, it says nothing of content.
      const option = `${contextOfTest}/option/1`;
      expect(referenceOperation('DELETE', option)?.responses['204']?.content).toBeUndefined();
    },
    exchange: () => answer('delete', contextOfTest),
  },
  'untranslated-name': {
    inReference: violatesItself('untranslated-name', 'POST', field, 201),
    exchange: () =>
      answer('post', field, { name: 'Colour', type: 'com.atlassian.jira.plugin.system.customfieldtypes:select' }),
  },
  'dates-of-the-trash': {
    inReference: violatesItself('dates-of-the-trash', 'GET', `${field}/search/trashed`),
    exchange: () => answer('get', `${field}/search/trashed`),
  },
  'forms-of-default-values': {
    inReference: violatesItself('forms-of-default-values', 'GET', `${field}/customfield_10000/context/defaultValue`),
    exchange: () => answer('get', `${field}/customfield_10000/context/defaultValue`),
  },
  'context-that-is-null': {
    inReference: violatesItself('context-that-is-null', 'POST', `${field}/customfield_10000/context/mapping`),
    exchange: () =>
      answer('post', `${field}/customfield_10000/context/mapping`, {
        mappings: [{ projectId: '10000', issueTypeId: '10000' }],
      }),
  },
  'nothing-in-a-change': {
    inReference() {
      const body = { changelog: { histories: [{ items: [{ from: null, to: '1' }] }] } };
      const told = { method: 'GET', path: '/rest/api/3/issue/TEST-1', status: 200, headers: json, body };
      expect(explanations(told)).toEqual(['nothing-in-a-change']);
    },
    async exchange() {
      const world = { issueTypes: [{ name: 'Bug' }], projects: [{ key: 'TEST' }] };
      const jira = testJira({ world: { ...world, issues: [{ project: 'TEST', type: 'Bug', summary: 'One' }] } });
      await jira.admin.put('/rest/api/3/issue/TEST-1', { fields: { summary: 'Two' } });
      return answer('get', '/rest/api/3/issue/TEST-1?expand=changelog', undefined, { jira });
    },
  },
  'offset-without-colon': {
    inReference: violatesItself('offset-without-colon', 'GET', `${field}/search`),
    exchange: () => answer('get', `${field}/search?type=custom&expand=lastUsed`),
  },
  'default-locale': {
    inReference: violatesItself('default-locale', 'GET', '/rest/api/3/serverInfo'),
    exchange: () => answer('get', '/rest/api/3/serverInfo'),
  },
  'server-time-zone': {
    inReference: violatesItself('server-time-zone', 'GET', '/rest/api/3/serverInfo'),
    exchange: () => answer('get', '/rest/api/3/serverInfo'),
  },
  'statuses-not-listed': {
    inReference() {
      const listed = Object.entries(statusesNotListed).flatMap(([id, statuses]) =>
        statuses
          .filter((status) => referenceResponses(id as OperationId)[String(status)])
          .map((status) => `${id} ${status}`),
      );
      expect(listed).toEqual([]);
    },
    exchange: () => answer('get', `${field}/customfield_99999/screens`),
  },
  'statuses-of-transport': {
    inReference() {
      const listing = operations('jira-cloud').filter(({ operationId }) =>
        transportStatuses.some((status) => referenceResponses(operationId)[String(status)]),
      );
      expect(listing.map(({ operationId }) => operationId)).toEqual(['findUsers']);
    },
    exchange: () =>
      answer('post', field, 'name=Colour', { headers: { 'Content-Type': 'application/x-www-form-urlencoded' } }),
  },
};

function referenceResponses(id: OperationId) {
  const { method, path } = operation(id);
  return referenceOperation(method, path)?.responses ?? {};
}

const withReference = hasReference ? describe : describe.skip;

if (!hasReference)
  it.skip('compares with the published document, which does not lie beside this checkout', () => undefined);

withReference('the published document contradicts itself, so that right answers differ from it', () => {
  for (const { id, where, why } of selfContradictions) {
    it(`in ${where} (${id}): ${why}`, async () => {
      const { inReference, exchange } = proofs[id];
      inReference();
      expect(explanations(await exchange())).toContain(id);
    });
  }
});

withReference('statuses that the published document does not list', () => {
  it('are all those that our spec lists beyond it, and none else', () => {
    const beyond = operations('jira-cloud')
      .filter(({ method, path }) => referenceOperation(method, path))
      .map(({ operationId, statuses }) => {
        const listed = referenceResponses(operationId);
        return [operationId, statuses.filter((status) => !listed[String(status)])] as const;
      })
      .filter(([, statuses]) => statuses.length > 0);
    expect(Object.fromEntries(beyond)).toEqual(statusesNotListed);
  });
});

withReference('the comparison with the published document', () => {
  const getField = (version: string, body: unknown): Exchange => ({
    method: 'GET',
    path: `/rest/api/${version}/field`,
    status: 200,
    headers: json,
    body,
  });

  it.each(['2', '3', 'latest'])('finds the operations of /rest/api/%s', (version) => {
    expect(() => compareWithReference(getField(version, [{ id: 7 }]))).toThrow(
      /GET \/rest\/api\/\w+\/field → 200 is not what .*\n.*\n {2}getFields \/0\/id must be string/,
    );
  });

  it('lets an answer pass that the document describes', () => {
    expect(() => compareWithReference(getField('3', [{ id: 'summary', name: 'Summary' }]))).not.toThrow();
  });

  it('passes over what only Data Center has, and over addresses that it does not have', () => {
    expect(differencesFromReference({ ...getField('2', 7), path: '/rest/api/2/customFields' })).toEqual([]);
    const unknown = { message: 'null for uri: http://localhost/rest/api/2/field/search', 'status-code': 404 };
    expect(
      differencesFromReference({ ...getField('2', unknown), path: '/rest/api/2/field/search', status: 404 }),
    ).toEqual([]);
  });

  it('does not excuse a default value that is wrong by the form of its own type', () => {
    const value = { type: 'option.single', contextId: '10100', optionId: 10000 };
    const path = `${field}/customfield_10000/context/defaultValue`;
    expect(() => compareWithReference({ ...getField('3', { values: [value] }), path })).toThrow('getDefaultValues');
    expect(() =>
      compareWithReference({ ...getField('3', { values: [{ ...value, optionId: '10000' }] }), path }),
    ).not.toThrow();
  });
});

withReference('the texts of errors in the published document', () => {
  it('of fields and screens are all in our spec, to the letter', () => {
    const onFieldsAndScreens = operations('jira-cloud').filter(({ path }) => /\/(field|screens)\b/.test(path));
    const missing = onFieldsAndScreens.flatMap(({ operationId, path, method }) => {
      const ours =
        JSON.stringify(sourceDocument('jira-cloud').paths?.[path]) +
        JSON.stringify(sourceDocument('jira-cloud').components);
      return Object.entries(referenceOperation(method, path)?.responses ?? {}).flatMap(([status, response]) => {
        const body = response?.content?.['application/json']?.example as { errorMessages?: string[] } | undefined;
        const texts = Number(status) >= 400 ? (body?.errorMessages ?? []) : [];
        // Ids at the end of a sentence are data: ours has a variable there.
        const sentences = texts.map((text) => text.replace(/: [\d, ]+\.$/, ': '));
        return sentences
          .filter((text) => !ours.includes(JSON.stringify(text).slice(1, -1)))
          .map((text) => `${operationId} ${status} ${text}`);
      });
    });
    expect(missing).toEqual([]);
  });
});
