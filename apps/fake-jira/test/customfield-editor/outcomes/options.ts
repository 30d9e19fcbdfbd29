import { afterwards, has, type Expectation, type Scenario } from '../../jira-cloud/outcomes/scenario.js';
import { to, type EditorOperationId } from './requests.js';
import { is, names, scenario, tableOf, type OutcomeKey } from './scenario.js';
import { option } from './stage.js';

/*
 * The default context and a specific one, options and child options, behave alike: each outcome is written once and
 * played on all four.
 */

type OptionKey = Extract<OutcomeKey, `${string}${'Option' | 'Options'} ${200 | 400}`>;

/** The operations of one context and level, and what the level has. */
interface Level {
  readonly list: EditorOperationId;
  readonly create: EditorOperationId;
  readonly update: EditorOperationId;
  readonly remove: EditorOperationId;
  readonly move: EditorOperationId;
  readonly sort: EditorOperationId;
  readonly values: readonly (readonly [id: number, value: string, disabled?: boolean])[];
  /** The level in the order of `requests`' sort. */
  readonly descending: readonly string[];
  /** On another level or in another context. */
  readonly elsewhere: number;
}

const browsers = {
  values: [
    [option.firefox, 'firefox'],
    [option.chrome, 'chrome', true],
    [option.safari, 'safari'],
    [option.edge, 'edge'],
  ],
  descending: ['safari', 'firefox', 'edge', 'chrome'],
  elsewhere: option.safariInTest,
} as const;

const cats = {
  values: [
    [option.micki, 'micki'],
    [option.leo, 'leo'],
    [option.tom, 'tom', true],
  ],
  descending: ['tom', 'micki', 'leo'],
  elsewhere: option.rex,
} as const;

const levels = (['Default', ''] as const).flatMap((where): Level[] => [
  { ...operationsOf(`${where}`), ...browsers },
  { ...operationsOf(`${where}Child`), ...cats },
]);

function operationsOf(infix: string) {
  const id = (verb: string, noun = 'Option') => `editor${verb}${infix}${noun}` as EditorOperationId;
  return {
    list: id('List', 'Options'),
    create: id('Create'),
    update: id('Update'),
    remove: id('Delete'),
    move: id('Move'),
    sort: id('Sort', 'Options'),
  };
}

const rendered = (id: number, optionvalue: string, sequence: number, disabled = false) => ({
  optionvalue,
  id,
  sequence,
  disabled,
});

export const optionOutcomes = tableOf<OptionKey>(
  levels.flatMap((level): [string, Scenario[]][] => [
    [`${level.list} 200`, [listed(level)]],
    [`${level.create} 200`, created(level)],
    [`${level.create} 400`, wrongValues(level, level.create)],
    [`${level.update} 200`, updated(level)],
    [`${level.update} 400`, wrongValues(level, level.update)],
    [`${level.remove} 200`, [removed(level)]],
    [`${level.move} 200`, moved(level)],
    [`${level.move} 400`, wrongMoves(level)],
    [`${level.sort} 200`, [sorted(level)]],
    [`${level.sort} 400`, wrongOrders(level)],
  ]),
);

/** The level is this afterwards, in this order. */
function then(level: Level, values: readonly unknown[]) {
  return afterwards(to(level.list), values);
}

function all({ values }: Level) {
  return values.map(([id, value, disabled], sequence) => rendered(id, value, sequence, disabled));
}

function listed(level: Level): Scenario {
  return scenario('with the options in their order, the disabled ones too', to(level.list), is(all(level)));
}

function created(level: Level): Scenario[] {
  const made = rendered(option.next, 'opera', level.values.length);
  const disabled = { optionvalue: 'opera', id: option.firefox, sequence: 0, disabled: 'true' as const };
  return [
    scenario('with the option, which is the last one', to(level.create), is(made), then(level, [...all(level), made])),
    scenario(
      'to a disabled option, whatever id and sequence are sent',
      to(level.create, { body: disabled }),
      is({ ...made, disabled: true }),
    ),
  ];
}

function updated(level: Level): Scenario[] {
  const [id, value] = level.values[0] as Level['values'][number];
  const [first, ...others] = [rendered(id, 'vulpes', 0, true), ...all(level).slice(1)];
  return [
    scenario('with the option as it is now', to(level.update), is(first), then(level, [first, ...others])),
    scenario(
      'and leaves what is not sent',
      to(level.update, { body: { sequence: 7 } }),
      is(rendered(id, value, 7)),
      then(level, [...others, rendered(id, value, 7)]),
    ),
  ];
}

function removed(level: Level): Scenario {
  const [first, ...others] = all(level);
  return scenario(
    'with the id, and leaves a gap in the sequences',
    to(level.remove),
    is({ id: first?.id }),
    then(level, others),
  );
}

function moved(level: Level): Scenario[] {
  const [first, second, ...others] = level.values.map(([id]) => id);
  const swapped = [second, first, ...others];
  return [
    scenario(
      'with the option, which stands behind another',
      to(level.move, { body: { after: String(second) } }),
      has({ id: first }),
      inOrder(level, swapped),
    ),
    scenario(
      'when a path ends in the other id',
      to(level.move, { body: { after: `https://jira.example.com/options/${second}` } }),
      inOrder(level, swapped),
    ),
    scenario(
      'with the option, which stands first whatever after says',
      async (jira) => {
        await to(level.move, { body: { after: String(second) } })(jira);
        return to(level.move, { body: { position: 'First', after: 'nowhere' } })(jira);
      },
      has({ id: first }),
      inOrder(level, [first, second, ...others]),
    ),
  ];
}

/** The level has these options afterwards, and each has a higher sequence than the one before. */
function inOrder(level: Level, ids: readonly (number | undefined)[]): Expectation {
  return async ({ jira }) => {
    const options = (await to(level.list)(jira)).body as { id: number; sequence: number }[];
    expect(options.map(({ id }) => id)).toEqual(ids);
    const sequences = options.map(({ sequence }) => sequence);
    expect(sequences).toEqual([...new Set(sequences)].sort((a, b) => a - b));
  };
}

function sorted(level: Level): Scenario {
  const inOrder = level.descending.map((optionvalue, sequence) => ({ optionvalue, sequence }));
  return scenario('and the options are in another order', to(level.sort), is({}), then(level, inOrder));
}

function wrongValues(level: Level, id: EditorOperationId): Scenario[] {
  const taken = level.values[1]?.[1] as string;
  const wrong = (when: string, body: object, ...properties: string[]) =>
    scenario(when, to(id, { body }), names(...properties));
  return [
    wrong('when the value is empty', { optionvalue: '' }, 'optionvalue'),
    wrong('when the value is blank', { optionvalue: ' \t' }, 'optionvalue'),
    wrong('when the value is too long', { optionvalue: 'x'.repeat(256) }, 'optionvalue'),
    wrong('when the value is no text', { optionvalue: 7 }, 'optionvalue'),
    wrong('when another option has the value', { optionvalue: ` ${taken} ` }, 'optionvalue', 'existingOptionId'),
    wrong('when disabled is neither true nor false', { optionvalue: 'opera', disabled: 'perhaps' }, 'disabled'),
    wrong('when the sequence is no number', { optionvalue: 'opera', sequence: 'first' }, 'sequence'),
    wrong('when a property is unknown', { optionvalue: 'opera', colour: 'red' }, 'colour'),
  ];
}

function wrongMoves(level: Level): Scenario[] {
  const self = level.values[0]?.[0];
  const wrong = (when: string, body: object, name: string) => scenario(when, to(level.move, { body }), names(name));
  return [
    wrong('when neither after nor position is given', {}, 'after'),
    wrong('when both are null', { after: null, position: null }, 'after'),
    wrong('when after is no id and no path', { after: 'the last one' }, 'after'),
    wrong('when the option is to stand after itself', { after: String(self) }, 'after'),
    wrong('when the other option is elsewhere', { after: String(level.elsewhere) }, 'after'),
    wrong('when there is no such other option', { after: String(option.unknown) }, 'after'),
    wrong('when the position is unknown', { position: 'Last' }, 'position'),
  ];
}

function wrongOrders(level: Level): Scenario[] {
  const wrong = (when: string, body: object, ...properties: string[]) =>
    scenario(when, to(level.sort, { body }), names(...properties));
  return [
    wrong('when the locale is no language tag', { locale: 'in no tongue' }, 'locale'),
    wrong('when nobody knows the locale', { locale: 'xx-XX' }, 'locale'),
    wrong('when the order is unknown', { order: 'SIDEWAYS' }, 'order'),
    wrong('when the strength is unknown', { strength: 'HUGE' }, 'strength'),
  ];
}
