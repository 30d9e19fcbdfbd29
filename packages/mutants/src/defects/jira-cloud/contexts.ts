import { createContext, replaceContext } from '@fake-jira/world';
import {
  accepts,
  also,
  body,
  doesNothing,
  each,
  entries,
  ignoresQuery,
  inPart,
  readsOtherwise,
  refusal,
  status,
} from '../../plant/acts.js';
import { contextOf, fieldOf } from '../../plant/world-edits.js';
import { defectsOf } from '../defects-of.js';

const defect = defectsOf('jira-cloud');

export const contextDefects = [
  defect(
    'the id of a context is a number',
    ['getContextsForField'],
    each((context) => (context.id = Number(context.id))),
  ),
  defect('contexts are listed from the first, whatever is asked', ['getContextsForField'], ignoresQuery('startAt')),
  defect(
    'the total of contexts is that of the page',
    ['getContextsForField'],
    body((page) => {
      page.total = page.values.length;
    }),
  ),
  defect('global contexts are not told apart', ['getContextsForField'], ignoresQuery('isGlobalContext')),
  defect(
    'contexts are listed with the newest in front',
    ['getContextsForField'],
    entries((contexts) => contexts.toReversed()),
  ),
  defect(
    'a second global context is accepted',
    ['createCustomFieldContext'],
    accepts('two global contexts', (tx, { path, body: sent }) => {
      const fieldId = path['fieldId'] as string;
      const made = createContext(tx, fieldId, { ...sent, id: undefined, unattached: true }, { uniqueNames: false });
      replaceContext(tx, { ...made, global: true });
      const { name, description } = made;
      return { status: 201, body: { id: String(made.id), name, description, projectIds: [], issueTypeIds: [] } };
    }),
  ),
  defect(
    'the sentence about projects that are named twice is another one',
    ['createCustomFieldContext', 'assignProjectsToCustomFieldContext'],
    refusal(400, (collection) => {
      const other = (sentence: string) => sentence.replace('must not contain duplicates', 'has duplicates');
      collection.errorMessages = (collection.errorMessages ?? []).map(other);
    }),
  ),
  defect(
    'a new context is for all issue types',
    ['createCustomFieldContext'],
    readsOtherwise((sent) => delete sent.issueTypeIds),
  ),
  defect(
    'an update of a context leaves its description as it was',
    ['updateCustomFieldContext'],
    readsOtherwise((sent) => delete sent.description),
  ),
  defect('a deleted context stays', ['deleteCustomFieldContext'], doesNothing),
  defect(
    'projects are added in part where one of them has a context already',
    ['assignProjectsToCustomFieldContext'],
    inPart('projectIds'),
  ),
  defect(
    'a global context that is given a project stays global',
    ['assignProjectsToCustomFieldContext'],
    also((tx, visit) => {
      const context = contextOf(tx.root, visit);
      if (!visit.before.contexts.get(context.id)?.global) return false;
      replaceContext(tx, { ...context, global: true });
    }),
  ),
  defect(
    'a context that loses its last project is for none',
    ['removeCustomFieldContextFromProjects'],
    also((tx, visit) => {
      const context = contextOf(tx.root, visit);
      if (!context.global) return false;
      replaceContext(tx, { ...context, global: false });
    }),
  ),
  defect(
    'an issue type that a context has already is added again without a word',
    ['addIssueTypesToContext'],
    accepts('already associated', () => ({ status: 204 })),
  ),
  defect('issue types are taken away in part', ['removeIssueTypesFromContext'], inPart('issueTypeIds')),
  defect(
    'a context of another field is found',
    ['updateCustomFieldContext', 'deleteCustomFieldContext'],
    status(404, 204),
  ),
  defect(
    'a context for all projects is not marked in the list of projects',
    ['getProjectContextMapping'],
    each((mapping) => delete mapping.isGlobalContext),
  ),
  defect(
    'the context for a project is looked for among those of all fields',
    ['getCustomFieldContextsForProjectsAndIssueTypes'],
    body((page, { before, path }) => {
      const field = fieldOf(before, { path });
      const other = [...before.contexts.values()].find((context) => context.fieldId !== field.id && context.global);
      for (const mapping of page.values) mapping.contextId ??= String(other?.id);
    }),
  ),
];
