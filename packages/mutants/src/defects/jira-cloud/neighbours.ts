import type { OperationId } from '@fake-jira/openapi';
import { asksOtherwise, body, doesNothing, each, entries, ignoresQuery, refusal, status } from '../../plant/acts.js';
import type { Defect } from '../../defect.js';
import { defectsOf } from '../defects-of.js';

const defect = defectsOf('jira-cloud');

/** A list of things, one of them, and where there are pages those. */
function listDefects(what: string, list: OperationId, entry: OperationId, pages?: OperationId): Defect[] {
  return [
    defect(
      `one of the ${what} tells more than their list`,
      [entry],
      body((one) => {
        one.more = 'than that';
      }),
    ),
    defect(
      `the ${what} have numbers as ids`,
      [list],
      each((one) => {
        one.id = Number(one.id);
      }),
    ),
    defect(`one of the ${what} that is not there is found`, [entry], status(404, 200)),
    ...(pages ? [defect(`pages of the ${what} all begin with the first`, [pages], ignoresQuery('startAt'))] : []),
  ];
}

/** Of what clients of fields ask beside them. */
export const neighbourDefects = [
  ...listDefects('priorities', 'getPriorities', 'getPriority', 'searchPriorities'),
  ...listDefects('statuses', 'getStatuses', 'getStatus'),
  ...listDefects('resolutions', 'getResolutions', 'getResolution', 'searchResolutions'),
  defect(
    'the versions of a project are listed in another order than in the project',
    ['getProjectVersions'],
    entries((all) => all.toReversed()),
  ),
  defect(
    'a component of another project is listed',
    ['getProjectComponents'],
    entries((all) => [...all, { id: '1', name: 'Of another' }]),
  ),
  defect(
    'all permissions say who holds them',
    ['getAllPermissions'],
    body(({ permissions }) => {
      for (const one of Object.values(permissions as Record<string, object>))
        Object.assign(one, { havePermission: true });
    }),
  ),
  defect('all users come at once', ['getAllUsersDefault'], ignoresQuery('maxResults')),
  defect(
    'a field that the screen has is offered to it',
    ['getAvailableScreenFields'],
    body((fields, { world }) => {
      for (const { id, name } of world.root.fields.values())
        if (!fields.some((one: { id: string }) => one.id === `customfield_${id}`))
          fields.push({ id: `customfield_${id}`, name });
    }),
  ),
  defect('a field is put on no screen', ['addFieldToDefaultScreen'], doesNothing),
  defect('a tab that is moved stays where it was', ['moveScreenTab'], doesNothing),
  defect('a tab that is deleted is still there', ['deleteScreenTab'], doesNothing),
  defect('a field of a tab that is moved stays where it was', ['moveScreenTabField'], doesNothing),
  defect('a screen that is renamed keeps its name', ['updateScreen'], doesNothing),
  defect('a screen that is deleted is still there', ['deleteScreen'], doesNothing),
  defect(
    'default values by context do not say that they are for all issue types',
    ['getContextDefaultValues'],
    each((context) => {
      for (const one of context.defaultValues) delete one.isAnyIssueType;
    }),
  ),
  defect('a field may be on the default screen twice', ['addFieldToDefaultScreen'], status(400, 200)),
  defect(
    'of several things that are wrong with a context the first is told',
    ['createCustomFieldContext'],
    refusal(400, (refused) => {
      refused.errorMessages.splice(1);
      if (refused.errorMessages.length > 0) refused.errors = {};
      else refused.errors = Object.fromEntries(Object.entries(refused.errors as object).slice(0, 1));
    }),
  ),
  defect(
    'of a parameter that is given several times the first counts',
    ['getFieldsPaginated'],
    asksOtherwise((query) => {
      for (const name of new Set(query.keys())) query.set(name, query.get(name) as string);
    }),
  ),
];
