import { rememberAlong } from '../core/memory.js';
import type { Root } from '../core/root.js';

/** The labels that issues have, in the order of their characters. */
export function labelsInUse(root: Root): readonly string[] {
  return rememberAlong(root, 'labels', {
    tables: ['issues'],
    search: () => [...new Set([...root.issues.values()].flatMap(({ labels }) => labels))].sort(),
  });
}
