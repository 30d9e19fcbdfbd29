import type { Transaction } from '../../src/index.js';
import { indexes } from '../../src/parts.js';
import { damaged } from '../full-world.js';

const names = [...indexes.values()].flat().map(({ name }) => name);

describe.each([...names, 'optionRanks'] as const)('the index %s', (name) => {
  interface Plain {
    minKey(): unknown;
    get(key: unknown): unknown;
    set(key: unknown, value: unknown): boolean;
    delete(key: unknown): boolean;
  }
  const table = (tx: Transaction) => tx.edit(name) as unknown as Plain;

  it('lacks an entry', () => {
    const found = damaged((tx) => table(tx).delete(table(tx).minKey()));
    expect(found.join('\n')).toMatch(new RegExp(`^${name}: the entry .* is missing`, 'm'));
  });

  it('has an entry too many', () => {
    const found = damaged((tx) => {
      const key = table(tx).minKey();
      const strange = (part: unknown) => (typeof part === 'number' ? part + 7_000_000 : `${String(part)} strange`);
      const value = table(tx).get(key);
      const parts = Array.isArray(key) ? (key as unknown[]) : null;
      table(tx).set(parts ? [...parts.slice(0, -1), strange(parts.at(-1))] : strange(key), value);
    });
    expect(found.join('\n')).toMatch(new RegExp(`^${name}: the entry .* follows from no record`, 'm'));
  });
});
