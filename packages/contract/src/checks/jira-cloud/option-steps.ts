import type { AddressParts } from '@fake-jira/openapi';
import type { ScratchContext, ScratchField } from '../../stage/scratch.js';
import type { Stage } from '../../stage/stage.js';

/** A cascading list: cats with leo and tom, of which tom is disabled; dogs with rex; fish. */
export const animals = (stage: Stage): Promise<ScratchField> =>
  stage.field('cascadingselect', {
    options: [
      { value: 'cats', children: ['leo', { value: 'tom', disabled: true }] },
      { value: 'dogs', children: ['rex'] },
      'fish',
    ],
  });

/** A list with red, green and blue. */
export const listOf = (stage: Stage, type = 'select'): Promise<ScratchField> =>
  stage.field(type, { options: ['red', 'green', 'blue'] });

/** Where the options of a field stand: those of its global context, or of another. */
export const optionsAt = (field: ScratchField, context?: ScratchContext) => ({
  fieldId: field.key,
  contextId: context?.id ?? field.contextId,
});

/** The values of options, as Jira lists them. */
export async function valuesOf(
  { admin }: Stage,
  field: ScratchField,
  query: NonNullable<AddressParts['query']> = {},
): Promise<string[]> {
  const { body } = await admin.ask('getOptionsForContext', 200, { path: optionsAt(field), query });
  return (body.values as { value: string }[]).map(({ value }) => value);
}
