import { isSecretName, mask, type Evidence } from '@fake-jira/openapi';

/** What is remembered of one request. No headers, and no secrets: see `maskedAddress` and {@link withBody}. */
export interface JournalEntry {
  readonly method: string;
  /** Address below the workspace and the context path, with its query, in which tokens are masked. */
  readonly path: string;
  readonly user: string | null;
  /** Null where the connection ended without a response. */
  readonly status: number | null;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly operationId: string | null;
  /** Said where nothing here has the address: a real Jira may. */
  readonly mirrored?: false;
  /** Said where another server was asked for it. */
  readonly fallback?: true;
  /** The JSON body as it was read, secrets masked; absent where there was none, or it is not kept. */
  readonly body?: unknown;
  /** Why there is no body although one was sent. */
  readonly bodyLeftOut?: 'too-large' | 'protected';
  /** Id of the fault that met the request. */
  readonly fault?: string;
  /** How it is known that the operation answers so, where that is asked for: the grade of the outcome. */
  readonly evidence?: Evidence;
  /** Where the response differs from the spec, if responses are validated. */
  readonly violations: readonly string[];
}

/** How many requests a journal remembers; older ones are forgotten. */
export const journalLimit = 1_000;

/** How many bytes a journal remembers at most, and how many all journals of a fake do together. */
export const journalBytes = { each: 8 * 1024 * 1024, all: 64 * 1024 * 1024 };

/** Largest body that is kept, in bytes before it was compressed. */
export const keptBodyLimit = 16 * 1024;

interface Kept {
  readonly entry: JournalEntry;
  readonly bytes: number;
}

/** Is told of each request that is added, and with `undefined` that all were forgotten. */
export type JournalWatcher = (entry: JournalEntry | undefined) => void;

/** The requests that a workspace answered, oldest first. */
export class Journal {
  readonly #kept = new Set<Kept>();
  readonly #watchers = new Set<JournalWatcher>();
  readonly #all: { bytes: number };
  #bytes = 0;

  /** @param all - what all journals take together, which each one keeps up to date */
  constructor(all = { bytes: 0 }) {
    this.#all = all;
  }

  add(entry: JournalEntry): void {
    const bytes = bytesOf(entry);
    this.#kept.add({ entry, bytes });
    this.#grow(bytes);
    for (const oldest of this.#kept) {
      if (this.#kept.size <= journalLimit && this.#bytes <= journalBytes.each) break;
      this.#kept.delete(oldest);
      this.#grow(-oldest.bytes);
    }
    for (const watch of this.#watchers) watch(entry);
  }

  /** @returns what ends it */
  watch(watcher: JournalWatcher): () => void {
    this.#watchers.add(watcher);
    return () => void this.#watchers.delete(watcher);
  }

  /** In memory, at most. */
  #grow(bytes: number): void {
    this.#bytes += bytes;
    this.#all.bytes += bytes;
  }

  get size(): number {
    return this.#kept.size;
  }

  entries(): readonly JournalEntry[] {
    return [...this.#kept].map(({ entry }) => entry);
  }

  clear(): void {
    this.#kept.clear();
    this.#grow(-this.#bytes);
    for (const watch of this.#watchers) watch(undefined);
  }
}

/** Two bytes a character, and something for the entry itself. */
function bytesOf({ path, user, violations, [bodyText]: text = '' }: JournalEntry & KeptText): number {
  return 256 + 2 * (path.length + (user?.length ?? 0) + violations.join().length + text.length);
}

const bodyText = Symbol('body');

interface KeptText {
  readonly [bodyText]?: string;
}

/**
 * An entry with what is kept of its body: nothing of one that is too large, else its text with secrets masked. Read
 * again, a body of many empty lists takes twenty times as much: that is done each time somebody looks.
 *
 * @param size - of the body in bytes
 * @param isSecret - names of properties that are secret beside those that always are
 */
export function withBody(
  entry: JournalEntry,
  body: unknown,
  size: number,
  isSecret: (name: string) => boolean = () => false,
): JournalEntry {
  if (body === undefined) return entry;
  if (size > keptBodyLimit) return { ...entry, bodyLeftOut: 'too-large' };
  const text = JSON.stringify(body, (name, value: unknown) => (isSecretName(name) || isSecret(name) ? mask : value));
  const kept = Object.defineProperty({ ...entry }, bodyText, { value: text });
  return Object.defineProperty(kept, 'body', { enumerable: true, get: () => JSON.parse(text) as unknown });
}
