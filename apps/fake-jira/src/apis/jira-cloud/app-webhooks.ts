import {
  addWebhook,
  prepare,
  removeWebhook,
  renewWebhook,
  RuleError,
  webhookLife,
  webhooksOf,
  type Root,
  type Webhook,
} from '@fake-jira/world';
import { acceptedNothing, ok } from '../../http/response.js';
import { userOf } from '../../http/request-context.js';
import { okPage, type JiraHandlers } from './call.js';
import { searchContext } from './jql-context.js';
import { jqlSentence } from './jql-problems.js';

/** How long it can be asked for what was not delivered. */
const failureTime = 72 * 60 * 60 * 1000;

/** Cloud's webhooks of apps. In Jira only apps have such; here everybody who has signed in is one. */
export const appWebhooks = {
  getDynamicWebhooksForApp(call) {
    return okPage(ownOf(call.root, userOf(call).accountId, call.now()), call, renderWebhook);
  },

  registerDynamicWebhooks(call) {
    const { world, body } = call;
    const by = userOf(call).accountId;
    const results = world.write((tx) =>
      body.webhooks.map(({ events, jqlFilter, fieldIdsFilter }) => {
        const errors = mistakesOf(jqlFilter, searchContext({ ...call, root: tx.root }));
        if (errors.length > 0) return { errors };
        const given = { name: body.url, url: body.url, events, jql: jqlFilter, fieldIds: fieldIdsFilter };
        return { createdWebhookId: addWebhook(tx, { ...given, by, ends: true }).id };
      }),
    );
    return ok({ webhookRegistrationResult: results });
  },

  deleteWebhookById(call) {
    call.world.write((tx) => {
      for (const { id } of named(call.body.webhookIds, ownOf(tx.root, userOf(call).accountId, tx.now))) {
        removeWebhook(tx, id);
      }
    });
    return acceptedNothing();
  },

  refreshWebhooks(call) {
    const expirationDate = call.world.write((tx) => {
      for (const { id } of named(call.body.webhookIds, ownOf(tx.root, userOf(call).accountId, tx.now))) {
        renewWebhook(tx, id);
      }
      return tx.now + webhookLife;
    });
    return ok({ expirationDate });
  },

  getFailedWebhooks(call) {
    const { workspace, query, links } = call;
    const { after = 0, maxResults = 100 } = query;
    const since = Math.max(after, call.now() - failureTime);
    const failed = workspace.webhooks
      .failedOf(userOf(call).accountId)
      .filter(({ failedAt }) => Number(failedAt) > since);
    const shown = failed.slice(0, Math.max(0, maxResults));
    const last = shown.at(-1)?.failedAt;
    return ok({
      values: shown.map(({ id, body, url, failedAt }) => ({
        id,
        ...(body !== undefined && { body }),
        url,
        failureTime: Number(failedAt),
      })),
      maxResults,
      ...(shown.length < failed.length && last != null && { next: links.page({ after: String(last) }) }),
    });
  },
} satisfies Partial<JiraHandlers>;

/** The webhooks that somebody has registered as an app has. */
function ownOf(root: Root, accountId: string, now: number): Webhook[] {
  return webhooksOf(root, now).filter(({ by, expires }) => expires !== undefined && by === accountId);
}

function named(ids: readonly number[], own: readonly Webhook[]): Webhook[] {
  return own.filter(({ id }) => ids.includes(id));
}

/** What is wrong with a query, in Jira's sentences. */
function mistakesOf(jql: string, context: ReturnType<typeof searchContext>): string[] {
  if (jql.trim() === '') return [];
  try {
    return prepare(jql, context).problems.map(jqlSentence);
  } catch (error) {
    if (error instanceof RuleError || !(error instanceof Error) || !('problem' in error)) throw error;
    return [jqlSentence((error as { readonly problem: Parameters<typeof jqlSentence>[0] }).problem)];
  }
}

function renderWebhook({ id, url, jql, fieldIds, events, expires }: Webhook) {
  return {
    id,
    url,
    jqlFilter: jql,
    ...(fieldIds.length > 0 && { fieldIdsFilter: [...fieldIds] }),
    events: [...events] as ('jira:issue_created' | 'jira:issue_updated')[],
    expirationDate: Number(expires),
  };
}
