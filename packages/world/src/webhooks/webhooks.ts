import { idNumber, type Id } from '../core/ids.js';
import type { Moment, Root, Webhook } from '../core/root.js';
import { RuleError } from '../core/rule-error.js';
import type { Transaction } from '../core/transaction.js';

/** How long a webhook lasts that an app has registered, unless it is renewed: 30 days. */
export const webhookLife = 30 * 24 * 60 * 60 * 1000;

export interface NewWebhook {
  readonly name: string;
  readonly url: string;
  readonly events: readonly string[];
  readonly jql?: string | undefined;
  readonly fieldIds?: readonly string[] | undefined;
  readonly secret?: string | undefined;
  readonly enabled?: boolean | undefined;
  readonly excludeBody?: boolean | undefined;
  /** Account id of who registers it. */
  readonly by?: string | null;
  /** Whether it ends by itself, as that of an app does. */
  readonly ends?: boolean;
  /** Given by a world file; else the next. */
  readonly id?: number | undefined;
}

/**
 * Registers a webhook. Which events there are, and whether the query can be read, is looked at when something happens.
 *
 * @throws RuleError `webhook-invalid` where its name or address is none
 */
export function addWebhook(tx: Transaction, given: NewWebhook): Webhook {
  const id = given.id ?? tx.nextId('webhook');
  const webhook: Webhook = {
    id,
    name: checkName(given.name),
    url: checkUrl(given.url),
    events: [...new Set(given.events)],
    jql: given.jql ?? '',
    fieldIds: given.fieldIds ?? [],
    ...(given.secret !== undefined && given.secret !== '' && { secret: given.secret }),
    enabled: given.enabled ?? true,
    excludeBody: given.excludeBody ?? false,
    updated: tx.now,
    by: given.by ?? null,
    ...(given.ends && { expires: tx.now + webhookLife }),
  };
  tx.reserveId('webhook', id);
  tx.put('webhooks', id, webhook);
  return webhook;
}

/** What can be changed of a webhook; what is not given stays. */
export type WebhookChange = Partial<Omit<NewWebhook, 'id' | 'ends'>>;

/** @throws RuleError `webhook-not-found`, `webhook-invalid` */
export function changeWebhook(tx: Transaction, id: Id, change: WebhookChange): Webhook {
  const before = requireInstanceWebhook(tx.root, id, tx.now);
  const { secret, ...given } = Object.fromEntries(
    Object.entries(change).filter(([, value]) => value !== undefined),
  ) as WebhookChange;
  const { secret: oldSecret, ...rest } = before;
  const kept = secret ?? oldSecret;
  const webhook: Webhook = {
    ...rest,
    ...(given as Partial<Webhook>),
    name: checkName(given.name ?? before.name),
    url: checkUrl(given.url ?? before.url),
    ...(kept !== undefined && kept !== '' && { secret: kept }),
    updated: tx.now,
  };
  tx.put('webhooks', webhook.id, webhook);
  return webhook;
}

/** @throws RuleError `webhook-not-found` */
export function removeWebhook(tx: Transaction, id: Id): void {
  tx.remove('webhooks', requireWebhook(tx.root, id, tx.now).id);
}

/** Lets a webhook of an app last as long as a new one. @returns when it ends */
export function renewWebhook(tx: Transaction, id: Id): Moment {
  const webhook = requireWebhook(tx.root, id, tx.now);
  const expires = tx.now + webhookLife;
  tx.put('webhooks', webhook.id, { ...webhook, expires });
  return expires;
}

/** The webhooks that have not ended, by number. */
export function webhooksOf(root: Root, now: Moment): Webhook[] {
  return [...root.webhooks.values()].filter((webhook) => isLive(webhook, now));
}

/** @throws RuleError `webhook-not-found` */
export function requireWebhook(root: Root, id: Id, now: Moment): Webhook {
  const webhook = root.webhooks.get(idNumber(id));
  if (!webhook || !isLive(webhook, now)) throw new RuleError('webhook-not-found', { id: String(id) });
  return webhook;
}

/**
 * A webhook of the instance: one that lasts. Those of apps, which end by themselves, are the apps' own.
 *
 * @throws RuleError `webhook-not-found`
 */
export function requireInstanceWebhook(root: Root, id: Id, now: Moment): Webhook {
  const webhook = requireWebhook(root, id, now);
  if (webhook.expires !== undefined) throw new RuleError('webhook-not-found', { id: String(id) });
  return webhook;
}

function isLive({ expires }: Webhook, now: Moment): boolean {
  return expires === undefined || expires > now;
}

function checkName(name: string): string {
  if (name.trim() === '') throw new RuleError('webhook-invalid', { reason: 'A webhook needs a name.' });
  return name;
}

function checkUrl(url: string): string {
  // Variables of Jira, such as ${issue.key}, are filled in when something is sent.
  const plain = url.replace(/\$?\{[\w.]+\}/g, 'x');
  if (!URL.canParse(plain) || !/^https?:$/.test(new URL(plain).protocol)) {
    throw new RuleError('webhook-invalid', {
      reason: `"${url}" is no address of a webhook: it begins with http:// or https://.`,
    });
  }
  return url;
}
