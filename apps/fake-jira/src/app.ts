import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import type { AuthMode } from './http/caller.js';
import { arrivalOf, arrive } from './http/arrival.js';
import { checkHost } from './http/host.js';
import { keepJournal, type RequestListener } from './http/keep-journal.js';
import type { ApiStyle } from './http/router.js';
import { mount } from './http/mount.js';
import { send } from './http/send.js';
import { transportErrorOf } from './http/transport.js';
import { Validation, type ValidationMode } from './http/validation.js';
import type { Workspaces } from './http/workspaces.js';
import { customfieldEditor } from './apis/customfield-editor/index.js';
import { editorStyle } from './apis/customfield-editor/style.js';
import { extender } from './apis/extender/index.js';
import { extenderStyle } from './apis/extender/style.js';
import { jiraCloud } from './apis/jira-cloud/index.js';
import { jiraStyle } from './apis/jira-cloud/style.js';
import { refuseBadCredentials, unknownAddress } from './apis/jira-cloud/unknown-address.js';

/** The forms in which the APIs say no, to be told apart by address. */
const styles: readonly ApiStyle[] = [editorStyle, extenderStyle, jiraStyle];

export interface AppOptions {
  readonly workspaces: Workspaces;
  readonly auth?: AuthMode;
  /** Hosts beside loopback whose requests are answered. */
  readonly allowedHosts?: readonly string[];
  /** Runs in front of every API, behind the choice of the workspace; `requestView` tells what is known there. */
  readonly middleware?: readonly RequestHandler[];
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
  middleware = [],
  validate = 'off',
  onRequest,
  onDefect = (error) => process.emitWarning(error instanceof Error ? error : String(error)),
}: AppOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', 'simple');
  app.use(checkHost(allowedHosts));
  app.use(arrive(workspaces, auth));
  app.use(keepJournal(onRequest));
  for (const extra of middleware) app.use(extra);
  app.use(mount(jiraStyle.prefix, () => jiraCloud(new Validation(validate, jiraStyle.api))));
  app.use(mount(editorStyle.prefix, () => customfieldEditor(new Validation(validate, editorStyle.api))));
  app.use(mount(extenderStyle.prefix, () => extender(new Validation(validate, extenderStyle.api))));
  app.use(refuseBadCredentials);
  app.use(unknownAddress);
  app.use(lastResort(onDefect));
  return app;
}

/** Turns what transport refuses into an answer; anything else is a defect, said without a stack trace. */
function lastResort(onDefect: (error: unknown) => void): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    const { address } = arrivalOf(request);
    const style = styles.find(({ prefix }) => address.startsWith(prefix)) ?? jiraStyle;
    const refused = transportErrorOf(error);
    if (refused) return send(response, style.refuseTransport(refused.status, refused.message, address));
    onDefect(error);
    const message = `The fake has a defect: ${request.method} ${address} failed. Its log says why.`;
    send(response, style.refuseTransport(500, message, address));
  };
}
