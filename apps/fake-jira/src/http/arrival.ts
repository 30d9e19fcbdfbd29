import { locate, maskedAddress, type Location } from '@fake-jira/openapi';
import { versions, type Profile, type Versions } from '@fake-jira/profile';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { AnsweredRequest } from './api.js';
import { callerOf, type AuthMode, type Caller } from './caller.js';
import { Links } from './links.js';
import { isFromAnotherOrigin } from './gate.js';
import { defaultWorkspace, workspaceName, workspaceNameForm, type Workspace, type Workspaces } from './workspaces.js';

/** What is known of a request before any API looks at it. */
export interface Arrival {
  readonly workspace: Workspace;
  readonly profile: Profile;
  readonly versions: Versions;
  readonly caller: Caller;
  /** Credentials were given and are wrong. */
  readonly badCredentials: boolean;
  /** Address below the workspace and the context path, with its query, in which secrets are masked. */
  readonly address: string;
  readonly linksFor: (api: string) => Links;
  /** What is at that address in this Jira: everything that asks which operation it is reads it here. */
  readonly location: Location;
  /** Where the answer is not what the spec says; set once there is one. */
  violations: readonly string[];
  /** Id of the fault that met the request. */
  fault: string | undefined;
}

const arrivals = new WeakMap<Request, Arrival>();

export function arrivalOf(request: Request): Arrival {
  const arrival = arrivals.get(request);
  if (!arrival) throw new Error(`No workspace was chosen for ${request.method} ${maskedAddress(request.originalUrl)}.`);
  return arrival;
}

/** A request as the words of an answer can depend on it. */
export function answeredRequest(request: Request): AnsweredRequest {
  const { profile, location, linksFor } = arrivalOf(request);
  return {
    profile,
    method: request.method,
    path: request.path,
    base: location.base,
    site: linksFor('').base,
    contentType: request.get('content-type'),
    accept: request.get('accept'),
  };
}

/** The operation that a request is for, where there is one. */
export function operationOf({ location }: Pick<Arrival, 'location'>) {
  return location.kind === 'operation' ? location.operation : undefined;
}

const prefix = /^\/w\/([^/?]*)(?=[/?]|$)/;
const contextPath = /^\/jira(?=[/?]|$)/;

/**
 * Chooses the workspace and finds the caller. Takes `/w/{name}` and the context path `/jira` off the address, so that
 * every API sees the same paths; links in answers keep them.
 */
export function arrive(workspaces: Workspaces, auth: AuthMode): RequestHandler {
  const versionsByProfile = new WeakMap<Profile, Versions>();
  return (request: Request, response: Response, next: NextFunction) => {
    const named = prefix.exec(request.url)?.[1] ?? request.get('X-Fake-Workspace') ?? defaultWorkspace;
    if (!workspaceName.test(named)) {
      response.status(400).json({
        message: `"${named}" is no name of a workspace: ${workspaceNameForm}.`,
      });
      return;
    }
    if (!workspaces.has(named) && isFromAnotherOrigin(request)) {
      response.status(403).json({ message: `The workspace "${named}" is not made for a web page of another origin.` });
      return;
    }
    let workspace: Workspace;
    try {
      workspace = workspaces.get(named);
    } catch (error) {
      // What was kept of it is no world any more, or has a value that cannot be opened.
      const reason = error instanceof Error ? error.message : String(error);
      response.status(500).json({ message: `The workspace "${named}" cannot go on where it was. ${reason}` });
      return;
    }
    const { profile } = workspace;
    const known = versionsByProfile.get(profile) ?? versions(profile);
    versionsByProfile.set(profile, known);

    const workspacePart = prefix.exec(request.url)?.[0] ?? '';
    const below = withSlash(request.url.slice(workspacePart.length));
    const contextPart = contextPath.exec(below)?.[0] ?? '';
    const url = withSlash(below.slice(contextPart.length));
    const address = maskedAddress(url);
    const base = `${request.protocol}://${request.get('host') ?? 'localhost'}${workspacePart}${contextPart}`;
    request.url = url;

    const caller = callerOf(workspace.world.root, request.get('authorization'), auth);
    const [path = '/', query = ''] = address.split(/\?(.*)/s);
    arrivals.set(request, {
      workspace,
      profile,
      versions: known,
      caller: caller ?? { user: undefined, administrator: false, systemAdministrator: false },
      badCredentials: caller === undefined,
      address,
      location: locate(profile, request.method, request.path),
      linksFor: (api) => new Links(base, api, path, query),
      violations: [],
      fault: undefined,
    });
    next();
  };
}

function withSlash(address: string): string {
  return address.startsWith('/') ? address : `/${address}`;
}
