import { responseJudge, type ApiName, type Judge, type LocatedOperation } from '@fake-jira/openapi';
import { perProfile, type Profile } from '@fake-jira/profile';
import type { ApiResponse } from './response.js';

/** What to do where a response is not what the spec says: nothing, say so, or refuse to give it. */
export type ValidationMode = 'off' | 'warn' | 'strict';

/** Holds responses to the effective spec; makes a judge per API and profile, when the first response needs it. */
export class Validation {
  readonly mode: Exclude<ValidationMode, 'off'>;
  readonly #judges = perProfile(() => new Map<ApiName, Judge>());

  constructor(mode: Exclude<ValidationMode, 'off'>) {
    this.mode = mode;
  }

  /** What differs, a sentence each. */
  violations(
    profile: Profile,
    { method, path }: { readonly method: string; readonly path: string },
    { status, body, text, headers: given = {} }: ApiResponse,
    location: LocatedOperation,
  ): string[] {
    const judges = this.#judges(profile);
    const judge = judges.get(location.api) ?? responseJudge(location.api, profile);
    judges.set(location.api, judge);
    const headers = lowerCased(given);
    const usual = text !== undefined ? 'text/plain' : body !== undefined ? 'application/json' : undefined;
    const contentType = headers['content-type'] ?? usual;
    const exchange = { method, path, status, headers, body: text ?? body, contentType };
    return judge(exchange, location).map(({ pointer, message }) => `${pointer} ${message}`.trim());
  }
}

function lowerCased(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
