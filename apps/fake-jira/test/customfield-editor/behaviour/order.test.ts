import { bodyOf } from '../../support/field-steps.js';
import { testJira, type TestJira } from '../../support/jira.js';
import {
  add,
  addOne,
  childrenOf,
  grantedField,
  listed,
  namedBy,
  sequences,
  values,
  valuesInJira,
  type OptionBody,
} from './steps.js';

type Four = [OptionBody, OptionBody, OptionBody, OptionBody];

async function colours(jira: TestJira) {
  const field = await grantedField(jira);
  const [red, green, blue, grey] = (await add(jira.bob, field.options, 'red', 'green', 'blue', 'grey')) as Four;
  const move = async (option: OptionBody, body: object) =>
    bodyOf<OptionBody>(await jira.bob.post(`${field.options}/${option.id}/move`, body), 200);
  const order = async () => {
    const found = await values(jira.bob, field.options);
    expect(await valuesInJira(jira, field)).toEqual(found);
    return found;
  };
  return { ...field, red, green, blue, grey, move, order };
}

/** Whether sequences count up without one twice. */
async function expectIncreasing(jira: TestJira, options: string): Promise<void> {
  const found = await sequences(jira.bob, options);
  expect(found).toEqual([...new Set(found)].sort((a, b) => a - b));
}

it('a new option stands at the end, whatever ID and sequence it is sent with', async () => {
  const jira = testJira();
  const { options, grey, order } = await colours(jira);
  const made = bodyOf<OptionBody>(await jira.bob.post(options, { optionvalue: 'pink', id: grey.id, sequence: 0 }), 200);
  expect([made.id === grey.id, made.sequence, made.disabled]).toEqual([false, 4, false]);
  expect(await order()).toEqual(['red', 'green', 'blue', 'grey', 'pink']);
});

const destinations: readonly [what: string, after: (id: number, options: string) => unknown][] = [
  ['an ID', (id) => String(id)],
  ['a path', (id, options) => `${options}/${id}`],
  ['a path that ends in a slash', (id) => `/anywhere/${id}/`],
  ['a whole address', (id, options) => `https://jira.example.com${options}/${id}`],
];

it.each(destinations)('moving after %s puts the option behind that one', async (_, after) => {
  const jira = testJira();
  const { options, red, grey, move, order } = await colours(jira);
  expect(await move(grey, { after: after(red.id, options) })).toMatchObject({ id: grey.id, sequence: 1 });
  expect(await order()).toEqual(['red', 'grey', 'green', 'blue']);
  await expectIncreasing(jira, options);
});

it('moving first and last, and to where it stands, does what it says', async () => {
  const jira = testJira();
  const { options, red, green, grey, move, order } = await colours(jira);
  await move(grey, { position: 'First' });
  expect(await order()).toEqual(['grey', 'red', 'green', 'blue']);
  await move(grey, { position: 'First' });
  expect(await order()).toEqual(['grey', 'red', 'green', 'blue']);
  await move(green, { after: String(red.id) });
  expect(await order()).toEqual(['grey', 'red', 'green', 'blue']);
  await move(grey, { after: String((await listed(jira.bob, options))[3]?.id) });
  expect(await order()).toEqual(['red', 'green', 'blue', 'grey']);
  await expectIncreasing(jira, options);
});

it('with a position, after does not count, not even one that is wrong', async () => {
  const jira = testJira();
  const { blue, red, move, order } = await colours(jira);
  await move(blue, { position: 'First', after: String(red.id) });
  expect(await order()).toEqual(['blue', 'red', 'green', 'grey']);
  await move(red, { position: 'First', after: 'nowhere' });
  expect(await order()).toEqual(['red', 'blue', 'green', 'grey']);
});

it('children move among their siblings, and never to another parent', async () => {
  const jira = testJira();
  const { options } = await grantedField(jira, 'cascadingselect');
  const [cats, dogs] = (await add(jira.bob, options, 'cats', 'dogs')).map(({ id }) => id) as [number, number];
  const [micki, leo] = (await add(jira.bob, childrenOf(options, cats), 'micki', 'leo')).map(({ id }) => id) as [
    number,
    number,
  ];
  const rex = await addOne(jira.bob, childrenOf(options, dogs), 'rex');
  bodyOf(await jira.bob.post(`${childrenOf(options, cats)}/${leo}/move`, { position: 'First' }), 200);
  expect(await values(jira.bob, childrenOf(options, cats))).toEqual(['leo', 'micki']);
  for (const after of [rex, cats]) {
    expect(
      namedBy(await jira.bob.post(`${childrenOf(options, cats)}/${micki}/move`, { after: String(after) })),
    ).toEqual([400, 'after']);
  }
  // An address that names a child below another parent names nothing.
  expect((await jira.bob.post(`${childrenOf(options, dogs)}/${micki}/move`, { position: 'First' })).status).toBe(400);
  expect((await jira.bob.delete(`${options}/${leo}`)).status).toBe(400);
  expect(await values(jira.bob, childrenOf(options, cats))).toEqual(['leo', 'micki']);
});

it('however options are moved and deleted, sequences increase strictly and begin at 0 on every level', async () => {
  const jira = testJira();
  const { options, red, green, blue, grey, move, order } = await colours(jira);
  for (const option of [grey, blue, green, grey, blue, grey]) {
    await move(option, { after: String(red.id) });
    await expectIncreasing(jira, options);
  }
  expect(await order()).toEqual(['red', 'grey', 'blue', 'green']);
  bodyOf(await jira.bob.delete(`${options}/${grey.id}`), 200);
  await addOne(jira.bob, options, 'pink');
  await expectIncreasing(jira, options);
  expect(await order()).toEqual(['red', 'blue', 'green', 'pink']);
});

it('a sequence that an update sets may leave a gap or be that of another option, until sorting repairs it', async () => {
  const jira = testJira();
  const { options, red, green, order } = await colours(jira);
  expect((await jira.bob.put(`${options}/${red.id}`, { sequence: 9 })).body).toMatchObject({
    optionvalue: 'red',
    sequence: 9,
  });
  expect(await order()).toEqual(['green', 'blue', 'grey', 'red']);
  expect((await jira.bob.put(`${options}/${green.id}`, { sequence: 9 })).body).toMatchObject({ sequence: 9 });
  expect((await sequences(jira.bob, options)).slice(-2)).toEqual([9, 9]);
  bodyOf(await jira.bob.put(`${options}/sort`, { locale: 'en-US', order: 'ASCENDING' }), 200);
  expect(await sequences(jira.bob, options)).toEqual([0, 1, 2, 3]);
  expect(await order()).toEqual(['blue', 'green', 'grey', 'red']);
});

it('an update changes only what is sent, and flags as public clients send them', async () => {
  const jira = testJira();
  const { options, blue } = await colours(jira);
  const change = async (body: object) => (await jira.bob.put(`${options}/${blue.id}`, body)).body as object;
  expect(await change({ disabled: 'true' })).toEqual({ ...blue, disabled: true });
  expect(await change({ optionvalue: 'navy' })).toEqual({ ...blue, optionvalue: 'navy', disabled: true });
  expect(await change({ disabled: 'false' })).toEqual({ ...blue, optionvalue: 'navy' });
  expect(await change({ disabled: false, sequence: null })).toEqual({ ...blue, optionvalue: 'navy' });
});
