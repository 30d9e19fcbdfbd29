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
import { listOf, newList } from '../support/list-steps.js';

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
