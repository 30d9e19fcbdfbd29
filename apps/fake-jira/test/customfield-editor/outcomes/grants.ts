import { afterwards, has, type Scenario } from '../../jira-cloud/outcomes/scenario.js';
import { browsers, inTest } from './contexts.js';
import { wrongPages } from './pages.js';
import { to } from './requests.js';
import { is, names, scenario, tableOf, type KeyOf } from './scenario.js';
import { context, field } from './stage.js';

type GrantOperationId =
  'editorListCustomFields' | `editor${'Get' | 'Replace'}${'Global' | 'Context'}Permissions` | 'editorPatchPermission';

type GrantKey = Extract<KeyOf<200> | KeyOf<400>, `${GrantOperationId} ${string}`>;

const bob = { username: 'bob', fullname: 'Bob Builder', exists: true };
const noOne = { userlist: [], grouplist: [] };
const globalNow = (grants: object) => afterwards(to('editorGetGlobalPermissions'), grants);
const ofContextsNow = (grants: readonly object[]) => afterwards(to('editorGetContextPermissions'), grants);

const wrongPatch = (when: string, body: object, ...properties: string[]) =>
  scenario(when, to('editorPatchPermission', { body }), names(...properties));
const grantTo = (principal: object, more: object = {}) => ({ ...principal, action: 'GRANT', type: 'GLOBAL', ...more });
const inContext = (contextId?: number) => ({ type: 'CONTEXT', ...(contextId === undefined ? {} : { contextId }) });

const patchRefusals = [
  wrongPatch('when neither user nor group is given', grantTo({}), 'user', 'group'),
  wrongPatch('when both are null', grantTo({ user: null, group: null }), 'user', 'group'),
  wrongPatch('when both user and group are given', grantTo({ user: 'bob', group: 'support' }), 'user', 'group'),
  wrongPatch('when there is no such user', grantTo({ user: 'nobody' }), 'user'),
  wrongPatch('when there is no such group', grantTo({ group: 'nobodies' }), 'group'),
  wrongPatch('when the action is missing', { user: 'bob', type: 'GLOBAL' }, 'action'),
  wrongPatch('when the action is unknown', grantTo({ user: 'bob' }, { action: 'GIVE' }), 'action'),
  wrongPatch('when the type is missing', { user: 'bob', action: 'GRANT' }, 'type'),
  wrongPatch('when the type is unknown', grantTo({ user: 'bob' }, { type: 'ALL' }), 'type'),
  wrongPatch('when a grant by context names none', grantTo({ user: 'bob' }, inContext()), 'contextId'),
  wrongPatch('when there is no such context', grantTo({ user: 'bob' }, inContext(context.unknown)), 'contextId'),
  wrongPatch(
    'when the context is one of another field',
    grantTo({ user: 'bob' }, inContext(context.animals)),
    'contextId',
  ),
  wrongPatch(
    'when a global grant names a context',
    grantTo({ user: 'bob' }, { contextId: context.browsers }),
    'contextId',
  ),
];

/** Wrong names, in the one list of the field or in that of a context. */
const wrongGrants = (
  id: 'editorReplaceGlobalPermissions' | 'editorReplaceContextPermissions',
  bodyOf: (names: object) => object,
): Scenario[] => {
  const wrong = (when: string, given: object, name: string) =>
    scenario(when, to(id, { body: bodyOf(given) as never }), names(name));
  return [
    wrong('when there is no such user', { userlist: ['bob', 'nobody'] }, 'userlist'),
    wrong('when there is no such group', { grouplist: ['nobodies'] }, 'grouplist'),
    wrong('when the users are no list', { userlist: 'bob' }, 'userlist'),
    wrong('when a property is unknown', { colour: 'red' }, 'colour'),
  ];
};

const wrongEntries = (when: string, body: object) =>
  scenario(when, to('editorReplaceContextPermissions', { body: body as never }), names('contextId'));

export const grantOutcomes = tableOf<GrantKey>([
  [
    'editorListCustomFields 200',
    [
      scenario(
        'with the fields, their contexts and who has grants',
        to('editorListCustomFields', { query: 'filter=browsers' }),
        has({
          maxResults: 20,
          startAt: 0,
          total: 1,
          values: [
            {
              fieldId: field.browsers,
              fieldType: 'singleselect',
              fieldDescription: 'A list of all browsers',
              globalPermission: { userlist: ['bob'], grouplist: [] },
              contextPermissions: [
                { context: browsers, ...noOne },
                { context: inTest, ...noOne },
              ],
            },
          ],
        }),
      ),
      scenario(
        'with a page of them in another order',
        to('editorListCustomFields', { query: 'orderBy=-fieldId&maxResults=2&startAt=1' }),
        has({ total: 19, maxResults: 2, startAt: 1, values: [{ fieldId: 10018 }, { fieldId: 10017 }] }),
      ),
    ],
  ],
  ['editorListCustomFields 400', wrongPages('editorListCustomFields')],

  [
    'editorGetGlobalPermissions 200',
    [
      scenario(
        'with who has grants, their full names and the field',
        to('editorGetGlobalPermissions'),
        is({
          userlist: ['bob'],
          grouplist: [],
          userlistWithFullnames: [bob],
          field: {
            fieldId: field.browsers,
            fieldName: 'Browsers',
            fieldType: 'singleselect',
            fieldDescription: 'A list of all browsers',
          },
        }),
      ),
    ],
  ],
  [
    'editorReplaceGlobalPermissions 200',
    [
      scenario(
        'and others have grants',
        to('editorReplaceGlobalPermissions'),
        is({}),
        globalNow({ userlist: ['steve'], grouplist: ['developers'] }),
      ),
    ],
  ],
  ['editorReplaceGlobalPermissions 400', wrongGrants('editorReplaceGlobalPermissions', (given) => given)],
  [
    'editorPatchPermission 200',
    [
      scenario(
        'and somebody more has a grant',
        to('editorPatchPermission'),
        is({}),
        globalNow({ userlist: ['bob', 'tina'] }),
      ),
      scenario(
        'and somebody has it no longer',
        to('editorPatchPermission', { body: { user: 'bob', action: 'REVOKE', type: 'GLOBAL' } }),
        globalNow(noOne),
      ),
      scenario(
        'and a group has one on a context',
        to('editorPatchPermission', { body: grantTo({ group: 'support' }, inContext(context.browsersInTest)) }),
        ofContextsNow([
          { contextId: context.browsers, ...noOne },
          { contextId: context.browsersInTest, userlist: [], grouplist: ['support'] },
        ]),
      ),
    ],
  ],
  ['editorPatchPermission 400', patchRefusals],
  [
    'editorGetContextPermissions 200',
    [
      scenario(
        'with every context, whether or not it has grants',
        to('editorGetContextPermissions', { path: { customFieldId: String(field.teams) } }),
        is([
          { contextId: context.teams, ...noOne, userlistWithFullnames: [] },
          { contextId: context.teamsInShop, userlist: [], grouplist: ['developers'], userlistWithFullnames: [] },
        ]),
      ),
    ],
  ],
  [
    'editorReplaceContextPermissions 200',
    [
      scenario(
        'and the context has those grants',
        to('editorReplaceContextPermissions'),
        is({}),
        ofContextsNow([
          { contextId: context.browsers, ...noOne },
          { contextId: context.browsersInTest, userlist: ['steve'], grouplist: ['support'] },
        ]),
      ),
    ],
  ],
  [
    'editorReplaceContextPermissions 400',
    [
      ...wrongGrants('editorReplaceContextPermissions', (given) => [{ contextId: context.browsersInTest, ...given }]),
      wrongEntries('when an entry names no context', [{ userlist: ['bob'] }]),
      wrongEntries('when there is no such context', [{ contextId: context.unknown, userlist: ['bob'] }]),
      wrongEntries('when the context is one of another field', [{ contextId: context.animals, userlist: ['bob'] }]),
      wrongEntries('when a context is named twice', [{ contextId: context.browsers }, { contextId: context.browsers }]),
    ],
  ],
]);
