import { expect } from 'expect';
import type { OptionPlan, ScratchField } from '../../stage/scratch.js';
import type { Stage } from '../../stage/stage.js';
import { multiLevel } from './default-value-kinds.js';
import type { Example } from './example-list.js';
import { isLike } from './example-shape.js';
import { askBy } from './requests.js';

/** A field whose default value is the one of an example. */
interface DefaultField {
  readonly type: string;
  readonly options: readonly (string | OptionPlan)[];
  readonly body: (option: ScratchField['option']) => object;
}

const [root, child, leaf] = [
  'I am a root parent option',
  'I am child option of root parent 10100',
  'I am child option of child option 10110',
] as const;

const parentAndChild = (value: string): DefaultField => ({
  type: 'cascadingselect',
  options: [{ value: 'foo', children: ['before', value] }],
  body: (option) => ({ optionId: option('foo'), childOptionId: option('foo', value) }),
});

/** By the names of the examples. */
const fields: Readonly<Record<string, DefaultField>> = {
  ofOne: { type: 'select', options: ['foo'], body: (option) => ({ optionId: option('foo') }) },
  ofCascading: parentAndChild('bar'),
  ofMany: {
    type: 'multiselect',
    options: ['before', 'foobar', 'barfoo'],
    body: (option) => ({ optionIds: [option('foobar'), option('barfoo')] }),
  },
  ofMultiLevel: {
    type: multiLevel,
    options: [{ value: root, children: [{ value: child, children: [leaf] }] }],
    body: (option) => ({ optionIds: [option(root), option(root, child), option(root, child, leaf)] }),
  },
  // No type of field takes or has all three members of the generated sample.
  sample: {
    ...parentAndChild('foo'),
    body: (option) => ({ optionId: option('foo'), childOptionId: option('foo', 'foo'), optionIds: null }),
  },
};

/** Replays an example of a default value, read or set. */
export async function replayDefaultValue(stage: Stage, { operation, part, name, value }: Example): Promise<void> {
  const { type, options, body: bodyOf } = fields[name === 'none' ? 'ofOne' : name] as DefaultField;
  const field = await stage.field(type, { options });
  await stage.grant(field);
  const path = { customFieldId: field.id, contextId: field.contextId };
  const [get, set] = operation.includes('DefaultDefault')
    ? (['editorGetDefaultDefaultValue', 'editorSetDefaultDefaultValue'] as const)
    : (['editorGetDefaultValue', 'editorSetDefaultValue'] as const);
  const body = bodyOf(field.option);
  if (name !== 'none') {
    const answer = await askBy(stage.user, set, 200, { path, body });
    if (operation === set && part !== 'request') return isLikeValue(value, answer.body);
    if (part === 'request') {
      // The keys are those of the example; ids are those of the target.
      expect(Object.keys(value as object)).toEqual(expect.arrayContaining(Object.keys(body)));
      return;
    }
  }
  isLikeValue(value, (await askBy(stage.user, get, 200, { path })).body);
}

function isLikeValue(example: unknown, answer: unknown): void {
  // What does not apply may be null (editor.default-null-members).
  const members = Object.entries(answer as object).filter(([, member]) => member !== null);
  isLike(example, Object.fromEntries(members), {
    same: ['optionvalue', 'disabled', ...(Object.keys(example as object).length === 3 ? [] : ['sequence'])],
    absent: Object.keys(example as object).length === 3 ? ['defaultOptions'] : [],
  });
}
