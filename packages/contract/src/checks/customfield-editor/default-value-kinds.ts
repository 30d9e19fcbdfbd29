import type { Needs } from '../../check.js';
import type { OptionPlan, ScratchField } from '../../stage/scratch.js';
import type { OptionBody } from './answers.js';

const needs = { roles: ['user'] } as const;
export const multiLevel = 'multi-level-cascading-select';
export const needsMultiLevel: Needs = {
  roles: ['user'],
  fieldTypes: [multiLevel],
  since: { customfieldEditor: '2.11' },
};

export const flat = ['firefox', 'safari', 'edge'];
const deep: readonly OptionPlan[] = [
  { value: 'cats', children: ['micki', 'leo'] },
  { value: 'dogs', children: ['rex'] },
];
const deeper: readonly OptionPlan[] = [
  { value: 'Europe', children: [{ value: 'Germany', children: ['Berlin'] }, 'Spain'] },
  { value: 'Asia' },
];

/** Of one kind, what is sent and what is there then. */
export interface Kind {
  readonly type: string;
  readonly options: readonly (string | OptionPlan)[];
  readonly sends: (option: ScratchField['option']) => object;
  readonly has: (option: ScratchField['option']) => object;
  readonly needs: Needs;
}

const of = (id: number, optionvalue: string): Partial<OptionBody> => ({ id, optionvalue });
export const one = (type: string): Kind => ({
  type,
  options: flat,
  sends: (option) => ({ optionId: option('safari') }),
  has: (option) => ({ defaultOption: of(option('safari'), 'safari') }),
  needs,
});
export const many = (type: string): Kind => ({
  type,
  options: flat,
  sends: (option) => ({ optionIds: [option('firefox'), option('edge')] }),
  has: (option) => ({ defaultOptions: [of(option('firefox'), 'firefox'), of(option('edge'), 'edge')] }),
  needs,
});

export const cascading: Kind = {
  type: 'cascadingselect',
  options: deep,
  // Those that do not apply may be null (001:2925).
  sends: (option) => ({ optionId: option('cats'), childOptionId: option('cats', 'leo'), optionIds: null }),
  has: (option) => ({
    defaultOption: of(option('cats'), 'cats'),
    defaultChildOption: of(option('cats', 'leo'), 'leo'),
  }),
  needs,
};

export const chain: Kind = {
  type: multiLevel,
  options: deeper,
  sends: (option) => ({
    optionIds: [option('Europe'), option('Europe', 'Germany'), option('Europe', 'Germany', 'Berlin')],
  }),
  has: (option) => ({
    defaultOptions: [
      of(option('Europe'), 'Europe'),
      of(option('Europe', 'Germany'), 'Germany'),
      of(option('Europe', 'Germany', 'Berlin'), 'Berlin'),
    ],
  }),
  needs: needsMultiLevel,
};

/** What the document says of each type (001:2665, 001:2868). */
export const kinds: readonly Kind[] = [
  one('select'),
  one('radiobuttons'),
  many('multiselect'),
  many('multicheckboxes'),
  cascading,
  chain,
];

/** Bodies that are no default value of a type. */
export const wrongBodies: readonly {
  readonly when: string;
  readonly kind: Kind;
  readonly body: (option: ScratchField['option']) => object;
}[] = [
  { when: 'when nothing is given', kind: one('select'), body: () => ({}) },
  {
    when: 'when a select list is given several',
    kind: one('select'),
    body: (option) => ({ optionIds: [option('safari')] }),
  },
  {
    when: 'when check boxes are given one',
    kind: many('multicheckboxes'),
    body: (option) => ({ optionId: option('edge') }),
  },
  {
    when: 'when the child is one of another parent',
    kind: cascading,
    body: (option) => ({ optionId: option('cats'), childOptionId: option('dogs', 'rex') }),
  },
  {
    when: 'when the parent is a child',
    kind: cascading,
    body: (option) => ({ optionId: option('cats', 'leo') }),
  },
  {
    when: 'when a chain does not begin with a root',
    kind: chain,
    body: (option) => ({ optionIds: [option('Europe', 'Germany'), option('Europe', 'Germany', 'Berlin')] }),
  },
  {
    when: 'when an option of a chain is not the child of the one before it',
    kind: chain,
    body: (option) => ({ optionIds: [option('Europe'), option('Europe', 'Germany', 'Berlin')] }),
  },
];
