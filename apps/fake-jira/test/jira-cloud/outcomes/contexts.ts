import { browsers, context, issueType, project, teams } from './demo.js';
import { projectsNow } from './context-mappings.js';
import {
  contextOfAnotherField,
  contextWithoutNumberOf,
  negativeStartOf,
  projectTakenIsConflict,
  shopTaken,
  subtasksDisabled,
  subtasksOff,
  unknownContextOf,
  unknownFieldOf,
} from './refusals.js';
import { to } from './requests.js';
import { afterwards, has, mentions, says, scenario, under, type OutcomeTable } from './scenario.js';

export const contextOutcomes = {
  'getContextsForField 200': scenario(
    'with the contexts and how far each reaches',
    to('getContextsForField'),
    has({
      total: 2,
      isLast: true,
      values: [
        { id: context.browsers, isGlobalContext: true, isAnyIssueType: true },
        {
          id: context.browsersInTest,
          name: 'Bugs of TEST',
          description: '',
          isGlobalContext: false,
          isAnyIssueType: false,
        },
      ],
    }),
  ),
  'getContextsForField 400': negativeStartOf('getContextsForField'),
  'getContextsForField 404': unknownFieldOf('getContextsForField'),

  'createCustomFieldContext 201': scenario(
    'with the context, which is there for the next request',
    to('createCustomFieldContext'),
    has({
      id: '10122',
      name: 'Stories of the shop',
      description: '',
      projectIds: [project.shop],
      issueTypeIds: [issueType.story],
    }),
    projectsNow([
      { contextId: context.browsers, isGlobalContext: true },
      { contextId: context.browsersInTest, projectId: project.test },
      { contextId: '10122', projectId: project.shop },
    ]),
  ),
  'createCustomFieldContext 400': [
    scenario(
      'when another context applies to all projects already',
      to('createCustomFieldContext', { body: { name: 'Everywhere' } }),
      mentions('two global contexts'),
    ),
    scenario(
      'when a project has a context already',
      to('createCustomFieldContext', { path: { fieldId: teams }, body: { name: 'Shop', projectIds: [project.shop] } }),
      shopTaken,
    ),
    scenario(
      'when the name is blank',
      to('createCustomFieldContext', { body: { name: ' ', projectIds: [project.shop] } }),
      says('The name of the context must not be empty.'),
    ),
  ],
  'createCustomFieldContext 404': [
    unknownFieldOf('createCustomFieldContext'),
    scenario(
      'when there is no such project',
      to('createCustomFieldContext', { body: { name: 'Nowhere', projectIds: [project.unknown] } }),
      says(`These projects were not found: ${project.unknown}.`),
    ),
    scenario(
      'when there is no such issue type',
      to('createCustomFieldContext', {
        body: { name: 'Nothing', projectIds: [project.shop], issueTypeIds: [issueType.unknown] },
      }),
      says(`These issue types were not found: ${issueType.unknown}.`),
    ),
  ],
  'createCustomFieldContext 409': [
    under(
      subtasksOff,
      scenario(
        'when an issue type is a sub-task while sub-tasks are switched off',
        to('createCustomFieldContext', {
          body: { name: 'Sub-tasks', projectIds: [project.shop], issueTypeIds: [issueType.bug, issueType.subtask] },
        }),
        subtasksDisabled,
      ),
    ),
    under(
      projectTakenIsConflict,
      scenario(
        'when a project has a context already, where that is a conflict',
        to('createCustomFieldContext', {
          path: { fieldId: teams },
          body: { name: 'Shop', projectIds: [project.shop] },
        }),
        shopTaken,
      ),
    ),
  ],

  'updateCustomFieldContext 204': scenario(
    'and the context has another description and its name',
    to('updateCustomFieldContext'),
    afterwards(to('getContextsForField', { query: `contextId=${context.browsersInTest}` }), {
      values: [{ name: 'Bugs of TEST', description: 'Where testers find them' }],
    }),
  ),
  'updateCustomFieldContext 400': [
    contextWithoutNumberOf('updateCustomFieldContext'),
    scenario(
      'when the name is that of another context of the field',
      to('updateCustomFieldContext', { body: { name: 'Default Configuration Scheme for Browsers' } }),
      mentions(`is used by context ${context.browsers}`),
    ),
  ],
  'updateCustomFieldContext 404': [
    unknownContextOf('updateCustomFieldContext'),
    contextOfAnotherField('updateCustomFieldContext'),
    unknownFieldOf('updateCustomFieldContext'),
  ],

  'deleteCustomFieldContext 204': scenario(
    'and the context is gone with its options and the values of its issues',
    to('deleteCustomFieldContext'),
    projectsNow([{ contextId: context.browsers, isGlobalContext: true }]),
    afterwards((jira) => jira.bob.get('/rest/api/3/issue/TEST-1'), { fields: { [browsers]: null } }),
  ),
  'deleteCustomFieldContext 400': contextWithoutNumberOf('deleteCustomFieldContext'),
  'deleteCustomFieldContext 404': [
    unknownContextOf('deleteCustomFieldContext'),
    contextOfAnotherField('deleteCustomFieldContext'),
    unknownFieldOf('deleteCustomFieldContext'),
  ],

  'getContextsForFieldDeprecated 200': scenario(
    'with the contexts, whose ids are numbers here',
    to('getContextsForFieldDeprecated'),
    has({ total: 2, maxResults: 20, values: [{ id: 10100 }, { id: 10101, name: 'Bugs of TEST' }] }),
  ),
  'getContextsForFieldDeprecated 400': negativeStartOf('getContextsForFieldDeprecated'),
  'getContextsForFieldDeprecated 404': unknownFieldOf('getContextsForFieldDeprecated'),
} satisfies Partial<OutcomeTable>;
