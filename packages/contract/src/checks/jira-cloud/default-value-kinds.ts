import type { Evidence } from '@fake-jira/openapi';
import { expect } from 'expect';
import type { Needs } from '../../check.js';
import type { ScratchField } from '../../stage/scratch.js';
import type { Stage } from '../../stage/stage.js';

type Properties = Readonly<Record<string, unknown>>;

export interface DefaultValueKind {
  readonly type: string;
  /** The type of the fields that have it, short or full. */
  readonly fieldType: string;
  readonly evidence?: Evidence;
  readonly needs?: Needs;
  /** Properties of a value beside `contextId` and `type`. */
  readonly value: (stage: Stage, field: ScratchField) => Promise<Properties> | Properties;
  /** What takes it away. */
  readonly none: Properties;
}

const someone: Needs = { roles: ['user'] };
const userFilter = { enabled: false };

/** Account ids of the administrator and the plain user. */
const accounts = ({ adminIdentity, userIdentity }: Stage) => [adminIdentity.accountId, userIdentity.accountId];

/** Ids of groups that are there, as many as there are up to two. */
async function groups(stage: Stage): Promise<string[]> {
  const { body } = await stage.admin.ask('findGroups', 200, { query: { maxResults: 2 } });
  const ids = (body.groups as { groupId: string }[]).map(({ groupId }) => groupId);
  expect(ids).not.toEqual([]);
  return ids;
}

/** Ids of versions of the first project of the sandbox that has one. */
async function versions(stage: Stage): Promise<string[]> {
  for (const { key } of stage.sandbox.projects) {
    const { body } = await stage.admin.ask('getProject', 200, { path: { projectIdOrKey: key } });
    const ids = (body.versions as { id: string }[]).map(({ id }) => id);
    if (ids.length > 0) return ids;
  }
  throw new Error('No project of the sandbox has a version, so there is none that could be a default value.');
}

const options = (field: ScratchField) => field.options.map(({ id }) => String(id));
const forge = (name: string): Pick<DefaultValueKind, 'type' | 'fieldType' | 'evidence' | 'needs'> => ({
  type: `forge.${name}`,
  fieldType: `forge.${name}`,
  // Which keys the types of apps have depends on the app: only a fake can be told that there is one.
  evidence: 'assumed',
  needs: { control: true },
});

/** The 27 kinds of default value that the document has (CustomFieldContextDefaultValue), each with a value. */
export const defaultValueKinds: readonly DefaultValueKind[] = [
  {
    type: 'option.single',
    fieldType: 'select',
    value: (_, field) => ({ optionId: options(field)[1] }),
    none: { optionId: null },
  },
  {
    type: 'option.multiple',
    fieldType: 'multiselect',
    value: (_, field) => ({ optionIds: options(field) }),
    none: { optionIds: null },
  },
  {
    type: 'option.cascading',
    fieldType: 'cascadingselect',
    value: (_, field) => ({
      optionId: String(field.option('one')),
      cascadingOptionId: String(field.option('one', 'below')),
    }),
    none: { optionId: null },
  },
  {
    type: 'single.user.select',
    fieldType: 'userpicker',
    needs: someone,
    value: (stage) => ({ accountId: accounts(stage)[1], userFilter }),
    none: { accountId: null, userFilter },
  },
  {
    type: 'multi.user.select',
    fieldType: 'multiuserpicker',
    needs: someone,
    value: (stage) => ({ accountIds: accounts(stage) }),
    none: { accountIds: null },
  },
  {
    type: 'grouppicker.single',
    fieldType: 'grouppicker',
    value: async (stage) => ({ groupId: (await groups(stage))[0] }),
    none: { groupId: null },
  },
  {
    type: 'grouppicker.multiple',
    fieldType: 'multigrouppicker',
    value: async (stage) => ({ groupIds: await groups(stage) }),
    none: { groupIds: null },
  },
  {
    type: 'datepicker',
    fieldType: 'datepicker',
    value: () => ({ date: '2024-02-29', useCurrent: false }),
    none: { date: null, useCurrent: false },
  },
  {
    type: 'datetimepicker',
    fieldType: 'datetime',
    value: () => ({ dateTime: '2022-01-31T12:00:00.000+0000', useCurrent: false }),
    none: { dateTime: null, useCurrent: false },
  },
  {
    type: 'url',
    fieldType: 'url',
    value: () => ({ url: 'https://example.com/a?b=c' }),
    none: { url: null },
  },
  {
    type: 'project',
    fieldType: 'project',
    value: (stage) => ({ projectId: String(stage.sandbox.project.id) }),
    none: { projectId: null },
  },
  { type: 'float', fieldType: 'float', value: () => ({ number: -0.5 }), none: { number: null } },
  { type: 'labels', fieldType: 'labels', value: () => ({ labels: ['b', 'a'] }), none: { labels: null } },
  { type: 'textfield', fieldType: 'textfield', value: () => ({ text: 'Some "text"' }), none: { text: null } },
  { type: 'textarea', fieldType: 'textarea', value: () => ({ text: 'One\n\nTwo' }), none: { text: null } },
  { type: 'readonly', fieldType: 'readonlyfield', value: () => ({ text: 'Look' }), none: { text: null } },
  {
    type: 'version.single',
    fieldType: 'version',
    value: async (stage) => ({ versionId: (await versions(stage))[0], versionOrder: 'releasedFirst' }),
    none: { versionId: null, versionOrder: 'releasedFirst' },
  },
  {
    type: 'version.multiple',
    fieldType: 'multiversion',
    value: async (stage) => ({ versionIds: await versions(stage), versionOrder: 'unreleasedFirst' }),
    none: { versionIds: null, versionOrder: 'unreleasedFirst' },
  },
  { ...forge('string'), value: () => ({ text: 'Words' }), none: { text: null } },
  { ...forge('string.list'), value: () => ({ values: ['b', 'a', 'b'] }), none: { values: null } },
  { ...forge('object'), value: () => ({ object: { a: [1, { b: true }] } }), none: { object: null } },
  {
    ...forge('datetime'),
    value: () => ({ dateTime: '2022-01-31T12:00:00.000+0100', useCurrent: false }),
    none: { dateTime: null, useCurrent: false },
  },
  { ...forge('group'), value: async (stage) => ({ groupId: (await groups(stage))[0] }), none: { groupId: null } },
  { ...forge('group.list'), value: async (stage) => ({ groupIds: await groups(stage) }), none: { groupIds: null } },
  { ...forge('number'), value: () => ({ number: 0 }), none: { number: null } },
  {
    ...forge('user'),
    value: (stage) => ({ accountId: stage.adminIdentity.accountId, userFilter }),
    none: { accountId: null, userFilter },
  },
  {
    ...forge('user.list'),
    value: (stage) => ({ accountIds: [stage.adminIdentity.accountId] }),
    none: { accountIds: null },
  },
];

/** Sets a default value of a kind, reads it, and takes it away. */
export async function checkOfKind({ type, fieldType, value, none }: DefaultValueKind, stage: Stage): Promise<void> {
  const field = await stage.field(fieldType, optionsFor(type));
  const path = { fieldId: field.key };
  const own = { contextId: String(field.contextId), type };
  const given = await value(stage, field);
  const put = (properties: Properties) =>
    stage.admin.ask('setDefaultValues', 204, { path, body: { defaultValues: [{ ...own, ...properties }] } });
  const read = async () => (await stage.admin.ask('getDefaultValues', 200, { path })).body.values;

  await put(given);
  const shown = await read();
  expect(shown).toHaveLength(1);
  expect(shown).toMatchObject([{ contextId: own.contextId, ...given }]);
  await put(none);
  expect(await read()).toEqual([]);
}

function optionsFor(type: string) {
  if (type === 'option.cascading') return { options: [{ value: 'one', children: ['below'] }, 'two'] };
  return type.startsWith('option.') ? { options: ['one', 'two'] } : {};
}
