import type { Evidence, JiraCloudComponents } from '@fake-jira/openapi';
import { expect } from 'expect';
import type { Needs } from '../../check.js';
import type { ScratchField } from '../../stage/scratch.js';
import type { Stage } from '../../stage/stage.js';

type Properties = Readonly<Record<string, unknown>>;

type DefaultValueType = JiraCloudComponents['schemas']['CustomFieldContextDefaultValue']['type'];

export interface DefaultValueKind {
  /** The type of the fields that have it, short or full. */
  readonly fieldType: string;
  readonly evidence?: Evidence;
  readonly needs?: Needs;
  /** Properties of a value beside `contextId` and `type`; the first one is `null` where there is none. */
  readonly value: (stage: Stage, field: ScratchField) => Promise<Properties> | Properties;
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
const forge = (name: string): Pick<DefaultValueKind, 'fieldType' | 'evidence' | 'needs'> => ({
  fieldType: `forge.${name}`,
  // Which keys the types of apps have depends on the app: only a fake can be told that there is one.
  evidence: 'assumed',
  needs: { control: true },
});

/** The kinds of default value that the document has (CustomFieldContextDefaultValue), each with a value. */
export const defaultValueKinds: Readonly<Record<DefaultValueType, DefaultValueKind>> = {
  'option.single': { fieldType: 'select', value: (_, field) => ({ optionId: options(field)[1] }) },
  'option.multiple': { fieldType: 'multiselect', value: (_, field) => ({ optionIds: options(field) }) },
  'option.cascading': {
    fieldType: 'cascadingselect',
    value: (_, field) => ({
      optionId: String(field.option('one')),
      cascadingOptionId: String(field.option('one', 'below')),
    }),
  },
  'single.user.select': {
    fieldType: 'userpicker',
    needs: someone,
    value: (stage) => ({ accountId: accounts(stage)[1], userFilter }),
  },
  'multi.user.select': {
    fieldType: 'multiuserpicker',
    needs: someone,
    value: (stage) => ({ accountIds: accounts(stage) }),
  },
  'grouppicker.single': {
    fieldType: 'grouppicker',
    value: async (stage) => ({ groupId: (await groups(stage))[0] }),
  },
  'grouppicker.multiple': {
    fieldType: 'multigrouppicker',
    value: async (stage) => ({ groupIds: await groups(stage) }),
  },
  datepicker: { fieldType: 'datepicker', value: () => ({ date: '2024-02-29', useCurrent: false }) },
  datetimepicker: {
    fieldType: 'datetime',
    value: () => ({ dateTime: '2022-01-31T12:00:00.000+0000', useCurrent: false }),
  },
  url: { fieldType: 'url', value: () => ({ url: 'https://example.com/a?b=c' }) },
  project: { fieldType: 'project', value: (stage) => ({ projectId: String(stage.sandbox.project.id) }) },
  float: { fieldType: 'float', value: () => ({ number: -0.5 }) },
  labels: { fieldType: 'labels', value: () => ({ labels: ['b', 'a'] }) },
  textfield: { fieldType: 'textfield', value: () => ({ text: 'Some "text"' }) },
  textarea: { fieldType: 'textarea', value: () => ({ text: 'One\n\nTwo' }) },
  readonly: { fieldType: 'readonlyfield', value: () => ({ text: 'Look' }) },
  'version.single': {
    fieldType: 'version',
    value: async (stage) => ({ versionId: (await versions(stage))[0], versionOrder: 'releasedFirst' }),
  },
  'version.multiple': {
    fieldType: 'multiversion',
    value: async (stage) => ({ versionIds: await versions(stage), versionOrder: 'unreleasedFirst' }),
  },
  'forge.string': { ...forge('string'), value: () => ({ text: 'Words' }) },
  'forge.string.list': { ...forge('string.list'), value: () => ({ values: ['b', 'a', 'b'] }) },
  'forge.object': { ...forge('object'), value: () => ({ object: { a: [1, { b: true }] } }) },
  'forge.datetime': {
    ...forge('datetime'),
    value: () => ({ dateTime: '2022-01-31T12:00:00.000+0100', useCurrent: false }),
  },
  'forge.group': { ...forge('group'), value: async (stage) => ({ groupId: (await groups(stage))[0] }) },
  'forge.group.list': { ...forge('group.list'), value: async (stage) => ({ groupIds: await groups(stage) }) },
  'forge.number': { ...forge('number'), value: () => ({ number: 0 }) },
  'forge.user': {
    ...forge('user'),
    value: (stage) => ({ accountId: stage.adminIdentity.accountId, userFilter }),
  },
  'forge.user.list': {
    ...forge('user.list'),
    value: (stage) => ({ accountIds: [stage.adminIdentity.accountId] }),
  },
};

/** Sets a default value of a kind, reads it, and takes it away. */
export async function checkOfKind(type: string, { fieldType, value }: DefaultValueKind, stage: Stage): Promise<void> {
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
  const [held = ''] = Object.keys(given);
  const { cascadingOptionId: _, ...others } = given;
  await put({ ...others, [held]: null });
  expect(await read()).toEqual([]);
}

function optionsFor(type: string) {
  if (type === 'option.cascading') return { options: [{ value: 'one', children: ['below'] }, 'two'] };
  return type.startsWith('option.') ? { options: ['one', 'two'] } : {};
}
