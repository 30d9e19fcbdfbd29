import { checkWorld, sequenced, sortOptions, updateOption, type SortOrder } from '../../src/index.js';
import { cheapest } from '../cheapest.js';
import { editorWorld } from '../editor-world.js';
import { broken } from '../small-world.js';

function sorted(values: string[], order: Partial<SortOrder> = {}): string[] {
  const { world, context, create, values: now } = editorWorld();
  create(...values);
  world.write((tx) =>
    sortOptions(tx, context, 0, { descending: false, locale: 'en-US', strength: 'TERTIARY', ...order }),
  );
  expect(checkWorld(world.root)).toEqual([]);
  return now();
}

describe('sorting the options of a level', () => {
  it('goes by the letters, up or down', () => {
    expect(sorted(['b', 'c', 'a'])).toEqual(['a', 'b', 'c']);
    expect(sorted(['b', 'c', 'a'], { descending: true })).toEqual(['c', 'b', 'a']);
  });

  it.each([
    ['de-DE', ['zebra', 'Äpfel', 'Apfel', 'Ofen', 'Öl'], ['Apfel', 'Äpfel', 'Ofen', 'Öl', 'zebra']],
    ['sv-SE', ['ö', 'z', 'å', 'a', 'ä'], ['a', 'z', 'å', 'ä', 'ö']],
    ['de', ['å', 'z', 'a'], ['a', 'å', 'z']],
    ['en-EN', ['b', 'B', 'a', 'A'], ['a', 'A', 'b', 'B']],
  ])('follows the rules of the locale %s', (locale, values, expected) => {
    expect(sorted(values, { locale })).toEqual(expected);
  });

  it('takes digits for letters, also where the locale asks otherwise', () => {
    for (const locale of ['en', 'en-u-kn-true']) expect(sorted(['10', '9', '1'], { locale })).toEqual(['1', '10', '9']);
  });

  it.each([
    ['PRIMARY', ['á', 'A', 'a'], ['á', 'A', 'a']],
    ['SECONDARY', ['á', 'A', 'a'], ['A', 'a', 'á']],
    ['TERTIARY', ['á', 'A', 'a'], ['a', 'A', 'á']],
    ['TERTIARY', ['e\u0301', 'é'], ['e\u0301', 'é']],
    ['IDENTICAL', ['é', 'e\u0301'], ['e\u0301', 'é']],
    ['IDENTICAL', ['\u{1F600}\u200B', '\u{1F600}'], ['\u{1F600}', '\u{1F600}\u200B']],
  ] as const)(
    'tells apart what the strength %s tells apart, and leaves equals in their order',
    (strength, values, expected) => {
      expect(sorted([...values], { strength })).toEqual(expected);
    },
  );

  it.each(['', 'no locale', 'de_DE', 'xx-YY', 'foo'])('refuses "%s", which is no locale', (locale) => {
    expect(broken(() => sorted(['a'], { locale }))).toMatchObject({ code: 'locale-unknown', data: { locale } });
  });

  it('repairs the sequences and touches no other level', () => {
    const { world, field, context, create, sequences } = editorWorld('cascadingselect');
    const [b, a] = create('b', 'a');
    if (!a || !b) throw new Error('no options');
    create({ value: 'y', parentId: b.id }, { value: 'x', parentId: b.id });
    world.write((tx) => updateOption(tx, field, context, a, { sequence: 0 }, { ignoreCase: false }));
    expect(sequences()).toEqual(['0 b', '0 a']);
    const order = { descending: false, locale: 'en', strength: 'PRIMARY' } as const;
    world.write((tx) => sortOptions(tx, context, 0, order));
    expect([sequences(), sequences(b.id)]).toEqual([
      ['0 a', '1 b'],
      ['0 y', '1 x'],
    ]);
    world.write((tx) => sortOptions(tx, context, b.id, order));
    expect([sequences(), sequences(b.id)]).toEqual([
      ['0 a', '1 b'],
      ['0 x', '1 y'],
    ]);
  });

  it('takes well under a second for 10,000 options, and so does listing them', () => {
    const { world, context, create } = editorWorld();
    for (let i = 0; i < 10; i++) {
      create(...Array.from({ length: 1_000 }, (_, at) => `Wert ${((i * 1_000 + at) * 7_919) % 10_000}`));
    }
    const unsorted = world.root;
    const took = cheapest(() => {
      world.restore(unsorted);
      world.write((tx) => sortOptions(tx, context, 0, { descending: false, locale: 'de-DE', strength: 'IDENTICAL' }));
      const listed = [...sequenced(world.root, context.id)];
      expect([listed.length, listed.at(-1)?.sequence]).toEqual([10_000, 9_999]);
    });
    expect(took).toBeLessThan(1_000);
  });
});
