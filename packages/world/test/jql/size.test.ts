import { countIssues, searchIssues, type Issue, type Root } from '../../src/index.js';
import { jqlWorld } from './jql-world.js';

const hits = 20;

/** A world of so many issues, of which always as many are red; all others have another colour. */
function worldOf(size: number) {
  const small = jqlWorld();
  const { world, ids, create, context } = small;
  const first = create({ select: { kind: 'option', option: { value: 'red' } } });
  const [blue] = [...world.root.options.values()].filter(
    ({ value, fieldId }) => value === 'blue' && fieldId === ids.select,
  );
  world.write((tx) => {
    for (let i = 1; i < size; i++) {
      const id = first.id + i;
      const values = i < hits ? first.values : { [ids.select]: { kind: 'option', optionId: blue?.id ?? 0 } as const };
      tx.put('issues', id, { ...first, id, key: `TEST-${i + 1}`, created: first.created + i, values } satisfies Issue);
    }
  });
  return { root: world.root, context: context() };
}

/** How many issues a search looks at, beside what it finds. */
function lookedAt(jql: string, { root, context }: ReturnType<typeof worldOf>): { looked: number; found: number } {
  let looked = 0;
  const issues = new Proxy(root.issues, {
    get(table, name) {
      const value: unknown = Reflect.get(table, name, table);
      if (typeof value !== 'function') return value;
      return (...given: unknown[]) => {
        if (name !== 'get' && name !== 'has') looked += table.size;
        else looked++;
        return (value as (...args: unknown[]) => unknown).apply(table, given);
      };
    },
  });
  const counted: Root = { ...root, issues };
  const found = searchIssues(jql, { ...context, root: counted }).length;
  expect(countIssues(jql, { ...context, root: counted })).toBe(found);
  return { looked, found };
}

test('what no index knows is looked for in all of them, and is counted', () => {
  expect(lookedAt('summary ~ S', worldOf(100)).looked).toBeGreaterThanOrEqual(100);
});

describe('a search by an option looks at no more issues in a world of 100,000 than in one of 1,000', () => {
  const [small, large] = [worldOf(1_000), worldOf(100_000)];
  test.each([
    '"My select" = red',
    '"My select" in (red, green) ORDER BY created DESC',
    '"My select" = red AND project = TEST AND status = "To Do"',
    'project = TEST AND "My select" = red ORDER BY key',
    '"My select" = red AND status was "To Do" AND NOT status changed',
    '"My select" = green OR "My select" = red',
  ])('%s', (jql) => {
    const [few, many] = [lookedAt(jql, small), lookedAt(jql, large)];
    expect([few.found, many.found]).toEqual([hits, hits]);
    expect(many.looked).toBe(few.looked);
    expect(many.looked).toBeLessThanOrEqual(10 * hits);
  });
});
