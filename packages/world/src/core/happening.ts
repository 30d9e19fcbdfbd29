import type { JiraEvent } from './events.js';
import type { Moment, Root } from './root.js';

/** What a write has made happen, once it is done. */
export interface Happening {
  readonly events: readonly JiraEvent[];
  /** The world as it was, and as it is. */
  readonly before: Root;
  readonly after: Root;
  readonly at: Moment;
}
