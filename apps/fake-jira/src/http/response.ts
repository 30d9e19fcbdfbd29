import type { Response } from 'express';

/** What a handler gives back: a status, and a body where the response has one. */
export interface ApiResponse<Status extends number = number, Body = unknown> {
  readonly status: Status;
  readonly body?: Body;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as it is instead of JSON. */
  readonly text?: string;
}

export const ok = <Body>(body: Body) => ({ status: 200, body }) as const;
export const created = <Body>(body: Body) => ({ status: 201, body }) as const;
export const accepted = <Body>(body: Body) => ({ status: 202, body }) as const;
export const noContent = () => ({ status: 204 }) as const;
export const seeOther = (location: string) => ({ status: 303, headers: { Location: location } }) as const;

/** Writes a response. One without a body has neither content nor a content type, unless its headers name one. */
export function send(response: Response, { status, body, headers, text }: ApiResponse): void {
  response.status(status);
  for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value);
  if (text === undefined && body === undefined) return void response.end();
  const { jsonType = 'application/json; charset=utf-8' } = response.locals as { readonly jsonType?: string };
  const type = text === undefined ? jsonType : 'text/plain; charset=utf-8';
  keepType(response, String(response.getHeader('Content-Type') ?? type));
  if (text === undefined) response.json(body);
  else response.send(text);
}

/** Express writes content types in a spelling of its own, just before the end. */
function keepType(response: Response, type: string): void {
  const end = response.end.bind(response) as (...parts: unknown[]) => Response;
  response.end = ((...parts: unknown[]) => {
    response.setHeader('Content-Type', type);
    return end(...parts);
  }) as Response['end'];
}
