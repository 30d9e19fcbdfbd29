import { buildWorld } from '@fake-jira/fixtures/build-world';
import { checkWorldFile } from '@fake-jira/fixtures/check-world-file';
import { setTimeout as wait } from 'node:timers/promises';
import type { FakeClock, FakeFaults, FakeWebhooks, FakeWorkspace } from '../fake-jira.js';
import { contentGiven, loading, worldNamed } from '../given/world-named.js';
import type { Fault } from '../http/faults.js';
import { checkQuery } from '../http/given-requests.js';
import type { WorkspaceSettings } from '../http/settings.js';
import type { Asked, ControlClient, Told } from './control-client.js';
import { refusal } from './refusal.js';
import type { ControlOperations } from '@fake-jira/openapi';

/** Asks, and throws what a fake in this process would have thrown. */
type Ask = <Id extends keyof ControlOperations>(method: string, id: Id, asked?: Asked) => Promise<Told<Id>>;

/** A workspace of a fake that runs elsewhere, as a test uses it. */
export function workspaceElsewhere(url: string, client: ControlClient): FakeWorkspace<'elsewhere'> {
  const ask: Ask = async (method, id, asked) => {
    try {
      return await client.ask(id, asked);
    } catch (error) {
      throw refusal(method, error);
    }
  };
  return {
    url,
    async reset() {
      await ask('reset', 'controlReset');
    },
    async world() {
      const { now } = await ask('world', 'controlGetClock');
      const file = await ask('world', 'controlExportWorld', { query: { history: true } });
      // Who has no key leaves out what is sealed with it.
      return buildWorld(checkWorldFile(file, { name: 'world' }), { now: Date.parse(now), vault: null });
    },
    async load(world, options) {
      const { baseline } = loading('load', options) ?? {};
      await ask('load', 'controlImportWorld', { query: { baseline }, body: worldNamed('load', world) });
    },
    async merge(addition, options) {
      const { baseline } = loading('merge', options) ?? {};
      await ask('merge', 'controlMergeWorld', { query: { baseline }, body: contentGiven('merge', addition) });
    },
    async journal(filter = {}) {
      checkQuery('journal', 'controlListRequests', filter);
      const { user, ...others } = filter;
      const query = { ...others, ...(user !== undefined && { user: user ?? '' }) };
      const { requests } = await ask('journal', 'controlListRequests', { query });
      return requests;
    },
    faults: faultsElsewhere(ask),
    clock: clockElsewhere(ask),
    webhooks: webhooksElsewhere(ask),
    async settings() {
      return settingsTold(await ask('settings', 'controlGetSettings'));
    },
    async changeSettings(change) {
      if (Object.keys(change).length === 0) return this.settings();
      return settingsTold(await ask('changeSettings', 'controlChangeSettings', { body: change }));
    },
  };
}

/** A profile is known to be one where it comes from. */
const settingsTold = (told: Told<'controlGetSettings'>) => told as unknown as WorkspaceSettings;

/** What a failed request stands for where it only says that something is not there. */
function unlessThere<Value>(error: unknown, value: Value): Value {
  if ((error as { readonly status?: number }).status === 404) return value;
  throw error;
}

/** How often somebody elsewhere looks whether everything was told, in milliseconds. */
const lookInterval = 20;

function webhooksElsewhere(ask: Ask): FakeWebhooks<'elsewhere'> {
  return {
    list: async () => (await ask('webhooks.list', 'controlListWebhooks')).webhooks,
    add: (webhook) => ask('webhooks.add', 'controlAddWebhook', { body: webhook }),
    remove: (id) =>
      ask('webhooks.remove', 'controlRemoveWebhook', { path: { id: String(id) } }).then(
        () => true,
        (error: unknown) => unlessThere(error, false),
      ),
    async deliveries() {
      for (;;) {
        const { deliveries } = await ask('webhooks.deliveries', 'controlListWebhookDeliveries');
        if (!deliveries.some(({ state }) => state === 'pending')) return deliveries;
        await wait(lookInterval);
      }
    },
    async redeliver(id) {
      await ask('webhooks.redeliver', 'controlRedeliver', { path: { id } });
    },
  };
}

function faultsElsewhere(ask: Ask): FakeFaults<'elsewhere'> {
  return {
    add: async (fault) => (await ask('faults.add', 'controlAddFault', { body: fault })) as Fault,
    get: (id) =>
      ask('faults.get', 'controlGetFault', { path: { id } }).then(
        (told) => told as Fault,
        (error: unknown) => unlessThere(error, undefined),
      ),
    list: async () => (await ask('faults.list', 'controlListFaults')).faults as readonly Fault[],
    remove: (id) =>
      ask('faults.remove', 'controlRemoveFault', { path: { id } }).then(
        () => true,
        (error: unknown) => unlessThere(error, false),
      ),
    async clear() {
      await ask('faults.clear', 'controlRemoveFaults');
    },
  };
}

function clockElsewhere(ask: Ask): FakeClock<'elsewhere'> {
  const change = async (method: string, body: object) => {
    await ask(`clock.${method}`, 'controlSetClock', { body });
  };
  const moment = (at: number) => {
    if (!Number.isFinite(at) || Math.abs(at) > 8.64e15)
      throw new TypeError(`A moment is given in milliseconds since 1970, such as Date.UTC(2026, 0, 15), not ${at}.`);
    return new Date(at).toISOString();
  };
  return {
    now: async () => Date.parse((await ask('clock.now', 'controlGetClock')).now),
    get frozen() {
      return ask('clock.frozen', 'controlGetClock').then(({ frozen }) => frozen);
    },
    freeze: async (at) => change('freeze', { ...(at !== undefined && { now: moment(at) }), frozen: true }),
    set: async (to) => change('set', { now: moment(to) }),
    advance: (advance) => change('advance', { advance }),
    resume: () => change('resume', { frozen: false }),
  };
}
