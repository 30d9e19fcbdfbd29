import type { Profile } from '@fake-jira/profile';
import { readFileSync } from 'node:fs';
import { resolveDocument } from './document/effective.js';
import type { OpenApiDocument } from './document/types.js';
import type { ApiName } from './table.js';

const read = new Map<ApiName, OpenApiDocument>();

/**
 * The document of an API as it is written, with all its keys, read from the disk at its first use. Not to be changed.
 * A bundler has to put `generated/documents/` beside the bundle.
 */
export function sourceDocument(api: ApiName): OpenApiDocument {
  const known = read.get(api);
  if (known !== undefined) return known;
  const file = new URL(`./generated/documents/${api}.json`, import.meta.url);
  const document = JSON.parse(readFileSync(file, 'utf8')) as OpenApiDocument;
  read.set(api, document);
  return document;
}

/**
 * The document that describes an API in one profile: versions, deployment and answers resolved, ours of the `x-` keys
 * that say so used up. A new object every time, which the caller may change.
 *
 * @returns a plain OpenAPI 3.0 document; without paths when the profile does not have the app
 * @example effectiveSpec('jira-cloud', namedProfile('data-center')).paths['/rest/api/2/field']
 */
export function effectiveSpec(api: ApiName, profile: Profile): OpenApiDocument {
  return structuredClone(resolveDocument(sourceDocument(api), api, profile));
}
