import { browsers, context, issueType, platforms, project, teams, withoutSubtasks } from './demo.js';
import { unknownFieldOf } from './fields.js';
import { to, type FieldOperationId } from './requests.js';
import { afterwards, has, mentions, says, scenario, under, type Expectation, type OutcomeTable } from './scenario.js';

const contextNotFound = says('The context was not found.');
const contextMissing = says('The contextId has to be provided.');
const shopTaken = says(`These projects are already associated with a context of the custom field: ${project.shop}.`);
const subtasksDisabled = says('Sub-tasks are disabled in Jira. At least one of the issue types is a sub-task.');

const unknownContextOf = (id: FieldOperationId) =>
  scenario(
    'when there is no such context',
    to(id, { path: { fieldId: browsers, contextId: context.unknown } }),
    contextNotFound,
  );

const contextOfAnotherField = (id: FieldOperationId) =>
  scenario(
    'when the context is one of another field',
    to(id, { path: { fieldId: browsers, contextId: context.animals } }),
    contextNotFound,
  );

const noNumberOf = (id: FieldOperationId) =>
  scenario('when the contextId is no number', to(id, { path: { fieldId: browsers, contextId: 'TEST' } }), contextMissing);

const negativeStartOf = (id: FieldOperationId) =>
  scenario('when startAt is negative', to(id, { query: 'startAt=-1' }), mentions('startAt'));

/** The mappings of the contexts of Browsers, asked for afterwards. */
const issueTypesNow = (values: object[]) => afterwards(to('getIssueTypeMappingsForContexts'), { values });
const projectsNow = (values: object[], fieldId: string = browsers): Expectation =>
  afterwards(to('getProjectContextMapping', { path: { fieldId } }), { values });

const anyIssueType = { contextId: context.browsers, isAnyIssueType: true };
const bugInTest = { contextId: context.browsersInTest, issueTypeId: issueType.bug };
const everyProject = { contextId: context.browsers, isGlobalContext: true };

export const contextOutcomes = {
  'getContextsForField 200': scenario(
    'with the contexts and how far each reaches',
    to('getContextsForField'),
    has({
      total: 2,
      isLast: true,
      values: [
        { id: context.browsers, isGlobalContext: true, isAnyIssueType: true },
        { id: context.browsersInTest, name: 'Bugs of TEST', description: '', isGlobalContext: false, isAnyIssueType: false },
      ],
    }),
  ),
  'getContextsForField 400': negativeStartOf('getContextsForField'),
  'getContextsForField 404': unknownFieldOf('getContextsForField'),

  'createCustomFieldContext 201': scenario(
    'with the context, which is there for the next request',
    to('createCustomFieldContext'),
    has({
      id: '10120',
      name: 'Stories of the shop',
      description: '',
      projectIds: [project.shop],
      issueTypeIds: [issueType.story],
    }),
    projectsNow([
      everyProject,
      { contextId: context.browsersInTest, projectId: project.test },
      { contextId: '10120', projectId: project.shop },
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
      to('createCustomFieldContext', { body: { name: 'Nothing', projectIds: [project.shop], issueTypeIds: [issueType.unknown] } }),
      says(`These issue types were not found: ${issueType.unknown}.`),
    ),
  ],
  'createCustomFieldContext 409': [
    under(
      { world: withoutSubtasks },
      scenario(
        'when an issue type is a sub-task while sub-tasks are switched off',
        to('createCustomFieldContext', {
          body: { name: 'Sub-tasks', projectIds: [project.shop], issueTypeIds: [issueType.bug, issueType.subtask] },
        }),
        subtasksDisabled,
      ),
    ),
    under(
      { answers: { 'jira.project-taken-status': '409' } },
      scenario(
        'when a project has a context already, where that is a conflict',
        to('createCustomFieldContext', { path: { fieldId: teams }, body: { name: 'Shop', projectIds: [project.shop] } }),
        shopTaken,
      ),
    ),
  ],

  'getIssueTypeMappingsForContexts 200': scenario(
    'with the issue types by context',
    to('getIssueTypeMappingsForContexts'),
    has({ total: 2, values: [anyIssueType, bugInTest] }),
  ),
  'getIssueTypeMappingsForContexts 400': negativeStartOf('getIssueTypeMappingsForContexts'),
  'getIssueTypeMappingsForContexts 404': unknownFieldOf('getIssueTypeMappingsForContexts'),

  'getCustomFieldContextsForProjectsAndIssueTypes 200': scenario(
    'with the context of each pair in the order asked, and null where none fits',
    to('getCustomFieldContextsForProjectsAndIssueTypes'),
    has({
      total: 3,
      values: [
        { projectId: project.test, issueTypeId: issueType.bug, contextId: context.browsersInTest },
        { projectId: project.shop, issueTypeId: issueType.story, contextId: context.browsers },
        { projectId: project.test, issueTypeId: issueType.story, contextId: null },
      ],
    }),
  ),
  'getCustomFieldContextsForProjectsAndIssueTypes 400': scenario(
    'when a pair is given twice',
    to('getCustomFieldContextsForProjectsAndIssueTypes', {
      body: { mappings: [1, 2].map(() => ({ projectId: project.test, issueTypeId: issueType.bug })) },
    }),
    says('Duplicate project and issue type mappings cannot be provided.'),
  ),
  'getCustomFieldContextsForProjectsAndIssueTypes 404': [
    unknownFieldOf('getCustomFieldContextsForProjectsAndIssueTypes'),
    scenario(
      'when there is no such project',
      to('getCustomFieldContextsForProjectsAndIssueTypes', {
        body: { mappings: [{ projectId: project.unknown, issueTypeId: issueType.bug }] },
      }),
      says(`These projects were not found: ${project.unknown}.`),
    ),
  ],

  'getProjectContextMapping 200': scenario(
    'with the projects by context',
    to('getProjectContextMapping'),
    has({ total: 2, values: [everyProject, { contextId: context.browsersInTest, projectId: project.test }] }),
  ),
  'getProjectContextMapping 400': negativeStartOf('getProjectContextMapping'),
  'getProjectContextMapping 404': unknownFieldOf('getProjectContextMapping'),

  'updateCustomFieldContext 204': scenario(
    'and the context has another description and its name',
    to('updateCustomFieldContext'),
    afterwards(to('getContextsForField', { query: `contextId=${context.browsersInTest}` }), {
      values: [{ name: 'Bugs of TEST', description: 'Where testers find them' }],
    }),
  ),
  'updateCustomFieldContext 400': [
    noNumberOf('updateCustomFieldContext'),
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
    projectsNow([everyProject]),
    afterwards((jira) => jira.bob.get('/rest/api/3/issue/TEST-1'), { fields: { [browsers]: null } }),
  ),
  'deleteCustomFieldContext 400': noNumberOf('deleteCustomFieldContext'),
  'deleteCustomFieldContext 404': [
    unknownContextOf('deleteCustomFieldContext'),
    contextOfAnotherField('deleteCustomFieldContext'),
    unknownFieldOf('deleteCustomFieldContext'),
  ],

  'addIssueTypesToContext 204': scenario(
    'and the context covers them too',
    to('addIssueTypesToContext'),
    issueTypesNow([anyIssueType, bugInTest, { ...bugInTest, issueTypeId: issueType.story }]),
  ),
  'addIssueTypesToContext 400': scenario(
    'when the context has one of them already',
    to('addIssueTypesToContext', { body: { issueTypeIds: [issueType.story, issueType.bug] } }),
    says(`These issue types are already associated with the context: ${issueType.bug}.`),
  ),
  'addIssueTypesToContext 404': [
    unknownContextOf('addIssueTypesToContext'),
    unknownFieldOf('addIssueTypesToContext'),
    scenario(
      'when there is no such issue type',
      to('addIssueTypesToContext', { body: { issueTypeIds: [issueType.unknown] } }),
      says(`These issue types were not found: ${issueType.unknown}.`),
    ),
  ],
  'addIssueTypesToContext 409': under(
    { world: withoutSubtasks },
    scenario(
      'when one is a sub-task while sub-tasks are switched off',
      to('addIssueTypesToContext', { body: { issueTypeIds: [issueType.story, issueType.subtask] } }),
      subtasksDisabled,
    ),
  ),

  'removeIssueTypesFromContext 204': scenario(
    'and a context without any covers every issue type',
    to('removeIssueTypesFromContext'),
    issueTypesNow([anyIssueType, { contextId: context.browsersInTest, isAnyIssueType: true }]),
  ),
  'removeIssueTypesFromContext 400': scenario(
    'when the context does not have one of them',
    to('removeIssueTypesFromContext', { body: { issueTypeIds: [issueType.bug, issueType.story] } }),
    says(`These issue types are not associated with the context: ${issueType.story}.`),
  ),
  'removeIssueTypesFromContext 404': [
    unknownContextOf('removeIssueTypesFromContext'),
    unknownFieldOf('removeIssueTypesFromContext'),
  ],

  'assignProjectsToCustomFieldContext 204': scenario(
    'and the context is that of both projects',
    to('assignProjectsToCustomFieldContext'),
    projectsNow([
      everyProject,
      { contextId: context.browsersInTest, projectId: project.test },
      { contextId: context.browsersInTest, projectId: project.shop },
    ]),
  ),
  'assignProjectsToCustomFieldContext 400': [
    scenario(
      'when a project is given twice',
      to('assignProjectsToCustomFieldContext', { body: { projectIds: [project.shop, project.shop] } }),
      says('The projectIds must not contain duplicates.'),
    ),
    scenario(
      'when a project has a context already',
      to('assignProjectsToCustomFieldContext', {
        path: { fieldId: teams, contextId: context.teams },
        body: { projectIds: [project.ops, project.shop] },
      }),
      shopTaken,
    ),
  ],
  'assignProjectsToCustomFieldContext 404': [
    unknownContextOf('assignProjectsToCustomFieldContext'),
    unknownFieldOf('assignProjectsToCustomFieldContext'),
    scenario(
      'when there is no such project',
      to('assignProjectsToCustomFieldContext', { body: { projectIds: [project.unknown] } }),
      says(`These projects were not found: ${project.unknown}.`),
    ),
  ],
  'assignProjectsToCustomFieldContext 409': under(
    { answers: { 'jira.project-taken-status': '409' } },
    scenario(
      'when a project has a context already, where that is a conflict',
      to('assignProjectsToCustomFieldContext', {
        path: { fieldId: teams, contextId: context.teams },
        body: { projectIds: [project.shop] },
      }),
      shopTaken,
    ),
  ),

  'removeCustomFieldContextFromProjects 204': scenario(
    'and a context that has lost its last project is global',
    to('removeCustomFieldContextFromProjects'),
    projectsNow([{ contextId: context.platformsInShop, isGlobalContext: true }], platforms),
  ),
  'removeCustomFieldContextFromProjects 400': [
    scenario(
      'when a project is given twice',
      to('removeCustomFieldContextFromProjects', { body: { projectIds: [project.shop, project.shop] } }),
      says('The projectIds must not contain duplicates.'),
    ),
    scenario(
      'when the field would have two global contexts',
      to('removeCustomFieldContextFromProjects', {
        path: { fieldId: browsers, contextId: context.browsersInTest },
        body: { projectIds: [project.test] },
      }),
      mentions('two global contexts'),
    ),
  ],
  'removeCustomFieldContextFromProjects 404': [
    unknownContextOf('removeCustomFieldContextFromProjects'),
    unknownFieldOf('removeCustomFieldContextFromProjects'),
  ],

  'getContextsForFieldDeprecated 200': scenario(
    'with the contexts, whose ids are numbers here',
    to('getContextsForFieldDeprecated'),
    has({ total: 2, maxResults: 20, values: [{ id: 10100 }, { id: 10101, name: 'Bugs of TEST' }] }),
  ),
  'getContextsForFieldDeprecated 400': negativeStartOf('getContextsForFieldDeprecated'),
  'getContextsForFieldDeprecated 404': unknownFieldOf('getContextsForFieldDeprecated'),
} satisfies Partial<OutcomeTable>;
