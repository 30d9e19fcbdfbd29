import { responseJudge, type ApiName, type Location, type Judge } from '@fake-jira/openapi';
import type { Profile } from '@fake-jira/profile';
import type { Answer } from './answer.js';

/** What to do where an answer is not what the spec says: nothing, say so, or refuse to give it. */
export type ValidationMode = 'off' | 'warn' | 'strict';

/** Holds the answers of an API to its effective spec; makes a judge per profile, when the first answer needs it. */
export class Validation {
  readonly mode: ValidationMode;
  readonly #api: ApiName;
  readonly #judges = new WeakMap<Profile, Judge>();

  constructor(mode: ValidationMode, api: ApiName) {
    this.mode = mode;
    this.#api = api;
  }

  /** What differs, a sentence each. */
  violations(
    profile: Profile,
    { method, path }: { readonly method: string; readonly path: string },
    answer: Answer,
    location: Location,
  ): string[] {
    if (this.mode === 'off') return [];
    let judge = this.#judges.get(profile);
    if (!judge) this.#judges.set(profile, (judge = responseJudge(this.#api, profile)));
    const { status, body, text } = answer;
    const headers = lowerCased(answer.headers ?? {});
    const usual = text !== undefined ? 'text/plain' : body !== undefined ? 'application/json' : undefined;
    const contentType = headers['content-type'] ?? usual;
    const exchange = { method, path, status, headers, body: text ?? body, contentType };
    return judge(exchange, location).map(({ pointer, message }) => `${pointer} ${message}`.trim());
  }
}

function lowerCased(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
