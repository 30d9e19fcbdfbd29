import type { Profile, Versions } from '@fake-jira/profile';
import type { Root, User, World } from '@fake-jira/world';
import type { Answer } from './answer.js';
import type { Caller } from './caller.js';
import type { Links } from './links.js';
import type { Workspace } from './workspaces.js';

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

/** The answers that the spec lists for an operation. */
export type AnswerTo<Operation> = Operation extends { responses: infer Responses }
  ? { [Status in keyof Responses & number]: Answer<Status, Content<Responses[Status]>> }[keyof Responses & number]
  : Answer;

/** One request, read and allowed: what a handler works with. */
export interface Call<Operation = unknown, Behaviour = unknown> {
  readonly workspace: Workspace;
  readonly world: World;
  /** The world as it is when the handler begins. */
  readonly root: Root;
  readonly caller: Caller;
  readonly profile: Profile;
  readonly versions: Versions;
  /** What the API does in this Jira. */
  readonly behaviour: Behaviour;
  readonly links: Links;
  /** The version of the API that is spoken. */
  readonly restVersion: string;
  readonly path: Parameters<Operation, 'path'>;
  readonly query: WithPaging<Parameters<Operation, 'query'>>;
  readonly body: Body<Operation>;
  /** Names of the query parameters that were sent, which `query` with its defaults no longer tells. */
  readonly sent: ReadonlySet<string>;
  /** The first of these types of content that the client accepts, best liked first; false where it accepts none. */
  readonly accepts: (types: readonly string[]) => string | false;
}

export type Handler<Operation, Behaviour = unknown> = (call: Call<Operation, Behaviour>) => AnswerTo<Operation>;

/** A handler for every operation of an API, by operation id. */
export type Handlers<Operations, Behaviour = unknown> = {
  readonly [Id in keyof Operations]: Handler<Operations[Id], Behaviour>;
};

/** A handler of any operation, of which only its router knows that the call is one of that operation. */
export type AnyHandler = (call: Call<never, never>) => Answer;

export type AnyHandlers = Readonly<Record<string, AnyHandler>>;

/** The user of a call that only reaches its handler signed in. */
export function userOf(call: Pick<Call, 'caller'>): User {
  const { user } = call.caller;
  if (!user) throw new Error('An operation that needs a user was reached without one: its x-access is wrong.');
  return user;
}
