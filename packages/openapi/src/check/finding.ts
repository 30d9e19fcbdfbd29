/** A mistake in a document. */
export interface Finding {
  /** Which check found it. */
  readonly check: string;
  /** JSON pointer into the document. */
  readonly pointer: string;
  readonly message: string;
  /** Line of the source, where the source was at hand; from 1. */
  readonly line?: number;
}
