import { maskedAddress } from '@fake-jira/openapi';
import type { Moment } from '@fake-jira/world';

/** On its way; to be tried again when it is time; done; or given up. */
export type DeliveryState = 'pending' | 'waiting' | 'delivered' | 'failed';

/** One request that a receiver was sent, or was to be. */
export interface DeliveryAttempt {
  readonly at: string;
  /** What was answered. */
  readonly status?: number;
  /** Why nothing was. */
  readonly error?: string;
}

/** What a webhook was told, as people look at it. */
export interface WebhookDelivery {
  /** What `X-Atlassian-Webhook-Identifier` says, in each attempt. */
  readonly id: string;
  /** The id of the webhook. */
  readonly webhook: number;
  /** Such as `jira:issue_updated`. */
  readonly event: string;
  /** With secrets of its query masked. */
  readonly url: string;
  readonly state: DeliveryState;
  /** When it happened. */
  readonly at: string;
  readonly attempts: readonly DeliveryAttempt[];
  /** When it is tried again; null where it is not. */
  readonly nextAttempt: string | null;
  /** What is sent; null where nothing is but that something has happened. */
  readonly body: unknown;
}

/** A delivery as it is worked on. */
export interface Delivery {
  readonly id: string;
  readonly webhookId: number;
  /** The account whose own it is, where an app has registered the webhook. */
  readonly ownOf: string | null;
  readonly event: string;
  readonly url: string;
  readonly secret: string | undefined;
  readonly at: Moment;
  readonly body: string | undefined;
  state: DeliveryState;
  readonly attempts: DeliveryAttempt[];
  next: Moment | null;
  failedAt: Moment | null;
}

/** A delivery as people look at it: without secrets. */
export function viewOf({ id, webhookId, event, url, state, at, attempts, next, body }: Delivery): WebhookDelivery {
  return {
    id,
    webhook: webhookId,
    event,
    url: shownAddress(url),
    state,
    at: new Date(at).toISOString(),
    attempts: [...attempts],
    nextAttempt: next === null ? null : new Date(next).toISOString(),
    body: body === undefined ? null : (JSON.parse(body) as unknown),
  };
}

/** An address without what signs somebody in. */
export function shownAddress(url: string): string {
  return maskedAddress(url.replace(/^(https?:\/\/)[^/@]*@/i, '$1***@'));
}
