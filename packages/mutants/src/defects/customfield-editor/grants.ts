import { grantsOn, wholeField, type Transaction } from '@fake-jira/world';
import type { Act } from '../../plant/act.js';
import {
  accepts,
  admitsAnybody,
  also,
  asksOtherwise,
  body,
  doesNothing,
  each,
  ignoresQuery,
  inPart,
  refusal,
  succeeded,
} from '../../plant/acts.js';
import { fieldOf } from '../../plant/world-edits.js';
import { defectsOf } from '../defects-of.js';
import { optionOperations } from './operations.js';

const defect = defectsOf('customfield-editor');

/** Carries a request out in a world that is different meanwhile. */
function meanwhile(change: (tx: Transaction) => void, undo: (tx: Transaction) => void, user?: string): Act {
  return () => ({
    again: { world: change, ...(user === undefined ? {} : { user }) },
    then: ({ world, answer }) => {
      world.write(undo);
      return answer;
    },
  });
}

const admitsWithoutGrant: Act = (visit) =>
  visit.answer.status === 403
    ? meanwhile(
        (tx) => tx.set({ administratorsHaveDefaultPermission: true }),
        (tx) => tx.set({ administratorsHaveDefaultPermission: false }),
        'admin',
      )(visit)
    : undefined;

const groupsDoNotCount: Act = (visit) => {
  const keys = [...visit.before.grantsOfGroup.keys()];
  if (!succeeded(visit) || keys.length === 0) return undefined;
  return meanwhile(
    (tx) => keys.forEach((key) => tx.edit('grantsOfGroup').delete(key)),
    (tx) => keys.forEach((key) => tx.edit('grantsOfGroup').set(key, true)),
  )(visit);
};

const oneContextOpensAll: Act = (visit) => {
  if (visit.answer.status !== 403) return undefined;
  const { id } = fieldOf(visit.before, visit);
  const names = [...visit.before.grantsOfUser.keys()].flatMap(([name, fieldId]) => (fieldId === id ? [name] : []));
  if (names.length === 0) return undefined;
  return meanwhile(
    (tx) => names.forEach((name) => tx.edit('grantsOfUser').set([name, id, wholeField], true)),
    (tx) => names.forEach((name) => tx.edit('grantsOfUser').delete([name, id, wholeField])),
  )(visit);
};

export const grantDefects = [
  defect('a plain user sees the fields of all', ['editorListCustomFields'], admitsAnybody),
  defect('a plain user may give grants', ['editorReplaceGlobalPermissions', 'editorPatchPermission'], admitsAnybody),
  defect(
    'who has no grant may create options',
    ['editorCreateDefaultOption', 'editorCreateOption'],
    admitsWithoutGrant,
  ),
  defect('who has no grant may read options', ['editorListDefaultOptions', 'editorListOptions'], admitsWithoutGrant),
  defect('the grant of a group does not count', ['editorListDefaultOptions', 'editorListMyContexts'], groupsDoNotCount),
  defect('a grant on one context opens the others', ['editorListOptions', 'editorGetMyContext'], oneContextOpensAll),
  defect(
    'a missing grant is told with another subCode',
    optionOperations,
    refusal(403, (error) => {
      error.subCode = 403000;
    }),
  ),
  defect(
    'a missing grant is told with another sentence',
    optionOperations,
    refusal(403, (error) => {
      error.message = error.message.replace('FieldPermission Denied', 'Permission Denied');
    }),
  ),
  defect('global grants are added to those that are there', ['editorReplaceGlobalPermissions'], (visit) => {
    if (!succeeded(visit)) return undefined;
    const field = fieldOf(visit.before, visit);
    const old = grantsOn(visit.before, field.id, wholeField);
    const { userlist = [], grouplist = [] } = (visit.body ?? {}) as { userlist?: string[]; grouplist?: string[] };
    const users = [...new Set([...old.users, ...(userlist ?? [])])];
    const groups = [...new Set([...old.groups, ...(grouplist ?? [])])];
    if (users.length + groups.length === (userlist ?? []).length + (grouplist ?? []).length) return undefined;
    return { again: { body: { userlist: users, grouplist: groups } } };
  }),
  defect('a grant cannot be revoked', ['editorPatchPermission'], (visit) =>
    visit.body?.action === 'REVOKE' ? doesNothing(visit) : undefined,
  ),
  defect(
    'grants are given to users who do not exist',
    ['editorReplaceGlobalPermissions', 'editorReplaceContextPermissions'],
    accepts('do not exist', () => ({ status: 200, body: {} })),
  ),
  defect('grants on contexts are replaced in part', ['editorReplaceContextPermissions'], inPart()),
  defect(
    'grants on contexts are forgotten',
    ['editorReplaceContextPermissions'],
    also((tx, visit) => {
      const { id } = fieldOf(tx.root, visit);
      const places = [...tx.root.grants.keys()].filter(([fieldId, contextId]) => fieldId === id && contextId > 0);
      places.slice(-1).forEach((place) => tx.edit('grants').delete(place));
      return places.length > 0 ? undefined : false;
    }),
  ),
  defect(
    'the names of users with a grant are not expanded',
    ['editorGetGlobalPermissions', 'editorGetContextPermissions'],
    ignoresQuery('expand'),
  ),
  defect(
    'the total of fields is that of the page',
    ['editorListCustomFields'],
    body((page) => {
      page.total = page.values.length;
    }),
  ),
  defect('a page of fields is longer than was asked for', ['editorListCustomFields'], ignoresQuery('maxResults')),
  defect('fields are listed from the first, whatever is asked', ['editorListMyCustomFields'], ignoresQuery('startAt')),
  defect('fields are listed without regard to the filter', ['editorListCustomFields'], ignoresQuery('filter')),
  defect(
    'fields are listed in the opposite order',
    ['editorListCustomFields', 'editorListMyCustomFields'],
    asksOtherwise((query) => {
      const order = query.get('orderBy');
      if (order !== null) query.set('orderBy', order.startsWith('-') ? order.slice(1) : `-${order.replace('+', '')}`);
    }),
  ),
  defect(
    'a grant on a context counts as one on the field',
    ['editorListMyCustomFields'],
    each((field) => {
      field.fieldGlobalPermission = true;
    }),
  ),
  defect(
    'grants on contexts are not listed with the field',
    ['editorListCustomFields'],
    each((field) => field.contextPermissions?.splice?.(0, Infinity)),
  ),
];
