import { pathPattern } from '../../src/http/path-pattern.js';
import { seededRandom } from '../../src/http/random.js';
import { ask, control, listening } from '../control/stage.js';
import { cpuTime } from '../support/cpu-time.js';
import { labelled } from '../support/raw-request.js';

describe('a pattern for paths', () => {
  it.each<[string, string, boolean]>([
    ['/a', '/a', true],
    ['/a', '/a?b=c', true],
    ['/a', '/ab', false],
    ['/a', '/A', false],
    ['/*/b', '/a/b', true],
    ['/*/b', '/a/a/b', false],
    ['/*', '/', true],
    ['/**/b', '/a/a/b', true],
    ['/**', '/', true],
    ['**', '', true],
    ['/**a', '/b/a/ba', true],
    ['/**a', '/b/a/bb', false],
    ['/a*c/*d', '/abc/d', true],
    ['/a*c/*d', '/ab/c/d', false],
    ['/*b*b', '/abab', true],
    ['/***', '/a/b', true],
    ['/a+(b)[c].{d}^$|\\', '/a+(b)[c].{d}^$|\\', true],
    ['/.', '/x', false],
  ])('%s fits %s: %s', (pattern, path, fits) => {
    expect(pathPattern(pattern)(path)).toBe(fits);
  });

  it('is looked for as a slow but plain reading of it would do', () => {
    const fitsPlainly = (pattern: string, path: string): boolean => {
      const [first = '', ...rest] = pattern.match(/\*\*|./g) ?? [];
      const remaining = rest.join('');
      if (first === '') return path === '';
      if (first === '*' || first === '**') {
        const goesOn = path !== '' && (first === '**' || path[0] !== '/');
        return fitsPlainly(remaining, path) || (goesOn && fitsPlainly(pattern, path.slice(1)));
      }
      return path[0] === first && fitsPlainly(remaining, path.slice(1));
    };
    const random = seededRandom('patterns');
    const text = (letters: readonly string[], most: number) =>
      Array.from({ length: Math.floor(random() * most) }, () => letters[Math.floor(random() * letters.length)]).join(
        '',
      );
    const drawn = Array.from({ length: 5_000 }, (): [string, string] => [
      text(['a', 'b', '/', '*', '**'], 8),
      text(['a', 'b', '/'], 10),
    ]);
    expect(drawn.some(([pattern, path]) => fitsPlainly(pattern, path))).toBe(true);
    expect(drawn.filter(([pattern, path]) => pathPattern(pattern)(path) !== fitsPlainly(pattern, path))).toEqual([]);
  });

  it.each(
    [
      `/${'**a'.repeat(80)}b`,
      `/${'*a'.repeat(120)}b`,
      `/**${'a'.repeat(250)}b`,
      `/**${'*a'.repeat(120)}b`,
      `**${'/a*'.repeat(80)}b`,
    ].map(labelled),
  )('is looked for in all that a journal can hold within seconds: %s', async (_label, pattern) => {
    const fits = pathPattern(pattern);
    for (const path of [`/${'a'.repeat(2_000_000)}`, '/a'.repeat(1_000_000)]) {
      expect(await cpuTime(() => expect(fits(path)).toBe(false))).toBeLessThan(5_000);
    }
  });

  it('in a fault or a search of the journal stops nobody else', async () => {
    const jira = await listening();
    const path = `/${'a'.repeat(3_000)}`;
    await ask(jira, path);
    const pattern = `/${'**a'.repeat(11)}b`;
    const found = await control(jira, 'GET', `requests?path=${pattern}`);
    expect([found.status, found.body.requests]).toEqual([200, []]);
    expect((await control(jira, 'POST', 'faults', { when: { path: pattern }, status: 500 })).status).toBe(201);
    expect((await ask(jira, path)).status).toBe(404);
    const long = await control(jira, 'GET', `requests?path=${'*'.repeat(257)}`);
    expect([long.status, long.body.message]).toEqual([400, expect.stringContaining('256 characters')]);
  });
});
