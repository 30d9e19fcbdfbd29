import type { PlacedOperation } from '../document/reading.js';
import { operationsOf } from '../document/reading.js';
import type { OpenApiDocument } from '../document/types.js';

/** What an address means in a document. */
export interface RouteMatch {
  /** The operation of this method; undefined when the address has only others. */
  readonly placed: PlacedOperation | undefined;
}

/**
 * Finds the operation of a method and path. What a document has below `/rest/api/3` is there under `2` and `latest`
 * too, what it has below `/rest/api/2` under `latest`; where a fixed part and a parameter both fit, the fixed part is
 * meant.
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
  return path
    .replace(/(?<!\/)\/+$/, '')
    .split('/')
    .slice(1);
}

/** The versions of Jira's API under which an address of one version is served. */
const servedAs: Readonly<Record<string, readonly string[]>> = { '2': ['2', 'latest'], '3': ['2', '3', 'latest'] };

function fits(template: readonly string[], parts: readonly string[]): boolean {
  const ofJira = template[0] === 'rest' && template[1] === 'api';
  return (
    template.length === parts.length &&
    template.every((part, index) => {
      const given = parts[index] ?? '';
      if (ofJira && index === 2) return servedAs[part]?.includes(given) ?? part === given;
      return part === given || (isParameter(part) && given !== '');
    })
  );
}

function isParameter(part: string): boolean {
  return part.startsWith('{') && part.endsWith('}');
}

// Fixed parts first, from the left.
function rank(parts: readonly string[]): string {
  return parts.map((part) => (isParameter(part) ? '1' : '0')).join('');
}
