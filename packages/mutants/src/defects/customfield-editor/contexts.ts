import { createContext, replaceContext } from '@fake-jira/world';
import { accepts, doesNothing, each, ignoresQuery, readsOtherwise } from '../../plant/acts.js';
import { fieldOf } from '../../plant/world-edits.js';
import { defectsOf } from '../defects-of.js';

const defect = defectsOf('customfield-editor');

export const contextDefects = [
  defect(
    'a new context loses its description',
    ['editorCreateContext'],
    readsOtherwise((sent) => delete sent?.contextDescription),
  ),
  defect(
    'an update of a context leaves its description as it was',
    ['editorUpdateContext'],
    readsOtherwise((sent, { before, path }) => {
      const context = before.contexts.get(Number(path['contextId']));
      if (sent && context) sent.contextDescription = context.description;
    }),
  ),
  defect(
    'an update adds to the projects of a context',
    ['editorUpdateContext'],
    readsOtherwise((sent, { before, path }) => {
      const context = before.contexts.get(Number(path['contextId']));
      if (Array.isArray(sent?.projectIds) && sent.projectIds.length > 0)
        sent.projectIds = [...new Set([...(context?.projectIds ?? []), ...sent.projectIds.map(Number)])];
    }),
  ),
  defect(
    'a second global context is accepted',
    ['editorCreateContext'],
    accepts('is global already', (tx, visit) => {
      const { contextName: name, contextDescription: description } = visit.body;
      const made = createContext(
        tx,
        fieldOf(tx.root, visit).id,
        { name, description, unattached: true },
        { uniqueNames: false },
      );
      replaceContext(tx, { ...made, global: true });
      return { status: 200, body: { id: made.id } };
    }),
  ),
  defect(
    'a project may have two contexts of a field',
    ['editorCreateContext'],
    accepts('have another context already', (tx, visit) => {
      const { contextName: name, contextDescription: description } = visit.body;
      const made = createContext(
        tx,
        fieldOf(tx.root, visit).id,
        { name, description, unattached: true },
        { uniqueNames: false },
      );
      return { status: 200, body: { id: made.id } };
    }),
  ),
  defect('a deleted context stays', ['editorDeleteContext'], doesNothing),
  defect('the projects of contexts are not expanded', ['editorListContexts'], ignoresQuery('expand')),
  defect(
    'every context is for all issue types',
    ['editorListContexts'],
    each((context) => {
      context.isAllIssueTypes = true;
    }),
  ),
  defect(
    'contexts without a project are global',
    ['editorListMyContexts'],
    each((context) => {
      context.isGlobal = !context.isGlobal;
    }),
  ),
];
