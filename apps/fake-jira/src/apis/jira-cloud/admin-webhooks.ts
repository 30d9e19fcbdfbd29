import {
  addWebhook,
  changeWebhook,
  findUser,
  removeWebhook,
  requireInstanceWebhook,
  webhooksOf,
  type Id,
  type Root,
  type Webhook,
} from '@fake-jira/world';
import { created, noContent, ok } from '../../http/response.js';
import { userOf } from '../../http/request-context.js';
import type { JiraHandlers, View } from './call.js';

/** Webhooks that administrators register: Cloud's, and Data Center's until version 10; and those of version 10. */
export const adminWebhooks = {
  getAdminWebhooks: (call) => ok(ofInstance(call.root, call.now()).map((one) => renderAdmin(one, call))),

  createAdminWebhook(call) {
    const { world, body } = call;
    const { name = '', url = '', events = [], filters, excludeBody, enabled, secret } = body;
    const jql = filters?.['issue-related-events-section'];
    const by = userOf(call).accountId;
    const webhook = world.write((tx) => addWebhook(tx, { name, url, events, jql, excludeBody, enabled, secret, by }));
    return created(renderAdmin(webhook, call));
  },

  getAdminWebhook: (call) => ok(renderAdmin(requireInstanceWebhook(call.root, call.path.webhookId, call.now()), call)),

  updateAdminWebhook(call) {
    const { world, body, path } = call;
    const { name, url, events, filters, excludeBody, enabled, secret } = body;
    const jql = filters?.['issue-related-events-section'];
    const change = { name, url, events, jql, excludeBody, enabled, secret, by: userOf(call).accountId };
    return ok(
      renderAdmin(
        world.write((tx) => changeWebhook(tx, path.webhookId, change)),
        call,
      ),
    );
  },

  deleteAdminWebhook: (call) => remove(call.world, call.path.webhookId),

  getInstanceWebhooks: (call) => ok(ofInstance(call.root, call.now()).map(renderOfInstance)),

  createInstanceWebhook(call) {
    const { world, body } = call;
    const { name = '', url = '', events = [], active, configuration = {} } = body;
    const given = { name, url, events, enabled: active, ...read(configuration), by: userOf(call).accountId };
    return created(renderOfInstance(world.write((tx) => addWebhook(tx, given))));
  },

  getInstanceWebhook: (call) =>
    ok(renderOfInstance(requireInstanceWebhook(call.root, call.path.webhookId, call.now()))),

  updateInstanceWebhook(call) {
    const { world, body, path } = call;
    const { name, url, events, active, configuration } = body;
    const change = { name, url, events, enabled: active, ...read(configuration ?? {}), by: userOf(call).accountId };
    return ok(renderOfInstance(world.write((tx) => changeWebhook(tx, path.webhookId, change))));
  },

  deleteInstanceWebhook: (call) => remove(call.world, call.path.webhookId),
} satisfies Partial<JiraHandlers>;

function remove(world: Parameters<JiraHandlers['deleteAdminWebhook']>[0]['world'], id: Id) {
  world.write((tx) => removeWebhook(tx, requireInstanceWebhook(tx.root, id, tx.now).id));
  return noContent();
}

/** Those of apps are told to the apps alone. */
function ofInstance(root: Root, now: number): Webhook[] {
  return webhooksOf(root, now).filter(({ expires }) => expires === undefined);
}

function renderAdmin(webhook: Webhook, { links, root, behaviour }: View) {
  const { id, name, url, excludeBody, jql, events, enabled, secret, updated, by } = webhook;
  const user = by === null ? undefined : findUser(root, by);
  const { usersBy } = behaviour;
  return {
    name,
    url,
    excludeBody,
    filters: jql === '' ? {} : { 'issue-related-events-section': jql },
    events: [...events],
    enabled,
    ...(usersBy === 'accountId' && { isSigned: secret !== undefined }),
    self: links.to(`/rest/webhooks/1.0/webhook/${id}`),
    lastUpdatedUser: (usersBy === 'accountId' ? user?.accountId : user?.key) ?? '',
    lastUpdatedDisplayName: user?.displayName ?? '',
    lastUpdated: updated,
  };
}

interface Configuration {
  readonly FILTERS?: string;
  readonly EXCLUDE_BODY?: string;
  readonly SECRET?: string;
}

function read({ FILTERS: jql, EXCLUDE_BODY: exclude, SECRET: secret }: Configuration) {
  return { jql, secret, excludeBody: exclude === undefined ? undefined : exclude === 'true' };
}

function renderOfInstance({ id, name, url, excludeBody, jql, events, enabled, updated }: Webhook) {
  return {
    id,
    name,
    createdDate: updated,
    updatedDate: updated,
    events: [...events],
    configuration: { ...(jql !== '' && { FILTERS: jql }), EXCLUDE_BODY: String(excludeBody) },
    url,
    active: enabled,
    scopeType: 'global',
    sslVerificationRequired: true,
  };
}
