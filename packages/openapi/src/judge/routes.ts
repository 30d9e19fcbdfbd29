import type { PlacedOperation } from '../document/reading.js';
import { operationsOf } from '../document/reading.js';
import type { OpenApiDocument } from '../document/types.js';

/** What an address means in a document. */
export interface RouteMatch {
  /** The operation of this method; undefined when the address has only others. */
  readonly placed: PlacedOperation | undefined;
}

/**
 * Finds the operation of a method and path. Jira's versions of its API (`2`, `3`, `latest`) are one; where a fixed
 * part and a parameter both fit, the fixed part is meant.
 *
 * @returns undefined when the document does not have the address
 */
export function routesOf(document: OpenApiDocument): (method: string, path: string) => RouteMatch | undefined {
  const routes = operationsOf(document)
    .map((placed) => ({ placed, parts: partsOf(placed.path) }))
    .sort((a, b) => rank(a.parts).localeCompare(rank(b.parts), 'en'));
  return (method, path) => {
    const parts = partsOf(path);
    const fitting = routes.filter((route) => fits(route.parts, parts));
    const best = fitting[0];
    if (best === undefined) return undefined;
    const wanted = method.toLowerCase() === 'head' ? ['head', 'get'] : [method.toLowerCase()];
    const placed = fitting.find((route) => wanted.includes(route.placed.method))?.placed;
    return { placed };
  };
}

function partsOf(path: string): string[] {
  const parts = path.replace(/\/+$/, '').split('/').slice(1);
  const [rest, api, version] = parts;
  if (rest === 'rest' && api === 'api' && ['2', '3', 'latest'].includes(version ?? '')) parts[2] = '*';
  return parts;
}

function fits(template: readonly string[], parts: readonly string[]): boolean {
  return (
    template.length === parts.length &&
    template.every((part, index) => part === parts[index] || (isParameter(part) && parts[index] !== ''))
  );
}

function isParameter(part: string): boolean {
  return part.startsWith('{') && part.endsWith('}');
}

// Fixed parts first, from the left.
function rank(parts: readonly string[]): string {
  return parts.map((part) => (isParameter(part) ? '1' : '0')).join('');
}
