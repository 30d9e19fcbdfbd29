import { mask } from '@fake-jira/openapi';
import type { Root } from '@fake-jira/world';
import type { JournalEntry } from '../http/journal.js';

/** What the line says that is printed once the fake listens. */
export interface Ready {
  /** Without a slash at the end, without a context path. */
  readonly url: string;
  /** The file that clients have to trust; absent: it listens without TLS. */
  readonly certificate?: string | undefined;
  readonly profile: string;
  /** Where the API of Protected Fields stands; null where it is not installed. */
  readonly protectedFields: string | null;
  readonly size: string;
  readonly root: Root;
  readonly auth: string;
}

export interface Logger {
  ready(ready: Ready): void;
  reloaded(file: string, size: string): void;
  notReloaded(message: string): void;
  request(entry: JournalEntry): void;
  defect(error: unknown): void;
}

/** People who can sign in, the administrator first. A password that somebody has chosen is a secret. */
export function credentials(root: Root): { name: string; password: string }[] {
  const known = [...root.users.values()].filter(({ app, active }) => app === undefined && active);
  const ofName = (name: string) => known.filter((user) => user.name === name);
  return [...ofName('admin'), ...ofName('bob')].map(({ name, password }) => ({
    name,
    password: password === name ? password : mask,
  }));
}
