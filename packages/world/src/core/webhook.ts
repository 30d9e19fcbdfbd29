import type { Moment } from './records.js';

/** Where Jira says what happens in it, to whom, and about what. */
export interface Webhook {
  readonly id: number;
  readonly name: string;
  readonly url: string;
  /** Names of events, such as `jira:issue_updated`. */
  readonly events: readonly string[];
  /** Only of issues that the query finds; empty: of all. */
  readonly jql: string;
  /** Only where one of these fields was changed, by ids as in addresses; empty: whichever was. */
  readonly fieldIds: readonly string[];
  /** Signs what is sent; absent: nothing is signed. */
  readonly secret?: string;
  readonly enabled: boolean;
  /** Whether it is told that something has happened, and not what. */
  readonly excludeBody: boolean;
  readonly updated: Moment;
  /** Account id of who has registered or changed it last; null: it was there from the beginning. */
  readonly by: string | null;
  /** Of one that an app has registered for itself: when it ends, unless it is renewed. */
  readonly expires?: Moment;
}
