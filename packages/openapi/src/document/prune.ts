import { resolveReference, walk } from './reading.js';
import type { JsonObject, OpenApiDocument } from './types.js';
import { isObject } from './types.js';

/** The references under a node, those of a discriminator's mapping included. */
export function referencesIn(node: unknown): string[] {
  const found: string[] = [];
  walk(node, (current) => {
    if (typeof current.$ref === 'string') found.push(current.$ref);
    const mapping = isObject(current.discriminator) ? current.discriminator.mapping : undefined;
    if (isObject(mapping)) found.push(...Object.values(mapping).map(String));
  });
  return found;
}

/** The components (`#/components/…/…`) that something under `paths` or `security` needs, directly or not. */
export function usedComponents(document: OpenApiDocument): Set<string> {
  const { components: _components, ...rest } = document;
  const used = new Set<string>();
  const open = referencesIn(rest);
  for (let reference = open.pop(); reference !== undefined; reference = open.pop()) {
    if (used.has(reference)) continue;
    used.add(reference);
    open.push(...referencesIn(resolveReference(document, reference)));
  }
  for (const scheme of securityNames(document)) used.add(`#/components/securitySchemes/${scheme}`);
  return used;
}

/** The document without the components that nothing uses. */
export function withoutUnusedComponents(document: OpenApiDocument): OpenApiDocument {
  const { components, ...rest } = document;
  if (components === undefined) return document;
  const used = usedComponents(document);
  const kept: Record<string, Record<string, JsonObject>> = {};
  for (const [kind, entries] of Object.entries(components)) {
    const left = Object.entries(entries).filter(([name]) => used.has(`#/components/${kind}/${name}`));
    if (left.length > 0) kept[kind] = Object.fromEntries(left);
  }
  return Object.keys(kept).length > 0 ? { ...rest, components: kept } : rest;
}

// Security requirements name their schemes without a reference.
function securityNames(document: OpenApiDocument): string[] {
  const names: string[] = [];
  walk({ security: document.security, paths: document.paths }, ({ security }) => {
    if (Array.isArray(security))
      names.push(...(security as JsonObject[]).flatMap((requirement) => Object.keys(requirement)));
  });
  return names;
}
