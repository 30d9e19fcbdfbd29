import { operation, type OperationId } from '@fake-jira/openapi';
import type { Asked } from '../../stage/person.js';
import { builtInType } from '../../stage/scratch.js';
import type { Stage } from '../../stage/stage.js';

/** What requests are about. */
export interface Subject {
  readonly fieldId: string;
  /** A text where it is wrong on purpose. */
  readonly contextId: number | string;
  readonly optionId: number | string;
  readonly fieldKey: string;
  readonly projectId: number;
  readonly issueTypeId: number;
}

/** Ids of nothing, for who is turned away before anything is looked up. */
export function nothing({ unknownId, sandbox }: Stage): Subject {
  return {
    fieldId: `customfield_${unknownId}`,
    contextId: unknownId,
    optionId: unknownId,
    fieldKey: 'example-add-on__nothing',
    projectId: sandbox.project.id,
    issueTypeId: sandbox.issueType.id,
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
  createCustomFieldContext: ({ projectId }) => ({ body: { name: 'Context', projectIds: [String(projectId)] } }),
  setDefaultValues: ({ contextId, optionId }) => ({
    body: {
      defaultValues: [{ type: 'option.single', contextId: String(contextId), optionId: String(optionId) }],
    },
  }),
  getCustomFieldContextsForProjectsAndIssueTypes: ({ projectId, issueTypeId }) => ({
    body: { mappings: [{ projectId: String(projectId), issueTypeId: String(issueTypeId) }] },
  }),
  updateCustomFieldContext: () => ({ body: { description: 'Changed' } }),
  addIssueTypesToContext: ({ issueTypeId }) => ({ body: { issueTypeIds: [String(issueTypeId)] } }),
  removeIssueTypesFromContext: ({ issueTypeId }) => ({ body: { issueTypeIds: [String(issueTypeId)] } }),
  assignProjectsToCustomFieldContext: ({ projectId }) => ({ body: { projectIds: [String(projectId)] } }),
  removeCustomFieldContextFromProjects: ({ projectId }) => ({ body: { projectIds: [String(projectId)] } }),
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
  createScreen: () => ({ body: { name: 'A screen' } }),
  addScreenTab: () => ({ body: { name: 'A tab' } }),
  addScreenTabField: ({ fieldId }) => ({ body: { fieldId } }),
  createIssue: ({ projectId, issueTypeId }) => ({
    body: {
      fields: { project: { id: String(projectId) }, issuetype: { id: String(issueTypeId) }, summary: 'Words' },
    },
  }),
  editIssue: () => ({ body: { fields: { summary: 'Words' } } }),
  deleteCustomFieldsDataCenter: ({ fieldId }) => ({ query: { ids: fieldId } }),
};

/** A well-formed request of an operation about a subject. */
export function requestOf(id: OperationId, subject: Subject): Asked {
  const names = [...operation(id).path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);
  const values: Readonly<Record<string, string | number>> = {
    ...subject,
    id:
      id === 'removeScreenTabField' ? subject.fieldId : id === 'getIssueType' ? subject.issueTypeId : subject.optionId,
    customFieldId: subject.fieldId.replace('customfield_', ''),
    projectIdOrKey: subject.projectId,
    issueIdOrKey: 999_999_999,
    taskId: 999_999_999,
    screenId: 999_999_999,
    tabId: 999_999_999,
  };
  const path = Object.fromEntries(names.map((name) => [name, values[name] as string | number]));
  return { path, ...parts[id]?.(subject) };
}
