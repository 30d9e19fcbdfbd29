import { finds, findsPattern } from '../../src/fields/text-pattern.js';

describe('a part of a text', () => {
  it('stands for itself', () => {
    expect(finds('a_b')('xa_by')).toBe(true);
    expect(finds('a_b')('a b')).toBe(false);
  });

  it.each([
    ['infracost_link', 'infracost link', true],
    ['infracost_link', 'infracost_link', true],
    ['infracost_link', 'infracostlink', false],
    ['link', 'infracost link', true],
    ['i%link', 'infracost link', true],
    ['link%infra', 'infracost link', false],
    ['%', '', true],
    ['', 'anything', true],
    ['_', '', false],
    ['k_', 'infracost link', false],
  ])('with wildcards: %s in "%s": %s', (pattern, text, found) => {
    expect(findsPattern(pattern)(text)).toBe(found);
  });

  it('is looked for in a time that grows no faster than both', () => {
    // With backtracking this would not end.
    expect(findsPattern(`${'a%'.repeat(1000)}b`)('a'.repeat(32_000))).toBe(false);
  });
});
