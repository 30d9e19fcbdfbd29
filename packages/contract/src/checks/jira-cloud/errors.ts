import { expect } from 'expect';

/** The body is an error collection with one sentence; that of the document where it is given. */
export function says(body: unknown, sentence?: string): void {
  expect(body).toEqual({ errorMessages: [sentence ?? expect.any(String)], errors: {} });
}

/** The body is an error collection that says something, of the whole request or of parts of it. */
export function refuses(body: unknown, part = ''): void {
  expect(body).toMatchObject({ errorMessages: expect.any(Array), errors: expect.any(Object) });
  const { errorMessages, errors } = body as { errorMessages: string[]; errors: Record<string, string> };
  const sentences = [...errorMessages, ...Object.entries(errors).flat()];
  expect(sentences).not.toEqual([]);
  expect(sentences.join(' ')).toContain(part);
}
