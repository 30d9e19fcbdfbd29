import { operation, type OperationId } from '@fake-jira/openapi';
import type { Asked } from '../../stage/person.js';
import { builtInType } from '../../stage/scratch.js';
import type { Sandbox } from '../../stage/sandbox.js';
import type { Stage } from '../../stage/stage.js';
import { documentOf } from './issue-steps.js';

/** What requests are about. */
export interface Subject {
  readonly fieldId: string;
  /** A text where it is wrong on purpose. */
  readonly contextId: number | string;
  readonly optionId: number | string;
  readonly fieldKey: string;
  /** Looked up where a request is of a project: what is not can be asked without one. */
  readonly sandbox: Pick<Sandbox, 'project' | 'issueType'>;
}

/** Ids of nothing, for who is turned away before anything is looked up. */
export function nothing({ unknownId, sandbox }: Stage): Subject {
  return {
    fieldId: `customfield_${unknownId}`,
    contextId: unknownId,
    optionId: unknownId,
    fieldKey: 'example-add-on__nothing',
    sandbox,
  };
}

/** A scratch field with an option. */
export async function scratchSubject(stage: Stage, fieldKey?: string): Promise<Subject> {
  const field = await stage.field('select', { options: ['red', 'green'] });
  return {
    ...nothing(stage),
    fieldId: field.key,
    contextId: field.contextId,
    optionId: field.option('red'),
    ...(fieldKey === undefined ? {} : { fieldKey }),
  };
}

type Parts = Pick<Asked, 'query' | 'body'>;

/** What a well-formed request of an operation has besides its address, where there is something. */
const parts: { readonly [Id in OperationId]?: (subject: Subject) => Parts } = {
  createCustomField: () => ({ body: { name: 'Colour', type: builtInType('select') } }),
  getFieldsPaginated: () => ({ query: { type: 'custom' } }),
  updateCustomField: () => ({ body: { description: 'Changed' } }),
  createCustomFieldContext: ({ sandbox }) => ({ body: { name: 'Context', projectIds: [String(sandbox.project.id)] } }),
  setDefaultValues: ({ contextId, optionId }) => ({
    body: {
      defaultValues: [{ type: 'option.single', contextId: String(contextId), optionId: String(optionId) }],
    },
  }),
  getCustomFieldContextsForProjectsAndIssueTypes: ({ sandbox }) => ({
    body: { mappings: [{ projectId: String(sandbox.project.id), issueTypeId: String(sandbox.issueType.id) }] },
  }),
  updateCustomFieldContext: () => ({ body: { description: 'Changed' } }),
  addIssueTypesToContext: ({ sandbox }) => ({ body: { issueTypeIds: [String(sandbox.issueType.id)] } }),
  removeIssueTypesFromContext: ({ sandbox }) => ({ body: { issueTypeIds: [String(sandbox.issueType.id)] } }),
  assignProjectsToCustomFieldContext: ({ sandbox }) => ({ body: { projectIds: [String(sandbox.project.id)] } }),
  removeCustomFieldContextFromProjects: ({ sandbox }) => ({ body: { projectIds: [String(sandbox.project.id)] } }),
  createCustomFieldOption: () => ({ body: { options: [{ value: 'blue' }] } }),
  updateCustomFieldOption: ({ optionId }) => ({ body: { options: [{ id: String(optionId), value: 'blue' }] } }),
  reorderCustomFieldOptions: ({ optionId }) => ({
    body: { customFieldOptionIds: [String(optionId)], position: 'Last' },
  }),
  createIssueFieldOption: () => ({ body: { value: 'Team' } }),
  updateIssueFieldOption: ({ optionId }) => ({ body: { id: Number(optionId), value: 'Team' } }),
  getMyPermissions: () => ({ query: { permissions: 'ADMINISTER' } }),
  getUser: () => ({ query: { accountId: 'nobody' } }),
  findUsers: () => ({ query: { query: 'a' } }),
  getUsersFromGroup: () => ({ query: { groupname: 'nobody' } }),
  getGroup: () => ({ query: { groupname: 'nobody' } }),
  findUsersForPicker: () => ({ query: { query: 'a' } }),
  findUsersAndGroups: () => ({ query: { query: 'a' } }),
  findAssignableUsers: ({ sandbox }) => ({ query: { project: sandbox.project.key } }),
  bulkGetUsers: () => ({ query: { accountId: 'nobody' } }),
  getUserGroups: () => ({ query: { accountId: 'nobody' } }),
  getBulkPermissions: () => ({ body: { globalPermissions: ['ADMINISTER'] } }),
  getIssueTypeScreenSchemeProjectAssociations: ({ sandbox }) => ({ query: { projectId: String(sandbox.project.id) } }),
  createScreen: () => ({ body: { name: 'A screen' } }),
  updateScreen: () => ({ body: { description: 'Words' } }),
  addScreenTab: () => ({ body: { name: 'A tab' } }),
  renameScreenTab: () => ({ body: { name: 'A tab' } }),
  moveScreenTabField: () => ({ body: { position: 'First' } }),
  addScreenTabField: ({ fieldId }) => ({ body: { fieldId } }),
  createIssue: ({ sandbox }) => ({
    body: {
      fields: {
        project: { id: String(sandbox.project.id) },
        issuetype: { id: String(sandbox.issueType.id) },
        summary: 'Words',
      },
    },
  }),
  createComponent: ({ sandbox }) => ({ body: { name: 'A component', project: sandbox.project.key } }),
  updateComponent: () => ({ body: { description: 'Changed' } }),
  createProject: () => ({ body: { key: 'FJFX', name: 'A project', projectTypeKey: 'business' } }),
  updateProject: () => ({ body: { description: 'Changed' } }),
  createVersion: ({ sandbox }) => ({ body: { name: 'A version', project: sandbox.project.key } }),
  updateVersion: () => ({ body: { description: 'Changed' } }),
  moveVersion: () => ({ body: { position: 'First' } }),
  deleteAndReplaceVersion: () => ({ body: {} }),
  addComment: () => ({ body: { body: documentOf('Words') } }),
  updateComment: () => ({ body: { body: documentOf('Words') } }),
  linkIssues: () => ({
    body: { type: { name: 'Blocks' }, inwardIssue: { id: '999999999' }, outwardIssue: { id: '999999998' } },
  }),
  editIssue: () => ({ body: { fields: { summary: 'Words' } } }),
  registerDynamicWebhooks: () => ({
    body: {
      url: 'https://hooks.example.com/told',
      webhooks: [{ jqlFilter: '', events: ['jira:issue_created'] }],
    },
  }),
  deleteWebhookById: () => ({ body: { webhookIds: [999_999_999] } }),
  refreshWebhooks: () => ({ body: { webhookIds: [999_999_999] } }),
  createAdminWebhook: () => ({ body: { name: 'Words', url: 'https://hooks.example.com/told', events: [] } }),
  updateAdminWebhook: () => ({ body: { name: 'Words' } }),
  createInstanceWebhook: () => ({ body: { name: 'Words', url: 'https://hooks.example.com/told', events: [] } }),
  updateInstanceWebhook: () => ({ body: { name: 'Words' } }),
  deleteCustomFieldsDataCenter: ({ fieldId }) => ({ query: { ids: fieldId } }),
};

/** A well-formed request of an operation about a subject. */
export function requestOf(id: OperationId, subject: Subject): Asked {
  const names = [...operation(id).path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);
  const { sandbox, fieldId, contextId, optionId, fieldKey } = subject;
  const ids: Readonly<Record<string, string | number>> = {
    fieldId,
    contextId,
    optionId,
    fieldKey,
    id:
      id === 'removeScreenTabField' || id === 'moveScreenTabField'
        ? fieldId
        : id === 'getIssueType'
          ? sandbox.issueType.id
          : optionId,
    idOrName: optionId,
    idOrKey: optionId,
    customFieldId: fieldId.replace('customfield_', ''),
    issueIdOrKey: 999_999_999,
    linkId: 999_999_999,
    moveIssuesTo: 999_999_999,
    issueLinkTypeId: 999_999_999,
    taskId: 999_999_999,
    webhookId: 999_999_999,
    screenId: 999_999_999,
    tabId: 999_999_999,
    pos: 0,
  };
  const idOf = (name: string) => {
    if (name === 'projectIdOrKey') return sandbox.project.id;
    return name === 'issueTypeId' ? sandbox.issueType.id : (ids[name] as string | number);
  };
  const path = Object.fromEntries(names.map((name) => [name, idOf(name)]));
  return { path, ...parts[id]?.(subject) };
}
