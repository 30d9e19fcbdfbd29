import type { ExtenderOperations, OperationId } from '@fake-jira/openapi';
import { fieldType } from '@fake-jira/world';
import type { Response } from 'supertest';
import { requestOf, type OperationRequest } from '../support/operation-requests.js';
import type { TestJira, TestUser } from '../support/jira.js';

export type ExtenderOperationId = keyof ExtenderOperations;

export const typeKey = (shortKey: string) => fieldType(shortKey).key;

// Ids in the world `demo`, which are counted in the order of its entries (packages/fixtures/src/presets/demo.ts).

export const field = {
  browsers: '10000',
  animals: '10001',
  teams: '10002',
  platforms: '10004',
  /** A text field: it has no options. */
  customer: '10006',
  /** It is locked. */
  approvers: '10014',
  /** It is in the trash. */
  oldRating: '10016',
  unknown: '99999',
};

export const scheme = {
  browsers: '10100',
  browsersInTest: '10101',
  animals: '10102',
  teams: '10103',
  teamsInShop: '10104',
  platformsInShop: '10106',
  /** It applies to no project. */
  leftOver: '10107',
  customer: '10109',
  unknown: '99999',
};

export const value = {
  firefox: 10000,
  chrome: 10001,
  safari: 10002,
  edge: 10003,
  cats: 10006,
  leo: 10008,
  dogs: 10010,
};

/** For each operation a request that an administrator succeeds with in the world `demo`. */
export const requests = {
  extenderGetFields: {},
  extenderGetFieldTypes: {},
  extenderAddField: {
    body: {
      fieldName: 'Colours',
      fieldDescription: 'Of the box',
      fieldTypeKey: typeKey('select'),
      optionNames: ['red'],
    },
  },
  extenderDeleteFields: { body: { customField: ['Customer', '10000'] } },
  extenderGetConfigSchemes: { path: { customFieldId: field.browsers } },
  extenderRemoveConfigScheme: { path: { configSchemeId: scheme.browsersInTest } },
  extenderClearConfigSchemes: { path: { customFieldId: 'all' } },
  extenderAddConfigScheme: { path: { customFieldId: field.browsers }, body: { projects: ['SHOP'] } },
  extenderAddConfigSchemes: {
    path: { customFieldId: field.browsers },
    body: { issueTypes: [[], ['Story']], projects: [['SHOP'], ['OPS']], optionNames: [['opera'], []] },
  },
  extenderUpdateConfigScheme: { path: { configSchemeId: scheme.browsersInTest }, body: { projects: ['SHOP'] } },
  extenderUpdateAllConfigSchemes: { path: { customFieldId: field.browsers }, body: { issueTypes: ['Story'] } },
  extenderGetValues: { path: { configSchemeId: scheme.animals } },
  extenderAddValues: { path: { configSchemeId: scheme.browsers }, body: { optionName: ['opera', 'lynx'] } },
  extenderEditValue: {
    path: { configSchemeId: scheme.browsers, optionId: String(value.chrome) },
    body: { name: 'chromium', disabled: false, position: 4 },
  },
  extenderRemoveValues: { body: { optionId: [value.safari, value.edge] } },
  extenderSortValues: { path: { configSchemeId: scheme.browsers } },
  extenderSortChildValues: { path: { configSchemeId: scheme.animals, parentOptionId: String(value.cats) } },
  extenderGetScreens: { path: { customFieldId: field.browsers } },
} satisfies { readonly [Id in ExtenderOperationId]: OperationRequest<Id> };

export const extenderOperationIds = Object.keys(requests) as ExtenderOperationId[];

/**
 * Sends a request of an operation: the one that succeeds, with what is given in place of its parts.
 *
 * @param given - `body`: also one that the spec does not allow
 */
export function to(
  jira: TestJira,
  id: ExtenderOperationId,
  given: { readonly path?: Record<string, string>; readonly query?: string; readonly body?: unknown } = {},
  as: TestUser = jira.admin,
): Promise<Response> {
  const { method, address, body } = requestOf(id as OperationId, requests[id], given as OperationRequest);
  return as[method](address, body);
}

interface Lists {
  readonly customFields: readonly FieldBody[];
  readonly customFieldSchemes: readonly SchemeBody[];
  readonly schemeOptions: readonly ValueBody[];
}

export interface FieldBody {
  readonly id: number;
  readonly name: string;
  readonly issuesWithValue: number;
  readonly lastValueUpdate: number | 'never';
}

export interface SchemeBody {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  readonly associatedProjects: readonly { readonly id: number; readonly key: string; readonly name: string }[];
  readonly issueTypes: readonly { readonly id: string; readonly name: string }[];
}

export interface ValueBody {
  readonly id: number;
  readonly name: string;
  readonly position: number;
  readonly disabled: boolean;
  readonly childOptions?: readonly (ValueBody & { readonly parentId: number })[];
}

async function list<Key extends keyof Lists>(answer: Promise<Response>, key: Key): Promise<Lists[Key]> {
  const { status, body, text } = await answer;
  if (status !== 200) throw new Error(`Expected 200, got ${status}: ${text}`);
  return (body as Lists)[key];
}

export const fieldsOf = (jira: TestJira) => list(to(jira, 'extenderGetFields'), 'customFields');

export const schemesOf = (jira: TestJira, customFieldId: string) =>
  list(to(jira, 'extenderGetConfigSchemes', { path: { customFieldId } }), 'customFieldSchemes');

export const valuesOf = (jira: TestJira, configSchemeId: string | number) =>
  list(to(jira, 'extenderGetValues', { path: { configSchemeId: String(configSchemeId) } }), 'schemeOptions');

/** A scheme of a field in short: its projects' keys and its issue types' names. */
export async function reachOf(jira: TestJira, customFieldId: string): Promise<Record<number, [string[], string[]]>> {
  const schemes = await schemesOf(jira, customFieldId);
  return Object.fromEntries(
    schemes.map(({ id, associatedProjects, issueTypes }) => [
      id,
      [associatedProjects.map(({ key }) => key), issueTypes.map(({ name }) => name)],
    ]),
  );
}

export const names = (values: readonly { readonly name: string }[]) => values.map(({ name }) => name);

/** The message of an answer that succeeded. */
export async function messageOf(answer: Promise<Response>): Promise<string> {
  const { status, body, text } = await answer;
  if (status !== 200 && status !== 201) throw new Error(`Expected success, got ${status}: ${text}`);
  return (body as { message: string }).message;
}

export const forAll = 'Global (all issues)';
