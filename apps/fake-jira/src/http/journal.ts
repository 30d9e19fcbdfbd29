/** What is remembered of one request. No secrets: neither headers nor bodies are kept. */
export interface JournalEntry {
  readonly method: string;
  /** Address below the workspace and the context path, with its query, in which tokens are masked. */
  readonly path: string;
  readonly user: string | null;
  readonly status: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly operationId: string | null;
  /** Where the answer differs from the spec, if answers are validated. */
  readonly violations: readonly string[];
}

/** How many requests a journal remembers; older ones are forgotten. */
export const journalLimit = 1_000;

/** The requests that a workspace answered, oldest first. */
export class Journal {
  #entries: JournalEntry[] = [];

  add(entry: JournalEntry): void {
    this.#entries.push(entry);
    // Cut in halves, so that a full journal does not move a thousand entries with each request.
    if (this.#entries.length >= 2 * journalLimit) this.#entries = this.#entries.slice(-journalLimit);
  }

  entries(): readonly JournalEntry[] {
    return this.#entries.slice(-journalLimit);
  }

  clear(): void {
    this.#entries = [];
  }
}
