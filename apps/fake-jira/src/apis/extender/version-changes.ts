import type { ExtenderOperations } from '@fake-jira/openapi';
import {
  rewritten,
  without,
  type RequestChange,
  type ResponseChange,
  type VersionChange,
} from '../../http/version-changes.js';
import type { ExtenderBehaviour } from './behaviour.js';

type Change = VersionChange<keyof ExtenderOperations, ExtenderBehaviour>;
type Request = RequestChange<ExtenderBehaviour>;
type Response = ResponseChange<ExtenderBehaviour>;

/** Also the ID of what stands for all issue types, which is `global` since 2.20. */
export const allIssueTypes = 'Global (all issues)';

const withoutCounts = without('issuesWithValue', 'lastValueUpdate');
const withoutEnvelope = without('startAt', 'total', 'maxResults');

const withoutOptionNames: Request = (request) => {
  const { optionNames: _, ...body } = request.body as Record<string, unknown>;
  return { ...request, body };
};

const keepingExisting: Request = (request) => ({
  ...request,
  query: { ...request.query, keepExistingConfigurations: 'true' },
});

const asTexts: Response = (body, { behaviour }) =>
  rewritten(body, (key, value) => {
    if (key === 'parentId') return [behaviour.parentInResponsesBefore220, String(value)];
    if (key === 'id' && value === 'global') return [key, allIssueTypes];
    return [key, key === 'id' || key === 'configSchemeId' || key === 'disabled' ? String(value) : value];
  });

/** Everything that is not there is dropped first, and what is left is written as text. */
const before220 =
  (...keys: readonly string[]): Response =>
  (body, call) =>
    asTexts(without(...keys)(body), call);

const parentIdOf: Request = (request) => {
  const { parent_id, parentOptionId = parent_id, ...rest } = request.body as Record<string, unknown>;
  return { ...request, body: { ...rest, parentId: parentOptionId } };
};

/** The document's history (002:624), as far as it changed forms of what was there before. */
export const versionChanges: readonly Change[] = [
  { where: { until: { extender: '1.1.1' } }, response: { extenderGetValues: without('disabled') } },
  // Also these need both: the app's version and Jira's.
  { where: { until: { extender: '1.65' } }, response: { extenderGetFields: withoutCounts } },
  { where: { until: { jira: '8.16' } }, response: { extenderGetFields: withoutCounts } },
  {
    where: { until: { extender: '1.7.2' } },
    response: { extenderGetConfigSchemes: without('associatedProjects', 'issueTypes') },
  },
  {
    where: { until: { extender: '2.20' } },
    request: { extenderAddValues: parentIdOf },
    response: {
      extenderGetFields: before220('description'),
      extenderGetConfigSchemes: before220('description'),
      extenderGetValues: before220('position', 'postion'),
      extenderAddField: asTexts,
      extenderAddConfigScheme: asTexts,
      extenderGetFieldTypes: without('descriptorKey'),
    },
  },
  {
    where: { until: { extender: '4.2' }, answers: { 'extender.update-before-4.2': 'add' } },
    request: { extenderUpdateConfigScheme: keepingExisting },
  },
  {
    where: { until: { extender: '4.8' } },
    request: { extenderAddField: withoutOptionNames, extenderAddConfigScheme: withoutOptionNames },
  },
  {
    where: { answers: { 'extender.option-names-on': 'add-scheme-only' } },
    request: { extenderAddField: withoutOptionNames },
  },
  {
    where: { answers: { 'extender.option-names-on': 'add-field-only' } },
    request: { extenderAddConfigScheme: withoutOptionNames },
  },
  {
    where: { until: { extender: '4.17' } },
    response: {
      extenderGetFields: withoutEnvelope,
      extenderGetConfigSchemes: withoutEnvelope,
      extenderGetValues: withoutEnvelope,
    },
  },
];
