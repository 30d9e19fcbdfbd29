import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { operations, type OperationId } from '@fake-jira/openapi';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import { parse } from 'yaml';

export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

/** Something in an answer that the published document does not have. */
export interface Difference {
  readonly operationId: OperationId;
  readonly status: number;
  readonly kind: 'status' | 'no-body' | 'no-json' | 'schema';
  /** JSON pointer into the body. */
  readonly pointer: string;
  /** What the schema says of that part, e.g. `additionalProperties`. */
  readonly keyword?: string;
  /** The property that is too much. */
  readonly property?: string;
  readonly message: string;
}

/** A place in which the published document contradicts itself or what it describes, so that a right answer differs. */
export interface SelfContradiction {
  readonly id: string;
  /** The operations whose answers differ because of it; any, where none is named. */
  readonly operationIds?: readonly OperationId[];
  readonly where: string;
  readonly why: string;
  readonly covers: (difference: Difference, exchange: Exchange) => boolean;
}

/** Statuses that occur, which the document does not list. Our spec lists them, and says how they are known. */
export const statusesNotListed: { readonly [Id in OperationId]?: readonly number[] } = {
  // A missing right. Of creating a field it says 400, which the tests of a public client do not see.
  createCustomField: [401, 403],
  createCustomFieldContext: [403],
  // Missing credentials, of which the operations on app options speak only as 403.
  getAllIssueFieldOptions: [401],
  createIssueFieldOption: [401],
  getIssueFieldOption: [401],
  updateIssueFieldOption: [401],
  deleteIssueFieldOption: [400, 401],
  replaceIssueFieldOption: [401],
  // Parameters that are not of the type the document has for them, and ids that name nothing.
  getContextsForField: [400],
  getDefaultValues: [400],
  getIssueTypeMappingsForContexts: [400, 404],
  getProjectContextMapping: [400],
  getContextsForFieldDeprecated: [400, 404],
  getScreensForField: [400, 404],
  getSelectableIssueFieldOptions: [400],
  getVisibleIssueFieldOptions: [400],
  getUser: [400],
  getAllUsers: [401],
  findGroups: [400, 401],
  getScreens: [400],
  getAllScreenTabFields: [400],
  getIssue: [400],
  getEditIssueMeta: [400],
  getCreateIssueMetaIssueTypes: [404],
  getCreateIssueMetaIssueTypeId: [404],
  // A field that a task deletes; a project that has a context (jira.project-taken-status).
  trashCustomField: [409],
  restoreCustomField: [409],
  assignProjectsToCustomFieldContext: [409],
};

/** What transport can answer to any request. */
export const transportStatuses: readonly number[] = [413, 415, 429];

const isAdditional = ({ keyword, property = '' }: Difference, ...names: string[]) =>
  keyword === 'additionalProperties' && names.includes(property);

export const selfContradictions = [
  {
    id: 'answers-before-an-operation-runs',
    where: 'what Cloud was recorded to say of any request: bare lines, problems of RFC 9457, the bearer of no app',
    why: 'The document speaks of what operations answer, and has one form of an error.',
    covers: (_difference, { status, headers, body }) =>
      String(headers['content-type']).startsWith('application/problem+json') ||
      (status === 401 && typeof body === 'string') ||
      (status === 403 && (body as { error?: unknown }).error !== undefined),
  },
  {
    id: 'answers-without-a-body',
    where: 'responses 204 and 303',
    why: 'They are declared with JSON content. HTTP allows no body with 204; the 303 is said to be followed to the task.',
    covers: ({ kind, status }) => kind === 'no-body' && (status === 204 || status === 303),
  },
  {
    id: 'untranslated-name',
    operationIds: ['getFields', 'createCustomField', 'getCreateIssueMeta'],
    where: 'schemas FieldDetails, IssueTypeIssueCreateMetadata',
    why: 'They allow no further property. The example of the field that is created has `untranslatedName`, and so have the issue types that two Clouds were recorded to answer.',
    covers: (difference) => isAdditional(difference, 'untranslatedName'),
  },
  {
    id: 'dates-of-the-trash',
    operationIds: ['getTrashedFieldsPaginated'],
    where: 'schema Field',
    why: 'It allows no further property, and the fields of the example say when and by whom they were put in the trash.',
    covers: (difference) => isAdditional(difference, 'trashedDate', 'trashedBy', 'plannedDeletionDate'),
  },
  {
    id: 'forms-of-default-values',
    operationIds: ['getDefaultValues'],
    where: 'schema CustomFieldContextDefaultValue',
    why: 'Exactly one of 27 forms has to fit, of which many fit at once; and no property is allowed besides none.',
    covers: ({ pointer }, { body }) => {
      const index = /^\/values\/(\d+)/.exec(pointer)?.[1];
      return index !== undefined && hasAFormOfItsType((body as { values: Json[] }).values[Number(index)] as Json);
    },
  },
  {
    id: 'context-that-is-null',
    operationIds: ['getCustomFieldContextsForProjectsAndIssueTypes'],
    where: 'schema ContextForProjectAndIssueType',
    why: 'Its `contextId` is a string, and null in the example where no context applies.',
    covers: ({ pointer, keyword }, { body }) =>
      keyword === 'type' && /^\/values\/\d+\/contextId$/.test(pointer) && valueAt(body, pointer) === null,
  },
  {
    id: 'nothing-in-a-change',
    operationIds: ['getIssue'],
    where: 'schema ChangeDetails',
    why: 'It has texts alone. A field that had or has no value is null, as in the example of a change that the documentation of webhooks gives.',
    covers: ({ pointer, keyword }, { body }) =>
      keyword === 'type' &&
      /^\/changelog\/histories\/\d+\/items\/\d+\/(from|fromString|to|toString)$/.test(pointer) &&
      valueAt(body, pointer) === null,
  },
  {
    id: 'offset-without-colon',
    where: 'format date-time',
    why: 'It is that of RFC 3339, whose offset has a colon; every example has +0000.',
    covers: ({ pointer, keyword }, { body }) =>
      keyword === 'format' && /^[\d-]{10}T[\d:.]{12}[+-]\d{4}$/.test(String(valueAt(body, pointer))),
  },
  {
    id: 'default-locale',
    operationIds: ['getServerInfo'],
    where: 'schema ServerInformation',
    why: 'It allows no further property, and its example has `defaultLocale`.',
    covers: (difference) => isAdditional(difference, 'defaultLocale'),
  },
  {
    id: 'server-time-zone',
    operationIds: ['getServerInfo'],
    where: 'schema ServerInformation',
    why: 'Its `serverTimeZone` is an object, and the name of a time zone in the description and the example.',
    covers: ({ pointer, keyword }) => keyword === 'type' && pointer === '/serverTimeZone',
  },
  {
    id: 'statuses-not-listed',
    operationIds: Object.keys(statusesNotListed) as OperationId[],
    where: 'responses',
    why: 'It asks for rights, credentials and types of parameters without saying what answers those who do without.',
    covers: ({ kind, operationId, status }) =>
      kind === 'status' && statusesNotListed[operationId]?.includes(status) === true,
  },
  {
    id: 'statuses-of-transport',
    where: 'responses',
    why: 'What any request can be answered with is listed almost nowhere: bodies that are too large or no JSON, too many requests.',
    covers: ({ kind, status }) => kind === 'status' && transportStatuses.includes(status),
  },
] as const satisfies readonly SelfContradiction[];

export type ContradictionId = (typeof selfContradictions)[number]['id'];

/** The published document, where it lies beside the checkout: it is not ours to hand on. */
const file = fileURLToPath(
  new URL('../../../../../shared/reference/jira-cloud-platform-subset.openapi.yml', import.meta.url),
);

export const hasReference = existsSync(file);

/**
 * Holds an answer to the published document too, where it is beside the checkout.
 *
 * @throws where they differ and none of {@link selfContradictions} says why
 */
export function compareWithReference(exchange: Exchange): void {
  if (!hasReference) return;
  const unexplained = differencesFromReference(exchange).filter((difference) => !explanationOf(difference, exchange));
  if (unexplained.length === 0) return;
  throw new Error(
    [
      `${exchange.method} ${exchange.path} → ${exchange.status} is not what the published document says,`,
      'and no entry of selfContradictions says why it is right all the same:',
      ...unexplained.map(({ operationId, pointer, message }) => `  ${operationId} ${pointer} ${message}`),
      JSON.stringify(exchange.body),
    ].join('\n'),
  );
}

export function explanationOf(difference: Difference, exchange: Exchange): ContradictionId | undefined {
  return (selfContradictions as readonly SelfContradiction[]).find(
    ({ operationIds, covers }) =>
      (!operationIds || operationIds.includes(difference.operationId)) && covers(difference, exchange),
  )?.id as ContradictionId | undefined;
}

/** Where an answer is not what the published document says; nothing for an operation that it does not have. */
export function differencesFromReference(exchange: Exchange): Difference[] {
  const { method, status, body } = exchange;
  const found = referenceOperation(method, exchange.path);
  if (!found || isNotServed(exchange)) return [];
  const { operationId, responses } = found;
  const difference = (kind: Difference['kind'], message: string): Difference[] => [
    { operationId, status, kind, pointer: '', message },
  ];
  const response = responses[String(status)];
  if (!response) return difference('status', `${status} is not listed, only ${Object.keys(responses).join(', ')}`);
  // A response without a schema says nothing about its body.
  const schema = response.content?.['application/json']?.schema;
  if (!schema) return [];
  if (body === undefined) return difference('no-body', 'there is no body');
  const type = exchange.headers['content-type'] as string | undefined;
  if (!type?.startsWith('application/json')) return difference('no-json', `the body is ${type}`);
  return errorsOf(`${operationId} ${status}`, schema, body).map((error) => ({
    operationId,
    status,
    kind: 'schema',
    pointer: error.instancePath,
    keyword: error.keyword,
    ...(error.keyword === 'additionalProperties' && { property: String(error.params['additionalProperty']) }),
    message: `${error.message ?? error.keyword} ${JSON.stringify(error.params)}`,
  }));
}

/** Whether this Jira does not have the operation: Data Center does not have all that the document of Cloud has. */
function isNotServed({ status, body }: Exchange): boolean {
  const { message, errorMessages } = (body ?? {}) as { message?: string; errorMessages?: string[] };
  const text = message ?? errorMessages?.[0] ?? '';
  return status === 405 || (status === 404 && /^(null for uri: |There is no resource at )/.test(text));
}

type Json = Readonly<Record<string, unknown>>;

interface Responses {
  readonly [status: string]:
    | { readonly content?: { readonly 'application/json'?: { readonly schema?: Json; readonly example?: unknown } } }
    | undefined;
}

interface ReferenceDocument {
  readonly paths: Record<string, Record<string, { readonly operationId: string; readonly responses: Responses }>>;
  readonly components: { readonly schemas: Record<string, Json> };
}

/** The document is parsed at the first answer, a validator per operation and status compiled when it is needed. */
let reference: ReturnType<typeof load> | undefined;
const loaded = () => (reference ??= load());

function load() {
  const { paths, components } = parse(readFileSync(file, 'utf8')) as ReferenceDocument;
  const ajv = new Ajv({ allErrors: true, strict: false, validateSchema: false, logger: false });
  formats.default(ajv);
  // That of ajv-formats takes an offset without a colon, which RFC 3339 does not have.
  ajv.addFormat('date-time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i);
  ajv.addSchema({ $id: 'reference', components });
  const routes = Object.entries(paths)
    .map(([path, item]) => ({ path, pattern: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`), item }))
    // Literal segments first: `/field/search` is no field of that id.
    .sort((a, b) => (literalsFirst(a.path) < literalsFirst(b.path) ? -1 : 1));
  return { components, ajv, routes, validators: new Map<string, ValidateFunction>() };
}

const literalsFirst = (path: string) => path.replace(/\{\w+\}/g, '~');

/** Its ids are ours in small letters with a prefix. */
const operationIds = new Map(
  operations('jira-cloud').map(({ operationId }) => [`atlassian${operationId}`.toLowerCase(), operationId]),
);

/** Looked up as version 3, under which the document has everything; what only Data Center has is not in it. */
export function referenceOperation(method: string, path: string) {
  const address = path.replace(/^\/rest\/api\/(2|latest)(?=\/)/, '/rest/api/3').replace(/\/+$/, '');
  const found = loaded().routes.find(({ pattern, item }) => pattern.test(address) && item[method.toLowerCase()]);
  const operation = found?.item[method.toLowerCase()];
  const operationId = operation && operationIds.get(operation.operationId.toLowerCase());
  return operationId && { operationId, responses: operation.responses };
}

function errorsOf(key: string, schema: Json, value: unknown): readonly ErrorObject[] {
  const { ajv, validators } = loaded();
  let validate = validators.get(key);
  if (!validate) {
    validate = ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"reference#/')) as Json);
    validators.set(key, validate);
  }
  return validate(value) ? [] : (validate.errors ?? []);
}

/** Whether a default value is right by the form that its type names; one without a type, by any form. */
function hasAFormOfItsType(value: Json): boolean {
  const { CustomFieldContextDefaultValue: ofAllForms } = loaded().components.schemas;
  const { mapping } = ofAllForms?.['discriminator'] as { readonly mapping: Record<string, string> };
  const types = value['type'] === undefined ? Object.keys(mapping) : [value['type'] as string];
  return types.some((type) => {
    const $ref = mapping[type];
    return $ref !== undefined && errorsOf(`default value ${type}`, { $ref }, { ...value, type }).length === 0;
  });
}

function valueAt(body: unknown, pointer: string): unknown {
  const parts = pointer.split('/').slice(1);
  return parts.reduce<unknown>((value, part) => (value as Json)[part], body);
}
