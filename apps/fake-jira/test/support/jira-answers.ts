import { responseJudge } from '@fake-jira/openapi';
import type { AnswerOf, QuestionId } from '@fake-jira/profile';
import type { Response } from 'supertest';
import {
  bodyOf,
  contextsOf,
  fieldNamed,
  fieldPath,
  issueTypeIdOf,
  newField,
  newOptions,
  onlyContextOf,
  optionIdOf,
  optionsAt,
  optionsOf,
  projectIdOf,
  read,
  refusalOf,
  type Page,
} from './field-steps.js';
import type { TestJira } from './jira.js';

type JiraQuestion = Extract<QuestionId, `jira.${string}`>;

/** What a fake does that follows an answer; throws where it does not. */
type Shown = (jira: TestJira) => Promise<void>;

const select = 'com.atlassian.jira.plugin.system.customfieldtypes:select';

/** A page of 1,001 options holds so many. */
const cappedAt = (cap: number): Shown => async (jira) => {
  const field = await newField(jira);
  const address = optionsAt(field, await onlyContextOf(jira, field));
  await newOptions(jira, address, Array.from({ length: 1000 }, (_, i) => `option ${i}`));
  await newOptions(jira, address, ['one more']);
  const page = await read<Page<unknown>>(jira.admin, `${address}?maxResults=5000`);
  expect(page).toMatchObject({ maxResults: cap, total: 1001, isLast: false });
  expect(page.values).toHaveLength(cap);
};

/** Without credentials, and with wrong ones. As sent, and judged here, because the body may be any text. */
const unauthenticated = (type: RegExp | null, shows: (text: string) => void): Shown => async (jira) => {
  const judge = responseJudge('jira-cloud', jira.profile);
  const path = '/rest/api/3/myself';
  const callers: Record<string, string>[] = [{}, { Authorization: `Basic ${btoa('admin:wrong')}` }];
  for (const headers of callers) {
    const answer = await fetch(jira.url + path, { headers });
    const text = await answer.text();
    const contentType = answer.headers.get('content-type');
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe('Basic realm="Jira"');
    if (type) expect(contentType).toMatch(type);
    else expect(contentType).toBeNull();
    shows(text);
    const body: unknown = contentType?.includes('json') ? JSON.parse(text) : text;
    expect(judge({ method: 'GET', path, status: 401, headers: Object.fromEntries(answer.headers), body })).toEqual([]);
  }
};

const defaultsHaveType = (present: boolean): Shown => async (jira) => {
  const field = fieldNamed(jira, 'Story points');
  const { values } = await read<Page<object>>(jira.admin, `${fieldPath}/${field}/context/defaultValue`);
  expect(values).toEqual([{ contextId: await onlyContextOf(jira, field), ...(present && { type: 'float' }), number: 3 }]);
};

const wrongStarts = ['-1', 'x', '1.5', ''];

/** Whatever of a field is asked for with a bare number. */
const bareNumber = (status: number, sentence: string): Shown => async (jira) => {
  const number = fieldNamed(jira, 'Browsers').replace('customfield_', '');
  for (const path of ['context', 'context/defaultValue', 'context/projectmapping', 'contexts', 'screens']) {
    expect(refusalOf(await jira.admin.get(`${fieldPath}/${number}/${path}`))).toEqual([status, sentence.replace('{id}', number)]);
  }
  expect(refusalOf(await jira.admin.put(`${fieldPath}/${number}`, {}))[0]).toBe(status);
  // What is documented for this operation is no question.
  expect((await jira.admin.delete(`${fieldPath}/${number}`)).status).toBe(400);
};

const projectTaken = (status: number): Shown => async (jira) => {
  const field = fieldNamed(jira, 'Browsers');
  const projectIds = [projectIdOf(jira, 'TEST')];
  const refusal = [status, `These projects are already associated with a context of the custom field: ${projectIds[0]}.`];
  expect(refusalOf(await jira.admin.post(`${fieldPath}/${field}/context`, { name: 'New', projectIds }))).toEqual(refusal);
  const global = (await contextsOf(jira, field))[0]?.id;
  expect(refusalOf(await jira.admin.put(`${fieldPath}/${field}/context/${global}/project`, { projectIds }))).toEqual(refusal);
};

/** Tries to give two contexts of a field one name, by creating and by renaming. */
const sameContextName = (status: { create: number; rename: number }): Shown => async (jira) => {
  const field = fieldNamed(jira, 'Browsers');
  const name = 'Bugs of TEST';
  const created = await jira.admin.post(`${fieldPath}/${field}/context`, { name, projectIds: [projectIdOf(jira, 'OPS')] });
  const renamed = await jira.admin.put(`${fieldPath}/${field}/context/${(await contextsOf(jira, field))[0]?.id}`, { name });
  expect([created.status, renamed.status]).toEqual([status.create, status.rename]);
};

const sameOptionInAnotherCase = (status: number): Shown => async (jira) => {
  const field = fieldNamed(jira, 'Animals');
  const address = optionsAt(field, await onlyContextOf(jira, field));
  const add = async (option: object) => (await jira.admin.post(address, { options: [option] })).status;
  expect(await add({ value: 'CATS' })).toBe(status);
  expect(await add({ value: 'Leo', optionId: optionIdOf(jira, 'cats') })).toBe(status);
  const fish = optionIdOf(jira, 'fish');
  const rename = async (value: string) => (await jira.admin.put(address, { options: [{ id: fish, value }] })).status;
  expect(await rename('Dogs')).toBe(status);
  // An option can change the case of its own value, and the same value stays refused.
  expect([await rename('fish'), await rename('FISH')]).toEqual([200, 200]);
  expect(await add({ value: 'cats' })).toBe(400);
};

const noNumber = (status: number, text: { context: string; option: RegExp }): Shown => async (jira) => {
  const field = fieldNamed(jira, 'Browsers');
  const contexts = `${fieldPath}/${field}/context`;
  const byContext = [
    jira.admin.get(`${contexts}/x/option`),
    jira.admin.post(`${contexts}/x/project/remove`, { projectIds: [] }),
    jira.admin.put(`${contexts}/1.5/issuetype`, { issueTypeIds: [] }),
  ];
  for (const answer of byContext) expect(refusalOf(await answer)).toEqual([status, text.context]);
  const context = (await contextsOf(jira, field))[0]?.id ?? '';
  const byOption = refusalOf(await jira.admin.delete(`${optionsAt(field, context)}/x`));
  expect(byOption).toEqual([status, expect.stringMatching(text.option)]);
  // Of these two the answer is documented, and no question.
  for (const answer of [jira.admin.put(`${contexts}/x`, {}), jira.admin.delete(`${contexts}/x`)]) {
    expect(refusalOf(await answer)).toEqual([400, 'The contextId has to be provided.']);
  }
};

async function createIssue(jira: TestJira) {
  const fields = { project: { key: 'TEST' }, issuetype: { name: 'Task' }, summary: 'New' };
  const { key } = bodyOf<{ key: string }>(await jira.admin.post('/rest/api/2/issue', { fields }), 201);
  return fieldsOf(jira, key);
}

const fieldsOf = async (jira: TestJira, key: string) =>
  (await read<{ fields: Record<string, unknown> }>(jira.admin, `/rest/api/2/issue/${key}`)).fields;

/** Deletes the option that SHOP-1 has in Browsers. */
async function deleteChrome(jira: TestJira): Promise<Response> {
  const field = fieldNamed(jira, 'Browsers');
  const context = (await contextsOf(jira, field))[0]?.id ?? '';
  return jira.admin.delete(`${optionsAt(field, context)}/${optionIdOf(jira, 'chrome')}`);
}

const typesFound = (custom: boolean[]): Shown => async (jira) => {
  const address = `${fieldPath}/search?maxResults=100`;
  const { values } = await read<Page<{ id: string }>>(jira.admin, address);
  expect([...new Set(values.map(({ id }) => id.startsWith('customfield_')))]).toEqual(custom);
  const named = await read<Page<{ id: string }>>(jira.admin, `${address}&type=custom`);
  expect(named.values.every(({ id }) => id.startsWith('customfield_'))).toBe(true);
};

/** The description of an issue is a text in version 2 and a document in version 3. */
const latestIs = (type: 'string' | 'object'): Shown => async (jira) => {
  const address = '/rest/api/latest/issue/TEST-1';
  const { fields } = await read<{ fields: { description: unknown } }>(jira.admin, address);
  expect(typeof fields.description).toBe(type);
};

/** For each open question of Jira's API and each of its answers, what shows that the fake follows it. */
export const jiraAnswers: { readonly [Id in JiraQuestion]: { readonly [Answer in AnswerOf<Id>]: Shown } } = {
  'jira.new-field-context': {
    'one-global': async (jira) => {
      expect(await contextsOf(jira, await newField(jira))).toMatchObject([{ isGlobalContext: true, isAnyIssueType: true }]);
    },
    none: async (jira) => expect(await contextsOf(jira, await newField(jira))).toEqual([]),
  },
  'jira.max-results-cap': { '50': cappedAt(50), '100': cappedAt(100), '1000': cappedAt(1000) },
  'jira.unauthenticated-body': {
    'error-collection': unauthenticated(/^application\/json/, (text) => {
      expect(JSON.parse(text)).toEqual({ errorMessages: [expect.stringMatching(/authenticated/)], errors: {} });
    }),
    'plain-text': unauthenticated(/^text\/html/, (text) => expect(text).toMatch(/authenticated/)),
    empty: unauthenticated(null, (text) => expect(text).toBe('')),
  },
  'jira.default-value-type-in-get': { present: defaultsHaveType(true), absent: defaultsHaveType(false) },
  'jira.invalid-start-at': {
    '400': async (jira) => {
      for (const startAt of wrongStarts) {
        expect((await jira.admin.get(`${fieldPath}/search?startAt=${startAt}`)).status).toBe(400);
      }
    },
    'as-zero': async (jira) => {
      const whole = await read<Page<unknown>>(jira.admin, `${fieldPath}/search?type=custom&maxResults=3`);
      for (const startAt of wrongStarts) {
        const page = await read<Page<unknown>>(jira.admin, `${fieldPath}/search?type=custom&maxResults=3&startAt=${startAt}`);
        expect([page.startAt, page.values]).toEqual([0, whole.values]);
      }
    },
  },
  'jira.bare-field-id': {
    '400': bareNumber(400, "The custom field ID '{id}' is not valid: expected a form such as customfield_10000."),
    '404': bareNumber(404, 'The custom field was not found.'),
  },
  'jira.project-taken-status': { '400': projectTaken(400), '409': projectTaken(409) },
  'jira.context-name-unique': {
    yes: sameContextName({ create: 400, rename: 400 }),
    no: sameContextName({ create: 201, rename: 204 }),
  },
  'jira.option-value-comparison': { exact: sameOptionInAnotherCase(200), 'ignoring-case': sameOptionInAnotherCase(400) },
  'jira.unknown-address': {
    jersey: async (jira) => {
      const { status, body } = await jira.admin.get('/rest/api/3/nothing');
      expect([status, body]).toEqual([404, { message: `null for uri: ${jira.url}/rest/api/3/nothing`, 'status-code': 404 }]);
    },
    'error-collection': async (jira) =>
      expect(refusalOf(await jira.admin.get('/rest/api/3/nothing'))).toEqual([404, expect.any(String)]),
  },
  'jira.non-numeric-id': {
    '400': noNumber(400, { context: 'The contextId has to be provided.', option: /^optionId must be an integer\.$/ }),
    '404': noNumber(404, { context: 'The context was not found.', option: /^These options were not found/ }),
  },
  'jira.unknown-property': {
    '400': async (jira) => {
      const answer = await jira.admin.post(fieldPath, { name: 'New', type: select, colour: 'red' });
      expect(refusalOf(answer)).toEqual([400, 'unknown property "colour".']);
    },
    ignored: async (jira) => {
      await newField(jira, 'select', { colour: 'red' });
      const mappings = [{ projectId: projectIdOf(jira, 'TEST'), issueTypeId: issueTypeIdOf(jira, 'Bug'), colour: 'red' }];
      const answer = await jira.admin.post(`${fieldPath}/${fieldNamed(jira, 'Browsers')}/context/mapping`, { mappings });
      expect(answer.status).toBe(200);
    },
  },
  'jira.create-applies-defaults': {
    yes: async (jira) => expect((await createIssue(jira))[fieldNamed(jira, 'Story points')]).toBe(3),
    no: async (jira) => expect((await createIssue(jira))[fieldNamed(jira, 'Story points')]).toBeNull(),
  },
  'jira.delete-used-option': {
    'clears-values': async (jira) => {
      expect((await deleteChrome(jira)).status).toBe(204);
      expect((await fieldsOf(jira, 'SHOP-1'))[fieldNamed(jira, 'Browsers')]).toBeNull();
    },
    '400': async (jira) => {
      const chrome = optionIdOf(jira, 'chrome');
      expect(refusalOf(await deleteChrome(jira))).toEqual([400, `The option ${chrome} is selected in 1 issues.`]);
      const field = fieldNamed(jira, 'Teams');
      const address = optionsAt(field, (await contextsOf(jira, field))[0]?.id ?? '');
      expect((await jira.admin.delete(`${address}/${optionIdOf(jira, 'backend')}`)).status).toBe(204);
      expect(await optionsOf(jira, address)).toHaveLength(3);
    },
  },
  'jira.field-name-unique': {
    yes: async (jira) => {
      const answer = await jira.admin.post(fieldPath, { name: 'Browsers', type: select });
      expect(refusalOf(answer)).toEqual([400, "A custom field named 'Browsers' exists already."]);
      const renamed = await jira.admin.put(`${fieldPath}/${fieldNamed(jira, 'Teams')}`, { name: 'Browsers' });
      expect(renamed.status).toBe(400);
      expect((await jira.admin.put(`${fieldPath}/${fieldNamed(jira, 'Teams')}`, { name: 'Teams' })).status).toBe(204);
    },
    no: async (jira) => {
      const answer = await jira.admin.post(fieldPath, { name: 'Browsers', type: select });
      expect(answer.status).toBe(201);
    },
  },
  'jira.search-without-type': {
    all: typesFound([false, true]),
    custom: typesFound([true]),
    '400': async (jira) => {
      expect(refusalOf(await jira.admin.get(`${fieldPath}/search`))).toEqual([400, 'Only custom fields can be queried.']);
      expect((await jira.admin.get(`${fieldPath}/search?type=custom`)).status).toBe(200);
    },
  },
  'jira.latest-version': { '2': latestIs('string'), '3': latestIs('object') },
};
