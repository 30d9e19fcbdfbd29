import { operations, type ControlOperations } from '@fake-jira/openapi';
import express, { Router, type RequestHandler } from 'express';
import { defineApi } from '../../http/api.js';
import { answeredRequest } from '../../http/request-context.js';
import { serve } from '../../http/serve.js';
import { send } from '../../http/response.js';
import type { Validation } from '../../http/validation.js';
import type { Workspaces } from '../../http/workspaces.js';
import { guardControl } from './access.js';
import { clock } from './clock.js';
import { deletions } from './deletions.js';
import { faults } from './faults.js';
import { known } from './known.js';
import { reports } from './reports.js';
import { requests } from './requests.js';
import { settings } from './settings.js';
import { controlDialect, YamlText } from './dialect.js';
import { theFake } from './the-fake.js';
import { workspaces } from './workspaces.js';
import { webhooks } from './webhooks.js';
import { world } from './world.js';

export interface ControlOptions {
  readonly workspaces: Workspaces;
  /** What callers have to know; absent: nothing. */
  readonly token: string | undefined;
  /** The folder of the contract suite's reports. */
  readonly reports: string | undefined;
  readonly validation: Validation | undefined;
}

/** The fake's own API as routes. */
export function control({ workspaces: all, token, reports: folder, validation }: ControlOptions): Router {
  const api = defineApi<ControlOperations>({
    document: 'control',
    dialect: controlDialect,
    handlers: {
      ...theFake,
      ...world,
      ...deletions,
      ...requests,
      ...faults,
      ...clock,
      ...settings,
      ...known,
      ...reports(folder),
      ...webhooks,
      ...workspaces(all),
    },
  });
  const router = Router();
  router.use(guardControl(token));
  router.use(yamlBodies());
  router.use(serve([api], { workspaces: all, validation }));
  router.use(unknownAddress);
  return router;
}

/** World files as YAML, left as they are. */
function yamlBodies(): RequestHandler {
  const limit = controlDialect.bodyLimit as number;
  const read = express.text({ limit, type: ['application/yaml', 'application/x-yaml', 'text/yaml'] });
  return (request, response, next) =>
    read(request, response, (error?: unknown) => {
      if (typeof request.body === 'string') request.body = new YamlText(request.body);
      next(error);
    });
}

const unknownAddress: RequestHandler = (request, response) => {
  const addresses = [...new Set(operations('control').map(({ path }) => path))];
  const message = `There is nothing at ${request.path}. There are: ${addresses.join(', ')}.`;
  send(response, controlDialect.refuseTransport(404, message, answeredRequest(request)));
};
