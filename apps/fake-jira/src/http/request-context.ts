import { locate, maskedAddress, type Location } from '@fake-jira/openapi';
import { versions, type Profile, type Versions } from '@fake-jira/profile';
import type { Moment, Root, User, World } from '@fake-jira/world';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { ApiResponse } from './response.js';
import { callerOf, type AuthMode, type Caller } from './caller.js';
import { isFromAnotherOrigin, isFromTrustedPage } from './gate.js';
import { baseOf, Links, type SiteOf } from './links.js';
import { defaultWorkspace, workspaceName, workspaceNameForm, type Workspace, type Workspaces } from './workspaces.js';

type Parameters<Operation, Place extends string> = Operation extends { parameters: infer P }
  ? Place extends keyof P
    ? NonNullable<P[Place]>
    : unknown
  : unknown;

/** Paging is always there once a request was read: the spec has defaults for it. */
type WithPaging<Query> = Query extends { startAt?: number; maxResults?: number }
  ? Query & { startAt: number; maxResults: number }
  : Query;

type Body<Operation> = Operation extends { requestBody?: infer Request }
  ? NonNullable<Request> extends { content: { 'application/json': infer Json } }
    ? Json
    : undefined
  : undefined;

type Content<Response> = Response extends { content: infer Types }
  ? 'application/json' extends keyof Types
    ? Types['application/json']
    : unknown
  : undefined;

/** The responses that the spec lists for an operation. */
export type ResponseTo<Operation> = Operation extends { responses: infer Responses }
  ? { [Status in keyof Responses & number]: ApiResponse<Status, Content<Responses[Status]>> }[keyof Responses & number]
  : ApiResponse;

/**
 * What is known of a request. Where it enters, workspace, caller and location are found; an API that takes it reads the
 * rest, and hands all of it to the handler.
 */
export interface RequestContext<Operation = unknown, Behaviour = unknown> {
  readonly workspace: Workspace;
  readonly world: World;
  /** The world as it is when the handler begins. */
  readonly root: Root;
  readonly profile: Profile;
  readonly versions: Versions;
  /** What the API does in this Jira. */
  readonly behaviour: Behaviour;
  readonly caller: Caller;
  /** Credentials were given and are wrong. */
  readonly badCredentials: boolean;
  /** Address below the workspace and the context path, with its query, in which secrets are masked. */
  readonly address: string;
  /** What is at that address in this Jira: everything that asks which operation it is reads it here. */
  readonly location: Location;
  /** The version of the API that is spoken. */
  readonly restVersion: string;
  readonly links: Links;
  /** What time it is. A response for which this was asked is not remembered. */
  readonly now: () => Moment;
  readonly path: Parameters<Operation, 'path'>;
  readonly query: WithPaging<Parameters<Operation, 'query'>>;
  readonly body: Body<Operation>;
  /** Names of the query parameters that were sent, which `query` with its defaults no longer tells. */
  readonly sent: ReadonlySet<string>;
  /** The first of these types of content that the client accepts, best liked first; false where it accepts none. */
  readonly accepts: (types: readonly string[]) => string | false;
  /** Where the response is not what the spec says; set once there is one. */
  violations: readonly string[];
  /** Id of the fault that met the request. */
  fault: string | undefined;
  /** False once nothing here was found to have the address. */
  mirrored: boolean;
  /** True once another server is asked in place of the fake. */
  fallback: boolean;
}

/** A request that no API has read yet. */
export type Entered = Omit<
  RequestContext,
  'root' | 'behaviour' | 'now' | 'path' | 'query' | 'body' | 'sent' | 'accepts'
>;

export type Handler<Operation, Behaviour = unknown> = (
  call: RequestContext<Operation, Behaviour>,
) => ResponseTo<Operation>;

/** A handler for every operation of an API, by operation id. */
export type Handlers<Operations, Behaviour = unknown> = {
  readonly [Id in keyof Operations]: Handler<Operations[Id], Behaviour>;
};

/** A handler of any operation, of which only its router knows that the call is one of that operation. */
export type AnyHandler = (call: RequestContext<never, never>) => ApiResponse;

export type AnyHandlers = Readonly<Record<string, AnyHandler>>;

/** The user of a call that only reaches its handler signed in. */
export function userOf(call: Pick<RequestContext, 'caller'>): User {
  const { user } = call.caller;
  if (!user) throw new Error('An operation that needs a user was reached without one: its x-access is wrong.');
  return user;
}

const contexts = new WeakMap<Request, Entered>();

export function contextOf(request: Request): Entered {
  const context = contexts.get(request);
  if (!context) throw new Error(`No workspace was chosen for ${request.method} ${maskedAddress(request.originalUrl)}.`);
  return context;
}

/** A request that a response is for, as far as the words of an API depend on it. */
export interface AnsweredRequest {
  readonly profile: Profile;
  readonly method: string;
  /** Below workspace and context path, without its query. */
  readonly path: string;
  /** Below which base of the API it was asked. */
  readonly base: string;
  /** Address of this Jira, without a slash at its end. */
  readonly site: string;
  /** What its body is said to be. */
  readonly contentType: string | undefined;
  /** What the client would like to get. */
  readonly accept: string | undefined;
}

/** A request as the words of a response can depend on it. */
export function answeredRequest(request: Request): AnsweredRequest {
  const { profile, location, links } = contextOf(request);
  return {
    profile,
    method: request.method,
    path: request.path,
    base: location.base,
    site: links.base,
    contentType: request.get('content-type'),
    accept: request.get('accept'),
  };
}

/** The operation that a request is for, where there is one. */
export function operationOf({ location }: Pick<Entered, 'location'>) {
  return location.kind === 'operation' ? location.operation : undefined;
}

const prefix = /^\/w\/([^/?]*)(?=[/?]|$)/;
const contextPath = /^\/jira(?=[/?]|$)/;

/**
 * Chooses the workspace and finds the caller. Takes `/w/{name}` and the context path `/jira` off the address, so that
 * every API sees the same paths; links in responses keep them.
 */
export function enter(workspaces: Workspaces, auth: AuthMode, siteOf: SiteOf): RequestHandler {
  const versionsByProfile = new WeakMap<Profile, Versions>();
  return (request: Request, response: Response, next: NextFunction) => {
    const named = prefix.exec(request.url)?.[1] ?? request.get('X-Fake-Workspace') ?? defaultWorkspace;
    if (!workspaceName.test(named)) {
      response.status(400).json({
        message: `"${named}" is no name of a workspace: ${workspaceNameForm}.`,
      });
      return;
    }
    if (!workspaces.has(named) && !isFromTrustedPage(request) && isFromAnotherOrigin(request, siteOf(request))) {
      response.status(403).json({ message: `The workspace "${named}" is not made for a web page of another origin.` });
      return;
    }
    const loading = workspaces.ready(named);
    if (!loading) return begin(request, named, next);
    loading
      .then(() => begin(request, named, next))
      .catch((error: unknown) => {
        // What was kept of it is damaged, or has a value that cannot be opened.
        const reason = error instanceof Error ? error.message : String(error);
        response.status(503).json({
          message: `The workspace "${named}" cannot go on where it was. ${reason} Deleted, it begins anew.`,
        });
      });
  };

  function begin(request: Request, named: string, next: NextFunction): void {
    const workspace = workspaces.get(named);
    const { profile } = workspace;
    const known = versionsByProfile.get(profile) ?? versions(profile);
    versionsByProfile.set(profile, known);

    const workspacePart = prefix.exec(request.url)?.[0] ?? '';
    const below = withSlash(request.url.slice(workspacePart.length));
    const contextPart = contextPath.exec(below)?.[0] ?? '';
    const url = withSlash(below.slice(contextPart.length));
    const address = maskedAddress(url);
    const base = baseOf(siteOf(request), workspacePart, contextPart);
    workspace.site = base;
    request.url = url;

    const caller = callerOf(workspace.world.root, request.get('authorization'), auth);
    const location = locate(profile, request.method, request.path);
    const [path = '/', query = ''] = address.split(/\?(.*)/s);
    contexts.set(request, {
      workspace,
      world: workspace.world,
      profile,
      versions: known,
      caller: caller ?? { user: undefined, administrator: false, systemAdministrator: false },
      badCredentials: caller === undefined,
      address,
      location,
      restVersion: location.version,
      // Whoever asked for the latest version is given the addresses of that one, as was recorded.
      links: new Links(base, location.base.replace(/latest$/, location.version), path, query),
      violations: [],
      mirrored: true,
      fallback: false,
      fault: undefined,
    });
    next();
  }
}

function withSlash(address: string): string {
  return address.startsWith('/') ? address : `/${address}`;
}
