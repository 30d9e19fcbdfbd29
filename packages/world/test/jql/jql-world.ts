import {
  addFieldToTab,
  addOptions,
  addVersions,
  createContext,
  createField,
  createIssue,
  customFieldId,
  optionsOfContext,
  searchIssues,
  type FieldValueInput,
  type NewIssue,
  type SearchContext,
} from '../../src/index.js';
import { smallWorld } from '../small-world.js';

export const types = ['select', 'multiselect', 'cascadingselect', 'float', 'datepicker', 'datetime', 'labels'] as const;
export const moreTypes = ['textfield', 'url', 'userpicker', 'grouppicker', 'multiversion', 'project'] as const;

/** A small world with a field of each type that queries ask in another way, all on the screen. */
export function jqlWorld() {
  const small = smallWorld();
  const { world, screen } = small;
  const ids = world.write((tx) => {
    addVersions(tx, 'TEST', [{ name: '2.0', released: true }, { name: '3.0' }]);
    return Object.fromEntries(
      [...types, ...moreTypes].map((type) => {
        const field = createField(tx, { name: `My ${type}`, type });
        const context = createContext(tx, customFieldId(field.id), { name: 'Default' }, { uniqueNames: false });
        if (['select', 'multiselect', 'cascadingselect'].includes(type)) {
          addOptions(
            tx,
            field,
            context,
            ['red', 'green', 'blue'].map((value) => ({ value })),
            { ignoreCase: false },
          );
        }
        if (type === 'cascadingselect') {
          const [red] = optionsOfContext(tx.root, context.id);
          const children = [
            { value: 'light', parentId: red!.id },
            { value: 'dark', parentId: red!.id },
          ];
          addOptions(tx, field, context, children, { ignoreCase: false });
        }
        addFieldToTab(tx, screen.id, screen.tabs[0]!.id, customFieldId(field.id));
        return [type, field.id];
      }),
    ) as Record<(typeof types)[number] | (typeof moreTypes)[number], number>;
  });
  const context = (): SearchContext => ({
    root: world.root,
    now: world.clock.now(),
    user: small.ada,
    namesOf: ({ id, name }) => [`cf[${id}]`, name, `${name}[Type]`],
  });
  const create = (values: Partial<Record<keyof typeof ids, FieldValueInput>> = {}, input: Partial<NewIssue> = {}) =>
    world.write((tx) =>
      createIssue(
        tx,
        {
          project: 'TEST',
          issueType: 'Bug',
          summary: 'S',
          ...input,
          values: Object.fromEntries(
            Object.entries(values).map(([type, value]) => [customFieldId(ids[type as keyof typeof ids]), value]),
          ),
        },
        { applyDefaults: false },
      ),
    );
  const find = (jql: string) => searchIssues(jql, context()).map(({ key }) => key);
  return { ...small, ids, create, find, context };
}
