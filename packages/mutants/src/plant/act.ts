import type { OperationId } from '@fake-jira/openapi';
import type { Root, Transaction, World } from '@fake-jira/world';

/** An answer before it is sent. */
export interface WireAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed where it is JSON, else text; `undefined` where there is none. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any;
}

/** A request that was carried out, with the answer that it would get. */
export interface Visit {
  readonly operation: OperationId;
  /** The variables of its address, as the document calls them. */
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** What was sent. A copy: it can be changed. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any;
  /** The world before the request. */
  readonly before: Root;
  /** The world behind it. */
  readonly world: World;
  readonly answer: WireAnswer;
}

/** Takes back what a request did, and carries it out in another form. */
export interface Again {
  readonly again: {
    /** Signs in as somebody else. */
    readonly user?: string;
    /** The address below everything in front of it, without its query. */
    readonly address?: (address: string) => string;
    readonly query?: URLSearchParams;
    readonly body?: unknown;
    /** What else is different in the world meanwhile; `then` puts it right. */
    readonly world?: (tx: Transaction) => void;
  };
  /** What happens to the second answer, nothing by default. */
  readonly then?: Act;
}

/**
 * What a defect makes of an answer: another one, or another form of the request. It may change the world as well.
 *
 * @returns `undefined` where the defect does not show
 */
export type Act = (visit: Visit) => WireAnswer | Again | undefined;
