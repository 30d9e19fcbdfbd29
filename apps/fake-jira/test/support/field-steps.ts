import { setImmediate } from 'node:timers/promises';
import { fieldType } from '@fake-jira/world';
import type { Response } from 'supertest';
import { testJira, type TestJira, type TestOptions, type TestUser } from './jira.js';

/** Where Jira's Field API stands on Cloud. */
export const fieldPath = '/rest/api/3/field';

/** What an answer of a list holds, as far as tests look at it. */
export interface Page<Value> {
  readonly self: string;
  readonly nextPage?: string;
  readonly maxResults: number;
  readonly startAt: number;
  readonly total: number;
  readonly isLast: boolean;
  readonly values: readonly Value[];
}

export interface ContextJson {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly isGlobalContext: boolean;
  readonly isAnyIssueType: boolean;
}

export interface OptionJson {
  readonly id: string;
  readonly value: string;
  readonly disabled: boolean;
  readonly optionId?: string;
}

/**
 * A fake that listens already, so that its port, which stands in the addresses of answers, stays the same between
 * requests.
 */
export async function listeningJira(options?: TestOptions): Promise<TestJira> {
  const jira = testJira(options);
  // `listen` with an address is done in the next turn of the event loop.
  await setImmediate();
  return jira;
}

/** The body of an answer that has the status 200. */
export async function read<Body>(user: TestUser, path: string): Promise<Body> {
  return bodyOf<Body>(await user.get(path), 200);
}

/** The body of an answer that has to have a status. */
export function bodyOf<Body>(answer: Response, status: number): Body {
  if (answer.status !== status) throw new Error(`Expected ${status}, got ${answer.status}: ${answer.text}`);
  return answer.body as Body;
}

/** A refusal in Jira's form: its status and its first sentence, wherever it stands. */
export function refusalOf({ status, body }: Response): [status: number, sentence: string | undefined] {
  const { errorMessages, errors } = body as { errorMessages: string[]; errors: Record<string, string> };
  return [status, [...errorMessages, ...Object.values(errors)][0]];
}

/** Id of a new field, as in addresses. */
export async function newField(jira: TestJira, type = 'select', more: Record<string, unknown> = {}): Promise<string> {
  const answer = await jira.admin.post(fieldPath, { name: 'Made here', type: fieldType(type).key, ...more });
  return bodyOf<{ id: string }>(answer, 201).id;
}

export async function contextsOf(jira: TestJira, fieldId: string, query = ''): Promise<readonly ContextJson[]> {
  return (await read<Page<ContextJson>>(jira.admin, `${fieldPath}/${fieldId}/context?maxResults=100&${query}`)).values;
}

/** Id of the only context of a field. */
export async function onlyContextOf(jira: TestJira, fieldId: string): Promise<string> {
  const [context, ...more] = await contextsOf(jira, fieldId);
  if (!context || more.length > 0) throw new Error(`${fieldId} has not one context.`);
  return context.id;
}

export async function newContext(jira: TestJira, fieldId: string, body: Record<string, unknown>): Promise<string> {
  return bodyOf<{ id: string }>(await jira.admin.post(`${fieldPath}/${fieldId}/context`, body), 201).id;
}

/** Address of the options of a context. */
export const optionsAt = (fieldId: string, contextId: string) => `${fieldPath}/${fieldId}/context/${contextId}/option`;

/** Ids of new options, in the order of their values. */
export async function newOptions(
  jira: TestJira,
  address: string,
  values: readonly string[],
  optionId?: string,
): Promise<string[]> {
  const options = values.map((value) => ({ value, ...(optionId === undefined ? {} : { optionId }) }));
  const { options: made } = bodyOf<{ options: OptionJson[] }>(await jira.admin.post(address, { options }), 200);
  return made.map(({ id }) => id);
}

/** The options at an address in the order in which Jira lists them. */
export async function optionsOf(jira: TestJira, address: string, query = ''): Promise<readonly OptionJson[]> {
  return (await read<Page<OptionJson>>(jira.admin, `${address}?maxResults=100&${query}`)).values;
}

export async function valuesOf(jira: TestJira, address: string, query = ''): Promise<string[]> {
  return (await optionsOf(jira, address, query)).map(({ value }) => value);
}

/** Id, as in addresses, of a field of the world with which a fake began. */
export function fieldNamed(jira: TestJira, name: string): string {
  for (const field of jira.root.fields.values()) if (field.name === name) return `customfield_${field.id}`;
  throw new Error(`No field is named ${name}.`);
}

export function projectIdOf(jira: TestJira, key: string): string {
  for (const project of jira.root.projects.values()) if (project.key === key) return String(project.id);
  throw new Error(`No project has the key ${key}.`);
}

export function issueTypeIdOf(jira: TestJira, name: string): string {
  for (const type of jira.root.issueTypes.values()) if (type.name === name) return String(type.id);
  throw new Error(`No issue type is named ${name}.`);
}

/** Id of the first option with a value. */
export function optionIdOf(jira: TestJira, value: string): string {
  for (const option of jira.root.options.values()) if (option.value === value) return String(option.id);
  throw new Error(`No option has the value ${value}.`);
}
