import type { CustomfieldEditorOperations, OperationId } from '@fake-jira/openapi';
import type { TestJira, TestUser } from '../../support/jira.js';
import { requestOf, type OperationRequest } from '../../support/operation-requests.js';
import type { Act } from '../../jira-cloud/outcomes/scenario.js';
import { context, field, issueType, option, project } from './stage.js';

/** The 50 operations of the document, without the corroborated extras and what only old versions have. */
export type EditorOperationId = Exclude<
  keyof CustomfieldEditorOperations,
  `editorLegacy${string}` | `${string}Before20` | 'editorGetHealth' | 'editorGetSwagger'
>;

const browsers = { customFieldId: String(field.browsers) };
const ofField = { path: browsers };
const ofContext = { path: { ...browsers, contextId: String(context.browsersInTest) } };

/** Variables of the addresses of options; `optionId` is the option itself or the parent. */
const firstLevel = {
  path: { ...browsers, contextId: String(context.browsers), optionId: String(option.firefox) },
};
const children = {
  path: {
    customFieldId: String(field.animals),
    contextId: String(context.animals),
    optionId: String(option.cats),
    childOptionId: String(option.micki),
  },
};

const create = { body: { optionvalue: 'opera' } };
const update = { body: { optionvalue: 'vulpes', disabled: 'true' as const } };
const sort = { body: { order: 'DESCENDING', locale: 'de-DE', strength: 'PRIMARY' } };
const setDefault = { body: { optionId: option.safari } };
const below = { ...firstLevel, body: { after: String(option.safari) } };
const belowChild = { ...children, body: { after: String(option.leo) } };

/** For each operation a request that succeeds: made by an administrator below `/admin` and `/maintenance`, else by bob. */
export const requests = {
  editorListCustomFields: { query: 'orderBy=%2BfieldName&filter=e' },
  editorGetGlobalPermissions: { ...ofField, query: 'expand=userlistWithFullnames,field' },
  editorReplaceGlobalPermissions: { ...ofField, body: { userlist: ['steve'], grouplist: ['developers'] } },
  editorPatchPermission: { ...ofField, body: { user: 'tina', group: null, action: 'GRANT', type: 'GLOBAL' } },
  editorListContexts: { ...ofField, query: 'expand=projects,issueTypes' },
  editorCreateContext: {
    ...ofField,
    body: {
      contextName: 'Stories of the shop',
      contextDescription: 'Where they buy',
      isGlobal: false,
      projectIds: [project.shop],
      issueTypeIds: [issueType.story],
    },
  },
  editorGetContextPermissions: { ...ofField, query: 'expand=userlistWithFullnames' },
  editorReplaceContextPermissions: {
    ...ofField,
    body: [{ contextId: context.browsersInTest, userlist: ['steve'], grouplist: ['support'] }],
  },
  editorUpdateContext: {
    ...ofContext,
    body: { contextName: 'Bugs of the shop', isGlobal: false, projectIds: [project.shop] },
  },
  editorDeleteContext: ofContext,

  editorListMyCustomFields: {},
  editorListMyContexts: ofField,
  editorGetMyContext: { path: firstLevel.path },

  editorListDefaultOptions: firstLevel,
  editorCreateDefaultOption: { ...firstLevel, ...create },
  editorUpdateDefaultOption: { ...firstLevel, ...update },
  editorDeleteDefaultOption: firstLevel,
  editorMoveDefaultOption: below,
  editorSortDefaultOptions: { ...firstLevel, ...sort },
  editorGetDefaultDefaultValue: firstLevel,
  editorSetDefaultDefaultValue: { ...firstLevel, ...setDefault },
  editorDeleteDefaultDefaultValue: firstLevel,

  editorListOptions: firstLevel,
  editorCreateOption: { ...firstLevel, ...create },
  editorUpdateOption: { ...firstLevel, ...update },
  editorDeleteOption: firstLevel,
  editorMoveOption: below,
  editorSortOptions: { ...firstLevel, ...sort },
  editorGetDefaultValue: firstLevel,
  editorSetDefaultValue: { ...firstLevel, ...setDefault },
  editorDeleteDefaultValue: firstLevel,

  editorListDefaultChildOptions: children,
  editorCreateDefaultChildOption: { ...children, ...create },
  editorUpdateDefaultChildOption: { ...children, ...update },
  editorDeleteDefaultChildOption: children,
  editorMoveDefaultChildOption: belowChild,
  editorSortDefaultChildOptions: { ...children, ...sort },

  editorListChildOptions: children,
  editorCreateChildOption: { ...children, ...create },
  editorUpdateChildOption: { ...children, ...update },
  editorDeleteChildOption: children,
  editorMoveChildOption: belowChild,
  editorSortChildOptions: { ...children, ...sort },

  editorListJobs: {},
  editorExecuteMaintenanceOperation: { body: { name: 'MaintenanceActionIncreaseVerbosityForTesting' } },
  editorListMigrationTasks: {},
  editorListEventLogs: {},
  editorGetDataStorage: {},
  editorGetTruncateSchedule: {},
  editorSetTruncateSchedule: { body: { active: true, cronExpression: '0 0 * ? * *' } },
} satisfies { readonly [Id in EditorOperationId]: OperationRequest<Id> };

export const editorOperationIds = Object.keys(requests) as EditorOperationId[];

/** The variables that the address of an operation's usual request has values for. */
export function pathOf(id: EditorOperationId): Readonly<Record<string, string>> {
  return (requests[id] as OperationRequest).path ?? {};
}

/**
 * Sends a request of an operation: the one that succeeds, with what is given in place of its parts.
 *
 * @param as - who sends it; by default who may
 */
export function to<Id extends EditorOperationId>(
  id: Id,
  given: OperationRequest<Id & OperationId> = {},
  as: (jira: TestJira) => TestUser = (jira) => (isForUsers(id) ? jira.bob : jira.admin),
): Act {
  const { method, address, body } = requestOf(id as OperationId, requests[id], given as OperationRequest);
  return (jira) => as(jira)[method](address, body);
}

/** Whether an operation is below `/user`, where grants count and nothing else. */
export function isForUsers(id: EditorOperationId): boolean {
  return requestOf(id, {}).address.includes('/1/user/');
}
