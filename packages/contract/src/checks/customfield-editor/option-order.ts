import { expect } from 'expect';
import { checksOf, type Check } from '../../check.js';
import type { Stage } from '../../stage/stage.js';
import { done, invalid } from './answers.js';
import { Level, windows, type Window } from './level.js';

const { outcome, rule } = checksOf('customfield-editor', 'option-order');
const needs = { roles: ['user'] } as const;
const assumed = { ...needs, evidence: 'assumed' } as const;
const since12 = { customfieldEditor: '1.2' } as const;

/** In the order of these values, each with a higher sequence than the one before it. */
async function isInOrder(level: Level, values: readonly string[]): Promise<void> {
  const options = await level.list();
  expect(options.map(({ optionvalue }) => optionvalue)).toEqual(values);
  const sequences = options.map(({ sequence }) => sequence);
  expect(sequences).toEqual([...new Set(sequences)].sort((a, b) => a - b));
}

function checksIn(window: Window): Check[] {
  const { place, operations } = window;
  const open = (stage: Stage, ...values: readonly string[]) => Level.open(stage, window, values);
  const move = (level: Level, at: number, body: unknown) => level.ask('move', 200, { id: level.id(at), body });

  return [
    outcome(
      operations.move,
      200,
      'with the option, which stands behind the one that after names',
      async (stage) => {
        // The example of the document: 20 goes between 30 and 40 (001:2535).
        const level = await open(stage, '10', '20', '30', '40');
        const { body } = await move(level, 1, { after: String(level.id(2)) });
        expect(body).toMatchObject({ id: level.id(1), optionvalue: '20', disabled: false });
        await isInOrder(level, ['10', '30', '20', '40']);
        await move(level, 0, { after: String(level.id(3)) });
        await isInOrder(level, ['30', '20', '40', '10']);
      },
      needs,
    ),
    outcome(
      operations.move,
      200,
      'with the option, which stands first for the position First',
      async (stage) => {
        const level = await open(stage, '10', '20', '30', '40');
        const { body } = await move(level, 3, { position: 'First' });
        expect(body).toMatchObject({ id: level.id(3), optionvalue: '40' });
        await isInOrder(level, ['40', '10', '20', '30']);
      },
      needs,
    ),
    outcome(
      operations.move,
      200,
      'when after is a path that ends in the other id',
      async (stage) => {
        const level = await open(stage, 'a', 'b', 'c');
        await move(level, 0, { after: `/foo/bar/${level.id(1)}` });
        await isInOrder(level, ['b', 'a', 'c']);
      },
      needs,
    ),
    rule(
      `after is ignored beside a position, ${place}`,
      { ...needs, evidence: 'documented', source: '001:2631, RestfulTableMoveModel', since: since12 },
      async (stage) => {
        const level = await open(stage, 'a', 'b', 'c');
        await move(level, 2, { position: 'First', after: String(level.id(0)) });
        await isInOrder(level, ['c', 'a', 'b']);
      },
    ),
    outcome(
      operations.move,
      400,
      'when after names no option, or the position is another word',
      async (stage) => {
        const level = await open(stage, 'a', 'b');
        const id = level.id(0);
        for (const after of ['the last one', String(stage.unknownId)])
          invalid(await level.ask('move', 400, { id, body: { after } }), 'after');
        invalid(await level.ask('move', 400, { id, body: { position: 'Last' } }), 'position');
        await isInOrder(level, ['a', 'b']);
      },
      { ...assumed, since: { customfieldEditor: '1.8' }, answers: { 'editor.unknown-entity': '400' } },
    ),
    outcome(
      operations.sort,
      200,
      'and the options stand in the order of their letters, up or down',
      async (stage) => {
        const level = await open(stage, 'b', 'C', 'a');
        done(stage, await level.ask('sort', 200, { body: { locale: 'en-US', order: 'DESCENDING' } }));
        await isInOrder(level, ['C', 'b', 'a']);
        done(stage, await level.ask('sort', 200, { body: { locale: 'en-US', order: 'ASCENDING' } }));
        await isInOrder(level, ['a', 'b', 'C']);
      },
      needs,
    ),
    outcome(
      operations.sort,
      400,
      'when the order, the strength or the locale is none, or there is no locale',
      async (stage) => {
        const level = await open(stage, 'b', 'a');
        invalid(await level.ask('sort', 400, { body: { locale: 'en-US', order: 'SIDEWAYS' } }), 'order');
        invalid(await level.ask('sort', 400, { body: { locale: 'en-US', strength: 'HUGE' } }), 'strength');
        invalid(await level.ask('sort', 400, { body: { locale: 'in no tongue' } }), 'locale');
        invalid(await level.ask('sort', 400, { body: { order: 'ASCENDING' } }), 'locale');
        await isInOrder(level, ['b', 'a']);
      },
      assumed,
    ),
    rule(
      `sorting repairs sequences that have gaps and stand twice, ${place}`,
      {
        ...needs,
        evidence: 'documented',
        source: '001:2349, "This will repair the internal sequence"',
        since: since12,
      },
      async (stage) => {
        const level = await open(stage, 'c', 'b', 'a');
        for (const at of [0, 1]) await level.ask('update', 200, { id: level.id(at), body: { sequence: 40 } });
        await level.ask('sort', 200, { body: { locale: 'en-US', order: 'ASCENDING' } });
        await isInOrder(level, ['a', 'b', 'c']);
      },
    ),
    rule(
      `the order of letters is that of the locale, ${place}`,
      { ...needs, evidence: 'documented', source: '001:3138, SortModel', since: since12 },
      async (stage) => {
        const level = await open(stage, 'z', 'ö', 'a');
        await level.ask('sort', 200, { body: { locale: 'de-DE', order: 'ASCENDING' } });
        await isInOrder(level, ['a', 'ö', 'z']);
        await level.ask('sort', 200, { body: { locale: 'sv-SE', order: 'ASCENDING' } });
        await isInOrder(level, ['a', 'z', 'ö']);
      },
    ),
    rule(
      `a strength says which differences count, and what is equal keeps its order, ${place}`,
      {
        ...needs,
        evidence: 'assumed',
        source: '001:3142, "Collator Strength"',
        since: since12,
        // Whichever app makes the options: two of them differ in case alone.
        answers: { 'editor.option-value-comparison': 'exact-after-trimming', 'jira.option-value-comparison': 'exact' },
      },
      async (stage) => {
        const level = await open(stage, 'côte', 'Cote', 'cote', 'b');
        const sort = (strength: string) =>
          level.ask('sort', 200, { body: { locale: 'en-US', order: 'ASCENDING', strength } });
        await sort('PRIMARY');
        await isInOrder(level, ['b', 'côte', 'Cote', 'cote']);
        await sort('SECONDARY');
        await isInOrder(level, ['b', 'Cote', 'cote', 'côte']);
        await sort('TERTIARY');
        await isInOrder(level, ['b', 'cote', 'Cote', 'côte']);
      },
    ),
    rule(
      `numbers are sorted as texts, ${place}`,
      { ...needs, evidence: 'assumed', source: '001:3116, "alphabetically"', since: since12 },
      async (stage) => {
        const level = await open(stage, '9', '10', '1');
        await level.ask('sort', 200, { body: { locale: 'en-US', order: 'ASCENDING' } });
        await isInOrder(level, ['1', '10', '9']);
      },
    ),
  ];
}

export const optionOrder = windows.flatMap(checksIn);
