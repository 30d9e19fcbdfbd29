import type { WorldFile } from '@fake-jira/fixtures';
import type { Answers } from '@fake-jira/profile';
import { testJira, type TestJira } from '../../support/jira.js';
import { differences, type Difference } from '../../customfield-editor/examples/differences.js';
import { to, type ExtenderOperationId } from '../requests.js';
import { examples, type Example } from './document.js';

const option = (id: number, value: string, more: object = {}) => ({ id, value, ...more });

/** A world in which what the examples speak of exists, with its ids and names as far as they are given. */
const world: WorldFile = {
  projects: [
    { key: 'PB', name: 'PB', id: 10001 },
    { key: 'PROJECT_KEY', id: 10002 },
    { key: 'PROJECT_ID', id: 10003 },
  ],
  issueTypes: [
    { name: 'Epic', id: 10000 },
    { name: 'Task', id: 10002 },
    { name: 'ISSUE_TYPE_NAME', id: 10003 },
    { name: 'ISSUE_TYPE_ID', id: 10004 },
    { name: 'ISSUETYPE_ID_1', id: 10005 },
    { name: 'ISSUETYPE_ID_2', id: 10006 },
  ],
  screens: [
    {
      id: 11207,
      name: 'AANCSA: Jira Service Management: Problem Create Issue Screen',
      tabs: [{ id: 11407, name: 'Default', fields: ['summary', 'Select List (multiple choices)'] }],
    },
    {
      id: 11208,
      name: 'AANCSA: Jira Service Management: Problem View/Edit Screen',
      tabs: [{ id: 11408, name: 'Default', fields: ['Select List (multiple choices)'] }],
    },
    {
      id: 11720,
      name: 'AAYTSA: Jira Service Management: Problem Create Issue Screen',
      tabs: [{ id: 11920, name: 'Default', fields: ['Select List (multiple choices)', 'Radio Buttons'] }],
    },
  ],
  fields: [
    { name: 'Checkboxes', type: 'multicheckboxes', id: 10000 },
    { name: 'Radio Buttons', type: 'radiobuttons', id: 10001, contexts: [{ options: ['yes'] }] },
    { name: 'Select List (single choice)', type: 'select', id: 10002 },
    {
      name: 'Select List (multiple choices)',
      type: 'multiselect',
      id: 10003,
      contexts: [
        {
          id: 10104,
          name: 'Default Configuration Scheme for Select List (multiple choices)',
          description: 'Example description',
          options: [
            option(10006, 'Select List (multiple choices) Value 1'),
            option(10007, 'Select List (multiple choices) Value 2', { disabled: true }),
          ],
        },
        {
          id: 10105,
          name: 'Configuration Scheme for Select List',
          description: 'Example description',
          issueTypes: ['Epic', 'Task'],
          unattached: true,
        },
        { id: 10106, name: 'Another configuration scheme', description: 'Example description', projects: ['PB'] },
      ],
    },
    {
      name: 'Select List (cascading)',
      type: 'cascadingselect',
      id: 10004,
      contexts: [
        {
          id: 10102,
          options: [
            option(10008, 'Select List (cascading) Parent Value 1', {
              children: [1, 2, 3].map((i) => option(10009 + i, `Select List (cascading) Children Parent 1 Value ${i}`)),
            }),
            option(10009, 'Select List (cascading) Parent Value 2', {
              disabled: true,
              children: [1, 2].map((i) => option(10012 + i, `Select List (cascading) Children Parent 2 Value ${i}`)),
            }),
          ],
        },
      ],
    },
    {
      name: 'Spare',
      type: 'cascadingselect',
      id: 10005,
      contexts: [
        {
          id: 10110,
          options: [
            option(10105, 'Above', { children: [option(10301, 'Below')] }),
            option(10303, 'Above too', { children: [option(10307, 'Below too')] }),
          ],
        },
      ],
    },
    {
      name: 'Bare',
      type: 'select',
      id: 10006,
      contexts: [
        { id: 10111, options: [option(10308, 'One'), option(10309, 'Two')] },
        { id: 10100, name: 'Left', unattached: true },
      ],
    },
    { name: 'Empty', type: 'select', id: 10007, contexts: [] },
    { name: 'Field Number Two', type: 'textfield', id: 10015 },
    { name: 'Field Number One', type: 'textfield', id: 10016 },
    { name: 'FELD_NAME', type: 'textfield', id: 10017 },
    { name: 'FIELD_ID', type: 'textfield', id: 10018 },
  ],
  issues: Array.from({ length: 3 }, (_, i) => ({
    key: `PB-${i + 1}`,
    type: 'Task',
    summary: 'Uses radio buttons',
    fields: { 'Radio Buttons': 'yes' },
  })),
};

interface Replay {
  readonly path?: Record<string, string>;
  readonly body?: unknown;
  readonly answers?: Partial<Answers>;
  /** Where the answer is not what the example is, and why; the shape has to be the same. */
  readonly differs?: Readonly<Record<string, string>>;
}

const envelope = { total: 'there are fewer', maxResults: 'a page has 1000 by default' };
const messageOnly = (why: string) => ({ message: why });
const ofScheme = (configSchemeId: string, body?: unknown): Replay => ({ path: { configSchemeId }, body });
const ofValue = (configSchemeId: string, optionId: string, body?: unknown): Replay => ({
  path: { configSchemeId, optionId },
  body,
});
const ofField = (customFieldId: string, body?: unknown): Replay => ({ path: { customFieldId }, body });

const spelling = 'one of two keys is misspelled, and an instance has one spelling';
const others = 'other fields are in the world too';

/** How each example comes about: requests are sent as they are printed, answers are made by a request of the kind. */
const replays: Readonly<Record<string, Replay>> = {
  'extenderGetFields answer all': {
    differs: {
      ...envelope,
      customFields: others,
      'customFields.*.issuesWithValue': others,
      'customFields.*.lastValueUpdate': others,
      'customFields.*.name': others,
      'customFields.*.id': others,
      'customFields.*.type': others,
      'customFields.*.key': others,
    },
  },
  'extenderGetConfigSchemes answer schemes': { ...ofField('10003'), differs: envelope },
  'extenderRemoveConfigScheme answer removed': ofScheme('10102'),
  'extenderGetValues answer standard': {
    ...ofScheme('10104'),
    differs: { ...envelope, 'schemeOptions.*.postion': spelling, 'schemeOptions.*.position': spelling },
  },
  'extenderGetValues answer cascading': { ...ofScheme('10102'), differs: envelope },
  'extenderAddValues request one': ofScheme('10111'),
  'extenderAddValues request several': ofScheme('10111'),
  'extenderAddValues request oneBelow': ofScheme('10110'),
  'extenderAddValues request severalBelow': ofScheme('10110'),
  'extenderAddValues answer added': ofScheme('10104', { optionName: ['New value 1', 'New value 2'] }),
  'extenderAddValues answer unknownScheme': ofScheme('99999', { optionName: ['x'] }),
  'extenderEditValue request all': ofValue('10110', '10307'),
  'extenderEditValue request disable': ofValue('10111', '10308'),
  'extenderEditValue request renameBelow': ofValue('10110', '10301'),
  'extenderEditValue request move': ofValue('10111', '10308'),
  'extenderEditValue answer changed': ofValue('10110', '10307', { name: 'New name', position: 1 }),
  'extenderRemoveValues request one': {},
  'extenderRemoveValues request several': {},
  'extenderRemoveValues answer all': { body: { optionId: [10013, 10014] } },
  'extenderRemoveValues answer skipped': { body: { optionId: [1001300000] } },
  'extenderSortValues answer sorted': ofScheme('10104'),
  'extenderAddField request all': {
    body: { fieldTypeKey: 'com.atlassian.jira.plugin.system.customfieldtypes:select' },
  },
  'extenderAddField answer added': {
    body: {
      fieldName: 'Field3',
      fieldDescription: '',
      fieldTypeKey: 'com.atlassian.jira.plugin.system.customfieldtypes:select',
    },
    differs: { customFieldId: 'the next one of the world', configSchemeId: 'the next one of the world' },
  },
  'extenderDeleteFields request one': {},
  'extenderDeleteFields request several': {},
  'extenderDeleteFields answer all': {
    body: { customField: ['Field Number Two'] },
    differs: { 'deleted.*': 'the example has an ID that another example gives another field' },
  },
  'extenderDeleteFields answer skipped': {
    body: { customField: ['Field Number One', '99999'] },
    differs: { 'skipped.*': 'another example has a field with the ID' },
  },
  'extenderClearConfigSchemes answer cleared': ofField('10006'),
  'extenderAddConfigScheme request all': ofField('10007'),
  'extenderAddConfigScheme answer added': {
    ...ofField('10007', {}),
    differs: {
      ...messageOnly('the ID is the next one, and the field has a name'),
      configSchemeId: 'the next one of the world',
    },
  },
  'extenderAddConfigSchemes request all': {
    ...ofField('10007'),
    // The second scheme has a project of the first one.
    answers: { 'extender.overlap': 'last-wins' },
  },
  'extenderAddConfigSchemes answer added': {
    ...ofField('10007', { issueTypes: [[]], projects: [[]], optionNames: [[]] }),
    differs: messageOnly('the field has a name'),
  },
  'extenderUpdateConfigScheme request all': ofScheme('10111'),
  'extenderUpdateConfigScheme answer updated': ofScheme('10100', { projects: ['PB'] }),
  'extenderUpdateAllConfigSchemes request all': { ...ofField('10006'), answers: { 'extender.overlap': 'last-wins' } },
  'extenderUpdateAllConfigSchemes answer updated': {
    ...ofField('10006', { schemeName: 'Mine' }),
    differs: messageOnly('the schemes have other IDs'),
  },
  'extenderGetFieldTypes answer types': {
    differs: {
      customFieldTypes: 'other types are in the world',
      ...Object.fromEntries(
        ['name', 'description', 'descriptorKey', 'key'].map((key) => [
          `customFieldTypes.*.${key}`,
          'the world has not all of these types',
        ]),
      ),
    },
  },
  'extenderGetScreens answer screens': { ...ofField('10003'), differs: { maxResults: envelope.maxResults } },
};

const keyOf = ({ operationId, part, name }: Example) => `${operationId} ${part} ${name}`;

async function play(jira: TestJira, example: Example, { path, body }: Replay) {
  const whole = example.part === 'request' ? { ...(example.value as object), ...(body as object) } : body;
  return to(jira, example.operationId as ExtenderOperationId, {
    ...(path && { path }),
    ...(whole !== undefined && { body: whole }),
  });
}

/** Requests, those of them that are sent as they stand, answers, and those of them that are equal to the last value. */
const counts = { requests: 0, asTheyStand: 0, answers: 0, equal: 0 };

describe('the examples of the document', () => {
  it.each(examples().map((example) => [keyOf(example), example] as const))('%s', async (key, example) => {
    const replay = replays[key] ?? {};
    const jira = testJira({ world, answers: { ...example.answers, ...replay.answers } });
    const answer = await play(jira, example, replay);
    expect([key, answer.status, answer.text]).toEqual([key, 200, answer.text]);
    if (example.part === 'request') {
      counts.requests++;
      counts.asTheyStand += Number(replay.body === undefined);
      return;
    }
    const found = differences(example.value, answer.body);
    const allowed = ({ at, kind }: Difference) => isAllowed(kind, example) && (replay.differs ?? {})[at] !== undefined;
    expect(found.filter((difference) => !allowed(difference))).toEqual([]);
    // A reason that nothing needs would hide what comes later.
    expect(Object.keys(replay.differs ?? {}).filter((at) => !found.some((one) => one.at === at))).toEqual([]);
    counts.answers++;
    counts.equal += Number(found.length === 0);
  });

  it('are replayed, each of them: 17 requests, 16 sent as they stand, and 21 answers, 9 equal to the last value', () => {
    expect(Object.keys(replays).sort()).toEqual(examples().map(keyOf).sort());
    expect(counts).toEqual({ requests: 17, asTheyStand: 16, answers: 21, equal: 9 });
  });
});

function isAllowed(kind: Difference['kind'], { operationId }: Example): boolean {
  if (kind === 'value' || kind === 'length') return true;
  // Some fields of the world were never changed where the example has a time, and the key of a place is spelled in one way.
  return (operationId === 'extenderGetFields' && kind !== 'absent') || operationId === 'extenderGetValues';
}
