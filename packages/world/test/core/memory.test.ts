import { createField, searchFields } from '../../src/index.js';
import { smallWorld } from '../small-world.js';

describe('What is remembered of a search', () => {
  it('is nothing of a write that goes on: a field made after a search in it is found by later ones', () => {
    const { world } = smallWorld();
    const find = (root: typeof world.root) => searchFields(root, { in: 'use' }).map(({ name }) => name);
    world.write((tx) => {
      expect(find(tx.root)).toEqual([]);
      createField(tx, { name: 'Browsers', type: 'select' });
      expect(find(tx.root)).toEqual(['Browsers']);
    });
    expect(find(world.root)).toEqual(['Browsers']);
  });

  it('is one result for a root, as long as nothing is written', () => {
    const { world } = smallWorld();
    world.write((tx) => createField(tx, { name: 'Browsers', type: 'select' }));
    const before = searchFields(world.root, { in: 'use' });
    expect(searchFields(world.root, { in: 'use' })).toBe(before);
    world.write((tx) => createField(tx, { name: 'Systems', type: 'select' }));
    expect(searchFields(world.root, { in: 'use' })).toHaveLength(2);
    expect(before).toHaveLength(1);
  });
});
