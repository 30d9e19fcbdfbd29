import { browsers, context, issueType, platforms, project, teams } from './demo.js';
import {
  negativeStartOf,
  projectTakenIsConflict,
  shopTaken,
  subtasksDisabled,
  subtasksOff,
  unknownContextOf,
  unknownFieldOf,
} from './refusals.js';
import { to } from './requests.js';
import { afterwards, has, mentions, says, scenario, under, type Expectation, type OutcomeTable } from './scenario.js';

/** The mappings of a field, Browsers by default, as they are afterwards. */
const issueTypesNow = (values: object[]) => afterwards(to('getIssueTypeMappingsForContexts'), { values });
export const projectsNow = (values: object[], fieldId: string = browsers): Expectation =>
  afterwards(to('getProjectContextMapping', { path: { fieldId } }), { values });

const anyIssueType = { contextId: context.browsers, isAnyIssueType: true };
const bugInTest = { contextId: context.browsersInTest, issueTypeId: issueType.bug };
const everyProject = { contextId: context.browsers, isGlobalContext: true };
export const contextMappingOutcomes = {
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
    subtasksOff,
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
    projectTakenIsConflict,
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
} satisfies Partial<OutcomeTable>;
