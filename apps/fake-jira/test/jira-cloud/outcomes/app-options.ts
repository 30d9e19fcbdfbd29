import { project, team, teamOption } from './demo.js';
import { negativeStartOf } from './refusals.js';
import { to, type FieldOperationId } from './requests.js';
import { afterwards, has, leadsToATask, mentions, says, scenario, type OutcomeTable } from './scenario.js';

const unknownKey = 'example-add-on__colour';

const unknownKeyOf = (id: FieldOperationId) =>
  scenario(
    'when there is no such field',
    to(id, { path: { fieldKey: unknownKey } }),
    says(`The field '${unknownKey}' was not found or does not support options.`),
  );

const unknownOptionOf = (id: FieldOperationId) =>
  scenario(
    'when there is no such option',
    to(id, { path: { fieldKey: team, optionId: teamOption.unknown } }),
    says(`The option ${teamOption.unknown} was not found.`),
  );

const inProject = (id: FieldOperationId, projectId: string, values: object[]) =>
  afterwards(
    to(id, { query: `projectId=${projectId}` }, (jira) => jira.bob),
    { total: values.length, values },
  );

const aurora = { id: 1, value: 'Team Aurora' };
const borealis = { id: 2, value: 'Team Borealis' };
const corona = { id: 3, value: 'Team Corona' };

export const appOptionOutcomes = {
  'getAllIssueFieldOptions 200': [
    scenario(
      'with the options, their properties and their scopes',
      to('getAllIssueFieldOptions'),
      has({
        total: 3,
        values: [
          { ...aurora, properties: { leader: { name: 'Ada', email: 'ada@example.com' }, members: 42 } },
          {
            ...borealis,
            config: {
              scope: { projects: [10000], projects2: [{ id: 10000 }, { id: 10001, attributes: ['notSelectable'] }] },
            },
          },
          { ...corona, config: { scope: { global: { attributes: ['notSelectable'] } } } },
        ],
      }),
    ),
    scenario(
      'to the app that provides the field, which is no administrator',
      to('getAllIssueFieldOptions', {}, (jira) => jira.as('my-app')),
      has({ total: 3 }),
    ),
  ],
  'getAllIssueFieldOptions 400': unknownKeyOf('getAllIssueFieldOptions'),

  'createIssueFieldOption 200': scenario(
    'with the option, which can be chosen in every project',
    to('createIssueFieldOption'),
    has({ id: 4, value: 'Team Dawn', properties: { members: 3 }, config: { scope: { projects: [], global: {} } } }),
    inProject('getSelectableIssueFieldOptions', project.test, [aurora, borealis, { id: 4, value: 'Team Dawn' }]),
  ),
  'createIssueFieldOption 400': [
    scenario(
      'when a project of its scope is not there',
      to('createIssueFieldOption', { body: { value: 'Team Dawn', config: { scope: { projects: [99999] } } } }),
      mentions('99999'),
    ),
    scenario(
      'when the value is missing',
      to('createIssueFieldOption', { body: {} as never }),
      mentions('value is required'),
    ),
  ],
  'createIssueFieldOption 404': unknownKeyOf('createIssueFieldOption'),

  'getSelectableIssueFieldOptions 200': scenario(
    'with the options that can be chosen in a project',
    to('getSelectableIssueFieldOptions', { query: `projectId=${project.shop}` }, (jira) => jira.bob),
    has({ total: 1, values: [aurora] }),
  ),
  'getSelectableIssueFieldOptions 400': negativeStartOf('getSelectableIssueFieldOptions'),
  'getSelectableIssueFieldOptions 404': unknownKeyOf('getSelectableIssueFieldOptions'),

  'getVisibleIssueFieldOptions 200': scenario(
    'with the options that are in the scope of a project',
    to('getVisibleIssueFieldOptions', { query: `projectId=${project.shop}` }, (jira) => jira.bob),
    has({ total: 3, values: [aurora, borealis, corona] }),
  ),
  'getVisibleIssueFieldOptions 400': negativeStartOf('getVisibleIssueFieldOptions'),
  'getVisibleIssueFieldOptions 404': unknownKeyOf('getVisibleIssueFieldOptions'),

  'getIssueFieldOption 200': scenario(
    'with the option',
    to('getIssueFieldOption'),
    has({ ...aurora, properties: { members: 42 } }),
  ),
  'getIssueFieldOption 400': unknownKeyOf('getIssueFieldOption'),
  'getIssueFieldOption 404': unknownOptionOf('getIssueFieldOption'),

  'updateIssueFieldOption 200': [
    scenario(
      'with the option as it is now',
      to('updateIssueFieldOption'),
      has({ id: 1, value: 'Team Zenith', properties: {} }),
      afterwards(to('getIssueFieldOption'), { value: 'Team Zenith' }),
    ),
    scenario(
      'with an option that it makes where there is none of that id',
      to('updateIssueFieldOption', { path: { fieldKey: team, optionId: '7' }, body: { id: 7, value: 'Team Seven' } }),
      has({ id: 7, value: 'Team Seven' }),
      afterwards(to('getAllIssueFieldOptions'), { total: 4 }),
    ),
  ],
  'updateIssueFieldOption 400': scenario(
    'when the id of the body is another than that of the address',
    to('updateIssueFieldOption', { body: { id: 2, value: 'Team Zenith' } }),
    says('The option ID 2 in the body does not match 1 in the address.'),
  ),
  'updateIssueFieldOption 404': unknownKeyOf('updateIssueFieldOption'),

  'deleteIssueFieldOption 204': scenario(
    'and the option is gone',
    to('deleteIssueFieldOption'),
    afterwards(to('getAllIssueFieldOptions'), { total: 2, values: [aurora, borealis] }),
  ),
  'deleteIssueFieldOption 400': scenario(
    'when the id of the option is no number',
    to('deleteIssueFieldOption', { path: { fieldKey: team, optionId: 'aurora' } }),
    mentions('optionId'),
  ),
  'deleteIssueFieldOption 404': [unknownOptionOf('deleteIssueFieldOption'), unknownKeyOf('deleteIssueFieldOption')],
  'deleteIssueFieldOption 409': scenario(
    'when an issue has the option',
    to('deleteIssueFieldOption', { path: { fieldKey: team, optionId: teamOption.aurora } }),
    says('The option 1 is selected in 1 issues.'),
  ),

  'replaceIssueFieldOption 303': scenario(
    'with the address of the task, at whose end an issue that had the option has lost it',
    to('replaceIssueFieldOption', { query: 'jql=project = SHOP' }),
    leadsToATask("Remove option 1 from issues matched by 'project = SHOP'"),
    ({ jira }) => jira.clock.advance(1_000),
    afterwards((jira) => jira.bob.get('/rest/api/3/issue/SHOP-2'), { fields: { customfield_10015: null } }),
  ),
  'replaceIssueFieldOption 400': [
    scenario(
      'when the jql is not understood',
      to('replaceIssueFieldOption', { query: 'jql=colour ~ red' }),
      mentions('colour ~ red'),
    ),
    scenario(
      'when replaceWith is no number',
      to('replaceIssueFieldOption', { query: 'replaceWith=corona' }),
      mentions('replaceWith'),
    ),
  ],
  'replaceIssueFieldOption 404': [
    unknownOptionOf('replaceIssueFieldOption'),
    unknownKeyOf('replaceIssueFieldOption'),
    scenario(
      'when there is no such option to put in its place',
      to('replaceIssueFieldOption', { query: `replaceWith=${teamOption.unknown}` }),
      says(`The option ${teamOption.unknown} was not found.`),
    ),
  ],
} satisfies Partial<OutcomeTable>;
