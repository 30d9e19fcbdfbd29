import {
  admitsAnybody,
  also,
  asksOtherwise,
  body,
  doesNothing,
  each,
  header,
  ignoresQuery,
  readsOtherwise,
  status,
} from '../../plant/acts.js';
import { fieldOf } from '../../plant/world-edits.js';
import { defectsOf } from '../defects-of.js';

const defect = defectsOf('jira-cloud');

export const fieldDefects = [
  defect('a created field is answered with 200', ['createCustomField'], status(201, 200)),
  defect('a plain user may create a field', ['createCustomField'], admitsAnybody),
  defect('a new field loses its description', ['createCustomField'], (visit) => {
    const { world, answer, body: sent } = visit;
    if (answer.status !== 201 || !sent.description) return undefined;
    const id = String(answer.body.id);
    const field = fieldOf(world.root, { path: { fieldId: id } });
    world.write((tx) => tx.put('fields', field.id, { ...field, description: '' }));
    return answer;
  }),
  defect(
    'an update of a field leaves its description as it was',
    ['updateCustomField'],
    readsOtherwise((sent) => delete sent.description),
  ),
  defect(
    'a searcher that is not for the type is taken',
    ['createCustomField', 'updateCustomField'],
    ({ answer, body: sent }) =>
      answer.status === 400 && sent?.searcherKey ? { again: { body: { ...sent, searcherKey: undefined } } } : undefined,
  ),
  defect(
    'custom fields are listed without the id in their schema',
    ['getFields'],
    each((field) => field.schema?.customId && delete field.schema.customId),
  ),
  defect('the list of fields is said to be text', ['getFields'], header('content-type', 'text/plain; charset=utf-8')),
  defect(
    'fields are found in the opposite order',
    ['getFieldsPaginated'],
    asksOtherwise((query) => {
      const order = query.get('orderBy');
      if (order !== null) query.set('orderBy', /^[-]/.test(order) ? order.slice(1) : `-${order.replace('+', '')}`);
    }),
  ),
  defect('a search for fields ignores its text', ['getFieldsPaginated'], ignoresQuery('query')),
  defect('a search for fields ignores the ids', ['getFieldsPaginated'], ignoresQuery('id')),
  defect(
    'the last page of a search is never the last',
    ['getFieldsPaginated'],
    body((page) => {
      page.isLast = false;
    }),
  ),
  defect(
    'contexts of a found field are counted from 0',
    ['getFieldsPaginated'],
    each((field) => 'contextsCount' in field && (field.contextsCount -= 1)),
  ),
  defect('a field that goes to the trash stays where it was', ['trashCustomField'], doesNothing),
  defect('a field that is restored stays in the trash', ['restoreCustomField'], doesNothing),
  defect(
    'a field in the trash does not say when it will be deleted',
    ['getTrashedFieldsPaginated'],
    each((field) => delete field.plannedDeletionDate),
  ),
  defect(
    'the deletion of a field does not say where its task is',
    ['deleteCustomField'],
    header('location', undefined),
  ),
  defect(
    'a deleted field is still there when its task is done',
    ['deleteCustomField'],
    also((tx, { before, path }) => {
      // The task finds nothing that it could delete.
      for (const id of tx.root.runningTasks.keys()) {
        const task = tx.root.tasks.get(id);
        if (task?.work.kind === 'delete-field')
          tx.edit('tasks').set(id, { ...task, work: { ...task.work, fieldId: 0 } });
      }
      const field = before.fields.get(Number(path['fieldId']?.replace(/\D/g, '')));
      if (field?.trashed) tx.put('fields', field.id, field);
    }),
  ),
];
