import type { Profile } from '@fake-jira/profile';
import { effectiveSpec } from './documents.js';
import type { Judge } from './judge/judge.js';
import { createJudge } from './judge/judge.js';
import type { ApiName } from './table.js';

/**
 * A judge of answers by an API's document in a profile. Make it once: it keeps what it has compiled.
 *
 * @example
 * const judge = responseJudge('jira-cloud', profile);
 * judge({ method: 'GET', path: '/rest/api/3/field', status: 200, headers: { 'content-type': 'application/json' }, body: [] }); // []
 */
export function responseJudge(api: ApiName, profile: Profile): Judge {
  return createJudge(effectiveSpec(api, profile));
}
