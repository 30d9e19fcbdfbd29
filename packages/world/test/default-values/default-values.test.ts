import {
  checkWorld,
  createContext,
  createField,
  createOptions,
  defaultValues,
  setDefaultValues,
  type DefaultValueInput,
} from '../../src/index.js';
import { broken, smallWorld } from '../small-world.js';

function worldWithContexts(type: string) {
  const small = smallWorld();
  const { world, test, other } = small;
  const [field, first, second] = world.write((tx) => {
    const made = createField(tx, { name: 'F', type });
    const context = (name: string, projectId: number) =>
      createContext(tx, made.id, { name, projectIds: [projectId] }, { uniqueNames: true });
    return [made, context('1', test.id), context('2', other.id)] as const;
  });
  const set = (...changes: [contextId: number | string, value: DefaultValueInput | null, type?: string][]) =>
    world.write((tx) =>
      setDefaultValues(
        tx,
        field.id,
        changes.map(([contextId, value, type]) => ({
          contextId,
          value,
          type: type ?? value?.type ?? '',
        })),
      ),
    );
  const defaults = () => [...defaultValues(world.root, field)].map(({ context, value }) => [context.id, value]);
  return { ...small, field, first, second, set, defaults };
}

describe('default values', () => {
  it('are set for several contexts at once, all of one type', () => {
    const { first, second, set, defaults } = worldWithContexts('textfield');
    set([first.id, { type: 'textfield', text: 'a' }], [String(second.id), { type: 'textfield', text: 'b' }]);
    expect(defaults()).toEqual([
      [first.id, { type: 'textfield', text: 'a' }],
      [second.id, { type: 'textfield', text: 'b' }],
    ]);
    set([first.id, null, 'textfield']);
    expect(defaults()).toEqual([[second.id, { type: 'textfield', text: 'b' }]]);
    expect(
      broken(() => set([first.id, { type: 'textfield', text: 'a' }], [second.id, { type: 'url', url: 'http://x' }]))
        .code,
    ).toBe('default-value-types-differ');
  });

  it.each<[string, DefaultValueInput]>([
    ['multiselect', { type: 'option.multiple', optionIds: [] }],
    ['labels', { type: 'labels', labels: [] }],
    ['multiuserpicker', { type: 'multi.user.select', accountIds: [] }],
  ])('of a %s field that name nothing are none', (type, value) => {
    const { world, first, set, defaults } = worldWithContexts(type);
    set([first.id, value]);
    expect(defaults()).toEqual([]);
    expect(checkWorld(world.root)).toEqual([]);
  });

  it('change nothing where one of them is wrong', () => {
    const { world, first, second, set, defaults } = worldWithContexts('datepicker');
    const good: DefaultValueInput = { type: 'datepicker', date: '2026-02-28', useCurrent: false };
    const cases: [string, () => void][] = [
      ['context-not-found', () => set([first.id, good], ['abc', good])],
      ['duplicate-contexts', () => set([first.id, good], [String(first.id), good])],
      ['default-value-invalid', () => set([first.id, good], [second.id, { ...good, date: '2026-02-30' }])],
      ['default-value-invalid', () => set([first.id, good], [second.id, { type: 'datepicker', useCurrent: false }])],
      ['default-value-type-not-for-field', () => set([first.id, { type: 'textfield', text: 'x' }])],
    ];
    for (const [code, action] of cases) expect(broken(action).code).toBe(code);
    expect(defaults()).toEqual([]);
    expect(checkWorld(world.root)).toEqual([]);
  });

  it('name options of their own context only, and a chain from the first level down', () => {
    const { world, field, first, second, set, defaults } = worldWithContexts('cascadingselect');
    const add = (contextId: number, value: string, parentId?: number) =>
      world.write((tx) => createOptions(tx, field.id, contextId, [{ value, parentId }], { ignoreCase: false }))[0]
        ?.id ?? 0;
    const [cats, dogs] = [add(first.id, 'cats'), add(first.id, 'dogs')];
    const [leo, elsewhere] = [add(first.id, 'leo', cats), add(second.id, 'cats')];
    const chain = (...optionIds: number[]) => set([first.id, { type: 'option.cascading', optionIds }]);
    expect(broken(() => chain(elsewhere))).toMatchObject({
      code: 'options-not-found',
      data: { optionIds: [String(elsewhere)] },
    });
    expect(broken(() => chain(dogs, leo)).code).toBe('options-not-found');
    expect(broken(() => chain(leo)).code).toBe('options-not-found');
    chain(cats, leo);
    expect(defaults()).toEqual([[first.id, { type: 'option.cascading', optionIds: [cats, leo] }]]);
  });

  it.each<[string, DefaultValueInput, string]>([
    ['userpicker', { type: 'single.user.select', accountId: 'x', userFilter: { enabled: false } }, 'users-not-found'],
    ['multiuserpicker', { type: 'multi.user.select', accountIds: ['x'] }, 'users-not-found'],
    ['grouppicker', { type: 'grouppicker.single', groupId: 'x' }, 'groups-not-found'],
    ['multigrouppicker', { type: 'grouppicker.multiple', groupIds: ['x'] }, 'groups-not-found'],
    ['project', { type: 'project', projectId: 'x' }, 'projects-not-found'],
    ['version', { type: 'version.single', versionId: '1' }, 'versions-not-found'],
    ['multiversion', { type: 'version.multiple', versionIds: ['1'] }, 'versions-not-found'],
    ['url', { type: 'url', url: 'no url' }, 'default-value-invalid'],
    ['labels', { type: 'labels', labels: ['two words'] }, 'default-value-invalid'],
    ['datetime', { type: 'datetimepicker', dateTime: '2026-01-01T25:00', useCurrent: false }, 'default-value-invalid'],
    ['forge.string.list', { type: 'forge.string.list', values: ['x'.repeat(255)] }, 'default-value-invalid'],
  ])('of a %s field refer to what is there', (type, value, code) => {
    const { first, set } = worldWithContexts(type);
    expect(broken(() => set([first.id, value])).code).toBe(code);
  });
});
