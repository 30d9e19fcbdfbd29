import { expect } from 'expect';
import { checksOf, type Check } from '../../check.js';
import type { OptionPlan } from '../../stage/scratch.js';
import type { Stage } from '../../stage/stage.js';
import { invalid, taken } from './answers.js';
import { Level, windows, type Window } from './level.js';

const { outcome, rule } = checksOf('customfield-editor', 'options');
const needs = { roles: ['user'] } as const;
/** Which values are refused beside those that are taken, no document says. */
const assumed = { ...needs, evidence: 'assumed' } as const;
const since12 = { customfieldEditor: '1.2' } as const;

/** Values that no option can have. */
const noValues = ['', ' \t', 'x'.repeat(256), 7] as const;

function checksIn(window: Window): Check[] {
  const { place, operations } = window;
  const open = (stage: Stage, ...values: readonly (string | OptionPlan)[]) => Level.open(stage, window, values);
  const writes = (['create', 'update'] as const).map((verb) => ({
    id: operations[verb],
    /** Gives the option that is made or changed this body. */
    write: (level: Level, status: number, body: unknown) =>
      level.ask(verb, status, verb === 'create' ? { body } : { id: level.id(0), body }),
  }));

  return [
    outcome(
      operations.list,
      200,
      'with the options in their order, the disabled ones too',
      async (stage) => {
        const level = await open(stage, 'b', { value: 'a', disabled: true }, 'c');
        expect(await level.list()).toEqual([
          { id: level.id(0), optionvalue: 'b', sequence: expect.any(Number), disabled: false },
          { id: level.id(1), optionvalue: 'a', sequence: expect.any(Number), disabled: true },
          { id: level.id(2), optionvalue: 'c', sequence: expect.any(Number), disabled: false },
        ]);
      },
      needs,
    ),
    outcome(
      operations.list,
      200,
      'with an empty list where there are no options',
      async (stage) => expect(await (await open(stage)).list()).toEqual([]),
      needs,
    ),
    outcome(
      operations.create,
      200,
      'with the new option, which is the last one',
      async (stage) => {
        const level = await open(stage, 'b', 'c');
        const made = await level.add('my option value');
        expect(made).toEqual({
          id: expect.any(Number),
          optionvalue: 'my option value',
          sequence: expect.any(Number),
          disabled: false,
        });
        expect(level.ids).not.toContain(made.id);
        const options = await level.list();
        expect(options.map(({ optionvalue }) => optionvalue)).toEqual(['b', 'c', 'my option value']);
        expect(options.at(-1)).toEqual(made);
      },
      needs,
    ),
    outcome(
      operations.create,
      200,
      'with a disabled option where that is asked for',
      async (stage) => {
        const level = await open(stage, 'a');
        // As public clients send it, and as the document does.
        for (const [optionvalue, disabled] of [
          ['b', 'true'],
          ['c', true],
        ] as const) {
          const { body } = await level.ask('create', 200, { body: { optionvalue, disabled } });
          expect(body).toMatchObject({ optionvalue, disabled: true });
        }
        expect((await level.list()).map(({ disabled }) => disabled)).toEqual([false, true, true]);
      },
      { ...needs, evidence: 'corroborated' },
    ),
    outcome(
      operations.update,
      200,
      'with the option as it is now, and leaves what is not sent',
      async (stage) => {
        const level = await open(stage, 'a', 'b');
        const [before, other] = await level.list();
        const renamed = { ...before, optionvalue: 'z' };
        expect((await level.ask('update', 200, { id: level.id(0), body: { optionvalue: 'z' } })).body).toEqual(renamed);
        const disabled = { ...renamed, disabled: true };
        expect((await level.ask('update', 200, { id: level.id(0), body: { disabled: true } })).body).toEqual(disabled);
        expect(await level.list()).toEqual([disabled, other]);
        await level.ask('update', 200, { id: level.id(0), body: { optionvalue: 'y' } });
        expect(await level.list()).toEqual([{ ...disabled, optionvalue: 'y' }, other]);
        await level.ask('update', 200, { id: level.id(0), body: { disabled: false } });
        expect(await level.list()).toEqual([{ ...renamed, optionvalue: 'y' }, other]);
      },
      needs,
    ),
    outcome(
      operations.update,
      200,
      'when an option is given the value that it has',
      async (stage) => {
        const level = await open(stage, 'a', 'b');
        const { body } = await level.ask('update', 200, { id: level.id(0), body: { optionvalue: 'a' } });
        expect(body).toMatchObject({ id: level.id(0), optionvalue: 'a' });
      },
      { ...needs, evidence: 'corroborated' },
    ),
    outcome(
      operations.remove,
      200,
      'with the id, and the option is gone',
      async (stage) => {
        const level = await open(stage, 'a', 'b', 'c');
        expect((await level.ask('remove', 200, { id: level.id(1) })).body).toEqual({ id: level.id(1) });
        expect((await level.list()).map(({ id }) => id)).toEqual([level.id(0), level.id(2)]);
      },
      needs,
    ),
    ...writes.map(({ id, write }) =>
      outcome(
        id,
        400,
        'when another option has the value, with the documented error',
        async (stage) => {
          const level = await open(stage, 'a', 'b');
          const before = await level.list();
          taken(stage, await write(level, 400, { optionvalue: 'b' }), level.id(1));
          expect(await level.list()).toEqual(before);
        },
        needs,
      ),
    ),
    ...writes.map(({ id, write }) =>
      outcome(
        id,
        400,
        'when the value is empty, blank, too long or no text',
        async (stage) => {
          const level = await open(stage, 'a');
          for (const optionvalue of noValues) invalid(await write(level, 400, { optionvalue }), 'optionvalue');
          expect(await level.values()).toEqual(['a']);
        },
        assumed,
      ),
    ),
    ...writes.map(({ id, write }) =>
      outcome(
        id,
        400,
        'when sequence or disabled are of another type',
        async (stage) => {
          const level = await open(stage, 'a');
          invalid(await write(level, 400, { optionvalue: 'b', sequence: 'first' }), 'sequence');
          invalid(await write(level, 400, { optionvalue: 'b', disabled: 'perhaps' }), 'disabled');
          expect(await level.values()).toEqual(['a']);
        },
        assumed,
      ),
    ),
    rule(
      `a new option goes to the end, whatever id and sequence are sent, ${place}`,
      { ...needs, evidence: 'documented', source: '001, user operations, Version History 1.2.0', since: since12 },
      async (stage) => {
        const level = await open(stage, 'a', 'b');
        const sent = { optionvalue: 'new', id: level.id(0), sequence: 0 };
        const { body } = await level.ask('create', 200, { body: sent });
        expect(level.ids).not.toContain((body as { id: number }).id);
        expect(await level.values()).toEqual(['a', 'b', 'new']);
      },
    ),
    rule(
      `sequences count from 0 and rise without a gap where nothing was deleted, ${place}`,
      { ...needs, evidence: 'corroborated', source: '001, schema of an option', since: since12 },
      async (stage) => {
        const level = await open(stage, 'a', 'b', 'c');
        await level.add('d');
        expect((await level.list()).map(({ sequence }) => sequence)).toEqual([0, 1, 2, 3]);
      },
    ),
    rule(
      `a value that was given up can be used again, ${place}`,
      { ...needs, evidence: 'inferred', source: '001, option values must be unique', since: since12 },
      async (stage) => {
        const level = await open(stage, 'a', 'b', 'c');
        await level.ask('remove', 200, { id: level.id(0) });
        await level.ask('update', 200, { id: level.id(1), body: { optionvalue: 'z' } });
        await level.add('a');
        await level.add('b');
        expect(await level.values()).toEqual(['z', 'c', 'a', 'b']);
      },
    ),
    rule(
      `spaces around a value are no difference, ${place}`,
      { ...needs, evidence: 'assumed', source: '001, editor.option-value-comparison', since: since12 },
      async (stage) => {
        const level = await open(stage, 'a', 'b');
        taken(stage, await level.ask('create', 400, { body: { optionvalue: ' b ' } }), level.id(1));
      },
    ),
    rule(
      `a sequence that is sent with a change is taken, ${place}`,
      { ...needs, evidence: 'corroborated', source: '001, user operations; schema of an option', since: since12 },
      async (stage) => {
        const level = await open(stage, 'a', 'b', 'c');
        const { body } = await level.ask('update', 200, { id: level.id(0), body: { sequence: 7 } });
        expect(body).toMatchObject({ optionvalue: 'a', sequence: 7 });
        expect(await level.values()).toEqual(['b', 'c', 'a']);
      },
    ),
  ];
}

export const options = windows.flatMap(checksIn);
