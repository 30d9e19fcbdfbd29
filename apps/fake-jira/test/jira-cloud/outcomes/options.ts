import { animals, browsers, context, customer, option } from './demo.js';
import { contextWithoutNumberOf, unknownContextOf, unknownFieldOf } from './refusals.js';
import { to, type FieldOperationId } from './requests.js';
import { afterwards, has, mentions, says, scenario, type OutcomeTable } from './scenario.js';

const withoutOptions = (id: FieldOperationId) =>
  scenario(
    'when the field is one without options',
    to(id, { path: { fieldId: customer, contextId: context.customer } }),
    says("The custom field doesn't support options."),
  );

const unknownOption = says(`These options were not found: ${option.unknown}.`);

const animalsNow = (values: object[]) =>
  afterwards(to('getOptionsForContext', { query: 'onlyOptions=true' }), { values });

const ofBrowsers = { fieldId: browsers, contextId: context.browsers };

export const optionOutcomes = {
  'getOptionsForContext 200': scenario(
    'with the options, those below another with its id',
    to('getOptionsForContext'),
    has({ total: 8, maxResults: 100, isLast: true }),
    ({ response }) => {
      const { values } = response.body as { values: object[] };
      expect(values).toContainEqual({ id: option.cats, value: 'cats', disabled: false });
      expect(values).toContainEqual({ id: option.micki, value: 'micki', disabled: false, optionId: option.cats });
      expect(values).toContainEqual({ id: '10009', value: 'tom', disabled: true, optionId: option.cats });
    },
  ),
  'getOptionsForContext 400': [withoutOptions('getOptionsForContext'), contextWithoutNumberOf('getOptionsForContext')],
  'getOptionsForContext 404': [unknownFieldOf('getOptionsForContext'), unknownContextOf('getOptionsForContext')],

  'createCustomFieldOption 200': scenario(
    'with the options, which stand behind those of their level',
    to('createCustomFieldOption'),
    has({
      options: [
        { id: '10029', value: 'birds', disabled: true },
        { id: '10030', value: 'felix', disabled: false, optionId: option.cats },
      ],
    }),
    animalsNow([{ value: 'cats' }, { value: 'dogs' }, { value: 'fish' }, { value: 'birds' }]),
  ),
  'createCustomFieldOption 400': [
    withoutOptions('createCustomFieldOption'),
    scenario(
      'when a value is there already, and makes none of them',
      to('createCustomFieldOption', { body: { options: [{ value: 'birds' }, { value: 'cats' }] } }),
      says(`The value 'cats' is used by option ${option.cats}.`),
    ),
    scenario(
      'when there are more than 1000 in the request',
      to('createCustomFieldOption', {
        body: { options: Array.from({ length: 1001 }, (_, i) => ({ value: `animal ${i}` })) },
      }),
      says('1001 options were provided, a request can hold 1000.'),
    ),
    scenario(
      'when options below another are not possible in the field',
      to('createCustomFieldOption', {
        path: ofBrowsers,
        body: { options: [{ value: 'nightly', optionId: option.firefox }] },
      }),
      mentions('optionId'),
    ),
  ],
  'createCustomFieldOption 404': [
    unknownFieldOf('createCustomFieldOption'),
    unknownContextOf('createCustomFieldOption'),
    scenario(
      'when there is no such option to stand below',
      to('createCustomFieldOption', { body: { options: [{ value: 'felix', optionId: option.unknown }] } }),
      unknownOption,
    ),
  ],

  'updateCustomFieldOption 200': scenario(
    'with the options that have changed, and not those that stay as they are',
    to('updateCustomFieldOption'),
    ({ response }) =>
      expect(response.body).toEqual({ options: [{ id: option.cats, value: 'big cats', disabled: false }] }),
    animalsNow([{ id: option.cats, value: 'big cats' }, { value: 'dogs' }, { value: 'fish' }]),
  ),
  'updateCustomFieldOption 400': [
    withoutOptions('updateCustomFieldOption'),
    scenario(
      'when a value is that of another option',
      to('updateCustomFieldOption', { body: { options: [{ id: option.cats, value: 'dogs' }] } }),
      says(`The value 'dogs' is used by option ${option.dogs}.`),
    ),
  ],
  'updateCustomFieldOption 404': [
    unknownFieldOf('updateCustomFieldOption'),
    unknownContextOf('updateCustomFieldOption'),
    scenario(
      'when one of them is not there, and changes none',
      to('updateCustomFieldOption', {
        body: {
          options: [
            { id: option.cats, value: 'big cats' },
            { id: option.unknown, value: 'unicorns' },
          ],
        },
      }),
      unknownOption,
    ),
  ],

  'reorderCustomFieldOptions 204': scenario(
    'and the options stand in the order given',
    to('reorderCustomFieldOptions'),
    animalsNow([{ id: option.fish }, { id: option.dogs }, { id: option.cats }]),
  ),
  'reorderCustomFieldOptions 400': [
    scenario(
      'when both after and position are given',
      to('reorderCustomFieldOptions', {
        body: { customFieldOptionIds: [option.fish], after: option.cats, position: 'First' },
      }),
      says("'after' and 'position' were provided. Only 'after' or 'position' can be specified."),
    ),
    scenario(
      'when neither after nor position is given',
      to('reorderCustomFieldOptions', { body: { customFieldOptionIds: [option.fish] } }),
      says("Either 'after' or 'position' has to be provided."),
    ),
    scenario(
      'when they are not on one level',
      to('reorderCustomFieldOptions', {
        body: { customFieldOptionIds: [option.fish, option.micki], position: 'Last' },
      }),
      mentions('they are not on one level'),
    ),
  ],
  'reorderCustomFieldOptions 404': [
    unknownFieldOf('reorderCustomFieldOptions'),
    unknownContextOf('reorderCustomFieldOptions'),
    scenario(
      'when one of them is not there',
      to('reorderCustomFieldOptions', { body: { customFieldOptionIds: [option.unknown], position: 'First' } }),
      unknownOption,
    ),
  ],

  'deleteCustomFieldOption 204': scenario(
    'and the option is gone, also from the issues that had it',
    to('deleteCustomFieldOption'),
    afterwards(to('getOptionsForContext', { query: `optionId=${option.micki}` }), { total: 0 }),
    afterwards((jira) => jira.bob.get('/rest/api/3/issue/TEST-1'), { fields: { [animals]: { value: 'cats' } } }),
  ),
  'deleteCustomFieldOption 400': [
    withoutOptions('deleteCustomFieldOption'),
    scenario(
      'when there are options below it',
      to('deleteCustomFieldOption', { path: { fieldId: animals, contextId: context.animals, optionId: option.cats } }),
      says(`The option ${option.cats} has cascading options, delete them first.`),
    ),
  ],
  'deleteCustomFieldOption 404': [
    unknownFieldOf('deleteCustomFieldOption'),
    unknownContextOf('deleteCustomFieldOption'),
    scenario(
      'when the option is one of another context',
      to('deleteCustomFieldOption', {
        path: { fieldId: animals, contextId: context.animals, optionId: option.backend },
      }),
      says(`These options were not found: ${option.backend}.`),
    ),
  ],
} satisfies Partial<OutcomeTable>;
