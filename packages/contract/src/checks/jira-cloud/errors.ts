import { expect } from 'expect';

/** The body is an error collection with one sentence; that of the document where it is given. */
export function says(body: unknown, sentence?: string): void {
  expect(body).toEqual({ errorMessages: [sentence ?? expect.any(String)], errors: {} });
}
