import type { ApiName } from '@fake-jira/openapi';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import type { AuthMode } from './http/caller.js';
import { arrivalOf, arrive } from './http/arrival.js';
import { checkHost } from './http/host.js';
import { injectFaults, type Delay } from './http/inject-faults.js';
import { keepJournal, type RequestListener } from './http/keep-journal.js';
import type { ApiStyle } from './http/router.js';
import { refuseForeignWrites } from './http/origin.js';
import { send } from './http/send.js';
import { transportErrorOf } from './http/transport.js';
import { Validation, type ValidationMode } from './http/validation.js';
import type { Workspaces } from './http/workspaces.js';
import { controlStyle } from './apis/control/style.js';
import { customfieldEditor } from './apis/customfield-editor/index.js';
import { editorStyle } from './apis/customfield-editor/style.js';
import { extender } from './apis/extender/index.js';
import { extenderStyle } from './apis/extender/style.js';
import { protectedFields } from './apis/protected-fields/index.js';
import { protectedStyle } from './apis/protected-fields/style.js';
import { pluginManager } from './apis/plugin-manager/index.js';
import { pluginManagerStyle } from './apis/plugin-manager/style.js';
import { jiraCloud } from './apis/jira-cloud/index.js';
import { jiraStyle } from './apis/jira-cloud/style.js';
import { refuseBadCredentials, unknownAddress } from './apis/jira-cloud/unknown-address.js';

const styles = [controlStyle, editorStyle, extenderStyle, protectedStyle, pluginManagerStyle, jiraStyle];

/** How an API says no; Jira says it where an address belongs to none. */
function styleOf(api: ApiName | undefined): ApiStyle {
  return styles.find((style) => style.api === api) ?? jiraStyle;
}

export interface AppOptions {
  readonly workspaces: Workspaces;
  readonly auth?: AuthMode;
  /** Hosts beside loopback whose requests are answered. */
  readonly allowedHosts?: readonly string[];
  /** What the control API asks its callers for; absent: nothing, which is for loopback only. */
  readonly controlToken?: string | undefined;
  /**
   * Runs in front of every mirrored API, behind the choice of the workspace. `requestView` tells what is known of a
   * request there.
   */
  readonly middleware?: readonly RequestHandler[];
  /** How faults wait; by the real time unless something else is given. */
  readonly delay?: Delay;
  /** Whether answers are held to the spec; `off` by default. */
  readonly validate?: ValidationMode;
  /** Told of each request once it is answered. */
  readonly onRequest?: RequestListener;
  /** Told of errors that are no answer of an API: defects of ours. */
  readonly onDefect?: (error: unknown) => void;
}

/** The fake as an Express application, which listens nowhere yet. */
export function createApp({
  workspaces,
  auth = 'strict',
  allowedHosts = [],
  controlToken,
  delay,
  middleware = [],
  validate = 'off',
  onRequest,
  onDefect = (error) => process.emitWarning(error instanceof Error ? error : String(error)),
}: AppOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  // Express answers 304 by itself to `If-None-Match: *`; none of these APIs has that.
  Object.defineProperty(app.request, 'fresh', { value: false });
  app.set('query parser', 'simple');
  app.use(checkHost(allowedHosts));
  app.use(refuseForeignWrites);
  app.use(arrive(workspaces, auth));
  app.use(keepJournal(onRequest, onDefect));
  app.use(
    servedLater('control', async () => {
      const { control } = await import('./apis/control/index.js');
      return control({ workspaces, token: controlToken, validation: new Validation(validate, 'control') });
    }),
  );
  app.use(injectFaults({ styleOf, ...(delay && { delay }) }));
  for (const extra of middleware) app.use(extra);
  app.use(jiraCloud(new Validation(validate, 'jira-cloud')));
  app.use(customfieldEditor(new Validation(validate, 'customfield-editor')));
  app.use(pluginManager(new Validation(validate, 'plugin-manager')));
  app.use(extender(new Validation(validate, 'extender')));
  app.use(protectedFields(new Validation(validate, 'protected-fields')));
  app.use(refuseBadCredentials);
  app.use(unknownAddress);
  app.use(lastResort(onDefect));
  return app;
}

/** Turns what transport refuses into an answer; anything else is a defect, said without a stack trace. */
function lastResort(onDefect: (error: unknown) => void): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    const arrival = arrivalOf(request);
    const { address, location } = arrival;
    const style = styleOf(location.api);
    const refused = transportErrorOf(error);
    if (refused) return send(response, style.refuseTransport(refused.status, refused.message, location.base));
    onDefect(error);
    const message = `The fake has a defect: ${request.method} ${address} failed. Its log says why.`;
    send(response, style.refuseTransport(500, message, location.base));
  };
}

/** An API whose code is loaded when the first request comes to it. */
function servedLater(api: ApiName, load: () => Promise<RequestHandler>): RequestHandler {
  let loading: Promise<RequestHandler> | undefined;
  return (request, response, next) => {
    if (arrivalOf(request).location.api !== api) return next();
    loading ??= load();
    loading.then((serve) => serve(request, response, next), next);
  };
}
