import { pseudonymDomain, pseudonymOf } from '@fake-jira/fixtures/pseudonym';
import { isObject, textIn as text, type Json } from '../read/json.js';

/** Names that say nothing of anybody, and words that stand everywhere. */
const nobodys: ReadonlySet<string> = new Set([
  'admin',
  'administrator',
  'user',
  'test',
  'jira',
  'anonymous',
  'unknown',
]);

const address = /[\w.+'-]{1,64}(?:@|%40)[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})+/gi;

/** The people in traffic, and who stands in place of each: the same person the same one everywhere. */
export class PeopleIn {
  readonly #texts = new Map<string, string>();
  #pattern: RegExp | undefined;

  /** Looks who is there. */
  notice(value: unknown): void {
    if (Array.isArray(value)) return value.forEach((entry) => this.notice(entry));
    if (!isObject(value)) return;
    if (text(value['displayName']) !== undefined) this.#person(value);
    for (const entry of Object.values(value)) this.notice(entry);
  }

  /** Looks who asks: who is asked about alone, and found nowhere, stands in no answer. */
  noticeCaller(request: Readonly<Record<string, string>>, response: Readonly<Record<string, string>>): void {
    const [, basic] = /^Basic ([\w+/=-]+)$/i.exec(request['authorization'] ?? '') ?? [];
    const [user = ''] = basic === undefined ? [] : Buffer.from(basic, 'base64').toString('utf8').split(':', 1);
    const named = [user, decoded(response['x-ausername'] ?? '')];
    for (const name of named) if (!name.includes('@')) this.#put(name, pseudonymOf(name).name);
    const accountId = decoded(response['x-aaccountid'] ?? '');
    this.#put(accountId, pseudonymOf(accountId).accountId);
  }

  #person({ accountId, name, key, displayName, emailAddress }: Json): void {
    const identity = text(accountId) ?? text(name) ?? text(emailAddress) ?? text(key);
    if (identity === undefined || String(emailAddress).endsWith(`@${pseudonymDomain}`)) return;
    const other = pseudonymOf(identity);
    this.#put(text(accountId), other.accountId);
    this.#put(text(emailAddress), other.email);
    this.#put(text(displayName), other.displayName);
    // A key such as JIRAUSER10100 is a number, and the same for everybody who reads it.
    for (const one of [text(name), text(key)]) if (!/^JIRAUSER\d+$/.test(one ?? '')) this.#put(one, other.name);
  }

  #put(given: string | undefined, other: string): void {
    if (given === undefined || given.length < 3 || nobodys.has(given.toLowerCase()) || this.#texts.has(given)) return;
    this.#texts.set(given, other);
    this.#pattern = undefined;
  }

  /** A text with others in place of the people in it. */
  inText(given: string): string {
    const known = this.#texts.size === 0 ? given : given.replace(this.#known(), (found) => this.#other(found));
    return known.replace(address, (found) => this.#otherAddress(found));
  }

  /** The same in everything that a value holds. */
  inValue(value: unknown): unknown {
    if (typeof value === 'string') return this.inText(value);
    if (Array.isArray(value)) return value.map((entry) => this.inValue(entry));
    if (!isObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, entry]) => [
        this.inText(name),
        // A picture shows somebody, and its address has a hash of the e-mail address.
        name === 'avatarUrls' && 'displayName' in value ? withoutPicture(entry) : this.inValue(entry),
      ]),
    );
  }

  #known(): RegExp {
    if (this.#pattern) return this.#pattern;
    const all = [...this.#texts.keys()].flatMap((one) => [one, encodeURIComponent(one)]);
    const words = [...new Set(all)]
      .sort((a, b) => b.length - a.length)
      .map((one) => one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    this.#pattern = new RegExp(`(?<![\\w.-])(?:${words.join('|')})(?![\\w-])`, 'g');
    return this.#pattern;
  }

  #other(found: string): string {
    const plain = this.#texts.get(found);
    if (plain !== undefined) return plain;
    return encodeURIComponent(this.#texts.get(decodeURIComponent(found)) ?? '');
  }

  #otherAddress(found: string): string {
    const plain = found.replace(/%40/, '@');
    if (plain.endsWith(`@${pseudonymDomain}`)) return found;
    const { email } = pseudonymOf(plain.toLowerCase());
    return plain === found ? email : encodeURIComponent(email);
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function withoutPicture(value: unknown): unknown {
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([size, url]) => [
      size,
      typeof url === 'string' ? url.replace(/[0-9a-f]{32,}|ownerId=[^&]*|initials\/[^?/]*/gi, '0') : url,
    ]),
  );
}
