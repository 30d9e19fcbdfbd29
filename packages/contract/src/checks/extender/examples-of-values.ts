import { expect } from 'expect';
import type { ScratchField } from '../../stage/scratch.js';
import type { Stage } from '../../stage/stage.js';
import { isLike } from '../example-shape.js';
import { replay, type Replays } from '../example-replay.js';
import { isTheExample, since220, since417, type Message } from './example-answers.js';
import { namesOf, valuesOf } from './steps.js';

interface Option {
  readonly id: number;
  readonly name: string;
  readonly disabled: boolean;
  readonly parentId?: number;
  readonly childOptions?: readonly Option[];
}
interface Listed {
  readonly schemeOptions: readonly Option[];
}
interface Added {
  readonly parentId?: number;
  readonly optionName: readonly string[];
}
interface Edited {
  readonly parentId?: number;
  readonly name?: string;
  readonly disabled?: boolean;
  readonly position?: number;
}

/** The examples spell a key in both ways, of which an instance has one. */
function spelled(stage: Stage, example: Listed): Listed {
  const key = stage.answer('extender.position-key');
  return JSON.parse(JSON.stringify(example).replaceAll(/"posi?tion":/g, `"${key}":`)) as Listed;
}

const plan = ({
  name,
  disabled,
  childOptions = [],
}: Option): { value: string; disabled: boolean; children: object[] } => ({
  value: name,
  disabled,
  children: childOptions.map(plan),
});

/** The values that an example lists, in a field of their own, are listed as in the example. */
const lists = (type: string) =>
  replay<Listed>(async (stage, example) => {
    const field = await stage.field(type, { options: example.schemeOptions.map(plan) as { value: string }[] });
    const { body } = await stage.admin.ask('extenderGetValues', 200, { path: { configSchemeId: field.contextId } });
    isLike(spelled(stage, example), body, { same: ['name', 'disabled', 'position', 'postion', 'startAt'] });
    const { schemeOptions } = body as Listed;
    expect(schemeOptions).toHaveLength(example.schemeOptions.length);
    for (const { id, childOptions = [] } of schemeOptions) {
      expect(childOptions.map(({ parentId }) => parentId)).toEqual(childOptions.map(() => id));
    }
  }, since417);

const adds = replay<Added>(async (stage, example) => {
  const field = await stage.field('select');
  const path = { configSchemeId: field.contextId };
  await stage.admin.ask('extenderAddValues', 200, { path, body: example });
  expect(namesOf(await valuesOf(stage, field.contextId))).toEqual(example.optionName);
});

const addsBelow = replay<Added>(async (stage, example) => {
  const field = await stage.field('cascadingselect', { options: ['above', 'other'] });
  const path = { configSchemeId: field.contextId };
  await stage.admin.ask('extenderAddValues', 200, { path, body: { ...example, parentId: field.option('above') } });
  const [above, other] = await valuesOf(stage, field.contextId);
  expect([namesOf(above?.children ?? []), other?.children]).toEqual([example.optionName, []]);
}, since220);

/** As many values as the positions of the examples need, so that none is beyond the end. */
const fourteen = Array.from({ length: 14 }, (_, index) => `value ${index + 1}`);

/** A value, below another where the example has that, becomes as the example asks. */
const edits = replay<Edited>(async (stage, example) => {
  const isBelow = example.parentId !== undefined;
  const field = isBelow
    ? await stage.field('cascadingselect', { options: [{ value: 'above', children: fourteen }] })
    : await stage.field('select', { options: fourteen });
  const optionId = isBelow ? field.option('above', 'value 1') : field.option('value 1');
  const path = { configSchemeId: field.contextId, optionId };
  const body = { ...example, ...(isBelow ? { parentId: field.option('above') } : {}) };
  await stage.admin.ask('extenderEditValue', 200, { path, body });
  const first = await valuesOf(stage, field.contextId);
  const level = isBelow ? (first[0]?.children ?? []) : first;
  const at = (example.position ?? 1) - 1;
  expect(level.map(({ id }) => id).indexOf(optionId)).toBe(at);
  expect(level[at]).toMatchObject({ name: example.name ?? 'value 1', disabled: example.disabled ?? false });
}, since220);

interface Removed {
  readonly optionId: readonly number[];
}

const ofThree = (stage: Stage): Promise<ScratchField> => stage.field('select', { options: ['a', 'b', 'c'] });

const removes = replay<Removed>(async (stage, { optionId }) => {
  const field = await ofThree(stage);
  const ids = optionId.map((_, index) => field.options[index]?.id);
  await stage.admin.ask('extenderRemoveValues', 200, { body: { optionId: ids } });
  expect(namesOf(await valuesOf(stage, field.contextId))).toEqual(['a', 'b', 'c'].slice(ids.length));
});

/** Examples about the values of a scheme. */
export const valueReplays: Replays = {
  'extenderGetValues 200 standard': lists('multiselect'),
  'extenderGetValues 200 cascading': lists('cascadingselect'),
  'extenderAddValues request one': adds,
  'extenderAddValues request several': adds,
  'extenderAddValues request oneBelow': addsBelow,
  'extenderAddValues request severalBelow': addsBelow,
  'extenderAddValues 200 added': replay(async (stage, example) => {
    const { contextId } = await stage.field('select');
    const body = { optionName: ['New value 1', 'New value 2'] };
    const answer = await stage.admin.ask('extenderAddValues', 200, { path: { configSchemeId: contextId }, body });
    isTheExample(answer, example, { 10104: contextId });
  }),
  'extenderAddValues 200 unknownScheme': replay(async (stage, example) => {
    const path = { configSchemeId: stage.unknownId };
    isTheExample(await stage.admin.ask('extenderAddValues', 200, { path, body: { optionName: ['x'] } }), example);
  }),
  'extenderEditValue request all': edits,
  'extenderEditValue request disable': edits,
  'extenderEditValue request renameBelow': edits,
  'extenderEditValue request move': edits,
  'extenderEditValue 200 changed': replay<Message>(async (stage, example) => {
    const field = await ofThree(stage);
    const path = { configSchemeId: field.contextId, optionId: field.option('c') };
    const answer = await stage.admin.ask('extenderEditValue', 200, { path, body: { name: 'New name', position: 1 } });
    isTheExample(answer, example, { 10307: path.optionId });
  }, since220),
  'extenderRemoveValues request one': removes,
  'extenderRemoveValues request several': removes,
  'extenderRemoveValues 200 all': replay(async (stage, example) => {
    const field = await ofThree(stage);
    const [a, b] = [field.option('a'), field.option('b')];
    const answer = await stage.admin.ask('extenderRemoveValues', 200, { body: { optionId: [a, b] } });
    isTheExample(answer, example, { 10013: a, 10014: b });
  }),
  'extenderRemoveValues 200 skipped': replay(async (stage, example) => {
    const answer = await stage.admin.ask('extenderRemoveValues', 200, { body: { optionId: [stage.unknownId] } });
    isTheExample(answer, example, { 1001300000: stage.unknownId });
  }),
  'extenderSortValues 200 sorted': replay(async (stage, example) => {
    const field = await stage.field('select', { options: ['b', 'c', 'a'] });
    const path = { configSchemeId: field.contextId };
    isTheExample(await stage.admin.ask('extenderSortValues', 200, { path }), example);
    expect(namesOf(await valuesOf(stage, field.contextId))).toEqual(['a', 'b', 'c']);
  }),
};
