import type { OperationId } from '@fake-jira/openapi';
import type { TestJira, TestUser } from '../../support/jira.js';
import { requestOf, type OperationRequest } from '../../support/operation-requests.js';
import {
  animals,
  browsers,
  context,
  inTrash,
  issueType,
  option,
  platforms,
  project,
  team,
  teamOption,
} from './demo.js';
import type { Act } from './scenario.js';

const inTest = { fieldId: browsers, contextId: context.browsersInTest };
const ofAnimals = { fieldId: animals, contextId: context.animals };
const ofField = { path: { fieldId: browsers } };
const ofApp = { path: { fieldKey: team } };

/** For each operation under `/rest/api/3/field` a request that succeeds in the world `demo`, made by an administrator. */
const requests = {
  getFields: {},
  createCustomField: {
    body: {
      name: 'Colour',
      description: 'Its main colour',
      type: 'com.atlassian.jira.plugin.system.customfieldtypes:select',
      searcherKey: 'com.atlassian.jira.plugin.system.customfieldtypes:multiselectsearcher',
    },
  },
  getFieldsPaginated: { query: 'type=custom&query=list&expand=key,isLocked,contextsCount' },
  getTrashedFieldsPaginated: {},
  updateCustomField: { ...ofField, body: { name: 'Browser' } },
  deleteCustomField: ofField,
  restoreCustomField: { path: { fieldId: inTrash } },
  trashCustomField: ofField,
  getContextsForField: ofField,
  createCustomFieldContext: {
    ...ofField,
    body: { name: 'Stories of the shop', projectIds: [project.shop], issueTypeIds: [issueType.story] },
  },
  getDefaultValues: ofField,
  setDefaultValues: {
    ...ofField,
    body: { defaultValues: [{ type: 'option.single', contextId: context.browsers, optionId: option.safari }] },
  },
  getIssueTypeMappingsForContexts: ofField,
  getCustomFieldContextsForProjectsAndIssueTypes: {
    ...ofField,
    body: {
      mappings: [
        { projectId: project.test, issueTypeId: issueType.bug },
        { projectId: project.shop, issueTypeId: issueType.story },
        { projectId: project.test, issueTypeId: issueType.story },
      ],
    },
  },
  getProjectContextMapping: ofField,
  updateCustomFieldContext: { path: inTest, body: { description: 'Where testers find them' } },
  deleteCustomFieldContext: { path: inTest },
  addIssueTypesToContext: { path: inTest, body: { issueTypeIds: [issueType.story] } },
  removeIssueTypesFromContext: { path: inTest, body: { issueTypeIds: [issueType.bug] } },
  assignProjectsToCustomFieldContext: { path: inTest, body: { projectIds: [project.shop] } },
  removeCustomFieldContextFromProjects: {
    path: { fieldId: platforms, contextId: context.platformsInShop },
    body: { projectIds: [project.shop] },
  },
  getContextsForFieldDeprecated: ofField,
  getOptionsForContext: { path: ofAnimals },
  createCustomFieldOption: {
    path: ofAnimals,
    body: {
      options: [
        { value: 'birds', disabled: true },
        { value: 'felix', optionId: option.cats },
      ],
    },
  },
  updateCustomFieldOption: {
    path: ofAnimals,
    body: {
      options: [
        { id: option.cats, value: 'big cats' },
        { id: option.fish, disabled: false },
      ],
    },
  },
  reorderCustomFieldOptions: {
    path: ofAnimals,
    body: { customFieldOptionIds: [option.fish, option.dogs], position: 'First' },
  },
  deleteCustomFieldOption: { path: { ...ofAnimals, optionId: option.micki } },
  getScreensForField: { ...ofField, query: 'expand=tab' },
  getAllIssueFieldOptions: ofApp,
  createIssueFieldOption: { ...ofApp, body: { value: 'Team Dawn', properties: { members: 3 } } },
  getSelectableIssueFieldOptions: ofApp,
  getVisibleIssueFieldOptions: ofApp,
  getIssueFieldOption: { path: { fieldKey: team, optionId: teamOption.aurora } },
  updateIssueFieldOption: {
    path: { fieldKey: team, optionId: teamOption.aurora },
    body: { id: Number(teamOption.aurora), value: 'Team Zenith' },
  },
  deleteIssueFieldOption: { path: { fieldKey: team, optionId: teamOption.corona } },
  replaceIssueFieldOption: {
    path: { fieldKey: team, optionId: teamOption.aurora },
    query: `replaceWith=${teamOption.corona}`,
  },
} satisfies { readonly [Id in OperationId]?: OperationRequest<Id> };

/** The operations under `/rest/api/3/field`. */
export type FieldOperationId = keyof typeof requests;

export const fieldOperationIds = Object.keys(requests) as FieldOperationId[];

/**
 * Sends a request of an operation: the one that succeeds, with what is given in place of its parts.
 *
 * @param as - who sends it; the administrator by default
 * @example to('createCustomField', { body: { name: '', type: 'select' } })
 */
export function to<Id extends FieldOperationId>(
  id: Id,
  given: OperationRequest<Id> = {},
  as: (jira: TestJira) => TestUser = (jira) => jira.admin,
): Act {
  const { method, address, body } = requestOf(id, requests[id], given);
  return (jira) => as(jira)[method](address, body);
}
