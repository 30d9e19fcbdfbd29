import express, { type ErrorRequestHandler, type Express, type NextFunction, type RequestHandler } from 'express';
import type { AuthMode } from './http/caller.js';
import { answeredRequest, contextOf, enter } from './http/request-context.js';
import { elsewhere, type Fallback } from './fallback/fallback.js';
import { letPagesIn } from './http/cors.js';
import { checkHost, refuseForeignWrites } from './http/gate.js';
import { siteOf, type PublicAddress } from './http/links.js';
import { injectFaults, type Delay } from './http/inject-faults.js';
import { keepJournal, type RequestListener } from './http/keep-journal.js';
import { serve } from './http/serve.js';
import { send } from './http/response.js';
import { transportErrorOf } from './http/transport.js';
import { Validation, type ValidationMode } from './http/validation.js';
import type { Workspaces } from './http/workspaces.js';
import { webhookMessages } from './apis/jira-cloud/webhook-messages.js';
import type { ControlOptions } from './apis/control/index.js';
import { controlDialect } from './apis/control/dialect.js';
import { edge } from './apis/jira-cloud/edge.js';
import { refuseBadCredentials, unknownAddress } from './apis/jira-cloud/unknown-address.js';
import { apiAt, apis } from './apis/registry.js';

export interface AppOptions extends PublicAddress {
  readonly workspaces: Workspaces;
  readonly auth?: AuthMode;
  /** Hosts beside loopback whose requests are answered. */
  readonly allowedHosts?: readonly string[];
  /** Origins of web pages that may call the mirrored APIs, such as `http://localhost:5173`. */
  readonly cors?: readonly string[];
  /** What the control API asks its callers for; absent: nothing, which is for loopback only. */
  readonly controlToken?: string | undefined;
  /** The folder whose reports of the contract suite the console shows. */
  readonly reports?: string | undefined;
  /**
   * Runs in front of every mirrored API, behind the choice of the workspace. `requestView` tells what is known of a
   * request there.
   */
  readonly middleware?: readonly RequestHandler[];
  /** Another server, by its address or with what it gets, that is asked what nothing here has; absent: nobody is asked. */
  readonly fallback?: string | Fallback | undefined;
  /** Hosts beside loopback to which webhooks are sent. */
  readonly allowWebhooksTo?: readonly string[];
  /** How faults wait; by the real time unless something else is given. */
  readonly delay?: Delay;
  /** Whether responses are held to the spec; `off` by default. */
  readonly validate?: ValidationMode;
  /** Whether the journal says how it is known what was answered. */
  readonly explain?: boolean;
  /** Told of each request once it is answered. */
  readonly onRequest?: RequestListener;
  /** Told of errors that are no response of an API: defects of ours. */
  readonly onDefect?: (error: unknown) => void;
}

/** The fake as an Express application, which listens nowhere yet. */
export function createApp({
  workspaces,
  auth = 'strict',
  allowedHosts = [],
  cors = [],
  publicUrl,
  trustProxy,
  controlToken,
  reports,
  delay,
  middleware = [],
  fallback,
  allowWebhooksTo = [],
  validate = 'off',
  explain = false,
  onRequest,
  onDefect = (error) => process.emitWarning(error instanceof Error ? error : String(error)),
}: AppOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  // Express answers 304 by itself to `If-None-Match: *`; none of these APIs has that.
  Object.defineProperty(app.request, 'fresh', { value: false });
  app.set('query parser', 'simple');
  const site = siteOf({ publicUrl, trustProxy });
  workspaces.webhookRules = {
    messagesOf: webhookMessages,
    allowedHosts: new Set(allowWebhooksTo.map((host) => host.toLowerCase())),
    onDefect,
  };
  const validation = validate === 'off' ? undefined : new Validation(validate);
  const other =
    fallback === undefined
      ? undefined
      : elsewhere(fallback, {
          refuse: ({ location }, status, message, request) =>
            apiAt(location).dialect.refuseTransport(status, message, request),
          environment: process.env,
        });
  app.use(
    inTurn([
      // A proxy may leave the name to which the client has sent its request.
      checkHost(publicUrl === undefined ? allowedHosts : [...allowedHosts, new URL(publicUrl).hostname]),
      ...(cors.length > 0 ? [letPagesIn(cors)] : []),
      refuseForeignWrites(site),
      enter(workspaces, auth, site),
      serveConsole(),
      keepJournal(onRequest, onDefect, explain),
      serveControl({ workspaces, token: controlToken, reports, validation }),
      // What it thinks of credentials is nothing to another server.
      other ? (request, response, next) => (other.takes(request) ? next() : edge(request, response, next)) : edge,
      injectFaults({ apiOf: apiAt, ...(delay && { delay }) }),
    ]),
  );
  for (const extra of middleware) app.use(extra);
  app.use(
    inTurn([
      ...(other ? [other.answer] : []),
      serve(apis, { workspaces, validation }),
      refuseBadCredentials,
      unknownAddress,
    ]),
  );
  app.use(lastResort(onDefect));
  return app;
}

/** Turns what transport refuses into a response; anything else is a defect, said without a stack trace. */
function lastResort(onDefect: (error: unknown) => void): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    if (response.headersSent) {
      onDefect(error);
      return void response.destroy();
    }
    const { address, location } = contextOf(request);
    const { refuseTransport } = location.api === 'control' ? controlDialect : apiAt(location).dialect;
    const refused = transportErrorOf(error);
    if (refused) return send(response, refuseTransport(refused.status, refused.message, answeredRequest(request)));
    onDefect(error);
    const message = `The fake has a defect: ${request.method} ${address} failed. Its log says why.`;
    send(response, refuseTransport(500, message, answeredRequest(request)));
  };
}

/**
 * The console, whose code and files are read when the first browser asks for it. Who takes no HTML gets what Jira says of
 * `/`; no journal has it.
 */
function serveConsole(): RequestHandler {
  let loading: Promise<RequestHandler> | undefined;
  return (request, response, next) => {
    const { method, path } = request;
    if (path !== '/' && !path.startsWith('/_fake/console/')) return next();
    if (method !== 'GET' && method !== 'HEAD') return next();
    if (path === '/' && !request.get('accept')?.includes('text/html')) return next();
    loading ??= import('./console/serve-console.js').then(({ consoleFiles }) => consoleFiles());
    loading.then((serveFiles) => serveFiles(request, response, next)).catch(next);
  };
}

/** The fake's own API, whose code is loaded when the first request comes to it. */
function serveControl(options: ControlOptions): RequestHandler {
  let loading: Promise<RequestHandler> | undefined;
  return (request, response, next) => {
    if (contextOf(request).location.api !== 'control') return next();
    loading ??= import('./apis/control/index.js').then(({ control }) => control(options));
    loading.then((handle) => handle(request, response, next)).catch(next);
  };
}

/**
 * Steps of ours as one of Express, which then has a request to match and to hand on once instead of for each: that is
 * a tenth of what a small response costs. What a step throws, or hands on as an error, goes to Express.
 */
function inTurn(steps: readonly RequestHandler[]): RequestHandler {
  return (request, response, next) => {
    let at = 0;
    const go: NextFunction = (error?: unknown) => {
      if (error !== undefined) return next(error);
      const step = steps[at++];
      if (!step) return next();
      try {
        void step(request, response, go);
      } catch (thrown) {
        next(thrown);
      }
    };
    go();
  };
}
