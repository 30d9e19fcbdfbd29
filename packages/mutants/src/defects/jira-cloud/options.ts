import { addOptions, deleteOption, type Id } from '@fake-jira/world';
import { accepts, also, body, each, entries, ignoresQuery, inPart, readsOtherwise } from '../../plant/acts.js';
import { contextOf, createAnyway, fieldOf, keepDefault, toTheFront } from '../../plant/world-edits.js';
import { defectsOf } from '../defects-of.js';

const defect = defectsOf('jira-cloud');

interface SentOption {
  readonly value: string;
  readonly disabled?: boolean;
  readonly optionId?: Id;
}

function inputsOf(options: readonly SentOption[]) {
  return options.map(({ value, disabled, optionId }) => ({ value, disabled, parentId: optionId }));
}

export const optionDefects = [
  defect(
    'the id of an option is a number',
    ['getOptionsForContext'],
    each((option) => (option.id = Number(option.id))),
  ),
  defect(
    'an option below another does not say so',
    ['getOptionsForContext'],
    each((option) => delete option.optionId),
  ),
  defect(
    'options are listed by the alphabet',
    ['getOptionsForContext'],
    entries((options) => options.toSorted((a, b) => (a.value < b.value ? -1 : 1))),
  ),
  defect('a page of options is longer than was asked for', ['getOptionsForContext'], ignoresQuery('maxResults')),
  defect(
    'options below others are listed where only options are asked for',
    ['getOptionsForContext'],
    ignoresQuery('onlyOptions'),
  ),
  defect(
    'new options stand in front of those that are there',
    ['createCustomFieldOption'],
    also((tx, { answer }) =>
      toTheFront(
        tx,
        answer.body.options.map(({ id }: { id: string }) => Number(id)),
      ),
    ),
  ),
  defect(
    'a value may be given to two options',
    ['createCustomFieldOption'],
    accepts('is used by option', (tx, visit) => {
      const made = createAnyway(tx, contextOf(tx.root, visit), inputsOf(visit.body.options));
      return {
        status: 200,
        body: { options: made.map(({ id, value, disabled }) => ({ id: String(id), value, disabled })) },
      };
    }),
  ),
  defect(
    'a new option is never disabled',
    ['createCustomFieldOption'],
    readsOtherwise((sent) => sent?.options?.forEach?.((option: { disabled?: boolean }) => delete option.disabled)),
  ),
  defect(
    'more than 1000 options are created by one request',
    ['createCustomFieldOption'],
    accepts('a request can hold', (tx, visit) => {
      const made = addOptions(tx, fieldOf(tx.root, visit), contextOf(tx.root, visit), inputsOf(visit.body.options), {
        ignoreCase: false,
      });
      return {
        status: 200,
        body: { options: made.map(({ id, value, disabled }) => ({ id: String(id), value, disabled })) },
      };
    }),
  ),
  defect('options are created in part where one of them is refused', ['createCustomFieldOption'], inPart('options')),
  defect('options are updated in part where one of them is not there', ['updateCustomFieldOption'], inPart('options')),
  defect(
    'an option cannot be disabled',
    ['updateCustomFieldOption'],
    readsOtherwise((sent) => sent?.options?.forEach?.((option: { disabled?: boolean }) => delete option.disabled)),
  ),
  defect(
    'what is moved to the end goes to the beginning',
    ['reorderCustomFieldOptions'],
    readsOtherwise((sent) => {
      if (sent?.position === 'Last') sent.position = 'First';
    }),
  ),
  defect(
    'options that are moved together lose their order',
    ['reorderCustomFieldOptions'],
    readsOtherwise((sent) => {
      if (Array.isArray(sent?.customFieldOptionIds)) sent.customFieldOptionIds.reverse();
    }),
  ),
  defect('after and position may be given together', ['reorderCustomFieldOptions'], ({ answer, body: sent }) =>
    answer.status === 400 && sent?.after && sent.position
      ? { again: { body: { ...sent, position: undefined } } }
      : undefined,
  ),
  defect(
    'an option is deleted with those below it',
    ['deleteCustomFieldOption'],
    accepts('has cascading options', (tx, { path }) => {
      const { fieldId = '', contextId = '', optionId = '' } = path;
      deleteOption(tx, fieldId, contextId, optionId, { children: 'delete', used: 'clear' });
      return { status: 204 };
    }),
  ),
  defect('a default stays when its option is deleted', ['deleteCustomFieldOption'], also(keepDefault)),
  defect(
    'a created option is answered without its id',
    ['createCustomFieldOption'],
    body((answer) => answer.options.forEach((option: { id?: string }) => delete option.id)),
  ),
];
