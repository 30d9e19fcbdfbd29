import type { Response } from 'express';

/** What a handler gives back: a status, and a body where the response has one. */
export interface ApiResponse<Status extends number = number, Body = unknown> {
  readonly status: Status;
  readonly body?: Body;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as it is instead of JSON. */
  readonly text?: string;
  /** Goes on after its headers, until whoever asked is gone. */
  readonly live?: Live;
}

/**
 * What writes a response that goes on.
 *
 * @returns what stops it
 */
export type Live = (write: (text: string) => void) => () => void;

/** How much waits in memory for a client that does not read, in bytes, before it is let go. */
const mostUnread = 8 * 1024 * 1024;

export const ok = <Body>(body: Body) => ({ status: 200, body }) as const;
export const created = <Body>(body: Body) => ({ status: 201, body }) as const;
export const createdNothing = () => ({ status: 201 }) as const;
export const accepted = <Body>(body: Body) => ({ status: 202, body }) as const;
export const acceptedNothing = () => ({ status: 202 }) as const;
export const noContent = () => ({ status: 204 }) as const;
export const seeOther = (location: string) => ({ status: 303, headers: { Location: location } }) as const;

/** A response as it goes to the socket. */
export interface SentResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Absent: it has neither content nor a content type, unless its headers name one. */
  readonly body?: Buffer;
  readonly live?: Live;
}

/** A response as bytes. */
export function written(response: Response, { status, body, headers = {}, text, live }: ApiResponse): SentResponse {
  if (live) return { status, headers, live };
  if (text === undefined && body === undefined) return { status, headers };
  const { jsonType = 'application/json; charset=utf-8' } = response.locals as { readonly jsonType?: string };
  const type = text === undefined ? jsonType : 'text/plain; charset=utf-8';
  return { status, headers: { 'Content-Type': type, ...headers }, body: Buffer.from(text ?? JSON.stringify(body)) };
}

/** Writes a response to its socket, by one call of `end`: faults take the place of that. */
export function sendWritten(response: Response, { status, headers, body, live }: SentResponse): void {
  response.statusCode = status;
  for (const name in headers) response.setHeader(name, headers[name] as string);
  if (live) return goOn(response, live);
  if (body === undefined) return void response.end();
  response.setHeader('Content-Length', body.length);
  response.end(body);
}

function goOn(response: Response, live: Live): void {
  response.flushHeaders();
  const stop = live((text) => {
    if (response.writableLength > mostUnread) response.destroy();
    else response.write(text);
  });
  response.once('close', stop);
}

/** Writes a response. */
export function send(response: Response, answer: ApiResponse): void {
  sendWritten(response, written(response, answer));
}
