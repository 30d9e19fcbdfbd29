import { isTooDeep, jsonDepthLimit } from '@fake-jira/openapi';
import express, { type NextFunction, type Request, type RequestHandler } from 'express';

/** Largest request body in bytes. */
export const bodyLimit = 1024 * 1024;

/** What went wrong before an operation was reached. Each API words it in its own form. */
export interface TransportError {
  readonly status: number;
  readonly message: string;
}

const jsonType = /^application\/([\w.-]+\+)?json\b/i;

/**
 * Reads JSON bodies, and refuses those in which more lists and objects stand in each other than anything here could
 * walk through. What is no JSON by its type is left unread, for {@link hasForeignBody} to find; and so is an empty body,
 * which Express would take for an empty object.
 */
export function jsonBodies(limit = bodyLimit): RequestHandler {
  const read = express.json({
    limit,
    strict: false,
    type: ({ headers }) => headers['content-length'] !== '0' && jsonType.test(headers['content-type'] ?? ''),
    verify: (request, _response, decoded) => void sizes.set(request as Request, decoded.length),
  });
  return (request, response, next) => {
    const { headers } = request;
    if (headers['content-length'] === undefined && headers['transfer-encoding'] === undefined) return next();
    if (!jsonType.test(headers['content-type'] ?? '')) return next();
    const cut = cutOff(request, limit, next);
    if (cut.done) return;
    read(request, response, (error?: unknown) => {
      if (cut.done) return;
      cut.done = true;
      if (error !== undefined || !isTooDeep(request.body)) return next(error);
      request.body = undefined;
      const message = `The request body has more than ${jsonDepthLimit} lists and objects in each other`;
      next(Object.assign(new Error(message), { status: 400 }));
    });
  };
}

/** How much more is read, and how long, once a body is refused: most clients read an answer when they have sent all. */
const linger = { bytes: 8 * 1024 * 1024, milliseconds: 2_000 };

/**
 * Refuses a body as soon as it is larger than the limit: the reader would read all of it first. Whoever goes on sending
 * is cut off.
 *
 * @returns whether somebody has answered, for the reader
 */
function cutOff(request: Request, limit: number, next: NextFunction): { done: boolean } {
  const cut = { done: false };
  let size = 0;
  const refuse = () => {
    cut.done = true;
    const end = setTimeout(() => request.socket.destroy(), linger.milliseconds).unref();
    request.once('close', () => clearTimeout(end));
    next(Object.assign(new Error('too large'), { type: 'entity.too.large', status: 413, limit }));
  };
  const count = ({ length }: Buffer) => {
    size += length;
    if (!cut.done && size > limit) refuse();
    if (size > limit + linger.bytes) request.socket.destroy();
  };
  if (Number(request.headers['content-length'] ?? 0) > limit) refuse();
  request.on('data', count);
  return cut;
}

/**
 * A step that goes on once a body is read, which Express does not see throw.
 *
 * @param next - gets what it throws
 */
export function guarded(next: NextFunction, step: (error?: unknown) => void): (error?: unknown) => void {
  return (error) => {
    if (error !== undefined) return next(error);
    try {
      step();
    } catch (thrown) {
      next(thrown);
    }
  };
}

const sizes = new WeakMap<Request, number>();

/** Bytes of the JSON body of a request that was read, as they were before they were compressed; else 0. */
export function bodySize(request: Request): number {
  return sizes.get(request) ?? 0;
}

/** Whether a request carries a body of a type that is not read. */
export function hasForeignBody(headers: {
  'content-length'?: string;
  'transfer-encoding'?: string;
  'content-type'?: string;
}): boolean {
  const empty = headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0;
  return !empty && !jsonType.test(headers['content-type'] ?? '');
}

/** An error of Express, its body parser or its router as a status and a sentence; `undefined` for any other. */
export function transportErrorOf(error: unknown): TransportError | undefined {
  if (!(error instanceof Error)) return undefined;
  const { type, status, limit = bodyLimit } = error as { type?: string; status?: number; limit?: number };
  if (type === 'entity.too.large') {
    return { status: 413, message: `The request body is larger than ${limit} bytes.` };
  }
  if (type === 'entity.parse.failed')
    return { status: 400, message: `The request body is not JSON: ${error.message}.` };
  if (type === 'encoding.unsupported' || type === 'charset.unsupported')
    return { status: 415, message: `${error.message}.` };
  if (error instanceof URIError) return { status: 400, message: 'The address has a malformed percent-encoding.' };
  if (typeof status === 'number' && status >= 400 && status < 500) return { status, message: `${error.message}.` };
  return undefined;
}
