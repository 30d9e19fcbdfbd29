import fc from 'fast-check';
import {
  createField,
  removeField,
  restoreField,
  searchFields,
  trashField,
  updateField,
  type CustomField,
  type FieldSearch,
  type Root,
} from '../../src/index.js';
import { smallWorld } from '../small-world.js';

const searches: FieldSearch[] = [undefined, 'name', '-name', 'lastUsed', '-contextsCount', 'trashDate'].flatMap(
  (orderBy) =>
    (['use', 'trash'] as const).flatMap((place) => [
      { in: place, orderBy },
      { in: place, orderBy, query: 'A' },
    ]),
);

/** What is found without anything remembered: a draft is searched from the beginning. */
const anew = (root: Root, search: FieldSearch) => searchFields({ ...root }, search);

describe('A search for fields after writes', () => {
  it('finds what a search from the beginning finds, in the same order', () => {
    const change = fc.tuple(
      fc.constantFrom('make', 'rename', 'trash', 'restore', 'remove'),
      fc.nat(9),
      fc.constantFrom('Alpha', 'alpha', 'Beta', 'Gamma', ''),
    );
    fc.assert(
      fc.property(fc.array(fc.array(change, { maxLength: 4 }), { maxLength: 8 }), (writes) => {
        const { world, ada } = smallWorld();
        for (const changes of writes) {
          world.write((tx) => {
            for (const [what, at, name] of changes) {
              const fields = [...tx.root.fields.values()];
              const field = fields[at % (fields.length || 1)];
              if (what === 'make' || !field) createField(tx, { name: name || 'Delta', type: 'select' });
              else if (what === 'rename' && !field.trashed)
                updateField(tx, field.id, name ? { name } : { description: 'An A' });
              else if (what === 'trash' && !field.trashed) trashField(tx, field.id, ada);
              else if (what === 'restore' && field.trashed) restoreField(tx, field.id);
              else if (what === 'remove') removeField(tx, field);
            }
          });
          for (const search of searches) {
            expect(searchFields(world.root, search)).toEqual(anew(world.root, search));
          }
        }
      }),
      { numRuns: 40, seed: 1 },
    );
  });

  it('looks at the fields that have changed, not at all there are', () => {
    const { world } = smallWorld();
    world.write((tx) => {
      for (let i = 0; i < 1000; i++) createField(tx, { name: `Field ${i}`, type: 'select' });
    });
    const search: FieldSearch = { in: 'use', query: 'field', orderBy: '-name' };
    searchFields(world.root, search);
    let read = 0;
    const last = [...world.root.fields.values()].at(-1) as CustomField;
    for (const field of world.root.fields.values()) {
      const { description } = field;
      Object.defineProperty(field, 'description', { get: () => (read++, description) });
    }
    world.write((tx) => updateField(tx, last.id, { name: 'Field of another name' }));
    expect(searchFields(world.root, search)[0]).toMatchObject({ name: 'Field of another name' });
    expect(read).toBeLessThan(10);
  });
});
