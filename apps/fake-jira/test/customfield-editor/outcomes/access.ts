import { under, type Expectation, type Scenario } from '../../jira-cloud/outcomes/scenario.js';
import { editorOperationIds, isForUsers, requests, to, type EditorOperationId } from './requests.js';
import { is, refuses, scenario, tableOf, type KeyOf } from './scenario.js';
import { context, field, onlyAdministratorsDelete, option, withoutLicenceForbidden } from './stage.js';

const denied = {
  statusCode: 403,
  subCode: 403001,
  message: 'FieldPermission Denied - you do not have sufficient rights for this operation.',
};

/** Every 401: the request that otherwise succeeds, from nobody. */
export const unauthorizedOutcomes = tableOf<KeyOf<401>>(
  editorOperationIds.map((id) => [
    `${id} 401`,
    [
      scenario(
        'when nobody has signed in',
        to(id, {}, (jira) => jira.anonymous),
        isEmptyAndAsks,
      ),
      scenario(
        'when the password is wrong',
        to(id, {}, (jira) => jira.as('bob', 'wrong')),
        isEmptyAndAsks,
      ),
    ],
  ]),
);

/** Every 403: the request that otherwise succeeds, from somebody who may not make it. */
export const forbiddenOutcomes = tableOf<KeyOf<403>>(
  editorOperationIds
    // A list is empty for those who have no grants (001:1684).
    .filter((id) => id !== 'editorListMyCustomFields')
    .map((id) => [`${id} 403`, isForUsers(id) ? withoutGrant(id) : withoutRights(id)]),
);

function isEmptyAndAsks({ response }: Parameters<Expectation>[0]): void {
  expect(response.text).toBe('');
  expect(response.headers['www-authenticate']).toMatch(/^Basic /);
}

function withoutRights(id: EditorOperationId): Scenario[] {
  return [
    scenario(
      'when the caller is no administrator',
      to(id, {}, (jira) => jira.bob),
      refuses(403, 403000, 'Permission Denied (you must be JIRA administrator).'),
    ),
  ];
}

function withoutGrant(id: EditorOperationId): Scenario[] {
  // The schema of this one is another (`editor.one-context-403`): the entries are there, if only as an empty list.
  const deniedHere = is(id === 'editorGetMyContext' ? { ...denied, errors: [] } : denied);
  return [
    scenario(
      'when the caller has no grant',
      to(id, {}, (jira) => jira.as('steve')),
      deniedHere,
    ),
    scenario(
      'when an administrator has no grant',
      to(id, {}, (jira) => jira.admin),
      deniedHere,
    ),
    ...(isDelete(id)
      ? [under(onlyAdministratorsDelete, scenario('when only administrators may delete', to(id), is(denied)))]
      : []),
    ...(isDefaultOfAContext(id)
      ? [
          under(
            withoutLicenceForbidden,
            scenario(
              "when the app of the field's type has no licence, where that is forbidden",
              to(id, {
                path: { ...requests[id].path, customFieldId: String(field.places), contextId: String(context.places) },
                body: { optionIds: [option.asia] },
              }),
              refuses(403, 403001, 'The app of this field type has no valid license, its default value is read-only.'),
            ),
          ),
        ]
      : []),
  ];
}

function isDelete(id: EditorOperationId): boolean {
  return /^editorDelete(Default)?(Child)?(Option|DefaultValue)$/.test(id);
}

function isDefaultOfAContext(id: EditorOperationId): id is 'editorSetDefaultValue' | 'editorSetDefaultDefaultValue' {
  return id === 'editorSetDefaultValue' || id === 'editorSetDefaultDefaultValue';
}
