import { bodyOf } from '../../support/field-steps.js';
import { testJira } from '../../support/jira.js';
import { add, addOne, childrenOf, grantedField, sequences, values, valuesInJira } from './steps.js';

type Sort = { readonly locale?: string; readonly strength?: string | null; readonly order?: string | null };

/** What becomes of a level with these values, in this order. */
async function sorted(given: readonly string[], sort: Sort): Promise<string[]> {
  const jira = testJira();
  const field = await grantedField(jira);
  await add(jira.bob, field.options, ...given);
  expect((await jira.bob.put(`${field.options}/sort`, { locale: 'en-US', ...sort })).body).toEqual({});
  expect(await sequences(jira.bob, field.options)).toEqual(given.map((_, place) => place));
  const found = await values(jira.bob, field.options);
  expect(await valuesInJira(jira, field)).toEqual(found);
  return found;
}

const germanic = ['zebra', 'Öl', 'ofen', 'Åre', 'apfel', 'ärger', 'ost', 'straße', 'strasse', 'strand'];

const tables: readonly [what: string, given: readonly string[], sort: Sort, expected: readonly string[]][] = [
  [
    'German umlauts stand with their vowels',
    germanic,
    { locale: 'de-DE', order: 'ASCENDING' },
    ['apfel', 'Åre', 'ärger', 'ofen', 'Öl', 'ost', 'strand', 'strasse', 'straße', 'zebra'],
  ],
  [
    'Swedish å, ä and ö stand at the end',
    germanic,
    { locale: 'sv-SE', order: 'ASCENDING' },
    ['apfel', 'ofen', 'ost', 'strand', 'strasse', 'straße', 'zebra', 'Åre', 'ärger', 'Öl'],
  ],
  ['Danish aa is an å', ['aa', 'z', 'ab'], { locale: 'da-DK' }, ['ab', 'z', 'aa']],
  [
    'digits are letters',
    ['10', '9', '1', 'a', '02'],
    { locale: 'en-EN', strength: 'PRIMARY' },
    ['02', '1', '10', '9', 'a'],
  ],
  ['a tag that asks for numbers changes nothing', ['10', '9'], { locale: 'de-u-kn-true' }, ['10', '9']],
  ['descending is the reverse', ['b', 'c', 'a'], { order: 'DESCENDING', locale: 'en-US' }, ['c', 'b', 'a']],
  ['small letters stand first, and case counts where nothing is said', ['B', 'A', 'b', 'a'], {}, ['a', 'A', 'b', 'B']],
  ['null is as good as left out', ['b', 'a'], { strength: null, order: null }, ['a', 'b']],
  ['punctuation counts', ['ab', 'a-c', 'a b'], { locale: 'en-US' }, ['a b', 'a-c', 'ab']],
  // The four strengths: what they do not tell apart stays as it was.
  ['PRIMARY sees base letters only', ['Á', 'B', 'á', 'A', 'a'], { strength: 'PRIMARY' }, ['Á', 'á', 'A', 'a', 'B']],
  ['SECONDARY sees accents too', ['Á', 'B', 'á', 'A', 'a'], { strength: 'SECONDARY' }, ['A', 'a', 'Á', 'á', 'B']],
  ['TERTIARY sees case too', ['Á', 'B', 'á', 'A', 'a'], { strength: 'TERTIARY' }, ['a', 'A', 'á', 'Á', 'B']],
  [
    'TERTIARY does not see how a letter is written',
    ['e\u0301', '\u00e9'],
    { strength: 'TERTIARY' },
    ['e\u0301', '\u00e9'],
  ],
  ['IDENTICAL sees that too', ['\u00e9', 'e\u0301'], { strength: 'IDENTICAL' }, ['e\u0301', '\u00e9']],
  [
    'descending keeps what is equal as it was',
    ['a', 'A', 'B'],
    { strength: 'PRIMARY', order: 'DESCENDING' },
    ['B', 'a', 'A'],
  ],
];

it.each(tables)('%s', async (_, given, sort, expected) => {
  expect(await sorted(given, sort)).toEqual(expected);
});

it('the order of German is not the order of Swedish, whatever the strength', async () => {
  for (const strength of ['PRIMARY', 'SECONDARY', 'TERTIARY', 'IDENTICAL']) {
    expect(await sorted(['z', 'ö', 'o'], { locale: 'de-DE', strength })).toEqual(
      strength === 'PRIMARY' ? ['ö', 'o', 'z'] : ['o', 'ö', 'z'],
    );
    expect(await sorted(['z', 'ö', 'o'], { locale: 'sv-SE', strength })).toEqual(['o', 'z', 'ö']);
  }
});

it('sorting children leaves their parents and the children of others as they are', async () => {
  const jira = testJira();
  const { options } = await grantedField(jira, 'cascadingselect');
  const dogs = await addOne(jira.bob, options, 'dogs');
  const cats = await addOne(jira.bob, options, 'cats');
  for (const parent of [dogs, cats]) await add(jira.bob, childrenOf(options, parent), 'rex', 'bello');
  bodyOf(await jira.bob.put(`${childrenOf(options, cats)}/sort`, { locale: 'en-US', order: 'ASCENDING' }), 200);
  expect(await values(jira.bob, options)).toEqual(['dogs', 'cats']);
  expect(await values(jira.bob, childrenOf(options, cats))).toEqual(['bello', 'rex']);
  expect(await values(jira.bob, childrenOf(options, dogs))).toEqual(['rex', 'bello']);
});

it('sorting asks for a locale', async () => {
  const jira = testJira();
  const { options } = await grantedField(jira);
  for (const body of [{}, { locale: null }, { order: 'ASCENDING' }]) {
    const refused = await jira.bob.put(`${options}/sort`, body);
    expect([refused.status, refused.body]).toMatchObject([400, { errors: [{ name: 'locale' }] }]);
  }
});

it('sorting an empty level is no error', async () => {
  expect(await sorted([], {})).toEqual([]);
});
