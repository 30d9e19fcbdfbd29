import { expect } from 'expect';
import type { OperationId } from '@fake-jira/openapi';
import { checksOf, type Check } from '../../check.js';
import type { Stage } from '../../stage/stage.js';
import { refuses } from './errors.js';

const { outcome } = checksOf('jira-cloud', 'webhooks');

/** Nobody listens there. */
const url = 'https://hooks.example.com/told';
const day = 24 * 60 * 60 * 1000;

/** Only apps have webhooks of their own, on Cloud. */
const ofApps = { deployment: 'cloud', roles: ['app'] } as const;

/** Registers webhooks of the app for as long as something asks about them. */
async function registered<Result>(
  { app }: Stage,
  webhooks: readonly object[],
  run: (ids: number[], results: readonly Registration[]) => Result | Promise<Result>,
): Promise<Result> {
  const { body } = await app.ask('registerDynamicWebhooks', 200, { body: { url, webhooks } });
  const results = body.webhookRegistrationResult as Registration[];
  const ids = results.flatMap(({ createdWebhookId }) => createdWebhookId ?? []);
  try {
    return await run(ids, results);
  } finally {
    await app.ask('deleteWebhookById', 202, { body: { webhookIds: ids } });
  }
}

interface Registration {
  readonly createdWebhookId?: number;
  readonly errors?: readonly string[];
}

/** Those of the app that have these ids. */
async function listed({ app }: Stage, ids: readonly number[]): Promise<Readonly<Record<string, unknown>>[]> {
  const { body } = await app.ask('getDynamicWebhooksForApp', 200);
  return (body.values as { readonly id: number }[]).filter(({ id }) => ids.includes(id));
}

/** No comment of the project is deleted while something is asked about webhooks. */
const quiet = ({ sandbox }: Stage) => ({ jqlFilter: `project = ${sandbox.project.key}`, events: ['comment_deleted'] });

const appChecks: readonly Check[] = [
  outcome(
    'registerDynamicWebhooks',
    200,
    'with an id for each, and why one is not registered',
    async (stage) => {
      const wrong = { ...quiet(stage), jqlFilter: 'project is no query at all' };
      await registered(stage, [quiet(stage), wrong], (ids, [first, second]) => {
        expect(first).toEqual({ createdWebhookId: expect.any(Number) });
        expect(second).toEqual({ errors: expect.any(Array) });
        expect(ids).toHaveLength(1);
      });
    },
    ofApps,
  ),
  outcome(
    'registerDynamicWebhooks',
    400,
    'when there is no such event',
    async ({ app }) => {
      const body = { url, webhooks: [{ jqlFilter: '', events: ['jira:nothing_happened'] }] };
      refuses((await app.ask('registerDynamicWebhooks', 400, { body })).body);
    },
    ofApps,
  ),
  outcome(
    'getDynamicWebhooksForApp',
    200,
    'with what was registered, and when it ends',
    async (stage) => {
      await registered(stage, [{ ...quiet(stage), fieldIdsFilter: ['summary'] }], async (ids) => {
        expect(await listed(stage, ids)).toEqual([
          expect.objectContaining({ id: ids[0], ...quiet(stage), fieldIdsFilter: ['summary'] }),
        ]);
      });
    },
    ofApps,
  ),
  outcome(
    'getDynamicWebhooksForApp',
    400,
    'when maxResults is no number',
    async ({ app }) => {
      await app.ask('getDynamicWebhooksForApp', 400, { query: { maxResults: 'many' } });
    },
    { ...ofApps, readOnly: true },
  ),
  outcome(
    'refreshWebhooks',
    200,
    'with the end, in a month',
    async (stage) => {
      await registered(stage, [quiet(stage)], async (ids) => {
        const [before] = await listed(stage, ids);
        const { body } = await stage.app.ask('refreshWebhooks', 200, { body: { webhookIds: ids } });
        const [after] = await listed(stage, ids);
        expect(after?.['expirationDate']).toBe(body.expirationDate);
        expect(Number(body.expirationDate)).toBeGreaterThanOrEqual(Number(before?.['expirationDate']));
        expect(Number(body.expirationDate) - Number(before?.['expirationDate'])).toBeLessThan(day);
      });
    },
    ofApps,
  ),
  ...(['refreshWebhooks', 'deleteWebhookById'] as const).map((id) =>
    outcome(
      id,
      400,
      'when none are named',
      async ({ app }) => {
        refuses((await app.ask(id, 400, { body: {} })).body);
      },
      ofApps,
    ),
  ),
  outcome(
    'deleteWebhookById',
    202,
    'and they are gone, while those of others are passed over',
    async (stage) => {
      await registered(stage, [quiet(stage), quiet(stage)], async ([first = 0, second = 0]) => {
        const webhookIds = [first, Number(stage.unknownId)];
        expect((await stage.app.ask('deleteWebhookById', 202, { body: { webhookIds } })).text).toBe('');
        expect(await listed(stage, [first, second])).toEqual([expect.objectContaining({ id: second })]);
      });
    },
    ofApps,
  ),
  outcome(
    'getFailedWebhooks',
    200,
    'with what could not be delivered',
    async ({ app }) => {
      const { body } = await app.ask('getFailedWebhooks', 200, { query: { maxResults: 1 } });
      expect(body).toMatchObject({ values: expect.any(Array), maxResults: 1 });
    },
    { ...ofApps, readOnly: true },
  ),
  outcome(
    'getFailedWebhooks',
    400,
    'when the moment is no number',
    async ({ app }) => {
      await app.ask('getFailedWebhooks', 400, { query: { after: 'yesterday' } });
    },
    { ...ofApps, readOnly: true },
  ),
];

interface Resource {
  readonly list: OperationId;
  readonly create: OperationId;
  readonly get: OperationId;
  readonly update: OperationId;
  readonly remove: OperationId;
  /** A webhook that is told nothing of this run. */
  readonly webhook: (stage: Stage) => Readonly<Record<string, unknown>>;
  /** The id of one, as it was answered. */
  readonly idOf: (body: Readonly<Record<string, unknown>>) => string;
}

function checksOfResource({ list, create, get, update, remove, webhook, idOf }: Resource): Check[] {
  const made = async (stage: Stage) => {
    const { body } = await stage.admin.ask(create, 201, { body: webhook(stage) });
    return { body, path: { webhookId: idOf(body) } };
  };
  const missing = ({ unknownId }: Stage) => ({ path: { webhookId: String(unknownId) } });
  return [
    outcome(create, 201, 'with what was registered', async (stage) => {
      const { body, path } = await made(stage);
      expect(body).toMatchObject(webhook(stage));
      await stage.admin.ask(remove, 204, { path });
    }),
    outcome(create, 400, 'when the address is none', async (stage) => {
      const body = { ...webhook(stage), url: 'nowhere' };
      refuses((await stage.admin.ask(create, 400, { body })).body);
    }),
    outcome(list, 200, 'with each webhook', async (stage) => {
      const { body, path } = await made(stage);
      expect((await stage.admin.ask(list, 200)).body).toContainEqual(body);
      await stage.admin.ask(remove, 204, { path });
    }),
    outcome(get, 200, 'with what the list tells', async (stage) => {
      const { body, path } = await made(stage);
      expect((await stage.admin.ask(get, 200, { path })).body).toEqual(body);
      await stage.admin.ask(remove, 204, { path });
    }),
    outcome(update, 200, 'with what was changed, and the rest as it was', async (stage) => {
      const { body, path } = await made(stage);
      const changed = (await stage.admin.ask(update, 200, { path, body: { name: 'Renamed' } })).body;
      expect(changed).toMatchObject({ url: body['url'], events: body['events'], name: 'Renamed' });
      await stage.admin.ask(remove, 204, { path });
    }),
    outcome(update, 400, 'when the address is none', async (stage) => {
      const { path } = await made(stage);
      refuses((await stage.admin.ask(update, 400, { path, body: { url: 'nowhere' } })).body);
      await stage.admin.ask(remove, 204, { path });
    }),
    outcome(remove, 204, 'and it is gone', async (stage) => {
      const { path } = await made(stage);
      await stage.admin.ask(remove, 204, { path });
      refuses((await stage.admin.ask(get, 404, { path })).body);
    }),
    outcome(
      get,
      404,
      'when there is no such webhook',
      async (stage) => refuses((await stage.admin.ask(get, 404, missing(stage))).body),
      { readOnly: true },
    ),
    outcome(update, 404, 'when there is no such webhook', async (stage) =>
      refuses((await stage.admin.ask(update, 404, { ...missing(stage), body: { name: 'Renamed' } })).body),
    ),
    outcome(remove, 404, 'when there is no such webhook', async (stage) =>
      refuses((await stage.admin.ask(remove, 404, missing(stage))).body),
    ),
  ];
}

/** Webhooks of apps and of administrators, on either deployment. */
export const webhooks: readonly Check[] = [
  ...appChecks,
  ...checksOfResource({
    list: 'getAdminWebhooks',
    create: 'createAdminWebhook',
    get: 'getAdminWebhook',
    update: 'updateAdminWebhook',
    remove: 'deleteAdminWebhook',
    webhook: (stage) => ({
      name: 'Of the contract',
      url,
      events: quiet(stage).events,
      filters: { 'issue-related-events-section': quiet(stage).jqlFilter },
      excludeBody: true,
    }),
    idOf: ({ self }) => String(self).split('/').at(-1) as string,
  }),
  ...checksOfResource({
    list: 'getInstanceWebhooks',
    create: 'createInstanceWebhook',
    get: 'getInstanceWebhook',
    update: 'updateInstanceWebhook',
    remove: 'deleteInstanceWebhook',
    webhook: (stage) => ({
      name: 'Of the contract',
      url,
      events: quiet(stage).events,
      active: true,
      configuration: { FILTERS: quiet(stage).jqlFilter, EXCLUDE_BODY: 'true' },
    }),
    idOf: ({ id }) => String(id),
  }),
];
