import type { Response } from 'express';
import type { Answer } from './answer.js';

/** Writes an answer. One without a body has neither content nor a content type. */
export function send(response: Response, { status, body, headers, text }: Answer): void {
  response.status(status);
  for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value);
  if (text !== undefined) {
    response
      .type(response.getHeader('Content-Type') ? String(response.getHeader('Content-Type')) : 'text/plain')
      .send(text);
  } else if (body === undefined) {
    response.end();
  } else {
    response.json(body);
  }
}
