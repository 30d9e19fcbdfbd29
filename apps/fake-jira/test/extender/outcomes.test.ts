import { operations } from '@fake-jira/openapi';
import { testJira } from '../support/jira.js';
import { extenderOperationIds, field, scheme, to, typeKey, value, type ExtenderOperationId } from './requests.js';

type Given = Parameters<typeof to>[2];

/** What each operation answers, to the letter; the requests are those of `requests` with what is given in their place. */
const outcomes: readonly (readonly [id: ExtenderOperationId, when: string, given: Given, body: unknown])[] = [
  [
    'extenderGetFields',
    'with a page of fields by name',
    { query: 'startAt=2&maxResults=2' },
    {
      customFields: [
        { name: 'Approvers', id: 10014, type: 'User Picker (multiple users)', key: typeKey('multiuserpicker') },
        { name: 'Browsers', id: 10000, type: 'Select List (single choice)', key: typeKey('select') },
      ],
      startAt: 2,
      maxResults: 2,
      total: 18,
    },
  ],
  [
    'extenderGetFieldTypes',
    'with every type',
    {},
    {
      customFieldTypes: expect.arrayContaining([
        {
          name: 'Checkboxes',
          description: expect.any(String) as string,
          descriptorKey: 'multicheckboxes',
          key: typeKey('multicheckboxes'),
        },
      ]) as unknown[],
    },
  ],
  [
    'extenderAddField',
    'that the field is there',
    {},
    { customFieldId: 'customfield_10019', configSchemeId: 10122, message: "custom field 'Colours' created" },
  ],
  [
    'extenderDeleteFields',
    'that all are deleted',
    {},
    {
      message: 'custom fields deleted',
      skipped: [],
      deleted: ['Customer (customfield_10006)', 'Browsers (customfield_10000)'],
    },
  ],
  [
    'extenderDeleteFields',
    'that some are skipped: unknown, locked and trashed ones, and names in another case',
    { body: { customField: ['Customer', field.unknown, 'Approvers', 'Old rating', field.oldRating, 'browsers'] } },
    {
      message: 'custom fields deleted, some custome fields skipped',
      skipped: [field.unknown, 'Approvers', 'Old rating', field.oldRating, 'browsers'],
      deleted: ['Customer (customfield_10006)'],
    },
  ],
  [
    'extenderDeleteFields',
    'that some are skipped also where nothing was deleted',
    { body: { customField: ['Nothing'] } },
    { message: 'custom fields deleted, some custome fields skipped', skipped: ['Nothing'], deleted: [] },
  ],
  [
    'extenderGetConfigSchemes',
    'with the contexts of the field',
    {},
    {
      customFieldSchemes: [
        {
          name: 'Default Configuration Scheme for Browsers',
          description: '',
          id: 10100,
          associatedProjects: [],
          issueTypes: [{ name: 'Global (all issues)', id: 'global' }],
        },
        {
          name: 'Bugs of TEST',
          description: '',
          id: 10101,
          associatedProjects: [{ name: 'Test', id: 10000, key: 'TEST' }],
          issueTypes: [{ name: 'Bug', id: '10001' }],
        },
      ],
      startAt: 0,
      total: 2,
      maxResults: 1000,
    },
  ],
  ['extenderRemoveConfigScheme', 'that it is gone', {}, { message: "config scheme '10101' deleted" }],
  ['extenderClearConfigSchemes', 'for all fields', {}, { message: 'custom field schemes cleared' }],
  [
    'extenderClearConfigSchemes',
    'for one field',
    { path: { customFieldId: field.platforms } },
    { message: 'custom field schemes cleared' },
  ],
  [
    'extenderAddConfigScheme',
    'with the ID',
    {},
    { message: "config scheme id '10122' created for field 'Browsers'", configSchemeId: 10122 },
  ],
  [
    'extenderAddConfigSchemes',
    'with the name of the field',
    {},
    { message: "config schemes created for field 'Browsers'" },
  ],
  ['extenderUpdateConfigScheme', 'that it was changed', {}, { message: "config scheme id '10101' was changed" }],
  [
    'extenderUpdateAllConfigSchemes',
    'with the IDs of all',
    {},
    { message: 'config schemes with id 10100, 10101 have been changed' },
  ],
  [
    'extenderGetValues',
    'with the options of both levels',
    { query: 'maxResults=1' },
    {
      schemeOptions: [
        {
          id: 10006,
          name: 'cats',
          position: 1,
          disabled: false,
          childOptions: [
            { parentId: 10006, id: 10007, name: 'micki', position: 1, disabled: false },
            { parentId: 10006, id: 10008, name: 'leo', position: 2, disabled: false },
            { parentId: 10006, id: 10009, name: 'tom', position: 3, disabled: true },
          ],
        },
      ],
      startAt: 0,
      total: 3,
      maxResults: 1,
    },
  ],
  [
    'extenderAddValues',
    'with what was added',
    {},
    { message: "values 'opera', 'lynx' added to 10100 config scheme id", status: 'done' },
  ],
  [
    'extenderAddValues',
    'to an unknown scheme in the documented manner',
    { path: { configSchemeId: scheme.unknown } },
    { message: 'scheme config does not exist', status: 'done' },
  ],
  [
    'extenderEditValue',
    'with the state, the name and the place that it has now',
    {},
    { message: "option '10001' changed (state: enabled, name: chromium, position: 4)", status: 'done' },
  ],
  [
    'extenderEditValue',
    'also where a value was disabled',
    { body: { disabled: true } },
    { message: "option '10001' changed (state: disabled, name: chrome, position: 2)", status: 'done' },
  ],
  [
    'extenderRemoveValues',
    'that all are deleted',
    {},
    { message: 'all options deleted', skipped: [], deleted: ['10002', '10003'] },
  ],
  [
    'extenderRemoveValues',
    'that some are skipped',
    { body: { optionId: [1001300000, value.edge, 'opera'] } },
    { message: 'options deleted, some options skipped', skipped: ['1001300000', 'opera'], deleted: ['10003'] },
  ],
  [
    'extenderRemoveValues',
    'that some are skipped also where nothing was deleted',
    { body: { optionId: [1001300000] } },
    { message: 'options deleted, some options skipped', skipped: ['1001300000'], deleted: [] },
  ],
  ['extenderSortValues', 'that it is done', {}, { message: 'done' }],
  ['extenderSortChildValues', 'that it is done', {}, { message: 'done' }],
  [
    'extenderGetScreens',
    'with screens and tabs',
    {},
    {
      screens: [{ tabId: 10000, tabName: 'Field Tab', name: 'Default Screen', description: '', tabPosition: 0, id: 1 }],
      startAt: 0,
      total: 1,
      maxResults: 1000,
    },
  ],
];

describe('the 18 operations of Extender', () => {
  it('are those for which there are requests, and each has an outcome', () => {
    const documented = operations('extender').map(({ operationId }) => operationId as string);
    expect([...extenderOperationIds].sort()).toEqual(documented.sort());
    expect(new Set(outcomes.map(([id]) => id))).toEqual(new Set(extenderOperationIds));
  });

  it.each(outcomes)('%s answers %s', async (id, _when, given, body) => {
    const answer = await to(testJira(), id, given);
    expect([answer.status, answer.body]).toMatchObject([200, body as object]);
  });

  it.each(extenderOperationIds)('%s is refused with 401 to whom has not signed in, or wrongly', async (id) => {
    const jira = testJira();
    const before = jira.root;
    for (const user of [jira.anonymous, jira.as('admin', 'wrong')]) {
      const answer = await to(jira, id, {}, user);
      expect([answer.status, answer.headers['www-authenticate']]).toEqual([401, 'Basic realm="Jira"']);
      expect(answer.body).toEqual({ message: expect.any(String) as string });
    }
    expect(jira.root).toBe(before);
  });

  it.each(extenderOperationIds)('%s is refused with 403 to whom is no Jira administrator', async (id) => {
    const jira = testJira();
    const before = jira.root;
    const answer = await to(jira, id, {}, jira.bob);
    expect([answer.status, answer.body]).toEqual([403, { message: 'only Jira administrators may use this' }]);
    expect(jira.root).toBe(before);
  });
});

it('Extender is not there where it is not installed', async () => {
  const jira = testJira({ extender: null });
  for (const id of extenderOperationIds) expect([id, (await to(jira, id)).status]).toEqual([id, 404]);
});
