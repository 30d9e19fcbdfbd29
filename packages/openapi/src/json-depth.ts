/** How many lists and objects of a JSON value may stand in each other. What Jira documents has less than ten. */
export const jsonDepthLimit = 100;

/**
 * Whether more lists and objects stand in each other than {@link jsonDepthLimit} allows. Functions that call themselves
 * for each level, such as `JSON.stringify`, end in a `RangeError` somewhere above a thousand; this one does not.
 *
 * @param value - what something holds that holds itself is too deep as well
 */
export function isTooDeep(value: unknown): boolean {
  let level = new Set([value].filter(isNested));
  for (let depth = 0; level.size > 0; depth++) {
    if (depth === jsonDepthLimit) return true;
    const below = new Set<object>();
    for (const one of level) for (const inner of Object.values(one)) if (isNested(inner)) below.add(inner);
    level = below;
  }
  return false;
}

function isNested(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
