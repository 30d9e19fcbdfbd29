import { expect } from 'expect';
import type { Answer } from '../../stage/person.js';
import { builtInType, type ScratchField } from '../../stage/scratch.js';
import type { Stage } from '../../stage/stage.js';

/** A value of a scheme, as far as checks look at it. */
export interface Value {
  readonly id: number;
  readonly name: string;
  readonly position: number | undefined;
  readonly disabled: boolean | undefined;
  readonly children: readonly Value[];
}

interface RawValue {
  readonly id: number | string;
  readonly name: string;
  readonly position?: number;
  readonly postion?: number;
  readonly disabled?: boolean | string;
  readonly childOptions?: readonly RawValue[];
}

/** The values of a scheme, in whichever form the version has them. */
export async function valuesOf({ admin }: Stage, configSchemeId: number): Promise<Value[]> {
  const { body } = await admin.ask('extenderGetValues', 200, { path: { configSchemeId } });
  return (body.schemeOptions as RawValue[]).map(plain);
}

function plain({ id, name, position, postion, disabled, childOptions = [] }: RawValue): Value {
  return {
    id: Number(id),
    name,
    position: position ?? postion,
    disabled: disabled === undefined ? undefined : String(disabled) === 'true',
    children: childOptions.map(plain),
  };
}

export const namesOf = (values: readonly Value[]): string[] => values.map(({ name }) => name);

/** A scheme of a field, as far as checks look at it. */
export interface Scheme {
  readonly id: number;
  readonly name: string;
  readonly description?: string;
  /** Keys. */
  readonly projects: readonly string[];
  /** Names; none where it is for all of them. */
  readonly issueTypes: readonly string[];
}

interface RawScheme {
  readonly id: number | string;
  readonly name: string;
  readonly description?: string;
  readonly associatedProjects?: readonly { readonly key: string }[];
  readonly issueTypes?: readonly { readonly id: string; readonly name: string }[];
}

/** The schemes of a field; all issue types have one form here, whichever the instance has. */
export async function schemesOf({ admin }: Stage, { id: customFieldId }: Pick<ScratchField, 'id'>): Promise<Scheme[]> {
  const { body } = await admin.ask('extenderGetConfigSchemes', 200, { path: { customFieldId } });
  return (body.customFieldSchemes as RawScheme[]).map(
    ({ id, name, description, associatedProjects = [], issueTypes = [] }) => ({
      id: Number(id),
      name,
      ...(description === undefined ? {} : { description }),
      projects: associatedProjects.map(({ key }) => key),
      issueTypes: issueTypes.filter((type) => /^\d+$/.test(type.id)).map((type) => type.name),
    }),
  );
}

/** The scheme of an id, of those that a field has. */
export async function schemeOf(stage: Stage, field: ScratchField, schemeId: number): Promise<Scheme> {
  const found = (await schemesOf(stage, field)).find(({ id }) => id === schemeId);
  if (!found) throw new Error(`The field ${field.name} has no scheme ${schemeId}.`);
  return found;
}

/**
 * Adds a field through Extender, a select list unless the body says otherwise, and sees to its removal.
 *
 * @param label - what its name ends in
 */
export async function addField(stage: Stage, body: object, label = 'Field') {
  const name = stage.name(label);
  const entry = stage.makes('field', name);
  const answer = await stage.admin.ask('extenderAddField', createdStatus(stage), {
    body: { fieldDescription: 'Made by a check', fieldTypeKey: builtInType('select'), ...body, fieldName: name },
  });
  const id = Number(String(answer.body.customFieldId).replace('customfield_', ''));
  entry.made(String(id));
  return { id, name, answer, schemeId: Number(answer.body.configSchemeId) };
}

/** Adds a scheme to a field through Extender. */
export async function addScheme(stage: Stage, { id: customFieldId }: Pick<ScratchField, 'id'>, body: object) {
  const answer = await stage.admin.ask('extenderAddConfigScheme', createdStatus(stage), {
    path: { customFieldId },
    body,
  });
  return { answer, schemeId: Number(answer.body.configSchemeId) };
}

/** How a field that was deleted is called: the examples have both forms, an instance has one. */
export function deletedLabel(stage: Stage, { name, key }: Pick<ScratchField, 'name' | 'key'>): string {
  return stage.answer('extender.deleted-label') === 'name-and-id' ? `${name} (${key})` : name;
}

/** The status of what cannot be done (`extender.error-form`). */
export function refusedStatus(stage: Stage): number {
  return Number(stage.answer('extender.error-form'));
}

/** The answer to something that cannot be done: a message, in the status of this instance. */
export function refuses(stage: Stage, { status, body }: Answer): void {
  expect({ status, body: body as unknown }).toEqual({
    status: refusedStatus(stage),
    body: { message: expect.any(String) },
  });
  expect(body.message).not.toBe('');
}

/** The status of what adds something (`extender.create-status`). */
export function createdStatus(stage: Stage): number {
  return Number(stage.answer('extender.create-status'));
}

/** Before 2.20 ids are texts. */
export function idForm({ versions }: Stage, id: number): number | string {
  return versions.extender.atLeast('2.20') ? id : String(id);
}
