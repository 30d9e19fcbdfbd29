import type { Response } from 'supertest';
import {
  bodyOf,
  contextsOf,
  fieldNamed,
  newField,
  onlyContextOf,
  optionsAt,
  valuesOf,
} from '../../support/field-steps.js';
import type { TestJira, TestUser } from '../../support/jira.js';

export const pluginRoot = '/rest/jiracustomfieldeditorplugin';
/** Where the app stands since 1.3. */
export const base = `${pluginRoot}/1`;
export const maintenance = `${base}/maintenance`;

/** Where a field stands in both APIs. */
export interface EditorField {
  /** As Jira's addresses have it. */
  readonly id: string;
  readonly number: number;
  readonly admin: string;
  readonly user: string;
  /** The options of the default context. */
  readonly options: string;
}

export interface OptionBody {
  readonly id: number;
  readonly optionvalue: string;
  readonly sequence: number;
  readonly disabled: boolean;
}

export interface PageBody<Value> {
  readonly total: number;
  readonly values: readonly Value[];
}

export function addressesOf(id: string): EditorField {
  const number = Number(id.replace('customfield_', ''));
  const user = `${base}/user/customfields/${number}`;
  return {
    id,
    number,
    admin: `${base}/admin/customfields/${number}`,
    user,
    options: `${user}/contexts/default/options`,
  };
}

/** A field of the demo world. */
export const fieldOfDemo = (jira: TestJira, name: string): EditorField => addressesOf(fieldNamed(jira, name));

/** Address of the options of one context. */
export const optionsIn = (field: EditorField, contextId: number | string) =>
  `${field.user}/contexts/${contextId}/options`;
export const childrenOf = (options: string, id: number) => `${options}/${id}/childoptions`;

/** A new field, made through Jira's API, on which bob has a global grant, given through the app's. */
export async function grantedField(jira: TestJira, type = 'select'): Promise<EditorField> {
  const field = addressesOf(await newField(jira, type));
  await grant(jira, field, { user: 'bob' });
  return field;
}

/** Grants a user or a group, on the field or on one of its contexts. */
export async function grant(
  jira: TestJira,
  field: EditorField,
  to: { readonly user?: string; readonly group?: string },
  contextId?: number | string,
): Promise<void> {
  const place = contextId === undefined ? { type: 'GLOBAL' } : { type: 'CONTEXT', contextId: Number(contextId) };
  bodyOf(await jira.admin.patch(field.admin, { ...to, ...place, action: 'GRANT' }), 200);
}

export async function contextIdsOf(jira: TestJira, { id }: EditorField): Promise<number[]> {
  return (await contextsOf(jira, id)).map((context) => Number(context.id));
}

/** Adds options, one after the other. */
export async function add(user: TestUser, options: string, ...values: readonly string[]): Promise<OptionBody[]> {
  const made: OptionBody[] = [];
  for (const optionvalue of values) made.push(bodyOf(await user.post(options, { optionvalue }), 200));
  return made;
}

/** Adds one option, and gives its ID. */
export async function addOne(user: TestUser, options: string, value: string): Promise<number> {
  return ((await add(user, options, value)) as [OptionBody])[0].id;
}

export async function listed(user: TestUser, options: string): Promise<readonly OptionBody[]> {
  return bodyOf(await user.get(options), 200);
}

export async function values(user: TestUser, options: string): Promise<string[]> {
  return (await listed(user, options)).map(({ optionvalue }) => optionvalue);
}

export async function sequences(user: TestUser, options: string): Promise<number[]> {
  return (await listed(user, options)).map(({ sequence }) => sequence);
}

/** The values of the only context of a field, as Jira's API lists them. */
export async function valuesInJira(jira: TestJira, { id }: EditorField): Promise<string[]> {
  return valuesOf(jira, optionsAt(id, await onlyContextOf(jira, id)));
}

/** A validation error: its status and the properties that it names. */
export function namedBy({ status, body }: Response): [status: number, ...names: string[]] {
  const { errors = [] } = body as { errors?: { name: string }[] };
  return [status, ...errors.map(({ name }) => name)];
}

export const refused = (property: string) => [400, property];

export const subCodeOf = ({ status, body }: Response) => [status, (body as { subCode?: number }).subCode];
