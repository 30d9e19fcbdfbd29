import type { Profile } from '@fake-jira/profile';
import type { Happening, Moment } from '@fake-jira/world';
import { seededRandom, type Random } from '../http/random.js';
import type { WorkspaceClock } from '../http/workspace-clock.js';
import { viewOf, type Delivery, type WebhookDelivery } from './delivery.js';
import { refusal, send, signature } from './send.js';

/** What is to be sent to somebody. */
export interface Message {
  readonly webhookId: number;
  readonly ownOf: string | null;
  readonly event: string;
  readonly url: string;
  readonly secret: string | undefined;
  readonly body: string | undefined;
}

/** Whose webhooks they are: a workspace. */
export interface WebhookPlace {
  readonly name: string;
  readonly clock: WorkspaceClock;
  readonly profile: Profile;
  /** The address by which clients know it. */
  readonly site: string;
}

/** How the webhooks of a fake work: the same for all of its workspaces. */
export interface WebhookRules {
  /** What there is to say of what has happened, in the words of the deployment. */
  readonly messagesOf: (happening: Happening, place: WebhookPlace) => readonly Message[];
  /** Hosts beside this machine that are told, in lower case. */
  readonly allowedHosts: ReadonlySet<string>;
  /** Told of defects of ours: nothing of a webhook stops a request. */
  readonly onDefect: (error: unknown) => void;
}

/** Deliveries that are remembered; the oldest that are done go first. */
export const deliveryLimit = 1_000;
/** Deliveries that are not done: what comes then is not delivered. */
const queueLimit = 500;
/** How often it is tried again, and after how many minutes, as Cloud says. */
const retries = { most: 5, least: 5, spread: 10 } as const;
const longestTimer = 2 ** 31 - 1;

/** What is tried again: what may work later. */
function isPassing(status: number): boolean {
  return [408, 409, 425, 429].includes(status) || status >= 500;
}

/**
 * Tells receivers what happens in a workspace, once it is done and kept. To one webhook one thing after the other; what
 * failed is tried again by the clock of the workspace, and the others do not wait for it.
 */
export class Webhooks {
  readonly #place: WebhookPlace;
  readonly #clock: WorkspaceClock;
  readonly #rules: () => WebhookRules | undefined;
  readonly #kept: () => Promise<void> | undefined;
  readonly #randomAtFirst: () => Random;
  #random: Random;
  readonly #deliveries = new Map<string, Delivery>();
  /** By webhook: the end of what is on its way to it. */
  readonly #lines = new Map<number, Promise<void>>();
  #ending = new AbortController();
  #timer: NodeJS.Timeout | undefined;

  /**
   * @param place - the workspace, of which the clock is there already
   * @param given.rules - absent: nobody is told anything
   * @param given.kept - resolves when what was changed is kept; undefined where it is
   */
  constructor(
    place: WebhookPlace,
    given: {
      readonly seed: number;
      readonly rules: () => WebhookRules | undefined;
      readonly kept: () => Promise<void> | undefined;
    },
  ) {
    this.#place = place;
    this.#clock = place.clock;
    this.#rules = given.rules;
    this.#kept = given.kept;
    this.#randomAtFirst = () => seededRandom(`${given.seed}/${place.name}/webhooks`);
    this.#random = this.#randomAtFirst();
    place.clock.watch(() => this.#resume());
  }

  /** Tells of what has happened. Never throws. */
  hear(happening: Happening): void {
    const rules = this.#rules();
    if (!rules) return;
    try {
      for (const message of rules.messagesOf(happening, this.#place)) this.#take(message, happening.at);
    } catch (error) {
      rules.onDefect(error);
    }
  }

  /** What receivers were told, the oldest first. */
  list(): WebhookDelivery[] {
    return [...this.#deliveries.values()].map(viewOf);
  }

  /** {@link list}, once nothing is on its way any more; what waits for its time is not waited for. */
  async settled(): Promise<WebhookDelivery[]> {
    while (this.#lines.size > 0) await Promise.all(this.#lines.values());
    return this.list();
  }

  /** What an app was not told after all attempts, the oldest failure first. */
  failedOf(accountId: string): readonly Delivery[] {
    return [...this.#deliveries.values()]
      .filter(({ ownOf, failedAt }) => ownOf === accountId && failedAt !== null)
      .sort((a, b) => (a.failedAt as Moment) - (b.failedAt as Moment));
  }

  /** Tells something once more, with the same identifier. @returns undefined where it is not kept any more */
  redeliver(id: string): WebhookDelivery | undefined {
    const delivery = this.#deliveries.get(id);
    if (!delivery) return undefined;
    if (delivery.state !== 'pending') this.#start(delivery);
    return viewOf(delivery);
  }

  /** Forgets everything: nothing is sent any more of what has happened so far. */
  clear(): void {
    this.#ending.abort();
    this.#ending = new AbortController();
    this.#deliveries.clear();
    this.#lines.clear();
    this.#random = this.#randomAtFirst();
    this.#schedule();
  }

  /** {@link clear}, and waits until nothing is on its way. */
  async end(): Promise<void> {
    const lines = [...this.#lines.values()];
    this.clear();
    await Promise.all(lines);
  }

  #take({ webhookId, ownOf, event, url, secret, body }: Message, at: Moment): void {
    const delivery: Delivery = {
      id: this.#newId(),
      webhookId,
      ownOf,
      event,
      url,
      secret,
      at,
      body,
      state: 'pending',
      attempts: [],
      next: null,
      failedAt: null,
    };
    const waiting = [...this.#deliveries.values()].filter(({ state }) => state === 'pending' || state === 'waiting');
    this.#deliveries.set(delivery.id, delivery);
    this.#forgetOldest();
    if (waiting.length < queueLimit) return this.#start(delivery);
    this.#giveUp(delivery, `${queueLimit} others are not delivered yet.`);
  }

  #newId(): string {
    const digits = Array.from({ length: 4 }, () =>
      Math.floor(this.#random() * 2 ** 32)
        .toString(16)
        .padStart(8, '0'),
    );
    return digits.join('').replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5');
  }

  #forgetOldest(): void {
    for (const [id, { state }] of this.#deliveries) {
      if (this.#deliveries.size <= deliveryLimit) return;
      if (state === 'delivered' || state === 'failed') this.#deliveries.delete(id);
    }
  }

  /** Puts a delivery behind those that are on their way to the same webhook. */
  #start(delivery: Delivery): void {
    delivery.state = 'pending';
    delivery.next = null;
    delivery.failedAt = null;
    const { signal } = this.#ending;
    const before = this.#lines.get(delivery.webhookId) ?? Promise.resolve();
    const line = before
      .then(() => this.#deliver(delivery, signal))
      .catch((error: unknown) => this.#rules()?.onDefect(error))
      .finally(() => {
        if (this.#lines.get(delivery.webhookId) === line) this.#lines.delete(delivery.webhookId);
      });
    this.#lines.set(delivery.webhookId, line);
  }

  async #deliver(delivery: Delivery, signal: AbortSignal): Promise<void> {
    const refused = refusal(delivery.url, this.#rules()?.allowedHosts ?? new Set());
    if (refused !== undefined) return this.#giveUp(delivery, refused);
    try {
      await this.#kept();
    } catch {
      // The workspace is again as it was: it did not happen.
      return this.#giveUp(delivery, 'What has happened could not be kept, and was undone.');
    }
    if (signal.aborted) return;
    const { url, body } = delivery;
    const at = new Date(this.#clock.now()).toISOString();
    const outcome = await send({ url, body, headers: headersOf(delivery), signal });
    if (signal.aborted) return;
    delivery.attempts.push({ at, ...outcome });
    if ('status' in outcome && outcome.status >= 200 && outcome.status < 300) {
      delivery.state = 'delivered';
    } else if (delivery.attempts.length > retries.most || ('status' in outcome && !isPassing(outcome.status))) {
      this.#giveUp(delivery);
    } else {
      delivery.state = 'waiting';
      delivery.next = this.#clock.now() + Math.round((retries.least + this.#random() * retries.spread) * 60_000);
      this.#schedule();
    }
  }

  #giveUp(delivery: Delivery, error?: string): void {
    const now = this.#clock.now();
    if (error !== undefined) delivery.attempts.push({ at: new Date(now).toISOString(), error });
    delivery.state = 'failed';
    delivery.failedAt = now;
  }

  /** Goes on with what it is time for. */
  #resume(): void {
    const now = this.#clock.now();
    for (const delivery of this.#deliveries.values()) {
      if (delivery.state === 'waiting' && delivery.next !== null && delivery.next <= now) this.#start(delivery);
    }
    this.#schedule();
  }

  /** Wakes up when it is time for the next; a clock that stands still brings no time. */
  #schedule(): void {
    clearTimeout(this.#timer);
    if (this.#clock.frozen) return;
    let next = Infinity;
    for (const { state, next: at } of this.#deliveries.values()) {
      if (state === 'waiting' && at !== null) next = Math.min(next, at);
    }
    if (next === Infinity) return;
    const delay = Math.min(Math.max(0, next - this.#clock.now()), longestTimer);
    this.#timer = setTimeout(() => this.#resume(), delay);
    this.#timer.unref();
  }
}

function headersOf({ id, attempts, secret, body }: Delivery): Record<string, string> {
  return {
    'User-Agent': 'Atlassian Webhook HTTP Client',
    'X-Atlassian-Webhook-Identifier': id,
    'X-Atlassian-Webhook-Flow': 'Primary',
    ...(attempts.length > 0 && { 'X-Atlassian-Webhook-Retry': String(attempts.length) }),
    ...(body !== undefined && { 'Content-Type': 'application/json; charset=UTF-8' }),
    ...(body !== undefined && secret !== undefined && { 'X-Hub-Signature': signature(secret, body) }),
    'Content-Length': String(body === undefined ? 0 : Buffer.byteLength(body)),
  };
}
