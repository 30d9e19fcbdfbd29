import { checkWorld } from '@fake-jira/world';
import { optionsAt, valuesOf as valuesInJira } from '../support/field-steps.js';
import { testJira, type TestJira } from '../support/jira.js';
import { messageOf, names, scheme, to, value, valuesOf } from './requests.js';

const path = (optionId: number, configSchemeId = scheme.browsers) => ({ configSchemeId, optionId: String(optionId) });

async function positionsOf(jira: TestJira, configSchemeId: string) {
  return (await valuesOf(jira, configSchemeId)).map(({ name, position }) => `${position} ${name}`);
}

describe('the position of a value', () => {
  it.each([
    [1, ['1 safari', '2 firefox', '3 chrome', '4 edge']],
    [2, ['1 firefox', '2 safari', '3 chrome', '4 edge']],
    [3, ['1 firefox', '2 chrome', '3 safari', '4 edge']],
    [4, ['1 firefox', '2 chrome', '3 edge', '4 safari']],
    [400, ['1 firefox', '2 chrome', '3 edge', '4 safari']],
  ])('counts from 1, and can be changed to %i', async (position, expected) => {
    const jira = testJira();
    const message = await messageOf(to(jira, 'extenderEditValue', { path: path(value.safari), body: { position } }));
    expect(message).toBe(`option '10002' changed (state: enabled, name: safari, position: ${Math.min(position, 4)})`);
    expect(await positionsOf(jira, scheme.browsers)).toEqual(expected);
    // Jira's own API has the same order.
    const inJira = await valuesInJira(jira, optionsAt('customfield_10000', scheme.browsers));
    expect(inJira).toEqual(expected.map((one) => one.slice(2)));
    expect(checkWorld(jira.root)).toEqual([]);
  });

  it('has no gaps after a value was removed', async () => {
    const jira = testJira();
    await to(jira, 'extenderRemoveValues', { body: { optionId: [value.chrome] } });
    expect(await positionsOf(jira, scheme.browsers)).toEqual(['1 firefox', '2 safari', '3 edge']);
  });

  it('counts anew on each level', async () => {
    const jira = testJira();
    const body = { parentId: value.cats, position: 1 };
    await messageOf(to(jira, 'extenderEditValue', { path: path(value.leo, scheme.animals), body }));
    const [cats] = await valuesOf(jira, scheme.animals);
    expect(cats?.childOptions?.map(({ name, position }) => [position, name])).toEqual([
      [1, 'leo'],
      [2, 'micki'],
      [3, 'tom'],
    ]);
  });
});

describe('changing a value', () => {
  it('changes only what is sent', async () => {
    const jira = testJira();
    const change = async (body: object) => messageOf(to(jira, 'extenderEditValue', { path: path(value.chrome), body }));
    expect(await change({ name: ' chromium ' })).toContain('(state: disabled, name: chromium, position: 2)');
    expect(await change({ disabled: false })).toContain('(state: enabled, name: chromium, position: 2)');
    expect(await change({ name: 'chromium', position: 3 })).toContain('(state: enabled, name: chromium, position: 3)');
    expect(await change({})).toContain('(state: enabled, name: chromium, position: 3)');
  });

  it('changes nothing where one part cannot be done', async () => {
    const jira = testJira({ answers: { 'extender.position-beyond-end': 'refused' } });
    const before = jira.root;
    const body = { name: 'chromium', disabled: false, position: 5 };
    expect((await to(jira, 'extenderEditValue', { path: path(value.chrome), body })).status).toBe(400);
    expect(jira.root).toBe(before);
  });
});

describe('sorting', () => {
  it('puts the first level into alphabetical order, and leaves the second', async () => {
    const jira = testJira();
    await to(jira, 'extenderAddValues', {
      path: { configSchemeId: scheme.animals },
      body: { optionName: ['Ape', 'ärmine', 'bird'] },
    });
    await to(jira, 'extenderSortValues', { path: { configSchemeId: scheme.animals } });
    const values = await valuesOf(jira, scheme.animals);
    expect(names(values)).toEqual(['Ape', 'ärmine', 'bird', 'cats', 'dogs', 'fish']);
    expect(names(values.find(({ name }) => name === 'cats')?.childOptions ?? [])).toEqual(['micki', 'leo', 'tom']);
  });

  it('puts the values below one into alphabetical order, and leaves the others', async () => {
    const jira = testJira();
    await to(jira, 'extenderSortChildValues');
    const [cats, dogs] = await valuesOf(jira, scheme.animals);
    expect(names(cats?.childOptions ?? [])).toEqual(['leo', 'micki', 'tom']);
    expect(names(dogs?.childOptions ?? [])).toEqual(['rex', 'bello']);
  });
});

describe('removing values', () => {
  it('takes them out of issues and defaults, and skips those of a field in the trash', async () => {
    const jira = testJira();
    const ids = [value.firefox, value.cats];
    const removed = await to(jira, 'extenderRemoveValues', { body: { optionId: ids.map(String) } });
    expect(removed.body).toEqual({ message: 'all options deleted', skipped: [], deleted: ids.map(String) });
    expect(jira.root.contexts.get(10100)).not.toHaveProperty('defaultValue');
    expect(checkWorld(jira.root)).toEqual([]);
    await jira.admin.post('/rest/api/3/field/customfield_10002/trash');
    const [trashed] = [...jira.root.options.values()].filter(({ fieldId }) => fieldId === 10002);
    const skipped = await to(jira, 'extenderRemoveValues', { body: { optionId: [trashed?.id] } });
    expect(skipped.body).toMatchObject({ skipped: [String(trashed?.id)], deleted: [] });
  });

  it('counts a value once that is named twice, and one that is gone no more', async () => {
    const jira = testJira();
    const remove = async () =>
      (await to(jira, 'extenderRemoveValues', { body: { optionId: [10003, '10003'] } })).body as unknown;
    expect(await remove()).toMatchObject({ skipped: [], deleted: ['10003'] });
    expect(await remove()).toMatchObject({ skipped: ['10003'], deleted: [] });
  });
});

it('values of a select list of any depth are shown on every level', async () => {
  const world = {
    fields: [
      {
        name: 'Places',
        type: 'multi-level-cascading-select',
        contexts: [{ options: [{ value: 'Europe', children: [{ value: 'Germany', children: ['Berlin'] }] }] }],
      },
    ],
  };
  const jira = testJira({ world });
  const [context] = [...jira.root.contexts.keys()];
  expect(await valuesOf(jira, context as number)).toMatchObject([
    {
      name: 'Europe',
      childOptions: [{ name: 'Germany', childOptions: [{ name: 'Berlin', position: 1, childOptions: [] }] }],
    },
  ]);
});
