import type { Act } from '../../plant/act.js';
import { body, doesNothing, succeeded } from '../../plant/acts.js';
import { defectsOf } from '../defects-of.js';

const defect = defectsOf('customfield-editor');

const acceptsAnyChild: Act = ({ answer, body: sent }) =>
  answer.status === 400 && sent?.optionId != null && sent.childOptionId != null
    ? { again: { body: { ...sent, childOptionId: undefined } } }
    : undefined;

export const defaultValueDefects = [
  defect(
    'a default cannot be taken away',
    ['editorDeleteDefaultValue', 'editorDeleteDefaultDefaultValue'],
    doesNothing,
  ),
  defect(
    'the child option of a default is left out',
    ['editorGetDefaultValue', 'editorGetDefaultDefaultValue'],
    body((value) => delete value.defaultChildOption),
  ),
  defect(
    'of several default options one is shown',
    ['editorGetDefaultValue', 'editorGetDefaultDefaultValue'],
    body((value) => value.defaultOptions?.splice(1)),
  ),
  defect(
    'a default may have a child option that is not below its option',
    ['editorSetDefaultValue', 'editorSetDefaultDefaultValue'],
    acceptsAnyChild,
  ),
  defect(
    'a default that is taken away is answered with 200',
    ['editorDeleteDefaultValue', 'editorDeleteDefaultDefaultValue'],
    (visit) => (succeeded(visit) ? { ...visit.answer, status: 200, body: {} } : undefined),
  ),
  defect(
    'everybody may delete options, as the one context says',
    ['editorGetMyContext'],
    body((found) => {
      found.authenticatedUserMeta = {};
    }),
  ),
];
