import { addScreen, createField, createIssue, searchFields } from '../../src/index.js';
import { rememberAlong } from '../../src/core/memory.js';
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

  it('lasts for as long as the tables that it read stay as they are, and a write that goes on has it too', () => {
    const { world, task, test } = smallWorld();
    let searches = 0;
    const screens = (root: typeof world.root) =>
      rememberAlong(root, 'screens', { tables: ['screens'], search: () => (searches++, root.screens.size) });
    const before = screens(world.root);
    world.write((tx) => {
      createIssue(tx, { project: test.id, issueType: task.name, summary: 'One' }, { applyDefaults: true });
      expect(screens(tx.root)).toBe(before);
    });
    expect(screens(world.root)).toBe(before);
    expect(searches).toBe(1);
    world.write((tx) => {
      addScreen(tx, { name: 'Another' });
      expect(screens(tx.root)).toBe(before + 1);
      addScreen(tx, { name: 'A third' });
      expect(screens(tx.root)).toBe(before + 2);
    });
    expect(screens(world.root)).toBe(before + 2);
  });
});
