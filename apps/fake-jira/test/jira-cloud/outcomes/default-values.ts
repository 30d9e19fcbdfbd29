import { browsers, context, option } from './demo.js';
import { contextNotFound, unknownFieldOf } from './refusals.js';
import { to } from './requests.js';
import { afterwards, has, mentions, says, scenario, type OutcomeTable } from './scenario.js';

const single = (contextId: string, optionId: string | null) =>
  ({ type: 'option.single', contextId, optionId }) as { type: 'option.single'; contextId: string; optionId: string };

export const defaultValueOutcomes = {
  'getDefaultValues 200': scenario(
    'with the default values of the contexts that have one',
    to('getDefaultValues'),
    has({ total: 1, values: [single(context.browsers, option.firefox)] }),
  ),
  'getDefaultValues 400': scenario(
    'when a contextId is no number',
    to('getDefaultValues', { query: 'contextId=TEST' }),
    mentions('contextId'),
  ),
  'getDefaultValues 404': unknownFieldOf('getDefaultValues'),

  'setDefaultValues 204': [
    scenario(
      'and the context has the default value',
      to('setDefaultValues'),
      afterwards(to('getDefaultValues'), { total: 1, values: [single(context.browsers, option.safari)] }),
    ),
    scenario(
      'and a context whose value is null has none',
      to('setDefaultValues', { body: { defaultValues: [single(context.browsers, null)] } }),
      afterwards(to('getDefaultValues'), { total: 0 }),
    ),
  ],
  'setDefaultValues 400': [
    scenario(
      'when the default values are of several types',
      to('setDefaultValues', {
        body: {
          defaultValues: [
            single(context.browsers, option.safari),
            { type: 'option.multiple', contextId: context.browsersInTest, optionIds: [] },
          ],
        },
      }),
      says('All default values in the request must have the same type.'),
    ),
    scenario(
      'when their type is not that of the field',
      to('setDefaultValues', {
        body: { defaultValues: [{ type: 'option.multiple', contextId: context.browsers, optionIds: [option.safari] }] },
      }),
      says(`The default value type 'option.multiple' does not fit the custom field '${browsers}'.`),
    ),
  ],
  'setDefaultValues 404': [
    scenario(
      'when there is no such context, and sets none of them',
      to('setDefaultValues', {
        body: { defaultValues: [single(context.browsers, option.safari), single(context.unknown, option.safari)] },
      }),
      contextNotFound,
    ),
    scenario(
      'when the option is one of another context',
      to('setDefaultValues', { body: { defaultValues: [single(context.browsersInTest, option.safari)] } }),
      says(`These options were not found: ${option.safari}.`),
    ),
    unknownFieldOf('setDefaultValues'),
  ],
} satisfies Partial<OutcomeTable>;
