import type { WorldFile } from '@fake-jira/fixtures';
import type { WrittenPresetName } from '@fake-jira/fixtures/presets';
import type { Moment, Root } from '@fake-jira/world';
import type { Fault, NewFault } from './http/faults.js';
import type { JournalEntry } from './http/journal.js';
import type { RequestFilter } from './http/request-filter.js';
import type { SettingsChange, WorkspaceSettings } from './http/settings.js';
import type { WebhookDelivery } from './webhooks/delivery.js';
import type { FakeWebhook, NewFakeWebhook } from './webhooks/shown.js';

/** Where a fake runs: in this process, or in another one, which is asked over HTTP. */
export type Place = 'here' | 'elsewhere';

/** What a method gives: at once from a fake that runs here, awaited from one that runs elsewhere. */
export type Answer<Where extends Place, Value> = Where extends 'here' ? Value : Promise<Value>;

/** What goes wrong in a workspace. */
export interface FakeFaults<Where extends Place = 'here'> {
  /**
   * Makes something go wrong from the next request on.
   *
   * @throws an error that says what is wrong with it; then nothing has happened
   * @example jira.faults.add({ when: { operation: 'createCustomField' }, status: 503, times: 2 });
   */
  add(fault: NewFault): Answer<Where, Fault>;
  /** The fault of that id, as long as its requests are not used up. */
  get(id: string): Answer<Where, Fault | undefined>;
  /** In the order in which they are tried. */
  list(): Answer<Where, readonly Fault[]>;
  /** @returns whether it was there */
  remove(id: string): Answer<Where, boolean>;
  clear(): Answer<Where, void>;
}

/** The time of a workspace. */
export interface FakeClock<Where extends Place = 'here'> {
  /** Milliseconds since 1970. */
  now(): Answer<Where, Moment>;
  readonly frozen: Answer<Where, boolean>;
  /** Stops the time, now or at another moment. */
  freeze(at?: Moment): Answer<Where, void>;
  /** Goes to a moment; a frozen clock stays frozen there. */
  set(to: Moment): Answer<Where, void>;
  /** @param milliseconds - how far to go on */
  advance(milliseconds: number): Answer<Where, void>;
  /** Lets a frozen clock run on from where it stands. */
  resume(): Answer<Where, void>;
}

/** Whom a workspace tells what happens in it. */
export interface FakeWebhooks<Where extends Place = 'here'> {
  list(): Answer<Where, readonly FakeWebhook[]>;
  /**
   * @throws an error for an event that Jira does not know, and for an address that is none
   * @example jira.webhooks.add({ url: 'http://127.0.0.1:8080/hook', events: ['jira:issue_updated'], secret: 's3' });
   */
  add(webhook: NewFakeWebhook): Answer<Where, FakeWebhook>;
  /** @returns whether it was there */
  remove(id: number): Answer<Where, boolean>;
  /**
   * What receivers were told, the oldest first, once nothing is on its way any more. What failed and is to be tried again
   * is not waited for: advance the clock.
   */
  deliveries(): Promise<readonly WebhookDelivery[]>;
  /** Tells something once more. @throws an error where it is not kept any more */
  redeliver(id: string): Answer<Where, void>;
}

/**
 * One workspace of a running fake, as a test uses it. Its parts are those of the control API.
 *
 * @example
 * // Takes both: what startFakeJira() gives and what connectFakeJira() gives.
 * async function seed(jira: FakeWorkspace<Place>): Promise<void> {
 *   await jira.merge({ fields: [{ name: 'Team', type: 'select' }] });
 * }
 */
export interface FakeWorkspace<Where extends Place = 'here'> {
  /** Base address: give it to a client as the address of its Jira. */
  readonly url: string;
  /** Back to the world, the profile and the time it began with, without faults and with an empty journal. */
  reset(): Answer<Where, void>;
  /** The world as it is now. From elsewhere without values of encrypted fields, whose key stays there. */
  world(): Answer<Where, Root>;
  /**
   * Goes on with another world: `demo`, `tiny`, or a world file's content.
   *
   * @param options.baseline - it is also the world to which `reset` leads back
   * @throws WorldFileError with every mistake at once; then nothing has happened
   * @example jira.load({ projects: [{ key: 'TEST' }], fields: [{ name: 'Team', type: 'select' }] }, { baseline: true });
   */
  load(world: WrittenPresetName | WorldFile, options?: { readonly baseline?: boolean }): Answer<Where, void>;
  /**
   * Adds what a world file has to this world.
   *
   * @param options.baseline - as of `load`
   * @throws WorldFileError with every mistake at once; then nothing has happened
   * @example jira.merge({ users: [{ name: 'eve' }], fields: [{ name: 'Team', type: 'select' }] });
   */
  merge(addition: WorldFile, options?: { readonly baseline?: boolean }): Answer<Where, void>;
  /**
   * The requests that were answered, oldest first.
   *
   * @example jira.journal({ method: 'PUT', path: '/rest/api/*\/field/**' }).map(({ body }) => body);
   */
  journal(filter?: RequestFilter): Answer<Where, readonly JournalEntry[]>;
  /**
   * What goes wrong.
   *
   * @example jira.faults.add({ when: { operation: 'createCustomField' }, status: 503, times: 2 });
   */
  readonly faults: FakeFaults<Where>;
  /**
   * What time it is here.
   *
   * @example jira.clock.advance(60 * 24 * 60 * 60 * 1000); // the trash is emptied
   */
  readonly clock: FakeClock<Where>;
  /**
   * Whom this Jira tells what happens in it, and what they were told.
   *
   * @example
   * jira.webhooks.add({ url: 'http://127.0.0.1:8080/hook', events: ['jira:issue_updated'] });
   * const [delivery] = await jira.webhooks.deliveries();
   */
  readonly webhooks: FakeWebhooks<Where>;
  /** What no mirrored API sets, and the profile. */
  settings(): Answer<Where, WorkspaceSettings>;
  /**
   * Changes settings; those that are not named stay.
   *
   * @throws RangeError, ProfileError where there is no such profile; then nothing has changed
   * @example jira.changeSettings({ profile: 'customfield-editor-2.7.0', subtasks: false });
   */
  changeSettings(change: SettingsChange): Answer<Where, WorkspaceSettings>;
}

/** A running fake: its default workspace, and what there is beside it. */
export interface FakeJira<Where extends Place = 'here'> extends FakeWorkspace<Where> {
  /** What clients have to trust, as PEM, where the fake was started here with `tls`. */
  readonly certificate: string | undefined;
  /**
   * A Jira of its own within this fake, made when it is first used.
   *
   * @throws RangeError where the name cannot stand in an address
   */
  workspace(name: string): FakeWorkspace<Where>;
  /** Forgets a workspace, and whether it was there. At its next use it begins anew. */
  deleteWorkspace(name: string): Answer<Where, boolean>;
  /**
   * Goes on with another world in the default workspace, and begins with it in workspaces that are made from now on.
   * A reset of the default workspace leads back to it; other workspaces that are there stay as they are.
   *
   * @throws WorldFileError with every mistake at once; then nothing has happened
   */
  beginWith(world: WrittenPresetName | WorldFile): Answer<Where, void>;
  /** Lets the process end although it listens. */
  unref(): void;
  /**
   * Stops listening, and ends when every connection has. A second call waits for the same end. A fake that runs elsewhere
   * goes on: whoever has started it ends it.
   *
   * @param options.grace - milliseconds that requests in flight get to be answered; 0 by default
   */
  close(options?: { readonly grace?: number }): Promise<void>;
  /** {@link close}, for `await using jira = await startFakeJira()`. */
  [Symbol.asyncDispose](): Promise<void>;
}
