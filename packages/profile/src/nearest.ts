import { distance as editDistance } from 'fastest-levenshtein';

/**
 * The candidates most like a mistyped text, nearest first, for "did you mean …".
 *
 * @example nearest('extender-4.9', ['all', 'extender-4.8']); // ['extender-4.8']
 */
export function nearest(text: string, candidates: readonly string[], count = 3): string[] {
  return candidates
    .map((candidate) => ({ candidate, distance: editDistance(text.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, distance }) => distance <= Math.max(3, candidate.length / 3))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, count)
    .map(({ candidate }) => candidate);
}
