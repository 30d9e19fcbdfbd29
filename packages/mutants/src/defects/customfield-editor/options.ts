import { hasChildren, type Option } from '@fake-jira/world';
import type { Act } from '../../plant/act.js';
import { accepts, also, each, readsOtherwise, refusal, succeeded } from '../../plant/acts.js';
import { contextOf, createAnyway, keepDefault, toTheFront } from '../../plant/world-edits.js';
import { defectsOf } from '../defects-of.js';
import {
  createOperations,
  deleteOperations,
  listOperations,
  moveOperations,
  sortOperations,
  updateOperations,
} from './operations.js';

const defect = defectsOf('customfield-editor');

const refusesWithChildren: Act = (visit) => {
  const { before, world, path, operation } = visit;
  if (!succeeded(visit)) return undefined;
  const id = operation.includes('Child') ? path['childOptionId'] : path['optionId'];
  const option = before.options.get(Number(id));
  if (!option || !hasChildren(before, option)) return undefined;
  world.restore(before);
  const refused = { message: 'The option has child options.', statusCode: 400, subCode: 400000 };
  return { status: 400, headers: {}, body: refused };
};

export const optionDefects = [
  defect(
    'the id of an option is a text',
    listOperations,
    each((option) => (option.id = String(option.id))),
  ),
  defect(
    'sequences are counted from 1',
    listOperations,
    each((option) => (option.sequence += 1)),
  ),
  defect(
    'disabled options are not told apart',
    listOperations,
    each((option) => {
      option.disabled = false;
    }),
  ),
  defect(
    'a new option stands in front of the others',
    createOperations,
    also((tx, { answer }) => toTheFront(tx, [Number(answer.body.id)])),
  ),
  defect(
    'a value may be given to two options',
    createOperations,
    accepts('Option values need to be unique', (tx, visit) => {
      const { optionvalue: value, disabled } = visit.body;
      const parentId = visit.operation.includes('Child') ? visit.path['optionId'] : undefined;
      const [made] = createAnyway(tx, contextOf(tx.root, visit), [{ value, disabled, parentId }]) as [Option];
      return { status: 200, body: { optionvalue: value, id: made.id, sequence: 9, disabled: disabled ?? false } };
    }),
  ),
  defect(
    'a value that is taken is refused without the option that has it',
    createOperations,
    refusal(400, (error) => {
      if (Array.isArray(error.errors))
        error.errors = error.errors.filter(({ name }: { name: string }) => name !== 'existingOptionId');
    }),
  ),
  defect(
    'the sentence about a value that is taken is another one',
    updateOperations,
    refusal(400, (error) => {
      for (const one of [error, ...(error.errors ?? [])])
        one.message = one.message?.replace('Option values need to be unique', 'Values must be unique');
    }),
  ),
  defect(
    'a new option is never disabled',
    createOperations,
    readsOtherwise((sent) => delete sent?.disabled),
  ),
  defect(
    'an option that is renamed is enabled again',
    updateOperations,
    readsOtherwise((sent) => {
      if (sent?.optionvalue !== undefined && sent.disabled === undefined) sent.disabled = false;
    }),
  ),
  defect(
    'an option cannot be disabled',
    updateOperations,
    readsOtherwise((sent) => delete sent?.disabled),
  ),
  defect('an option with child options is not deleted', deleteOperations, refusesWithChildren),
  defect('a default stays when its option is deleted', deleteOperations, also(keepDefault)),
  defect('the id of a deleted option is not answered', deleteOperations, (visit) =>
    succeeded(visit) ? { ...visit.answer, body: {} } : undefined,
  ),
  defect(
    'an option that is moved to the beginning goes behind another',
    moveOperations,
    readsOtherwise((sent, { before, path, operation }) => {
      if (sent?.position !== 'First') return;
      const id = Number(operation.includes('Child') ? path['childOptionId'] : path['optionId']);
      const own = before.options.get(id);
      const other = [...before.options.values()].find(
        (option) => option.contextId === own?.contextId && option.parentId === own.parentId && option.id !== id,
      );
      if (!other) return;
      delete sent.position;
      sent.after = String(other.id);
    }),
  ),
  defect(
    'an option that is moved behind another goes to the beginning',
    moveOperations,
    readsOtherwise((sent) => {
      if (sent?.after == null) return;
      delete sent.after;
      sent.position = 'First';
    }),
  ),
  defect(
    'options are sorted the other way round',
    sortOperations,
    readsOtherwise((sent) => {
      if (sent) sent.order = sent.order === 'DESCENDING' ? 'ASCENDING' : 'DESCENDING';
    }),
  ),
];
