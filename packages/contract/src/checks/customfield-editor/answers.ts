import { expect } from 'expect';
import type { Answer } from '../../stage/person.js';
import type { Stage } from '../../stage/stage.js';

/** An option as the app answers with it. */
export interface OptionBody {
  readonly id: number;
  readonly optionvalue: string;
  readonly sequence: number;
  readonly disabled: boolean;
}

/**
 * The body is a validation error. What the texts are, and how a part of an address is named in it, no document says;
 * `names` are properties of a body that was sent, which each have an entry.
 */
export function invalid({ body }: Answer, ...names: readonly string[]): void {
  expect(body).toEqual({
    statusCode: 400,
    subCode: expect.any(Number),
    message: expect.stringMatching(/\S/),
    errors: expect.any(Array),
  });
  const { errors } = body as { readonly errors: readonly { readonly name: string }[] };
  for (const entry of errors) {
    expect(entry).toMatchObject({ name: expect.stringMatching(/\S/), message: expect.stringMatching(/\S/) });
  }
  expect(errors.map(({ name }) => name)).toEqual(expect.arrayContaining([...names]));
}

/** The documented refusal of a value that another option has (001:2222); the second entry came with 2.8. */
export function taken(stage: Stage, { body }: Answer, existingOptionId: number): void {
  const existing = {
    name: 'existingOptionId',
    message: 'The id of the existing option with the same value.',
    value: existingOptionId,
  };
  expect(body).toEqual({
    statusCode: 400,
    subCode: 400000,
    message: 'validation errors',
    errors: [
      { name: 'optionvalue', message: 'This option value does already exist. Option values need to be unique.' },
      ...(stage.versions.customfieldEditor.atLeast('2.8') ? [existing] : []),
    ],
  });
}

/** The documented refusal of somebody without a grant (001:2116). */
export const denied = {
  statusCode: 403,
  subCode: 403001,
  message: 'FieldPermission Denied - you do not have sufficient rights for this operation.',
};

/** The refusal of somebody who is no administrator: its numbers and its text are in no document. */
export function notAdministrator({ body }: Answer): void {
  // Since 3.0 two operations may be guarded by Jira's framework, whose error has no subCode.
  if ((body as object | null) && 'status-code' in (body as object)) {
    expect(body).toEqual({ 'status-code': 403, message: expect.stringMatching(/\S/) });
    return;
  }
  expect(body).toEqual({ statusCode: 403, subCode: expect.any(Number), message: expect.stringMatching(/\S/) });
}

/** The body of an unexpected error. */
export function unexpected({ body }: Answer): void {
  expect(body).toEqual({ statusCode: 500, subCode: expect.any(Number), message: expect.stringMatching(/\S/) });
}

/** A success without anything to say: `{}`, or nothing at all where the target does so (`editor.empty-success`). */
export function done(stage: Stage, { body, text }: Answer): void {
  if (stage.answer('editor.empty-success') === 'no-body') expect(text).toBe('');
  else expect(body).toEqual({});
}
