import { operations } from '@fake-jira/openapi';
import { testJira } from '../support/jira.js';
import { field, requests, scheme, to, typeKey, value, type ExtenderOperationId } from './requests.js';

type Given = Parameters<typeof to>[2];

const ofField = (customFieldId: string, body?: unknown): Given => ({ path: { customFieldId }, body });
const ofScheme = (configSchemeId: string, body?: unknown): Given => ({ path: { configSchemeId }, body });
const ofValue = (optionId: number | string, body: unknown, configSchemeId = scheme.browsers): Given => ({
  path: { configSchemeId, optionId: String(optionId) },
  body,
});
const ofNewField = (changes: object): Given => ({ body: { ...requests.extenderAddField.body, ...changes } });
const bulk = { issueTypes: [[]], projects: [['SHOP']], optionNames: [[]] };
const long = 'x'.repeat(256);

const missing: readonly (readonly [ExtenderOperationId, Given, string])[] = [
  // Fields that do not exist
  ...(
    [
      'extenderGetConfigSchemes',
      'extenderClearConfigSchemes',
      'extenderAddConfigScheme',
      'extenderAddConfigSchemes',
      'extenderUpdateAllConfigSchemes',
      'extenderGetScreens',
    ] as const
  ).flatMap((id) =>
    [field.unknown, field.oldRating, 'customfield_99999', 'Browsers', 'summary', '__proto__', '1e4'].map(
      (given): [ExtenderOperationId, Given, string] => [
        id,
        { path: { customFieldId: given } },
        `custom field '${given}' does not exist`,
      ],
    ),
  ),
  // Schemes that do not exist
  ...(
    [
      'extenderRemoveConfigScheme',
      'extenderUpdateConfigScheme',
      'extenderGetValues',
      'extenderEditValue',
      'extenderSortValues',
      'extenderSortChildValues',
    ] as const
  ).flatMap((id) => {
    const path = (configSchemeId: string) => ({ path: { configSchemeId } });
    return [
      [id, path(scheme.unknown), 'scheme config does not exist'],
      [id, path('abc'), 'configSchemeId must be an integer.'],
    ] as [ExtenderOperationId, Given, string][];
  }),
];

const refusals: readonly (readonly [ExtenderOperationId, Given, string])[] = [
  ...missing,

  // Adding fields
  ['extenderAddField', ofNewField({ fieldName: ' ' }), 'the name of the field must not be empty'],
  ['extenderAddField', ofNewField({ fieldName: long }), 'the name of the field has 256 characters, 255 are allowed'],
  ['extenderAddField', ofNewField({ fieldName: undefined }), 'fieldName is required.'],
  ['extenderAddField', ofNewField({ fieldDescription: undefined }), 'fieldDescription is required.'],
  ['extenderAddField', ofNewField({ fieldTypeKey: undefined }), 'fieldTypeKey is required.'],
  ['extenderAddField', ofNewField({ fieldName: 1 }), 'fieldName must be a string.'],
  ['extenderAddField', ofNewField({ fieldTypeKey: 'select' }), "there is no custom field type 'select'"],
  ['extenderAddField', ofNewField({ fieldTypeKey: 'a:b' }), "there is no custom field type 'a:b'"],
  ['extenderAddField', ofNewField({ schemeName: '' }), 'the name of the config scheme must not be empty'],
  [
    'extenderAddField',
    ofNewField({ schemeName: long }),
    'the name of the config scheme has 256 characters, 255 are allowed',
  ],
  ['extenderAddField', ofNewField({ projects: ['TEST', 'NOPE', 99999] }), 'these projects do not exist: NOPE, 99999'],
  [
    'extenderAddField',
    ofNewField({ issueTypes: ['Bug', 'Poem', '99999'] }),
    'these issue types do not exist: Poem, 99999',
  ],
  ['extenderAddField', ofNewField({ projects: 'TEST' }), 'projects must be an array.'],
  ['extenderAddField', ofNewField({ optionNames: ['red', ''] }), 'the name of an option must not be empty'],
  [
    'extenderAddField',
    ofNewField({ optionNames: ['red', long] }),
    'the name of an option has 256 characters, 255 are allowed',
  ],
  [
    'extenderAddField',
    ofNewField({ fieldTypeKey: typeKey('textfield') }),
    "custom field 'customfield_10019' does not support options",
  ],
  ['extenderAddField', ofNewField({ colour: 'red' }), 'unknown property "colour".'],

  // Adding schemes
  ['extenderAddConfigScheme', ofField(field.browsers, {}), "config scheme '10100' is for all projects already"],
  [
    'extenderAddConfigScheme',
    ofField(field.browsers, { projects: ['TEST'] }),
    'these projects have another config scheme of the field already: 10000',
  ],
  ['extenderAddConfigScheme', ofField(field.browsers, { projects: ['NOPE'] }), 'these projects do not exist: NOPE'],
  [
    'extenderAddConfigScheme',
    ofField(field.customer, { projects: ['SHOP'], optionNames: ['x'] }),
    "custom field 'customfield_10006' does not support options",
  ],
  [
    'extenderAddConfigSchemes',
    ofField(field.browsers, { ...bulk, projects: [['SHOP'], ['OPS']] }),
    'issueTypes, projects and optionNames must have the same length, not 1, 2 and 1',
  ],
  [
    'extenderAddConfigSchemes',
    ofField(field.browsers, { ...bulk, optionNames: [[], []] }),
    'issueTypes, projects and optionNames must have the same length, not 1, 1 and 2',
  ],
  [
    'extenderAddConfigSchemes',
    ofField(field.browsers, { ...bulk, optionNames: undefined }),
    'optionNames is required.',
  ],
  [
    'extenderAddConfigSchemes',
    ofField(field.browsers, { ...bulk, optionNames: undefined, optionName: [[]] }),
    'optionNames is required. unknown property "optionName".',
  ],
  [
    'extenderAddConfigSchemes',
    ofField(field.browsers, { ...bulk, projects: ['SHOP'] }),
    'projects[0] must be an array.',
  ],
  [
    // The second one is wrong, so the first is not added either.
    'extenderAddConfigSchemes',
    ofField(field.browsers, { issueTypes: [[], ['Poem']], projects: [['SHOP'], ['OPS']], optionNames: [['a'], ['b']] }),
    'these issue types do not exist: Poem',
  ],
  [
    'extenderAddConfigSchemes',
    ofField(field.browsers, { issueTypes: [[], []], projects: [['SHOP'], ['OPS']], optionNames: [['a'], ['b', 'b']] }),
    expect.stringMatching(/^there is an option 'b' already: \d+$/) as never,
  ],

  // Updating schemes
  [
    'extenderUpdateConfigScheme',
    ofScheme(scheme.browsers, { schemeName: '' }),
    'the name of the config scheme must not be empty',
  ],
  [
    'extenderUpdateConfigScheme',
    ofScheme(scheme.browsers, { projects: ['NOPE'] }),
    'these projects do not exist: NOPE',
  ],
  [
    'extenderUpdateConfigScheme',
    ofScheme(scheme.browsers, { issueTypes: ['Poem'] }),
    'these issue types do not exist: Poem',
  ],
  [
    'extenderUpdateConfigScheme',
    ofScheme(scheme.browsers, { projects: ['TEST'] }),
    'these projects have another config scheme of the field already: 10000',
  ],
  [
    'extenderUpdateConfigScheme',
    ofScheme(scheme.browsersInTest, { projects: [] }),
    "config scheme '10100' is for all projects already",
  ],
  [
    'extenderUpdateConfigScheme',
    { query: 'keepExistingConfigurations=maybe' },
    expect.stringContaining('keepExistingConfigurations') as never,
  ],
  [
    // The first scheme could have it, the second then no more.
    'extenderUpdateAllConfigSchemes',
    ofField(field.browsers, { projects: ['SHOP'] }),
    'these projects have another config scheme of the field already: 10001',
  ],

  // Values
  ['extenderAddValues', ofScheme(scheme.browsers, { optionName: [] }), expect.stringContaining('optionName') as never],
  ['extenderAddValues', ofScheme(scheme.browsers, { optionName: 'x' }), 'optionName must be an array.'],
  ['extenderAddValues', ofScheme(scheme.browsers, {}), 'optionName is required.'],
  [
    'extenderAddValues',
    ofScheme(scheme.browsers, { optionName: ['new', ' '] }),
    'the name of an option must not be empty',
  ],
  [
    'extenderAddValues',
    ofScheme(scheme.browsers, { optionName: ['new', 'firefox'] }),
    "there is an option 'firefox' already: 10000",
  ],
  [
    'extenderAddValues',
    ofScheme(scheme.browsers, { optionName: ['x'], parentId: value.firefox }),
    "custom field 'customfield_10000' does not support options below these",
  ],
  [
    'extenderAddValues',
    ofScheme(scheme.animals, { optionName: ['x'], parentId: value.firefox }),
    `these options do not exist here: ${value.firefox}`,
  ],
  [
    'extenderAddValues',
    ofScheme(scheme.animals, { optionName: ['x'], parentId: value.leo }),
    "custom field 'customfield_10001' does not support options below these",
  ],
  [
    'extenderAddValues',
    ofScheme(scheme.customer, { optionName: ['x'] }),
    "custom field 'customfield_10006' does not support options",
  ],
  [
    'extenderAddValues',
    ofScheme(scheme.browsers, { optionName: Array.from({ length: 1001 }, (_, i) => `o${i}`) }),
    '1001 options are too many for one request, 1000 are allowed',
  ],
  ['extenderEditValue', ofValue(99999, { name: 'x' }), 'these options do not exist here: 99999'],
  ['extenderEditValue', ofValue(value.cats, { name: 'x' }), 'these options do not exist here: 10006'],
  ['extenderEditValue', ofValue(value.chrome, { name: '' }), 'the name of an option must not be empty'],
  ['extenderEditValue', ofValue(value.chrome, { name: 'safari' }), "there is an option 'safari' already: 10002"],
  ['extenderEditValue', ofValue(value.chrome, { position: 0 }), expect.stringContaining('position') as never],
  ['extenderEditValue', ofValue(value.chrome, { position: 1.5 }), expect.stringContaining('position') as never],
  ['extenderEditValue', ofValue(value.chrome, { disabled: 'yes' }), 'disabled must be a boolean.'],
  ['extenderEditValue', ofValue(value.chrome, { disable: true }), 'unknown property "disable".'],
  ['extenderEditValue', ofValue('x', { name: 'y' }), 'optionId must be an integer.'],
  [
    'extenderEditValue',
    ofValue(value.leo, { parentId: value.dogs, name: 'x' }, scheme.animals),
    'these options do not exist here: 10008',
  ],
  [
    'extenderEditValue',
    ofValue(value.leo, { parentId: value.firefox, name: 'x' }, scheme.animals),
    'these options do not exist here: 10000',
  ],
  [
    'extenderEditValue',
    ofValue(value.leo, { name: 'x' }, scheme.customer),
    "custom field 'customfield_10006' does not support options",
  ],
  ['extenderRemoveValues', { body: { optionId: [] } }, expect.stringContaining('optionId') as never],
  ['extenderRemoveValues', { body: { optionId: 10000 } }, 'optionId must be an array.'],
  ['extenderRemoveValues', { body: {} }, 'optionId is required.'],
  ['extenderSortValues', ofScheme(scheme.customer), "custom field 'customfield_10006' does not support options"],
  [
    'extenderSortChildValues',
    { path: { configSchemeId: scheme.animals, parentOptionId: String(value.firefox) } },
    'these options do not exist here: 10000',
  ],
  [
    'extenderSortChildValues',
    { path: { configSchemeId: scheme.animals, parentOptionId: String(value.leo) } },
    "custom field 'customfield_10001' does not support options below these",
  ],
  [
    'extenderSortChildValues',
    { path: { configSchemeId: scheme.browsers, parentOptionId: String(value.firefox) } },
    "custom field 'customfield_10000' does not support options below these",
  ],

  // Deleting fields, and pages
  ['extenderDeleteFields', { body: { customField: [] } }, expect.stringContaining('customField') as never],
  ['extenderDeleteFields', { body: { customField: 'Customer' } }, 'customField must be an array.'],
  ['extenderDeleteFields', { body: {} }, 'customField is required.'],
  ['extenderDeleteFields', { body: [] }, expect.stringContaining('must be an object') as never],
  ['extenderGetFields', { query: 'startAt=-1' }, expect.stringContaining('startAt') as never],
  ['extenderGetFields', { query: 'maxResults=many' }, 'maxResults must be an integer.'],
];

describe.each(['400', '200', '404'] as const)('where a refusal has the status %s, bad input', (status) => {
  const answers = {
    'extender.error-form': status,
    'extender.overlap': 'refused' as const,
    'extender.second-global': 'refused' as const,
  };

  it.each(refusals)('to %s, %j, is answered with what is wrong, and nothing is changed', async (id, given, message) => {
    const jira = testJira({ answers });
    const before = jira.root;
    const answer = await to(jira, id, given);
    expect([answer.status, answer.body]).toEqual([Number(status), { message }]);
    expect(jira.root).toBe(before);
  });
});

it('a name of a field that is taken is refused where Jira wants names to be unique', async () => {
  const jira = testJira({ answers: { 'jira.field-name-unique': 'yes' } });
  const before = jira.root;
  const answer = await to(jira, 'extenderAddField', ofNewField({ fieldName: 'Browsers' }));
  expect([answer.status, answer.body]).toEqual([400, { message: "there is a custom field 'Browsers' already" }]);
  expect(jira.root).toBe(before);
});

it('sub-tasks that are switched off are refused', async () => {
  const jira = testJira();
  jira.world.write((tx) => tx.set({ subtasks: false }));
  const before = jira.root;
  for (const [id, given] of [
    ['extenderAddField', ofNewField({ issueTypes: ['Sub-task'] })],
    ['extenderUpdateConfigScheme', ofScheme(scheme.browsers, { issueTypes: ['Sub-task'] })],
  ] as const) {
    const { status, body } = await to(jira, id, given);
    expect([status, body]).toEqual([400, { message: expect.stringMatching(/^sub-tasks are disabled/) as string }]);
  }
  expect(jira.root).toBe(before);
});

const withBody = operations('extender').filter(({ hasBody }) => hasBody);

describe.each(withBody.map(({ method, operationId }) => [operationId as ExtenderOperationId, method] as const))(
  'a body of %s (%s)',
  (id) => {
    const json = { 'Content-Type': 'application/json' };

    it.each([
      ['that is no JSON', '{"customField":', json, 400, /^The request body is not JSON/],
      ['that is not said to be JSON', 'text', { 'Content-Type': 'text/plain' }, 415, /application\/json/],
      ['that is a list', '[]', json, 400, /must be an object/],
      ['that is a text', '"x"', json, 400, /must be an object/],
      ['that is missing', undefined, json, 400, /a JSON body is required/],
      ['that is too large', JSON.stringify({ x: 'x'.repeat(1024 * 1024) }), json, 413, /larger than/],
    ] as const)('%s is refused, and nothing is changed', async (_what, body, headers, status, message) => {
      const jira = testJira();
      const before = jira.root;
      const { method, path } = withBody.find(({ operationId }) => operationId === id)!;
      const address = path.replace('{customFieldId}', '10000').replace(/\{\w+\}/g, '10100');
      const user = jira.admin[method.toLowerCase() as 'put'];
      const answer = await user(address, body, headers);
      expect([answer.status, answer.body]).toEqual([status, { message: expect.stringMatching(message) as string }]);
      expect(jira.root).toBe(before);
    });
  },
);

it('an address that has another method says which', async () => {
  const answer = await testJira().admin.get('/rest/extender/1.0/customField/deleteCustomField');
  expect([answer.status, answer.headers['allow'], answer.body]).toEqual([
    405,
    'DELETE',
    { message: 'GET is not allowed here.' },
  ]);
});
