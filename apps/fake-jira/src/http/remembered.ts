import type { Profile } from '@fake-jira/profile';
import type { Root } from '@fake-jira/world';
import type { Entered } from './request-context.js';
import type { SentResponse } from './response.js';

/** Bytes of what is remembered, at most: then all of it is forgotten. */
const limit = 32 * 1024 * 1024;
/** Bytes of a response, at most. */
const largest = 2 * 1024 * 1024;

/**
 * Responses to what was asked before of the same world. They go with their root: a write makes another one, to which
 * nothing of them belongs.
 */
export class ResponseMemory {
  #byRoot = new WeakMap<Root, Map<string, SentResponse>>();
  #bytes = 0;
  readonly #profiles = new WeakMap<Profile, number>();
  #lastProfile = 0;

  /** All that a response to a GET that is declared `fromRoot` depends on, beside its root. */
  key({ links, profile, caller, badCredentials }: Entered, url: string): string {
    const who = caller.user?.accountId ?? (badCredentials ? '?' : '');
    return `${this.#numberOf(profile)} ${who} ${links.base}${url}`;
  }

  #numberOf(profile: Profile): number {
    const known = this.#profiles.get(profile);
    if (known !== undefined) return known;
    this.#profiles.set(profile, ++this.#lastProfile);
    return this.#lastProfile;
  }

  get(root: Root, key: string): SentResponse | undefined {
    return this.#byRoot.get(root)?.get(key);
  }

  set(root: Root, key: string, response: SentResponse): void {
    const bytes = (response.body?.length ?? 0) + key.length;
    if (bytes > largest) return;
    this.#bytes += bytes;
    if (this.#bytes > limit) {
      this.#byRoot = new WeakMap();
      this.#bytes = bytes;
    }
    const known = this.#byRoot.get(root);
    if (known) known.set(key, response);
    else this.#byRoot.set(root, new Map([[key, response]]));
  }
}
