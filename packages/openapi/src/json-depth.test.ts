import { isTooDeep, jsonDepthLimit } from './json-depth.js';

const lists = (levels: number) => JSON.parse('['.repeat(levels) + ']'.repeat(levels)) as unknown;
const objects = (levels: number) => JSON.parse('{"a":'.repeat(levels) + '1' + '}'.repeat(levels)) as unknown;

describe('a JSON value', () => {
  it.each([lists, objects])('may have as many levels as the limit, and no more', (nested) => {
    expect(isTooDeep(nested(jsonDepthLimit))).toBe(false);
    expect(isTooDeep(nested(jsonDepthLimit + 1))).toBe(true);
  });

  it('is looked at without a call per level', () => {
    expect(isTooDeep(lists(1_000_000))).toBe(true);
    expect(isTooDeep([1, 'a', null, lists(100_000)])).toBe(true);
  });

  it('that holds itself, twice, is too deep', () => {
    const own: unknown[] = [];
    own.push(own, { own }, own);
    expect(isTooDeep(own)).toBe(true);
  });

  it('that is no list and no object has no level', () => {
    for (const value of [undefined, null, 1, '[[', true]) expect(isTooDeep(value)).toBe(false);
  });
});
