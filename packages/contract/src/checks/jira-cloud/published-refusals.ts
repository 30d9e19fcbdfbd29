import type { OperationId } from '@fake-jira/openapi';

/** What the document prints as the body of a refusal, and which operations it stands at. */
export const publishedRefusals: readonly (readonly [status: number, sentence: string, ids: readonly OperationId[]])[] =
  [
    [400, 'Only custom fields can be queried.', ['getFieldsPaginated', 'getTrashedFieldsPaginated']],
    [400, 'searcherKey is invalid for the field type.', ['updateCustomField']],
    [400, 'All default values in the request must have the same type.', ['setDefaultValues']],
    [
      400,
      'Duplicate project and issue type mappings cannot be provided.',
      ['getCustomFieldContextsForProjectsAndIssueTypes'],
    ],
    [400, 'The contextId has to be provided.', ['updateCustomFieldContext', 'deleteCustomFieldContext']],
    [400, 'These issue types are already associated with the context: 10001.', ['addIssueTypesToContext']],
    [400, 'These issue types are not associated with the context: 10002.', ['removeIssueTypesFromContext']],
    [
      400,
      "The custom field doesn't support options.",
      ['getOptionsForContext', 'createCustomFieldOption', 'updateCustomFieldOption', 'deleteCustomFieldOption'],
    ],
    [
      400,
      "'after' and 'position' were provided. Only 'after' or 'position' can be specified.",
      ['reorderCustomFieldOptions'],
    ],
    [
      400,
      'The projectIds must not contain duplicates.',
      ['assignProjectsToCustomFieldContext', 'removeCustomFieldContextFromProjects'],
    ],
    [400, 'The name is used by another screen.', ['createScreen']],
    [
      400,
      "Parameter 'maxResults' must not exceed the limit '200'",
      ['getCreateIssueMetaIssueTypes', 'getCreateIssueMetaIssueTypeId'],
    ],
    [403, 'Only Jira administrators can access fields.', ['getFieldsPaginated', 'getTrashedFieldsPaginated']],
    [403, 'Only Jira administrators can edit custom fields.', ['updateCustomField']],
    [
      403,
      'Only Jira administrators can access custom field contexts.',
      [
        'getContextsForField',
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
      403,
      'Only Jira administrators can manage custom field options.',
      [
        'getOptionsForContext',
        'createCustomFieldOption',
        'updateCustomFieldOption',
        'reorderCustomFieldOptions',
        'deleteCustomFieldOption',
      ],
    ],
    [403, 'Only Jira administrators can manage screens.', ['createScreen']],
    [
      403,
      'Connect and Forge app users with Administer Jira global permission can override screen security.',
      ['replaceIssueFieldOption'],
    ],
    [
      404,
      'The custom field was not found.',
      [
        'updateCustomField',
        'getContextsForField',
        'getDefaultValues',
        'getProjectContextMapping',
        'getOptionsForContext',
        'createCustomFieldOption',
        'updateCustomFieldOption',
        'reorderCustomFieldOptions',
        'deleteCustomFieldOption',
      ],
    ],
    [
      404,
      'The context was not found.',
      [
        'setDefaultValues',
        'updateCustomFieldContext',
        'deleteCustomFieldContext',
        'addIssueTypesToContext',
        'removeIssueTypesFromContext',
        'assignProjectsToCustomFieldContext',
        'removeCustomFieldContextFromProjects',
      ],
    ],
    [404, 'These projects were not found: 10005.', ['getCustomFieldContextsForProjectsAndIssueTypes']],
    [
      409,
      'Sub-tasks are disabled in Jira. At least one of the issue types is a sub-task.',
      ['createCustomFieldContext', 'addIssueTypesToContext'],
    ],
  ];

/** The sentence that the document prints for a refusal; `undefined` where it prints none. */
export function publishedSentence(id: OperationId, status: number): string | undefined {
  return publishedRefusals.find(([of, , ids]) => of === status && ids.includes(id))?.[1];
}
