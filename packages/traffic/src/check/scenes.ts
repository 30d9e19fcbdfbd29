import type { WorldFile } from '@fake-jira/fixtures';
import type { LocatedExchange } from '../located.js';
import { isObject, textIn as text } from '../read/json.js';
import { addAnswer } from '../world/collect.js';
import { addNamed, addNamedInBody, removeMade, removeNamed } from '../world/named.js';
import { loginOf, identityOf, peopleIn } from '../world/people-of.js';
import { nothingSeen, type Seen } from '../world/seen.js';
import { worldOf } from '../world/world-of.js';

/** In which world, and as whom, the fake is asked what a file shows. */
export interface Scene {
  readonly world: WorldFile;
  readonly headers: Readonly<Record<string, string>>;
}

/** What an instance shows altogether, as a world and as somebody who asks. */
export class Scenes {
  #usual: Scene | undefined;
  /** What has been shown until now, and not been removed. */
  readonly #until = nothingSeen();

  /** @param seen - what all answers show */
  constructor(readonly seen: Seen) {}

  /** Goes on behind an exchange. */
  passed(located: LocatedExchange): void {
    const { status = 0, method } = located.exchange;
    const isDone = status >= 200 && status < 400;
    if (isDone && method === 'DELETE') removeNamed(located, this.#until, 'last');
    else addAnswer(located, this.#until);
  }

  /**
   * Scenes in which an exchange can have happened, the likeliest first. A file shows no moments between its answers: what
   * was there when this one was given is tried.
   */
  *of(located: LocatedExchange): Generator<Scene> {
    const { status = 0, method } = located.exchange;
    const nobody: Scene['headers'] = {};
    if (status === 401) {
      yield { ...this.usual(), headers: nobody };
      yield { ...this.usual(), headers: { authorization: basic('nobody', 'wrong') } };
      return;
    }
    yield this.usual();
    yield this.#changed((seen) => method === 'GET' && addAnswer(located, seen), this.#until);
    if (status === 403) yield { ...this.usual(), headers: signIn('bob') };
    if (status >= 200 && status < 400) {
      yield this.#changed((seen) => {
        if (method !== 'GET') removeMade(located, seen);
        addNamed(located, seen);
        addNamedInBody(located, seen);
        if (method === 'GET') addAnswer(located, seen);
      });
      yield this.#changed((seen) => {
        addNamed(located, seen);
        addNamedInBody(located, seen);
      }, this.#until);
    }
    if (status === 404 || status === 400) {
      yield this.#changed((seen) => removeNamed(located, seen, 'last'));
      yield this.#changed((seen) => removeNamed(located, seen, 'all'));
      yield this.#changed((seen) => {
        addNamed(located, seen);
        addNamedInBody(located, seen);
      });
      if (status === 404) yield { ...this.usual(), headers: nobody };
    }
  }

  /** The world of all answers, as the administrator. */
  usual(): Scene {
    this.#usual ??= { world: this.#worldOf(this.seen), headers: this.#administrator() };
    return this.#usual;
  }

  #changed(change: (seen: Seen) => unknown, from = this.seen): Scene {
    const seen = structuredClone(from);
    seen.caller ??= this.seen.caller;
    change(seen);
    return { world: this.#worldOf(seen), headers: this.#administrator() };
  }

  #worldOf(seen: Seen): WorldFile {
    return { ...worldOf(seen), protectedFieldTokens: [{ token: '***' }] };
  }

  #administrator(): Scene['headers'] {
    const { caller } = this.seen;
    if (!isObject(caller)) return signIn('admin');
    const people = peopleIn(this.seen);
    const at = people.findIndex((one) => identityOf(one) === identityOf(caller));
    return signIn(at < 0 ? (text(caller['name']) ?? 'admin') : loginOf(people[at]!, at));
  }
}

function signIn(name: string): Scene['headers'] {
  return { authorization: basic(name, name) };
}

function basic(name: string, password: string): string {
  return `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`;
}
