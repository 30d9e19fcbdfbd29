/*
 * The form of a thing in answers: which properties it has in a deployment, in their order. A renderer works out every
 * property that the thing can have, and `inForm` shows those of the form. The orders are those of recorded answers
 * where there are any (create and edit metadata, issues, people, projects).
 */
import type { InstalledJira } from '@fake-jira/profile';

const field = ['custom', 'orderable', 'navigable', 'searchable', 'clauseNames', 'scope', 'schema'] as const;
const user = ['emailAddress', 'avatarUrls', 'displayName', 'active'] as const;
const userDetails = ['timeZone', 'locale', 'groups', 'applicationRoles', 'expand'] as const;
const issueType = ['self', 'id', 'description', 'iconUrl', 'name'] as const;
const projectBasics = ['self', 'id', 'key', 'name'] as const;
const serverInfo = [
  'version',
  'versionNumbers',
  'deploymentType',
  'buildNumber',
  'buildDate',
  'serverTime',
  'scmInfo',
  'serverTitle',
  'defaultLocale',
  'serverTimeZone',
] as const;
const projectInFull = [
  'expand',
  'self',
  'id',
  'key',
  'description',
  'lead',
  'components',
  'issueTypes',
  'url',
  'assigneeType',
  'versions',
  'name',
  'roles',
  'avatarUrls',
  'projectKeys',
  'projectTypeKey',
] as const;
const comment = ['self', 'id', 'author', 'body', 'updateAuthor', 'created', 'updated'] as const;
const versionBasics = ['self', 'id', 'description', 'name', 'archived', 'released'] as const;
const page = ['maxResults', 'startAt', 'total'] as const;
const choices = ['operations', 'allowedValues'] as const;
const metaBasics = ['required', 'schema', 'name'] as const;
const expandedIssue = ['names', 'schema', 'transitions', 'editmeta', 'changelog'] as const;
const changed = ['from', 'fromString', 'to', 'toString'] as const;
const transition = ['id', 'name', 'to'] as const;

/** What has one form everywhere. */
const everywhere = {
  avatarUrls: ['48x48', '24x24', '16x16', '32x32'],
  createMetaProject: ['expand', ...projectBasics, 'avatarUrls', 'issuetypes'],
  version: [
    ...versionBasics,
    'startDate',
    'releaseDate',
    'overdue',
    'userStartDate',
    'userReleaseDate',
    'projectId',
    'issuesStatusForFixVersion',
  ],
  versionOfIssue: [...versionBasics, 'releaseDate'],
} as const;

const cloudMeta = [...metaBasics, 'key', 'autoCompleteUrl'] as const;
const cloudCreateMeta = [...cloudMeta, 'hasDefaultValue', ...choices, 'defaultValue'] as const;
const cloudProject = [
  'simplified',
  'style',
  'isPrivate',
  'properties',
  'deleted',
  'retentionTillDate',
  'deletedDate',
  'deletedBy',
  'archived',
  'archivedDate',
  'archivedBy',
] as const;
const cloudUser = ['self', 'accountId', 'accountType', ...user] as const;
const cloudIssueType = [...issueType, 'subtask', 'avatarId', 'entityId', 'hierarchyLevel'] as const;
const cloudProjectDetails = ['description', 'lead', 'issueTypes', 'url', 'projectKeys'] as const;
const cloud = {
  ...everywhere,
  comment: [...comment, 'jsdPublic'],
  changedField: ['field', 'fieldtype', 'fieldId', ...changed],
  createMetaEntry: cloudCreateMeta,
  createMetaField: [...cloudCreateMeta, 'fieldId'],
  createMetaFields: [...page, 'fields'],
  createMetaIssueType: [...cloudIssueType, 'scope'],
  createMetaIssueTypeInFull: [
    ...issueType,
    'untranslatedName',
    'subtask',
    'hierarchyLevel',
    'scope',
    'expand',
    'fields',
  ],
  createMetaIssueTypes: [...page, 'issueTypes'],
  customFieldOption: ['self', 'value'],
  editMetaEntry: [...cloudMeta, ...choices],
  editMetaParent: cloudCreateMeta,
  field: ['id', 'key', 'name', 'untranslatedName', ...field],
  foundGroup: ['name', 'html', 'labels', 'groupId'],
  foundUser: ['accountId', 'accountType', 'html', 'displayName', 'avatarUrl'],
  group: ['name', 'groupId', 'self'],
  issue: ['expand', 'id', 'self', 'key', ...expandedIssue, 'fields'],
  issueType: cloudIssueType,
  listedIssueType: [...cloudIssueType, 'scope'],
  optionValue: ['self', 'value', 'id'],
  project: ['expand', ...projectBasics, 'avatarUrls', 'projectTypeKey', ...cloudProject, ...cloudProjectDetails],
  projectInFull: [...projectInFull, ...cloudProject],
  projectName: [...projectBasics, 'projectTypeKey', 'simplified', 'avatarUrls'],
  serverInfo: ['baseUrl', 'displayUrl', 'displayUrlServicedeskHelpCenter', ...serverInfo],
  systemField: ['id', 'key', 'name', ...field],
  transition: [
    ...transition,
    'hasScreen',
    'isGlobal',
    'isInitial',
    'isAvailable',
    'isConditional',
    'fields',
    'isLooped',
  ],
  user: cloudUser,
  userInFull: [...cloudUser, ...userDetails],
  userOfIssue: ['self', 'accountId', ...user, 'timeZone', 'accountType'],
} as const;

const dataCenterMeta = [...metaBasics, 'fieldId', 'autoCompleteUrl'] as const;
const dataCenterCreateMeta = [...dataCenterMeta, 'hasDefaultValue', ...choices, 'defaultValue'] as const;
const dataCenterCreateMetaType = [...issueType, 'subtask'] as const;
const dataCenterUser = ['self', 'name', 'key', ...user, 'timeZone'] as const;
const dataCenterProjectDetails = ['description', 'lead', 'issueTypes', 'url', 'projectKeys'] as const;
const dataCenter = {
  ...everywhere,
  comment,
  changedField: ['field', 'fieldtype', ...changed],
  createMetaEntry: dataCenterCreateMeta,
  createMetaField: dataCenterCreateMeta,
  createMetaFields: [...page, 'isLast', 'values'],
  createMetaIssueType: dataCenterCreateMetaType,
  createMetaIssueTypeInFull: [...dataCenterCreateMetaType, 'expand', 'fields'],
  createMetaIssueTypes: [...page, 'isLast', 'values'],
  customFieldOption: ['self', 'value', 'disabled'],
  editMetaEntry: [...dataCenterMeta, ...choices],
  editMetaParent: [...dataCenterMeta, ...choices],
  field: ['id', 'name', ...field.filter((name) => name !== 'scope')],
  foundGroup: ['name', 'html', 'labels'],
  foundUser: ['name', 'key', 'html', 'displayName', 'avatarUrl'],
  group: ['name', 'self'],
  issue: ['expand', 'id', 'self', 'key', 'fields', ...expandedIssue],
  issueType: [...issueType, 'subtask', 'avatarId'],
  listedIssueType: [...issueType, 'subtask', 'avatarId'],
  optionValue: ['self', 'value', 'id', 'disabled'],
  project: ['expand', ...projectBasics, ...dataCenterProjectDetails, 'avatarUrls', 'projectTypeKey', 'archived'],
  projectInFull: [...projectInFull, 'archived'],
  projectName: [...projectBasics, 'projectTypeKey', 'avatarUrls'],
  serverInfo: ['baseUrl', ...serverInfo],
  systemField: ['id', 'name', ...field],
  transition: [...transition, 'fields'],
  user: dataCenterUser,
  userInFull: [...dataCenterUser, 'locale', 'groups', 'applicationRoles', 'expand'],
  userOfIssue: dataCenterUser,
} as const;

/** Before create metadata had pages, metadata named no field a second time (Server 8.0, recorded). */
const withoutFieldIds = {
  ...dataCenter,
  createMetaEntry: [...metaBasics, 'autoCompleteUrl', 'hasDefaultValue', ...choices, 'defaultValue'],
  editMetaEntry: [...metaBasics, 'autoCompleteUrl', ...choices],
  editMetaParent: [...metaBasics, 'autoCompleteUrl', ...choices],
  projectName: [...projectBasics, 'avatarUrls'],
} as const;

/** Cloud's forms, with what Data Center has beside. */
const anyUser = ['self', 'accountId', 'accountType', 'key', 'name', ...user] as const;
const any = {
  ...cloud,
  createMetaFields: [...page, 'isLast', 'fields', 'values'],
  createMetaIssueTypes: [...page, 'isLast', 'issueTypes', 'values'],
  foundUser: ['accountId', 'accountType', 'name', 'key', 'html', 'displayName', 'avatarUrl'],
  user: anyUser,
  userInFull: [...anyUser, ...userDetails],
  userOfIssue: ['self', 'accountId', 'key', 'name', ...user, 'timeZone', 'accountType'],
} as const;

/** The forms of each deployment. */
const forms = { cloud, 'data-center': dataCenter, any } as const;

export type Forms = (typeof forms)[keyof typeof forms] | typeof withoutFieldIds;

/** The forms of a Jira. */
export function formsOf(jira: InstalledJira): Forms {
  return jira.atLeast('8.4') ? forms[jira.deployment] : withoutFieldIds;
}

/** A thing as its form shows it, be it one of several. */
type InForm<Thing, Names> = Names extends readonly (infer Name)[] ? Pick<Thing, Name & keyof Thing> : never;

/**
 * The properties of a thing that its form has, in its order.
 *
 * @param thing - what is `undefined` in it is left out
 * @example inForm({ name: 'Browsers', id: '10000' }, ['id', 'name']) // { id: '10000', name: 'Browsers' }
 */
export function inForm<Thing extends object, const Names extends readonly string[]>(
  thing: Thing,
  names: Names,
): InForm<Thing, Names> {
  const values = new Map<string, unknown>(Object.entries(thing));
  return Object.fromEntries(
    names.flatMap((name) => (values.get(name) === undefined ? [] : [[name, values.get(name)]])),
  ) as InForm<Thing, Names>;
}
