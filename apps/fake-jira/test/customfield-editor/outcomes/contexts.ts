import { afterwards, has, type Scenario } from '../../jira-cloud/outcomes/scenario.js';
import { to } from './requests.js';
import { is, names, scenario, tableOf, type KeyOf } from './scenario.js';
import { context, issueType, project } from './stage.js';

type ContextOperationId = `editor${'Create' | 'Update' | 'Delete'}Context` | 'editorListContexts';

export const browsers = {
  contextId: context.browsers,
  contextName: 'Default Configuration Scheme for Browsers',
  contextDescription: '',
  isGlobal: true,
  isAllIssueTypes: true,
  isAllProjects: true,
};
export const inTest = {
  contextId: context.browsersInTest,
  contextName: 'Bugs of TEST',
  contextDescription: '',
  isGlobal: false,
  isAllIssueTypes: false,
  isAllProjects: false,
};
const shop = {
  projectId: project.shop,
  projectKey: 'SHOP',
  projectName: 'Pet Shop',
  projectDescription: 'Everything that is sold',
};

const contextsNow = (contexts: readonly object[]) => afterwards(to('editorListContexts'), contexts);

/** The context, however it came to be: the request says all of it. */
const wrongContexts = (id: 'editorCreateContext' | 'editorUpdateContext'): Scenario[] => {
  const usual = { contextName: 'Some', isGlobal: false, projectIds: [project.shop] };
  const wrong = (when: string, given: object, name: string) =>
    scenario(when, to(id, { body: { ...usual, ...given } }), names(name));
  return [
    wrong('when the name is empty', { contextName: '' }, 'contextName'),
    wrong('when the name is missing', { contextName: undefined }, 'contextName'),
    wrong('when the name is too long', { contextName: 'x'.repeat(256) }, 'contextName'),
    wrong('when another context has the name', { contextName: browsers.contextName }, 'contextName'),
    wrong('when it is global and has projects', { isGlobal: true }, 'isGlobal'),
    wrong('when another context is global', { isGlobal: true, projectIds: [] }, 'isGlobal'),
    wrong('when there is no such project', { projectIds: [project.unknown] }, 'projectIds'),
    wrong('when a project is named twice', { projectIds: [project.shop, project.shop] }, 'projectIds'),
    wrong('when a project is no number', { projectIds: ['SHOP'] }, 'projectIds'),
    wrong('when there is no such issue type', { issueTypeIds: [issueType.unknown] }, 'issueTypeIds'),
    wrong('when an issue type is named twice', { issueTypeIds: [issueType.bug, issueType.bug] }, 'issueTypeIds'),
    wrong('when a property is unknown', { colour: 'red' }, 'colour'),
    ...(id === 'editorCreateContext'
      ? [wrong('when a project has another context', { projectIds: [project.test] }, 'projectIds')]
      : []),
  ];
};

export const contextOutcomes = tableOf<Extract<KeyOf<200> | KeyOf<400>, `${ContextOperationId} ${string}`>>([
  [
    'editorListContexts 200',
    [
      scenario(
        'with the contexts, their projects and issue types',
        to('editorListContexts'),
        has([
          { ...browsers, projects: [], issueTypes: [] },
          { ...inTest, projects: [{ projectKey: 'TEST' }], issueTypes: [{ issueTypeId: issueType.bug }] },
        ]),
      ),
    ],
  ],
  [
    'editorCreateContext 200',
    [
      scenario(
        'with the id of the context',
        to('editorCreateContext'),
        is({ id: context.next }),
        contextsNow([
          browsers,
          inTest,
          {
            contextId: context.next,
            contextName: 'Stories of the shop',
            contextDescription: 'Where they buy',
            isGlobal: false,
            projects: [shop],
            issueTypes: [{ issueTypeId: issueType.story }],
          },
        ]),
      ),
    ],
  ],
  ['editorCreateContext 400', wrongContexts('editorCreateContext')],
  [
    'editorUpdateContext 200',
    [
      scenario(
        'with the id, and what is left out is emptied',
        to('editorUpdateContext'),
        is({ id: context.browsersInTest }),
        contextsNow([
          browsers,
          { ...inTest, contextName: 'Bugs of the shop', isAllIssueTypes: true, projects: [shop], issueTypes: [] },
        ]),
      ),
    ],
  ],
  ['editorUpdateContext 400', wrongContexts('editorUpdateContext')],
  [
    'editorDeleteContext 200',
    [
      scenario(
        'with the id, and the context is gone',
        to('editorDeleteContext'),
        is({ id: context.browsersInTest }),
        contextsNow([browsers]),
      ),
    ],
  ],
]);
