import {
  bodyOf,
  contextsOf,
  fieldNamed,
  issueTypeIdOf,
  listeningJira,
  newField,
  newOptions,
  onlyContextOf,
  optionIdOf,
  optionsAt,
  optionsOf,
  projectIdOf,
  read,
  refusalOf,
  valuesOf,
  type OptionJson,
  type Page,
} from '../support/field-steps.js';
import type { TestJira } from '../support/jira.js';

/** Address of the options of a new field, in its only context. */
async function newList(jira: TestJira, type = 'select', values: string[] = []): Promise<string> {
  const field = await newField(jira, type);
  const address = optionsAt(field, await onlyContextOf(jira, field));
  if (values.length > 0) await newOptions(jira, address, values);
  return address;
}

/** The address of the options of the first context of a field of the demo world. */
async function listOf(jira: TestJira, name: string): Promise<string> {
  const field = fieldNamed(jira, name);
  return optionsAt(field, (await contextsOf(jira, field))[0]?.id ?? '');
}

async function move(jira: TestJira, address: string, values: string[], where: { after?: string; position?: string }) {
  const ids = new Map((await optionsOf(jira, address)).map(({ id, value }) => [value, id]));
  return jira.admin.put(`${address}/move`, {
    customFieldOptionIds: values.map((value) => ids.get(value) ?? value),
    ...where,
    ...(where.after !== undefined && { after: ids.get(where.after) ?? where.after }),
  });
}

describe('options', () => {
  it('are added at the end, in the order of the request, and answered as they are', async () => {
    const jira = await listeningJira();
    const address = await newList(jira, 'select', ['first']);
    const options = [{ value: 'second', disabled: true }, { value: ' third ' }];
    const made = bodyOf<{ options: OptionJson[] }>(await jira.admin.post(address, { options }), 200).options;
    expect(made).toEqual([
      { id: expect.stringMatching(/^\d+$/) as unknown, value: 'second', disabled: true },
      { id: expect.stringMatching(/^\d+$/) as unknown, value: 'third', disabled: false },
    ]);
    expect(await optionsOf(jira, address)).toMatchObject([{ value: 'first' }, ...made]);
  });

  it('of one context are none of another', async () => {
    const jira = await listeningJira();
    const field = fieldNamed(jira, 'Browsers');
    const [global, own] = (await contextsOf(jira, field)).map(({ id }) => optionsAt(field, id));
    expect(await valuesOf(jira, global ?? '')).toEqual(['firefox', 'chrome', 'safari', 'edge']);
    expect(await valuesOf(jira, own ?? '')).toEqual(['safari', 'firefox nightly']);
    const foreign = await jira.admin.delete(`${own}/${optionIdOf(jira, 'edge')}`);
    expect(refusalOf(foreign)).toEqual([404, `These options were not found: ${optionIdOf(jira, 'edge')}.`]);
  });

  it('are had by five types of field and no other', async () => {
    const jira = await listeningJira();
    for (const type of ['select', 'multiselect', 'radiobuttons', 'multicheckboxes', 'cascadingselect']) {
      expect(await valuesOf(jira, await newList(jira, type, ['one']))).toEqual(['one']);
    }
    const address = await newList(jira, 'textfield');
    const text = [400, "The custom field doesn't support options."];
    expect(refusalOf(await jira.admin.get(address))).toEqual(text);
    expect(refusalOf(await jira.admin.post(address, { options: [{ value: 'one' }] }))).toEqual(text);
    expect(refusalOf(await jira.admin.put(address, { options: [] }))).toEqual(text);
    expect(refusalOf(await jira.admin.delete(`${address}/10000`))).toEqual(text);
  });

  it.each([
    ['a value that is there', [{ value: 'new' }, { value: 'edge' }], /^The value 'edge' is used by option \d+\.$/],
    ['a value twice', [{ value: 'new' }, { value: 'new' }], /^The value 'new' is used by option \d+\.$/],
    ['an empty value', [{ value: 'new' }, { value: '  ' }], /^The value of an option must not be empty\.$/],
    [
      'a value of 256 characters',
      [{ value: 'x'.repeat(256) }],
      /^The value of an option has 256 characters, 255 are allowed\.$/,
    ],
    [
      'a parent, where the field has no cascading options',
      [{ value: 'new', optionId: '10000' }],
      /^The optionId cannot be given: cascading options are not possible here\.$/,
    ],
  ])('are not added, none of them, with %s', async (_what, options, text) => {
    const jira = await listeningJira();
    const address = await listOf(jira, 'Browsers');
    const before = jira.root;
    const [status, sentence] = refusalOf(await jira.admin.post(address, { options }));
    expect([status, sentence]).toEqual([400, expect.stringMatching(text)]);
    expect(jira.root).toBe(before);
  });

  it('can be 1,000 in a request and no more', async () => {
    const jira = await listeningJira();
    const address = await newList(jira);
    const options = Array.from({ length: 1001 }, (_, i) => ({ value: `option ${i}` }));
    expect(refusalOf(await jira.admin.post(address, { options }))).toEqual([
      400,
      '1001 options were provided, a request can hold 1000.',
    ]);
    const answer = await jira.admin.post(address, { options: options.slice(0, 1000) });
    expect(bodyOf<{ options: unknown[] }>(answer, 200).options).toHaveLength(1000);
  });

  it('can be 10,000 in a field and no more, in all of its contexts together', async () => {
    const jira = await listeningJira();
    const field = await newField(jira);
    const global = optionsAt(field, await onlyContextOf(jira, field));
    const body = { name: 'Own', projectIds: [projectIdOf(jira, 'TEST')], issueTypeIds: [issueTypeIdOf(jira, 'Bug')] };
    const { id } = bodyOf<{ id: string }>(await jira.admin.post(`/rest/api/3/field/${field}/context`, body), 201);
    const own = optionsAt(field, id);
    for (let i = 0; i < 10; i++) {
      await newOptions(
        jira,
        i < 5 ? global : own,
        Array.from({ length: 1000 }, (_, j) => `option ${i * 1000 + j}`),
      );
    }
    const before = jira.root;
    expect(refusalOf(await jira.admin.post(global, { options: [{ value: 'one more' }] }))).toEqual([
      400,
      'The custom field would have 10001 options, 10000 are allowed.',
    ]);
    expect(jira.root).toBe(before);
    expect((await jira.admin.delete(`${own}/${optionIdOf(jira, 'option 9999')}`)).status).toBe(204);
    await newOptions(jira, global, ['one more']);
  });

  it('are managed by administrators', async () => {
    const jira = await listeningJira();
    const answer = await jira.bob.get(await listOf(jira, 'Browsers'));
    expect(refusalOf(answer)).toEqual([403, 'Only Jira administrators can manage custom field options.']);
  });
});

describe('cascading options', () => {
  it('stand behind those of the first level, in the order of their parents', async () => {
    const jira = await listeningJira();
    const address = await listOf(jira, 'Animals');
    expect(await valuesOf(jira, address)).toEqual(['cats', 'dogs', 'fish', 'micki', 'leo', 'tom', 'rex', 'bello']);
    await newOptions(jira, address, ['birds']);
    await newOptions(jira, address, ['nemo'], optionIdOf(jira, 'fish'));
    await newOptions(jira, address, ['garfield'], optionIdOf(jira, 'cats'));
    expect(await valuesOf(jira, address)).toEqual([
      'cats',
      'dogs',
      'fish',
      'birds',
      'micki',
      'leo',
      'tom',
      'garfield',
      'rex',
      'bello',
      'nemo',
    ]);
    await move(jira, address, ['dogs'], { position: 'First' });
    expect(await valuesOf(jira, address)).toEqual([
      'dogs',
      'cats',
      'fish',
      'birds',
      'rex',
      'bello',
      'micki',
      'leo',
      'tom',
      'garfield',
      'nemo',
    ]);
  });

  it('name their parent', async () => {
    const jira = await listeningJira();
    const options = await optionsOf(jira, await listOf(jira, 'Animals'));
    const cats = options.find(({ value }) => value === 'cats');
    expect(cats).not.toHaveProperty('optionId');
    expect(options.find(({ value }) => value === 'leo')).toMatchObject({ optionId: cats?.id });
  });

  it('are left out with onlyOptions, and shown of one parent with optionId', async () => {
    const jira = await listeningJira();
    const address = await listOf(jira, 'Animals');
    const cats = optionIdOf(jira, 'cats');
    expect(await valuesOf(jira, address, 'onlyOptions=true')).toEqual(['cats', 'dogs', 'fish']);
    expect(await valuesOf(jira, address, `optionId=${cats}`)).toEqual(['cats', 'micki', 'leo', 'tom']);
    expect(await valuesOf(jira, address, `optionId=${cats}&onlyOptions=true`)).toEqual(['cats']);
    expect(await valuesOf(jira, address, 'optionId=99999')).toEqual([]);
  });

  it('can have a value that stands below another parent, or above', async () => {
    const jira = await listeningJira();
    const address = await listOf(jira, 'Animals');
    await newOptions(jira, address, ['leo', 'dogs'], optionIdOf(jira, 'dogs'));
    const again = await jira.admin.post(address, { options: [{ value: 'rex', optionId: optionIdOf(jira, 'dogs') }] });
    expect(refusalOf(again)).toEqual([400, `The value 'rex' is used by option ${optionIdOf(jira, 'rex')}.`]);
  });

  it('have no cascading options themselves, and a parent that is there', async () => {
    const jira = await listeningJira();
    const address = await listOf(jira, 'Animals');
    const add = async (optionId: string) =>
      refusalOf(await jira.admin.post(address, { options: [{ value: 'new', optionId }] }));
    expect(await add(optionIdOf(jira, 'leo'))).toEqual([
      400,
      'The optionId cannot be given: cascading options are not possible here.',
    ]);
    expect(await add('99999')).toEqual([404, 'These options were not found: 99999.']);
    expect(await add(optionIdOf(jira, 'firefox'))).toEqual([
      404,
      `These options were not found: ${optionIdOf(jira, 'firefox')}.`,
    ]);
  });

  it('are deleted before their parent', async () => {
    const jira = await listeningJira();
    const address = await listOf(jira, 'Animals');
    const dogs = optionIdOf(jira, 'dogs');
    const early = await jira.admin.delete(`${address}/${dogs}`);
    expect(refusalOf(early)).toEqual([400, `The option ${dogs} has cascading options, delete them first.`]);
    for (const value of ['rex', 'bello', 'dogs']) {
      expect((await jira.admin.delete(`${address}/${optionIdOf(jira, value)}`)).status).toBe(204);
    }
    expect(await valuesOf(jira, address, 'onlyOptions=true')).toEqual(['cats', 'fish']);
  });
});

describe('an update of options', () => {
  it('reports only those that are different now', async () => {
    const jira = await listeningJira();
    const address = await listOf(jira, 'Browsers');
    const [firefox, chrome, edge] = ['firefox', 'chrome', 'edge'].map((value) => optionIdOf(jira, value));
    const options = [
      { id: firefox, value: 'firefox', disabled: false },
      { id: chrome, disabled: false },
      { id: edge, value: 'Edge' },
    ];
    const answer = await jira.admin.put(address, { options });
    expect(bodyOf(answer, 200)).toEqual({
      options: [
        { id: chrome, value: 'chrome', disabled: false },
        { id: edge, value: 'Edge', disabled: false },
      ],
    });
    expect(bodyOf(await jira.admin.put(address, { options }), 200)).toEqual({ options: [] });
  });

  it('changes none where one is unknown, is given twice or would have the value of another', async () => {
    const jira = await listeningJira();
    const address = await listOf(jira, 'Browsers');
    const [firefox = '', edge = ''] = ['firefox', 'edge'].map((value) => optionIdOf(jira, value));
    const before = jira.root;
    const update = async (...options: object[]) => refusalOf(await jira.admin.put(address, { options }));
    expect(await update({ id: edge, value: 'new' }, { id: '99999', value: 'x' })).toEqual([
      404,
      'These options were not found: 99999.',
    ]);
    expect(await update({ id: edge, value: 'new' }, { id: edge, disabled: true })).toEqual([
      400,
      `These options are named more than once: ${edge}.`,
    ]);
    expect(await update({ id: edge, value: 'firefox' })).toEqual([
      400,
      `The value 'firefox' is used by option ${firefox}.`,
    ]);
    expect(jira.root).toBe(before);
  });

  it('lets two exchange their values', async () => {
    const jira = await listeningJira();
    const address = await listOf(jira, 'Browsers');
    const [firefox, edge] = ['firefox', 'edge'].map((value) => optionIdOf(jira, value));
    const options = [
      { id: firefox, value: 'edge' },
      { id: edge, value: 'firefox' },
    ];
    expect((await jira.admin.put(address, { options })).status).toBe(200);
    expect(await valuesOf(jira, address)).toEqual(['edge', 'chrome', 'safari', 'firefox']);
  });
});

describe('a move of options', () => {
  it.each([
    [['d'], { position: 'First' }, 'dabce'],
    [['a'], { position: 'Last' }, 'bcdea'],
    [['e', 'b'], { position: 'First' }, 'ebacd'],
    [['d', 'a'], { position: 'Last' }, 'bceda'],
    [['a'], { after: 'c' }, 'bcade'],
    [['e', 'a'], { after: 'c' }, 'bcead'],
    [['c'], { after: 'b' }, 'abcde'],
    [['e', 'd', 'c', 'b', 'a'], { position: 'First' }, 'edcba'],
  ])('puts %j to %j, in the order of the request', async (values, where, order) => {
    const jira = await listeningJira();
    const address = await newList(jira, 'select', [...'abcde']);
    const answer = await move(jira, address, values, where);
    expect([answer.status, answer.text]).toEqual([204, '']);
    expect((await valuesOf(jira, address)).join('')).toBe(order);
  });

  it('stays in order however often it is done at one place', async () => {
    const jira = await listeningJira();
    const address = await newList(jira, 'select', [...'abc']);
    for (let i = 0; i < 120; i++) await move(jira, address, [i % 2 === 0 ? 'c' : 'b'], { after: 'a' });
    expect((await valuesOf(jira, address)).join('')).toBe('abc');
    await move(jira, address, ['c'], { after: 'a' });
    expect((await valuesOf(jira, address)).join('')).toBe('acb');
  });

  it.each([
    [
      ['a'],
      { after: 'b', position: 'First' },
      400,
      "'after' and 'position' were provided. Only 'after' or 'position' can be specified.",
    ],
    [['a'], {}, 400, "Either 'after' or 'position' has to be provided."],
    [['99999'], { position: 'First' }, 404, 'These options were not found: 99999.'],
    [['a'], { after: '99999' }, 404, 'These options were not found: 99999.'],
    [['a', 'a'], { position: 'First' }, 400, /^These options are named more than once: \d+\.$/],
    [['a', 'b'], { after: 'b' }, 400, /^These options cannot be ordered together, they are not on one level: \d+\.$/],
    [['a'], { position: 'Middle' }, 400, 'position must be one of First, Last.'],
  ])('of %j to %j is refused, and nothing moves', async (values, where, status, text) => {
    const jira = await listeningJira();
    const address = await newList(jira, 'select', [...'abc']);
    const before = jira.root;
    const sentence = typeof text === 'string' ? text : (expect.stringMatching(text) as unknown);
    expect(refusalOf(await move(jira, address, values, where))).toEqual([status, sentence]);
    expect(jira.root).toBe(before);
  });

  it('orders cascading options below their parent, and none across parents', async () => {
    const jira = await listeningJira();
    const address = await listOf(jira, 'Animals');
    expect((await move(jira, address, ['tom'], { position: 'First' })).status).toBe(204);
    expect(await valuesOf(jira, address, `optionId=${optionIdOf(jira, 'cats')}`)).toEqual([
      'cats',
      'tom',
      'micki',
      'leo',
    ]);
    expect((await move(jira, address, ['tom', 'rex'], { position: 'First' })).status).toBe(400);
    expect((await move(jira, address, ['tom'], { after: 'rex' })).status).toBe(400);
    expect((await move(jira, address, ['tom'], { after: 'cats' })).status).toBe(400);
  });
});

it('a deleted option is gone, and its value is free again', async () => {
  const jira = await listeningJira();
  const address = await listOf(jira, 'Browsers');
  const edge = optionIdOf(jira, 'edge');
  expect((await jira.admin.delete(`${address}/${edge}`)).status).toBe(204);
  expect(refusalOf(await jira.admin.delete(`${address}/${edge}`))).toEqual([
    404,
    `These options were not found: ${edge}.`,
  ]);
  const [again] = await newOptions(jira, address, ['edge']);
  expect(again).not.toBe(edge);
  expect((await read<Page<OptionJson>>(jira.admin, address)).total).toBe(4);
});
