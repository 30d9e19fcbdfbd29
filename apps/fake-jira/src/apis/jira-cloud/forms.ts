/*
 * The form of a thing in answers: which properties it has in a deployment, in their order. A renderer works out every
 * property that the thing can have, and `inForm` shows those of the form.
 */

const field = ['custom', 'orderable', 'navigable', 'searchable', 'clauseNames', 'schema'] as const;
const user = ['emailAddress', 'avatarUrls', 'displayName', 'active', 'timeZone'] as const;
const userDetails = ['locale', 'groups', 'applicationRoles', 'expand'] as const;
const issueType = ['self', 'id', 'description', 'iconUrl', 'name', 'subtask', 'avatarId', 'hierarchyLevel'] as const;
const projectName = ['self', 'id', 'key', 'name', 'projectTypeKey', 'simplified', 'avatarUrls'] as const;
const fieldMeta = [
  'required',
  'schema',
  'name',
  'key',
  'hasDefaultValue',
  'defaultValue',
  'operations',
  'allowedValues',
] as const;
const serverInfo = [
  'version',
  'versionNumbers',
  'deploymentType',
  'buildNumber',
  'serverTime',
  'serverTitle',
  'defaultLocale',
  'serverTimeZone',
] as const;
const project = [
  ...projectName,
  'expand',
  'style',
  'isPrivate',
  'properties',
  'description',
  'lead',
  'issueTypes',
  'url',
  'projectKeys',
] as const;
const page = ['maxResults', 'startAt', 'total'] as const;

/** What has one form everywhere. */
const everywhere = {
  avatarUrls: ['16x16', '24x24', '32x32', '48x48'],
  createMetaField: [...fieldMeta, 'fieldId'],
  createMetaIssueType: [...issueType, 'expand', 'fields'],
  createMetaProject: ['self', 'id', 'key', 'name', 'avatarUrls', 'expand', 'issuetypes'],
  fieldMeta,
  issue: ['expand', 'id', 'self', 'key', 'fields', 'names', 'schema', 'editmeta'],
  issueType,
  project,
  projectInFull: [...project, 'assigneeType', 'components', 'versions', 'roles'],
  projectName,
  version: ['self', 'id', 'name', 'archived', 'released'],
} as const;

const cloudUser = ['self', 'accountId', 'accountType', ...user] as const;
const cloud = {
  ...everywhere,
  createMetaFields: [...page, 'fields'],
  createMetaIssueTypes: [...page, 'issueTypes'],
  customFieldOption: ['self', 'value'],
  field: ['id', 'key', 'name', 'untranslatedName', ...field],
  foundGroup: ['name', 'html', 'labels', 'groupId'],
  group: ['name', 'groupId', 'self'],
  optionValue: ['self', 'value', 'id'],
  serverInfo: ['baseUrl', 'displayUrl', 'displayUrlServicedeskHelpCenter', ...serverInfo],
  systemField: ['id', 'key', 'name', ...field],
  user: cloudUser,
  userInFull: [...cloudUser, ...userDetails],
} as const;

const dataCenterUser = ['self', 'key', 'name', ...user] as const;
const dataCenter = {
  ...everywhere,
  createMetaFields: [...page, 'values'],
  createMetaIssueTypes: [...page, 'values'],
  customFieldOption: ['self', 'value', 'disabled'],
  field: ['id', 'name', ...field],
  foundGroup: ['name', 'html', 'labels'],
  group: ['name', 'self'],
  optionValue: ['self', 'value', 'id', 'disabled'],
  serverInfo: ['baseUrl', ...serverInfo],
  systemField: ['id', 'name', ...field],
  user: dataCenterUser,
  userInFull: [...dataCenterUser, ...userDetails],
} as const;

/** Cloud's forms, with what Data Center has beside. */
const anyUser = ['self', 'accountId', 'accountType', 'key', 'name', ...user] as const;
const any = {
  ...cloud,
  createMetaFields: [...cloud.createMetaFields, 'values'],
  createMetaIssueTypes: [...cloud.createMetaIssueTypes, 'values'],
  user: anyUser,
  userInFull: [...anyUser, ...userDetails],
} as const;

/** The forms of each deployment. */
export const forms = { cloud, 'data-center': dataCenter, any } as const;

export type Forms = (typeof forms)[keyof typeof forms];

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
