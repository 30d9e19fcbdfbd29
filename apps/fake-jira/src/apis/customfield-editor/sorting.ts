import { sortOptions, type SortOrder } from '@fake-jira/world';
import { done } from './answers.js';
import { levelTarget, typeRefusal, type OptionCall, type Scope } from './option-target.js';

interface SortBody {
  readonly locale?: string | null;
  readonly strength?: string | null;
  readonly order?: string | null;
}

/** Orders one level by the alphabet of a locale, which also repairs its sequences. */
export const sortLevel = (scope: Scope) => (call: OptionCall & { readonly body: SortBody }) => {
  const { context, parentId } = levelTarget(call, scope, typeRefusal(call, scope, 'sort'));
  call.world.write((tx) => sortOptions(tx, context, parentId, orderOf(call.body)));
  return done(call.profile);
};

/** What is left out: Java's default strength, and the locale that a server starts with. */
function orderOf({ locale, strength, order }: SortBody): SortOrder {
  return {
    locale: locale ?? 'en-US',
    strength: (strength ?? 'TERTIARY') as SortOrder['strength'],
    descending: order === 'DESCENDING',
  };
}
