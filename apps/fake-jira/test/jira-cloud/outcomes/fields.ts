import { browsers, customer, inTrash, locked } from './demo.js';
import { fieldNotFound, negativeStartOf, unknownFieldOf } from './refusals.js';
import { to } from './requests.js';
import { afterwards, has, mentions, says, scenario, type OutcomeTable } from './scenario.js';

const searcher = 'com.atlassian.jira.plugin.system.customfieldtypes:textsearcher';

export const fieldOutcomes = {
  'getFields 200': scenario('with system and custom fields', to('getFields'), ({ response }) => {
    const byId = new Map((response.body as { id: string }[]).map((field) => [field.id, field]));
    expect(byId.get('summary')).toMatchObject({
      name: 'Summary',
      custom: false,
      schema: { type: 'string', system: 'summary' },
    });
    expect(byId.get(browsers)).toMatchObject({
      name: 'Browsers',
      custom: true,
      schema: { type: 'option', customId: 10000 },
    });
    expect(byId.has(inTrash)).toBe(false);
  }),

  'createCustomField 201': scenario(
    'with the field, which is there for the next request',
    to('createCustomField'),
    has({ id: 'customfield_10019', name: 'Colour', custom: true, schema: { type: 'option', customId: 10019 } }),
    afterwards(to('getFieldsPaginated', { query: 'type=custom&id=customfield_10019&expand=searcherKey' }), {
      values: [
        {
          name: 'Colour',
          description: 'Its main colour',
          searcherKey: 'com.atlassian.jira.plugin.system.customfieldtypes:multiselectsearcher',
        },
      ],
    }),
    afterwards(to('getContextsForField', { path: { fieldId: 'customfield_10019' } }), {
      values: [{ isGlobalContext: true, isAnyIssueType: true }],
    }),
  ),
  'createCustomField 400': [
    scenario(
      'when the type is missing',
      to('createCustomField', { body: { name: 'Colour' } as never }),
      mentions('type is required'),
    ),
    scenario(
      'when the type is not known',
      to('createCustomField', { body: { name: 'Colour', type: 'x:colourpicker' } }),
      says("The custom field type 'x:colourpicker' is not known."),
    ),
    scenario(
      'when the name is blank',
      to('createCustomField', { body: { name: ' ', type: 'textfield' } }),
      says('The name of the custom field must not be empty.'),
    ),
  ],

  'getFieldsPaginated 200': scenario(
    'with the fields that fit the search, and what was asked to be expanded',
    to('getFieldsPaginated'),
    has({
      startAt: 0,
      total: 1,
      isLast: true,
      values: [{ id: browsers, name: 'Browsers', key: browsers, isLocked: false, contextsCount: 2 }],
    }),
  ),
  'getFieldsPaginated 400': [
    scenario(
      'when system fields are asked for',
      to('getFieldsPaginated', { query: 'type=system' }),
      says('Only custom fields can be queried.'),
    ),
    negativeStartOf('getFieldsPaginated'),
  ],

  'updateCustomField 204': scenario(
    'and the field has another name, its description and its values',
    to('updateCustomField'),
    afterwards(to('getFieldsPaginated', { query: `id=${browsers}` }), {
      values: [{ name: 'Browser', description: 'A list of all browsers' }],
    }),
    afterwards((jira) => jira.bob.get('/rest/api/3/issue/TEST-1'), { fields: { [browsers]: { value: 'safari' } } }),
  ),
  'updateCustomField 400': [
    scenario(
      'when the searcher is not one for the type of the field',
      to('updateCustomField', { body: { searcherKey: searcher as never } }),
      says('searcherKey is invalid for the field type.'),
    ),
    scenario(
      'when the field is locked',
      to('updateCustomField', { path: { fieldId: locked } }),
      says(`The custom field '${locked}' is locked and cannot be changed.`),
    ),
    scenario(
      'when the name has 256 characters',
      to('updateCustomField', { path: { fieldId: customer }, body: { name: 'n'.repeat(256) } }),
      mentions('255'),
    ),
  ],
  'updateCustomField 404': [
    unknownFieldOf('updateCustomField'),
    scenario('when the field is in the trash', to('updateCustomField', { path: { fieldId: inTrash } }), fieldNotFound),
  ],
} satisfies Partial<OutcomeTable>;
