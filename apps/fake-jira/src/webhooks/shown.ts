import type { WebhookEntry } from '@fake-jira/fixtures';
import { addWebhook, requireWebhook, type Id, type Webhook } from '@fake-jira/world';
import type { Workspace } from '../http/workspaces.js';
import { knownEvents } from './known-events.js';

/** A webhook to register: what a world file says of one. */
export type NewFakeWebhook = Omit<WebhookEntry, 'id'>;

/** A webhook, without its secret. */
export interface FakeWebhook {
  readonly id: number;
  readonly name: string;
  readonly url: string;
  readonly events: readonly string[];
  readonly jql: string;
  readonly fieldIds: readonly string[];
  /** Whether it has a secret. */
  readonly signed: boolean;
  readonly enabled: boolean;
  readonly excludeBody: boolean;
  /** When it ends; null where it does not end by itself. */
  readonly expires: string | null;
}

/** A webhook without its secret. */
export function shownWebhook({ secret, expires, ...webhook }: Webhook): FakeWebhook {
  const { id, name, url, events, jql, fieldIds, enabled, excludeBody } = webhook;
  const ends = expires === undefined ? null : new Date(expires).toISOString();
  const signed = secret !== undefined;
  return { id, name, url, events, jql, fieldIds, signed, enabled, excludeBody, expires: ends };
}

/** Registers a webhook. @throws RangeError for an event that Jira does not know */
export function registerWebhook({ world }: Workspace, { name, ...given }: NewFakeWebhook): FakeWebhook {
  const unknown = given.events.find((event) => !knownEvents.has(event));
  if (unknown !== undefined) {
    throw new RangeError(`"${unknown}" is no event of Jira's. There are: ${[...knownEvents].join(', ')}.`);
  }
  return shownWebhook(world.write((tx) => addWebhook(tx, { ...given, name: name ?? given.url })));
}

/** One webhook. @throws RuleError `webhook-not-found` */
export function webhookShown({ world, clock }: Workspace, id: Id): FakeWebhook {
  return shownWebhook(requireWebhook(world.root, id, clock.now()));
}
