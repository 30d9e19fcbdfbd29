import { each, ignoresQuery, inPart, status, succeeded } from '../../plant/acts.js';
import { defectsOf } from '../defects-of.js';

const defect = defectsOf('jira-cloud');

export const defaultValueDefects = [
  defect('defaults of other contexts are listed too', ['getDefaultValues'], ignoresQuery('contextId')),
  defect(
    'the option of a default is a number',
    ['getDefaultValues'],
    each((one) => 'optionId' in one && (one.optionId = Number(one.optionId))),
  ),
  defect(
    'the second option of a cascading default is left out',
    ['getDefaultValues'],
    each((one) => delete one.cascadingOptionId),
  ),
  defect('defaults are set in part where one of them is refused', ['setDefaultValues'], inPart('defaultValues')),
  defect('a default cannot be taken away', ['setDefaultValues'], (visit) => {
    const sent = (visit.body?.defaultValues ?? []) as Record<string, unknown>[];
    if (!succeeded(visit) || !sent.some((one) => Object.values(one).includes(null))) return undefined;
    visit.world.restore(visit.before);
    return visit.answer;
  }),
  defect('a default may name an option of another context', ['setDefaultValues'], status(404, 204)),
];
