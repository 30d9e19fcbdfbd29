/** A request as it goes over the wire. */
export interface WireRequest {
  readonly method: string;
  /** Below the base address, beginning with a slash, with its query. */
  readonly path: string;
  /** Sent as JSON, unless `text` is given. */
  readonly body?: unknown;
  /** Sent as it is. */
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An answer as it came, redirects not followed. Names of headers are in lower case. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** One person's line to a target. */
export interface Session {
  readonly send: (request: WireRequest) => Promise<WireAnswer>;
}
