import { browsers, inTrash, locked } from './demo.js';
import { negativeStartOf, unknownFieldOf } from './refusals.js';
import { to, type FieldOperationId } from './requests.js';
import { afterwards, has, leadsToATask, mentions, says, scenario, type OutcomeTable } from './scenario.js';

const isLocked = (id: FieldOperationId) =>
  scenario(
    'when the field is locked',
    to(id, { path: { fieldId: locked } }),
    says(`The custom field '${locked}' is locked and cannot be changed.`),
  );

const isSystemField = (id: FieldOperationId) =>
  scenario(
    'when the field is a system field',
    to(id, { path: { fieldId: 'summary' } }),
    says("The custom field ID 'summary' is not valid: expected a form such as customfield_10000."),
  );

const isNumber = (id: FieldOperationId) =>
  scenario(
    'when the field is named by a bare number',
    to(id, { path: { fieldId: '10000' } }),
    says("The custom field ID '10000' is not valid: expected a form such as customfield_10000."),
  );

const isBeingDeleted = (id: FieldOperationId, fieldId: string) =>
  scenario(
    'while a task deletes the field',
    async (jira) => {
      await to('deleteCustomField', { path: { fieldId } })(jira);
      return to(id, { path: { fieldId } })(jira);
    },
    // The clock of the tests stands still: the task that has begun does not end by itself.
    mentions(`'${fieldId}' is being deleted`),
  );

const searchedInTrash = (ids: string) => to('getTrashedFieldsPaginated', { query: `id=${ids}` });

export const screenAndTrashOutcomes = {
  'getTrashedFieldsPaginated 200': scenario(
    'with the fields in the trash and when they will be deleted',
    to('getTrashedFieldsPaginated'),
    has({
      total: 1,
      values: [
        {
          id: inTrash,
          name: 'Old rating',
          trashedDate: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string,
          plannedDeletionDate: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string,
          trashedBy: { displayName: 'Ada Admin' },
        },
      ],
    }),
  ),
  'getTrashedFieldsPaginated 400': [
    scenario(
      'when an id is that of a system field',
      searchedInTrash('summary'),
      says('Only custom fields can be queried.'),
    ),
    scenario(
      'when the order is not known',
      to('getTrashedFieldsPaginated', { query: 'orderBy=colour' }),
      mentions('orderBy'),
    ),
  ],

  'trashCustomField 200': scenario(
    'and the field stands in the trash, not among the fields',
    to('trashCustomField'),
    ({ response }) => expect(response.body).toEqual({}),
    afterwards(searchedInTrash(browsers), {
      total: 1,
      values: [{ id: browsers, trashedBy: { displayName: 'Ada Admin' } }],
    }),
    afterwards(to('getFieldsPaginated', { query: `id=${browsers}` }), { total: 0 }),
  ),
  'trashCustomField 400': [
    isSystemField('trashCustomField'),
    isNumber('trashCustomField'),
    isLocked('trashCustomField'),
    scenario(
      'when the field is in the trash already',
      to('trashCustomField', { path: { fieldId: inTrash } }),
      says(`The custom field '${inTrash}' is in the trash already.`),
    ),
  ],
  'trashCustomField 404': unknownFieldOf('trashCustomField'),
  'trashCustomField 409': isBeingDeleted('trashCustomField', browsers),

  'restoreCustomField 200': scenario(
    'and the field stands among the fields again, with the values of its issues',
    to('restoreCustomField'),
    ({ response }) => expect(response.body).toEqual({}),
    afterwards(to('getTrashedFieldsPaginated'), { total: 0 }),
    afterwards((jira) => jira.bob.get('/rest/api/3/issue/OPS-1'), { fields: { [inTrash]: 4 } }),
  ),
  'restoreCustomField 400': [
    isSystemField('restoreCustomField'),
    scenario(
      'when the field is not in the trash',
      to('restoreCustomField', { path: { fieldId: browsers } }),
      says(`The custom field '${browsers}' is not in the trash.`),
    ),
  ],
  'restoreCustomField 404': unknownFieldOf('restoreCustomField'),
  'restoreCustomField 409': isBeingDeleted('restoreCustomField', inTrash),

  'deleteCustomField 303': scenario(
    'with the address of the task, at whose end the field is gone',
    to('deleteCustomField'),
    leadsToATask(`Delete custom field Browsers (${browsers})`),
    afterwards(to('getFieldsPaginated', { query: `id=${browsers}` }), { total: 1 }),
    ({ jira }) => jira.clock.advance(1_000),
    afterwards(to('getFieldsPaginated', { query: `id=${browsers}` }), { total: 0 }),
    afterwards(searchedInTrash(browsers), { total: 0 }),
  ),
  'deleteCustomField 400': [
    isSystemField('deleteCustomField'),
    isNumber('deleteCustomField'),
    isLocked('deleteCustomField'),
  ],
  'deleteCustomField 404': unknownFieldOf('deleteCustomField'),
  'deleteCustomField 409': isBeingDeleted('deleteCustomField', browsers),

  'getScreensForField 200': [
    scenario(
      'with the screens and, if asked for, the tab on which the field stands',
      to('getScreensForField'),
      has({ total: 1, values: [{ name: 'Default Screen', tab: { name: 'Field Tab' } }] }),
    ),
    scenario(
      'with the screens of a system field',
      to('getScreensForField', { path: { fieldId: 'summary' }, query: '' }),
      has({
        total: 2,
        values: [{ name: 'Default Screen' }, { name: 'Operations Screen', description: 'For whoever is on call' }],
      }),
    ),
  ],
  'getScreensForField 400': negativeStartOf('getScreensForField'),
  'getScreensForField 404': unknownFieldOf('getScreensForField'),
} satisfies Partial<OutcomeTable>;
