import type { OperationId } from '@fake-jira/openapi';
import type { Root } from '@fake-jira/world';
import type { Express, Request, RequestHandler, Response } from 'express';
import { requestView } from 'fake-jira';
import type { Defect } from '../defect.js';
import type { Act, Again, Visit, WireAnswer } from './act.js';
import { clearAnswer, interceptAnswer } from './intercept.js';

/** A defect in its place. */
export interface Planted {
  /** For `createApp`. */
  readonly middleware: RequestHandler;
  /** How many answers it has changed. */
  readonly strikes: () => number;
  /** What went wrong in the defect itself. */
  readonly failures: () => readonly unknown[];
}

/** Plants a defect through the one seam that the fake has for it, so that nothing of it is in what is shipped. */
export function plant({ operations, plant: act }: Pick<Defect, 'operations' | 'plant'>): Planted {
  const wanted: ReadonlySet<string> = new Set(operations);
  // Requests that are carried out a second time, with what happens then.
  const second = new WeakMap<Request, Act>();
  let strikes = 0;
  const failures: unknown[] = [];
  /** A defect that fails would be taken for what it should do: it is told apart. */
  const made = (own: Act, visit: Visit) => {
    try {
      return own(visit);
    } catch (error) {
      failures.push(error);
      return undefined;
    }
  };
  const middleware: RequestHandler = (request, response, next) => {
    const before = requestView(request).world.root;
    // As it stands behind the workspace and the context path; a view has no token in it.
    const address = request.url;
    const own = second.get(request) ?? act;
    interceptAnswer(response, (answer) => {
      const { operationId } = requestView(request);
      // The second time it may be another operation, and what has been changed is put right all the same.
      if (operationId === undefined || !(wanted.has(operationId) || second.has(request))) return answer;
      const instead = made(own, visitOf({ request, address, before }, operationId as OperationId, answer));
      if (instead === undefined) return answer;
      if (!second.has(request)) strikes += 1;
      if (!('again' in instead)) return instead;
      second.set(request, instead.then ?? (() => undefined));
      repeat({ request, address, before }, response, instead.again);
      return undefined;
    });
    next();
  };
  return { middleware, strikes: () => strikes, failures: () => failures };
}

interface Arrived {
  readonly request: Request;
  readonly address: string;
  readonly before: Root;
}

function visitOf({ request, address, before }: Arrived, id: OperationId, answer: WireAnswer): Visit {
  const world = requestView(request).world;
  const [, query = ''] = address.split(/\?(.*)/s);
  return {
    operation: id,
    path: requestView(request).parameters,
    query: new URLSearchParams(query),
    body: structuredClone(request.body as unknown),
    before,
    world,
    answer,
  };
}

function repeat({ request, address, before }: Arrived, response: Response, form: Again['again']): void {
  const { user, address: changed = (same: string) => same, query, body, world: change } = form;
  const world = requestView(request).world;
  world.restore(before);
  if (change) world.write(change);
  clearAnswer(response);
  if (user !== undefined) {
    request.headers.authorization = `Basic ${Buffer.from(`${user}:${user}`).toString('base64')}`;
  }
  if (body !== undefined) request.body = body;
  const [path = '', sent = ''] = address.split(/\?(.*)/s);
  const asked = `${changed(path)}?${query === undefined ? sent : query.toString()}`;
  // As it came: below its workspace and its context path.
  request.url = request.originalUrl.slice(0, request.originalUrl.length - address.length) + asked;
  (request.app as Express)(request, response);
}
