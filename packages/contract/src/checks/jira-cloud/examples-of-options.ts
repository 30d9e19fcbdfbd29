import { expect } from 'expect';
import type { ScratchField } from '../../stage/scratch.js';
import type { Stage } from '../../stage/stage.js';
import { isLike } from '../example-shape.js';
import { replay, type Replays } from '../example-replay.js';
import { pageLinks } from './pages.js';
import { optionsAt, valuesOf } from './option-steps.js';

interface Option {
  readonly id: string;
  readonly value: string;
  readonly disabled: boolean;
  readonly optionId?: string;
}
interface Options {
  readonly options: readonly Option[];
}

/** Makes the options of an example, one of them below another one, which has the id of the target. */
async function created(stage: Stage, { options }: { readonly options: readonly Omit<Option, 'id'>[] }) {
  const field = await stage.field('cascadingselect', { options: ['New York'] });
  const optionId = String(field.option('New York'));
  const sent = options.map((option) => ('optionId' in option ? { ...option, optionId } : option));
  const asked = { path: optionsAt(field), body: { options: sent } };
  const { body } = await stage.admin.ask('createCustomFieldOption', 200, asked);
  return { field, sent, body: body as Options };
}

const withoutIds = (options: readonly Option[]) => options.map(({ id: _, ...option }) => option);

/** Gives the options of a field the names of an example. */
async function updated(stage: Stage, { options }: Options) {
  const field = await stage.field('select', { options: options.map((_, at) => `Option ${at}`) });
  const sent = options.map((option, at) => ({ ...option, id: String(field.options[at]?.id) }));
  const asked = { path: optionsAt(field), body: { options: sent } };
  const { body } = await stage.admin.ask('updateCustomFieldOption', 200, asked);
  return { field, sent, body: body as Options };
}

const listed = async ({ admin }: Stage, field: ScratchField): Promise<Option[]> =>
  (await admin.ask('getOptionsForContext', 200, { path: optionsAt(field) })).body.values;

/** Examples about options of contexts. */
export const optionReplays: Replays = {
  'getOptionsForContext 200': replay<{ readonly values: readonly Option[] }>(async (stage, example) => {
    const first = example.values.filter(({ optionId }) => optionId === undefined);
    const field = await stage.field('cascadingselect', {
      options: first.map(({ id, value, disabled }) => ({
        value,
        disabled,
        children: example.values.filter(({ optionId }) => optionId === id).map((child) => child.value),
      })),
    });
    const { body } = await stage.admin.ask('getOptionsForContext', 200, { path: optionsAt(field) });
    isLike(example, body, {
      additional: pageLinks,
      same: ['startAt', 'total', 'isLast', 'value', 'disabled'],
    });
    const idOf = new Map(
      example.values.map(({ id, value }) => [id, String(field.options.find((one) => one.value === value)?.id)]),
    );
    expect(body.values).toMatchObject(
      example.values.map(({ optionId }) => (optionId === undefined ? {} : { optionId: idOf.get(optionId) })),
    );
  }),
  'createCustomFieldOption request': replay<Options>(async (stage, example) => {
    const { field, sent } = await created(stage, example);
    expect(withoutIds(await listed(stage, field))).toEqual(expect.arrayContaining(sent));
  }),
  'createCustomFieldOption 200': replay<Options>(async (stage, example) => {
    const { body, sent } = await created(stage, { options: withoutIds(example.options) });
    isLike(example, body, { same: ['value', 'disabled'] });
    expect(withoutIds(body.options)).toEqual(sent);
  }),
  'updateCustomFieldOption request': replay<Options>(async (stage, example) => {
    const { field, sent } = await updated(stage, example);
    expect(await listed(stage, field)).toEqual(sent);
  }),
  'updateCustomFieldOption 200': replay<Options>(async (stage, example) => {
    const { body, sent } = await updated(stage, example);
    isLike(example, body, { same: ['value', 'disabled'] });
    expect(body.options).toEqual(sent);
  }),
  'reorderCustomFieldOptions request': replay<{ readonly customFieldOptionIds: readonly string[] }>(
    async (stage, example) => {
      const field = await stage.field('select', { options: ['a', 'b', 'c'] });
      const customFieldOptionIds = ['b', 'c'].map((value) => String(field.option(value)));
      expect(customFieldOptionIds).toHaveLength(example.customFieldOptionIds.length);
      const body = { ...example, customFieldOptionIds };
      await stage.admin.ask('reorderCustomFieldOptions', 204, { path: optionsAt(field), body });
      expect(await valuesOf(stage, field)).toEqual(['b', 'c', 'a']);
    },
  ),
  'getCustomFieldOptionsDataCenter 200': replay<{ readonly options: readonly { readonly value: string }[] }>(
    async (stage, example) => {
      const values = example.options.map(({ value }) => value);
      const field = await stage.field('select', { options: values });
      const asked = { path: { customFieldId: field.id }, query: { useAllContexts: true } };
      const { body } = await stage.admin.ask('getCustomFieldOptionsDataCenter', 200, asked);
      isLike(example, body, { same: ['total', 'value', 'disabled'] });
    },
    { evidence: 'recorded', source: 'dc-apps-and-customfields' },
  ),
};
