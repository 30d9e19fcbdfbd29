import { createHash } from 'node:crypto';
import type { Profile } from '@fake-jira/profile';
import { effectiveSpec } from './documents.js';
import { createJudge, type DocumentJudge, type JudgedResponse, type Violation } from './judge/judge.js';
import { locate, type Location } from './locate.js';
import type { ApiName } from './table.js';

/**
 * Judges one response; an empty list: the document allows it.
 *
 * @param location - what `locate` has found of the request, where the caller knows it already
 */
export type Judge = (response: JudgedResponse, location?: Location) => Violation[];

/** Judges by what their documents say, the latest last. */
const judges = new Map<string, DocumentJudge>();
/** As many as a few profiles have; what a judge has compiled takes some megabytes. */
const kept = 12;

/**
 * A judge of responses by an API's document in a profile. Make it once: it keeps what it has compiled. Profiles in which
 * the document is the same share one.
 *
 * @example
 * const judge = responseJudge('jira-cloud', profile);
 * judge({ method: 'GET', path: '/rest/api/3/field', status: 200, headers: { 'content-type': 'application/json' }, body: [] }); // []
 */
export function responseJudge(api: ApiName, profile: Profile): Judge {
  const document = effectiveSpec(api, profile);
  const content = createHash('sha1').update(api).update(JSON.stringify(document)).digest('base64');
  const judge = judges.get(content) ?? createJudge(document);
  judges.delete(content);
  judges.set(content, judge);
  const [oldest] = judges.keys();
  if (judges.size > kept && oldest !== undefined) judges.delete(oldest);
  return (response, location = locate(profile, response.method, response.path)) => judge(response, location);
}
