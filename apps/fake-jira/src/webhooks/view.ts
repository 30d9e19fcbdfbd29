import { removeWebhook, RuleError, webhooksOf } from '@fake-jira/world';
import type { FakeWebhooks } from '../fake-jira.js';
import type { Workspace } from '../http/workspaces.js';
import { registerWebhook, shownWebhook } from './shown.js';

/**
 * The webhooks of a workspace, as a test uses them.
 *
 * @param now - the workspace of today
 */
export function webhooksView(now: () => Workspace): FakeWebhooks {
  return {
    list: () => webhooksOf(now().world.root, now().clock.now()).map(shownWebhook),
    add: (webhook) => registerWebhook(now(), webhook),
    remove(id) {
      try {
        now().world.write((tx) => removeWebhook(tx, id));
        return true;
      } catch (error) {
        if (error instanceof RuleError && error.code === 'webhook-not-found') return false;
        throw error;
      }
    },
    deliveries: () => now().webhooks.settled(),
    redeliver(id) {
      if (!now().webhooks.redeliver(id)) {
        throw new RangeError(`There is no delivery ${id}, or it is not kept any more.`);
      }
    },
  };
}
