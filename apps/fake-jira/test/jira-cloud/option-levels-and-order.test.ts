import { listeningJira, newOptions, optionIdOf, optionsOf, refusalOf, valuesOf } from '../support/field-steps.js';
import { listOf, newList } from '../support/list-steps.js';
import type { TestJira } from '../support/jira.js';

async function move(jira: TestJira, address: string, values: string[], where: { after?: string; position?: string }) {
  const ids = new Map((await optionsOf(jira, address)).map(({ id, value }) => [value, id]));
  return jira.admin.put(`${address}/move`, {
    customFieldOptionIds: values.map((value) => ids.get(value) ?? value),
    ...where,
    ...(where.after !== undefined && { after: ids.get(where.after) ?? where.after }),
  });
}

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
