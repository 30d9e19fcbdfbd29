import { fieldNamed, optionIdOf, projectIdOf } from './field-steps.js';
import type { TestJira } from './jira.js';

type Properties = Readonly<Record<string, unknown>>;

export interface DefaultValueKind {
  readonly type: string;
  /** The type of the fields that have it. */
  readonly fieldType: string;
  /** Properties of a value beside `contextId` and `type`; options are those that the field has. */
  readonly value: (jira: TestJira, optionIds: readonly string[]) => Properties;
  /** What takes the value away. */
  readonly none: Properties;
  /** What is not accepted, and the answer. */
  readonly wrong?: readonly [value: Properties, status: number, sentence: string];
}

const accountIdOf = (jira: TestJira, name: string): string => {
  for (const user of jira.root.users.values()) if (user.name === name) return user.accountId;
  throw new Error(`No user is named ${name}.`);
};

const groupIdOf = (jira: TestJira, name: string): string => {
  for (const group of jira.root.groups.values()) if (group.name === name) return group.groupId;
  throw new Error(`No group is named ${name}.`);
};

const versionIdsOf = (jira: TestJira, key: string): string[] =>
  jira.root.projects.get(Number(projectIdOf(jira, key)))?.versions.map(({ id }) => String(id)) ?? [];

const userFilter = { enabled: false };
const unknownOption = [404, 'These options were not found: 99999.'] as const;
const unknownUser = [400, 'These users were not found: nobody.'] as const;
const unknownGroup = [400, 'These groups were not found: nobody.'] as const;
const unknownVersion = [400, 'These versions were not found: 99999.'] as const;
const wrongMoment = [400, `The 'dateTime' of a default value is not valid: "soon" is not a dateTime`] as const;

/** The 27 kinds of default value of Jira's Field API (`CustomFieldContextDefaultValue`), each with a value. */
export const defaultValueKinds: readonly DefaultValueKind[] = [
  {
    type: 'option.single',
    fieldType: 'select',
    none: { optionId: null },
    value: (_, [optionId]) => ({ optionId }),
    wrong: [{ optionId: '99999' }, ...unknownOption],
  },
  {
    type: 'option.multiple',
    fieldType: 'multiselect',
    none: { optionIds: null },
    value: (_, [one, other]) => ({ optionIds: [other, one] }),
    wrong: [{ optionIds: ['99999'] }, ...unknownOption],
  },
  {
    type: 'option.cascading',
    fieldType: 'cascadingselect',
    none: { optionId: null },
    value: (_, [optionId, , cascadingOptionId]) => ({ optionId, cascadingOptionId }),
    wrong: [{ optionId: '99999', cascadingOptionId: null }, ...unknownOption],
  },
  {
    type: 'single.user.select',
    fieldType: 'userpicker',
    none: { accountId: null, userFilter },
    value: (jira) => ({
      accountId: accountIdOf(jira, 'bob'),
      userFilter: { enabled: true, groups: [groupIdOf(jira, 'developers')], roleIds: [10002] },
    }),
    wrong: [{ accountId: 'nobody', userFilter }, ...unknownUser],
  },
  {
    type: 'multi.user.select',
    fieldType: 'multiuserpicker',
    none: { accountIds: null },
    value: (jira) => ({ accountIds: ['tina', 'bob'].map((name) => accountIdOf(jira, name)) }),
    wrong: [{ accountIds: ['nobody'] }, ...unknownUser],
  },
  {
    type: 'grouppicker.single',
    fieldType: 'grouppicker',
    none: { groupId: null },
    value: (jira) => ({ groupId: groupIdOf(jira, 'support') }),
    wrong: [{ groupId: 'nobody' }, ...unknownGroup],
  },
  {
    type: 'grouppicker.multiple',
    fieldType: 'multigrouppicker',
    none: { groupIds: null },
    value: (jira) => ({ groupIds: ['support', 'developers'].map((name) => groupIdOf(jira, name)) }),
    wrong: [{ groupIds: ['nobody'] }, ...unknownGroup],
  },
  {
    type: 'datepicker',
    fieldType: 'datepicker',
    none: { date: null, useCurrent: false },
    value: () => ({ date: '2024-02-29', useCurrent: false }),
    wrong: [{ date: '2023-02-29' }, 400, `The 'date' of a default value is not valid: "2023-02-29" is not a date`],
  },
  {
    type: 'datetimepicker',
    fieldType: 'datetime',
    none: { dateTime: null },
    value: () => ({ dateTime: '2022-01-31T12:00:00.000+0000', useCurrent: false }),
    wrong: [{ dateTime: 'soon' }, ...wrongMoment],
  },
  {
    type: 'url',
    fieldType: 'url',
    none: { url: null },
    value: () => ({ url: 'https://example.com/a?b=c' }),
    wrong: [{ url: 'no address' }, 400, `The 'url' of a default value is not valid: "no address" is not a URL`],
  },
  {
    type: 'project',
    fieldType: 'project',
    none: { projectId: null },
    value: (jira) => ({ projectId: projectIdOf(jira, 'SHOP') }),
    wrong: [{ projectId: '99999' }, 400, 'These projects were not found: 99999.'],
  },
  { type: 'float', fieldType: 'float', none: { number: null }, value: () => ({ number: -0.5 }) },
  {
    type: 'labels',
    fieldType: 'labels',
    none: { labels: null },
    value: () => ({ labels: ['b', 'a'] }),
    wrong: [{ labels: ['a b'] }, 400, `The 'labels' of a default value is not valid: "a b" is empty or has a space`],
  },
  { type: 'textfield', fieldType: 'textfield', none: { text: null }, value: () => ({ text: 'Some "text"' }) },
  { type: 'textarea', fieldType: 'textarea', none: { text: null }, value: () => ({ text: 'One\n\nTwo' }) },
  { type: 'readonly', fieldType: 'readonlyfield', none: { text: null }, value: () => ({ text: 'Look' }) },
  {
    type: 'version.single',
    fieldType: 'version',
    none: { versionId: null },
    value: (jira) => ({ versionId: versionIdsOf(jira, 'TEST')[0], versionOrder: 'releasedFirst' }),
    wrong: [{ versionId: '99999' }, ...unknownVersion],
  },
  {
    type: 'version.multiple',
    fieldType: 'multiversion',
    none: { versionIds: null },
    value: (jira) => ({ versionIds: versionIdsOf(jira, 'TEST').toReversed(), versionOrder: 'unreleasedFirst' }),
    wrong: [{ versionIds: ['99999'] }, ...unknownVersion],
  },
  { type: 'forge.string', fieldType: 'forge.string', none: { text: null }, value: () => ({ text: 'Words' }) },
  {
    type: 'forge.string.list',
    fieldType: 'forge.string.list',
    none: { values: null },
    value: () => ({ values: ['b', 'a', 'b'] }),
    wrong: [
      { values: ['x'.repeat(255)] },
      400,
      "The 'values' of a default value is not valid: a value is longer than 254 characters",
    ],
  },
  {
    type: 'forge.object',
    fieldType: 'forge.object',
    none: { object: null },
    value: () => ({ object: { a: [1, { b: true }] } }),
  },
  {
    type: 'forge.datetime',
    fieldType: 'forge.datetime',
    none: { dateTime: null },
    value: () => ({ dateTime: '2022-01-31T12:00:00.000+0100', useCurrent: false }),
    wrong: [{ dateTime: 'soon' }, ...wrongMoment],
  },
  {
    type: 'forge.group',
    fieldType: 'forge.group',
    none: { groupId: null },
    value: (jira) => ({ groupId: groupIdOf(jira, 'developers') }),
    wrong: [{ groupId: 'nobody' }, ...unknownGroup],
  },
  {
    type: 'forge.group.list',
    fieldType: 'forge.group.list',
    none: { groupIds: null },
    value: (jira) => ({ groupIds: [groupIdOf(jira, 'developers')] }),
    wrong: [{ groupIds: ['nobody'] }, ...unknownGroup],
  },
  { type: 'forge.number', fieldType: 'forge.number', none: { number: null }, value: () => ({ number: 0 }) },
  {
    type: 'forge.user',
    fieldType: 'forge.user',
    none: { accountId: null, userFilter },
    value: (jira) => ({ accountId: accountIdOf(jira, 'steve'), userFilter }),
    wrong: [{ accountId: 'nobody', userFilter }, ...unknownUser],
  },
  {
    type: 'forge.user.list',
    fieldType: 'forge.user.list',
    none: { accountIds: null },
    value: (jira) => ({ accountIds: [accountIdOf(jira, 'steve')] }),
    wrong: [{ accountIds: ['nobody'] }, ...unknownUser],
  },
];

/** Every option id of a field of the demo world that a cascade could start from. */
export const catsAndLeo = (jira: TestJira) => ({
  field: fieldNamed(jira, 'Animals'),
  cats: optionIdOf(jira, 'cats'),
  leo: optionIdOf(jira, 'leo'),
});
