import { body, header, refusal, status } from '../../plant/acts.js';
import { defectsOf } from '../defects-of.js';

const onCloud = defectsOf('jira-cloud', 'cloud');
const onDataCenter = defectsOf('jira-cloud', 'data-center');
/** Which lists the options of a field. */
const since103 = defectsOf('jira-cloud', 'jira-10.3');

/** What one deployment alone has: Cloud its edge and its scopes, Data Center its forms. */
export const edgeDefects = [
  onCloud('a wrong password is refused where an anonymous caller may ask', ['getFields'], (visit) =>
    visit.answer.headers['x-seraph-loginreason'] === undefined ? undefined : { ...visit.answer, status: 401 },
  ),
  onCloud('nothing says that a password was wrong', ['getFields'], header('x-seraph-loginreason', undefined)),
  onCloud('a caller is asked for in JSON', ['getCurrentUser'], ({ answer }) =>
    answer.status === 401
      ? {
          ...answer,
          headers: { ...answer.headers, 'content-type': 'application/json;charset=UTF-8' },
          body: { errorMessages: [answer.body], errors: {} },
        }
      : undefined,
  ),
  onCloud(
    'an issue that is not there says so in other words',
    ['getIssue'],
    refusal(404, (refused) => {
      refused.errorMessages = ['The issue was not found.'];
    }),
  ),
  onCloud(
    'a parameter that is no number is no problem of its own',
    ['getFieldsPaginated'],
    refusal(400, (refused) => {
      for (const key of Object.keys(refused)) delete refused[key];
      Object.assign(refused, { errorMessages: ['maxResults must be an integer.'], errors: {} });
    }),
  ),
  onCloud('a negative startAt is refused', ['getFieldsPaginated'], (visit) =>
    Number(visit.query.get('startAt')) < 0
      ? { ...visit.answer, status: 400, body: { errorMessages: ['startAt must be >= 0.'], errors: {} } }
      : undefined,
  ),
  onCloud(
    'the fields of a team-managed project do not say so',
    ['getFields'],
    body((fields) => {
      for (const field of fields) delete field.scope;
    }),
  ),
  onCloud('the contexts of a team-managed field are listed', ['getContextsForField'], (visit) => {
    if (visit.answer.status !== 404) return undefined;
    return { ...visit.answer, status: 200, body: { maxResults: 50, startAt: 0, total: 0, isLast: true, values: [] } };
  }),
  onDataCenter(
    'a page of create metadata does not say whether it is the last',
    ['getCreateIssueMetaIssueTypes'],
    body((page) => delete page.isLast),
  ),
  onDataCenter(
    'an issue that is edited may change its type',
    ['getEditIssueMeta'],
    body(({ fields }) => {
      if (fields?.issuetype) fields.issuetype.operations = ['set'];
    }),
  ),
  since103('a field without options lists none, instead of refusing', ['getCustomFieldOptionsDataCenter'], (visit) =>
    visit.answer.status === 400 ? { ...visit.answer, status: 200, body: { total: 0, options: [] } } : undefined,
  ),
  since103('the long form of a field names it, too', ['getCustomFieldOptionsDataCenter'], status(404, 200)),
];
