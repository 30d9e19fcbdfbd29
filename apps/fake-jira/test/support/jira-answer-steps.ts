import { responseJudge } from '@fake-jira/openapi';
import type { Response } from 'supertest';
import {
  bodyOf,
  contextsOf,
  fieldNamed,
  fieldPath,
  newField,
  newOptions,
  onlyContextOf,
  optionIdOf,
  optionsAt,
  projectIdOf,
  read,
  refusalOf,
  type Page,
} from './field-steps.js';
import type { TestJira } from './jira.js';
import type { Shown } from './open-questions.js';

export const select = 'com.atlassian.jira.plugin.system.customfieldtypes:select';

/** A page of 1,001 options holds so many. */
export const cappedAt =
  (cap: number): Shown =>
  async (jira) => {
    const field = await newField(jira);
    const address = optionsAt(field, await onlyContextOf(jira, field));
    await newOptions(
      jira,
      address,
      Array.from({ length: 1000 }, (_, i) => `option ${i}`),
    );
    await newOptions(jira, address, ['one more']);
    const page = await read<Page<unknown>>(jira.admin, `${address}?maxResults=5000`);
    expect(page).toMatchObject({ maxResults: cap, total: 1001, isLast: false });
    expect(page.values).toHaveLength(cap);
  };

/** Without credentials, and with wrong ones. As sent, and judged here, because the body may be any text. */
export const unauthenticated =
  (type: RegExp | null, shows: (text: string) => void): Shown =>
  async (jira) => {
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
      expect(judge({ method: 'GET', path, status: 401, headers: Object.fromEntries(answer.headers), body })).toEqual(
        [],
      );
    }
  };

export const defaultsHaveType =
  (present: boolean): Shown =>
  async (jira) => {
    const field = fieldNamed(jira, 'Story points');
    const { values } = await read<Page<object>>(jira.admin, `${fieldPath}/${field}/context/defaultValue`);
    expect(values).toEqual([
      { contextId: await onlyContextOf(jira, field), ...(present && { type: 'float' }), number: 3 },
    ]);
  };

export const wrongStarts = ['-1', 'x', '1.5', ''];

/** Whatever of a field is asked for with a bare number. */
export const bareNumber =
  (status: number, sentence: string): Shown =>
  async (jira) => {
    const number = fieldNamed(jira, 'Browsers').replace('customfield_', '');
    for (const path of ['context', 'context/defaultValue', 'context/projectmapping', 'contexts', 'screens']) {
      expect(refusalOf(await jira.admin.get(`${fieldPath}/${number}/${path}`))).toEqual([
        status,
        sentence.replace('{id}', number),
      ]);
    }
    expect(refusalOf(await jira.admin.put(`${fieldPath}/${number}`, {}))[0]).toBe(status);
    // What is documented for this operation is no question.
    expect((await jira.admin.delete(`${fieldPath}/${number}`)).status).toBe(400);
  };

export const projectTaken =
  (status: number): Shown =>
  async (jira) => {
    const field = fieldNamed(jira, 'Browsers');
    const projectIds = [projectIdOf(jira, 'TEST')];
    const refusal = [
      status,
      `These projects are already associated with a context of the custom field: ${projectIds[0]}.`,
    ];
    expect(refusalOf(await jira.admin.post(`${fieldPath}/${field}/context`, { name: 'New', projectIds }))).toEqual(
      refusal,
    );
    const global = (await contextsOf(jira, field))[0]?.id;
    expect(refusalOf(await jira.admin.put(`${fieldPath}/${field}/context/${global}/project`, { projectIds }))).toEqual(
      refusal,
    );
  };

/** Tries to give two contexts of a field one name, by creating and by renaming. */
export const sameContextName =
  (status: { create: number; rename: number }): Shown =>
  async (jira) => {
    const field = fieldNamed(jira, 'Browsers');
    const name = 'Bugs of TEST';
    const created = await jira.admin.post(`${fieldPath}/${field}/context`, {
      name,
      projectIds: [projectIdOf(jira, 'OPS')],
    });
    const renamed = await jira.admin.put(`${fieldPath}/${field}/context/${(await contextsOf(jira, field))[0]?.id}`, {
      name,
    });
    expect([created.status, renamed.status]).toEqual([status.create, status.rename]);
  };

export const sameOptionInAnotherCase =
  (status: number): Shown =>
  async (jira) => {
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

export const noNumber =
  (status: number, text: { context: string; option: RegExp }): Shown =>
  async (jira) => {
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

export async function createIssue(jira: TestJira) {
  const fields = { project: { key: 'TEST' }, issuetype: { name: 'Task' }, summary: 'New' };
  const { key } = bodyOf<{ key: string }>(await jira.admin.post('/rest/api/2/issue', { fields }), 201);
  return fieldsOf(jira, key);
}

export const fieldsOf = async (jira: TestJira, key: string) =>
  (await read<{ fields: Record<string, unknown> }>(jira.admin, `/rest/api/2/issue/${key}`)).fields;

/** Deletes the option that SHOP-1 has in Browsers. */
export async function deleteChrome(jira: TestJira): Promise<Response> {
  const field = fieldNamed(jira, 'Browsers');
  const context = (await contextsOf(jira, field))[0]?.id ?? '';
  return jira.admin.delete(`${optionsAt(field, context)}/${optionIdOf(jira, 'chrome')}`);
}

export const typesFound =
  (custom: boolean[]): Shown =>
  async (jira) => {
    const address = `${fieldPath}/search?maxResults=100`;
    const { values } = await read<Page<{ id: string }>>(jira.admin, address);
    expect([...new Set(values.map(({ id }) => id.startsWith('customfield_')))]).toEqual(custom);
    const named = await read<Page<{ id: string }>>(jira.admin, `${address}&type=custom`);
    expect(named.values.every(({ id }) => id.startsWith('customfield_'))).toBe(true);
  };

/** The description of an issue is a text in version 2 and a document in version 3. */
export const latestIs =
  (type: 'string' | 'object'): Shown =>
  async (jira) => {
    const address = '/rest/api/latest/issue/TEST-1';
    const { fields } = await read<{ fields: { description: unknown } }>(jira.admin, address);
    expect(typeof fields.description).toBe(type);
  };

/** A search for two fields, their ids in one parameter, finds so many. */
export const foundByCommaList =
  (count: number): Shown =>
  async (jira) => {
    const found = await jira.admin.get(`${fieldPath}/search?id=customfield_10000,customfield_10001`);
    expect((found.body as { total: number }).total).toBe(count);
  };
