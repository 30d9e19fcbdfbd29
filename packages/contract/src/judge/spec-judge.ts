import { responseJudge, type Judge } from '@fake-jira/openapi';
import type { Profile } from '@fake-jira/profile';
import type { ContractApi } from '../apis.js';
import type { Exchange } from '../exchange.js';

const judgesOf = new WeakMap<Profile, Map<ContractApi, Judge>>();

/**
 * Holds exchanges to the effective spec of a profile: status, content type, headers and body. Each API's judge is made
 * at its first exchange, and shared by all runs with the profile: making one takes as long as some hundred exchanges.
 */
export function specJudge(profile: Profile): (exchange: Omit<Exchange, 'violations'>) => readonly string[] {
  const judges = judgesOf.get(profile) ?? new Map<ContractApi, Judge>();
  judgesOf.set(profile, judges);
  return ({ api, method, path, status, headers, body }) => {
    if (api === null) return [];
    const judge = judges.get(api) ?? responseJudge(api, profile);
    judges.set(api, judge);
    const [bare = '/'] = path.split('?');
    return judge({ method, path: bare, status, headers, body }).map(({ pointer, message }) =>
      `${pointer} ${message}`.trim(),
    );
  };
}
