/** A request that somebody has sent, and what was answered, as far as a file of traffic shows it. */
export interface TrafficExchange {
  /** The file that has it. */
  readonly file: string;
  /** Where it stands there: `log.entries[12]`. */
  readonly place: string;
  readonly method: string;
  /** With or without a host, as the file has it. */
  readonly url: string;
  readonly request: Message;
  /** Absent where the file does not show one: a request that was cut off, or whose answer nobody has saved. */
  readonly status?: number;
  readonly response: Message;
  /** More may have been answered than is shown. */
  readonly isSelection?: boolean;
  /** What the file says of it besides, and what could not be read. */
  readonly notes: readonly string[];
}

/** Headers and body of a request or of an answer. */
export interface Message {
  /** By their names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed where it is JSON, else text; undefined: none, or not shown. */
  readonly body?: unknown;
  /** Whether it is known what the body was: also that there was none. */
  readonly bodyIsKnown: boolean;
}

/** Nothing is known of it. */
export const unknownMessage: Message = { headers: {}, bodyIsKnown: false };
