import type { ControlOperations } from '@fake-jira/openapi';
import { removeWebhook, webhooksOf } from '@fake-jira/world';
import { created, noContent, ok } from '../../http/response.js';
import type { Handlers } from '../../http/request-context.js';
import { HttpError } from '../../http/wire-error.js';
import type { WebhookDelivery } from '../../webhooks/delivery.js';
import { registerWebhook, shownWebhook, webhookShown, type NewFakeWebhook } from '../../webhooks/shown.js';
import { refusingMistakes } from './mistakes.js';

type Operations = Pick<
  ControlOperations,
  | 'controlListWebhooks'
  | 'controlAddWebhook'
  | 'controlGetWebhook'
  | 'controlRemoveWebhook'
  | 'controlListWebhookDeliveries'
  | 'controlRedeliver'
>;

export const webhooks: Handlers<Operations> = {
  controlListWebhooks: ({ root, now }) =>
    ok({ webhooks: webhooksOf(root, now()).map((one) => render(shownWebhook(one))) }),

  controlAddWebhook({ workspace, body }) {
    return created(render(refusingMistakes(() => registerWebhook(workspace, body as NewFakeWebhook))));
  },

  controlGetWebhook: ({ workspace, path }) => ok(render(webhookShown(workspace, path.id))),

  controlRemoveWebhook({ world, path }) {
    world.write((tx) => removeWebhook(tx, path.id));
    return noContent();
  },

  controlListWebhookDeliveries({ workspace, query }) {
    const { event, webhook, state } = query;
    const fitting = workspace.webhooks
      .list()
      .filter((one) => event === undefined || one.event === event)
      .filter((one) => webhook === undefined || one.webhook === webhook)
      .filter((one) => state === undefined || one.state === state);
    return ok({ deliveries: fitting.map(renderDelivery) });
  },

  controlRedeliver({ workspace, path }) {
    const delivery = workspace.webhooks.redeliver(path.id);
    if (!delivery) throw new HttpError('delivery-not-found', { id: path.id });
    return ok(renderDelivery(delivery));
  },
};

const render = ({ events, fieldIds, ...rest }: ReturnType<typeof shownWebhook>) => ({
  ...rest,
  events: [...events],
  fieldIds: [...fieldIds],
});

function renderDelivery({ attempts, body, ...rest }: WebhookDelivery) {
  return { ...rest, attempts: [...attempts], body: body as never };
}
