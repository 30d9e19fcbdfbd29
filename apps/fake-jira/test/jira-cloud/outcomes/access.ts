import { operation, operations } from '@fake-jira/openapi';
import type { TestJira, TestUser } from '../../support/jira.js';
import { fieldOperationIds, to, type FieldOperationId } from './requests.js';
import {
  mentions,
  says,
  scenario,
  type Expectation,
  type OutcomeKey,
  type OutcomeTable,
  type Scenario,
} from './scenario.js';

type AccessKey = Extract<OutcomeKey, `${string} 401` | `${string} 403`>;

/** The sentences for somebody who is no administrator, where the document has one. */
const sentences: readonly (readonly [string, readonly FieldOperationId[]])[] = [
  ['Only Jira administrators can access fields.', ['getFieldsPaginated', 'getTrashedFieldsPaginated']],
  ['Only Jira administrators can edit custom fields.', ['updateCustomField']],
  [
    'Only Jira administrators can access custom field contexts.',
    [
      'getContextsForField',
      'createCustomFieldContext',
      'getDefaultValues',
      'setDefaultValues',
      'getIssueTypeMappingsForContexts',
      'getCustomFieldContextsForProjectsAndIssueTypes',
      'getProjectContextMapping',
      'updateCustomFieldContext',
      'deleteCustomFieldContext',
      'addIssueTypesToContext',
      'removeIssueTypesFromContext',
      'assignProjectsToCustomFieldContext',
      'removeCustomFieldContextFromProjects',
    ],
  ],
  [
    'Only Jira administrators can manage custom field options.',
    [
      'getOptionsForContext',
      'createCustomFieldOption',
      'updateCustomFieldOption',
      'reorderCustomFieldOptions',
      'deleteCustomFieldOption',
    ],
  ],
];

/** What only one operation refuses to somebody who may otherwise use it. */
const special: { readonly [K in AccessKey]?: Scenario } = {
  'replaceIssueFieldOption 403': scenario(
    'when an administrator who is no app wants to override the screens',
    to('replaceIssueFieldOption', { query: 'overrideScreenSecurity=true' }),
    says('Connect and Forge app users with Administer Jira global permission can override screen security.'),
  ),
};

/** Every 401 and 403 that the spec lists: the request that otherwise succeeds, from somebody who may not make it. */
export const accessOutcomes = Object.fromEntries(
  operations('jira-cloud')
    .filter(({ operationId }) => (fieldOperationIds as string[]).includes(operationId))
    .flatMap(({ operationId, statuses }) =>
      ([401, 403] as const)
        .filter((status) => statuses.includes(status))
        .map((status) => accessOutcome(operationId as FieldOperationId, status)),
    ),
) as OutcomeTable<AccessKey>;

function accessOutcome(id: FieldOperationId, status: 401 | 403) {
  const key = `${id} ${status}` as AccessKey;
  const refusals = status === 401 ? unauthenticated(id) : forbidden(id);
  return [key, [...refusals, ...(special[key] ? [special[key]] : [])]] as const;
}

function unauthenticated(id: FieldOperationId): Scenario[] {
  const asks: Expectation = ({ response }) => expect(response.headers['www-authenticate']).toMatch(/^Basic /);
  const wrongPassword = scenario(
    'when the password is wrong',
    to(id, {}, (jira) => jira.as('admin', 'wrong')),
    says('Client must be authenticated to access this resource.'),
    asks,
  );
  if (operation(id).access === 'anonymous') return [wrongPassword];
  const anonymous = (jira: TestJira): TestUser => jira.anonymous;
  return [
    scenario(
      'when nobody has signed in',
      to(id, {}, anonymous),
      says('Client must be authenticated to access this resource.'),
      asks,
    ),
    wrongPassword,
  ];
}

function forbidden(id: FieldOperationId): Scenario[] {
  const sentence = sentences.find(([, ids]) => ids.includes(id))?.[0];
  return [
    scenario(
      'when the caller is no administrator',
      to(id, {}, (jira) => jira.bob),
      sentence === undefined ? mentions('Only Jira administrators') : says(sentence),
    ),
  ];
}
