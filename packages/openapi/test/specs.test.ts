import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { namedProfile, profileNames } from '@fake-jira/profile';
import { parse } from 'yaml';
import { checkSource } from '../src/check/check-document.js';
import { knownRuleCodes } from '../src/check/rule-codes.js';
import { checkOpenApi, checkOperations, checkPaths, checkReferences, checkUnused } from '../src/check/structure.js';
import { resolveDocument } from '../src/document/effective.js';
import type { OpenApiDocument } from '../src/document/types.js';

const folder = fileURLToPath(new URL('../../../specs/', import.meta.url));
const ending = '.openapi.yaml';
const apis = readdirSync(folder)
  .filter((file) => file.endsWith(ending))
  .map((file) => file.slice(0, -ending.length));

/** The profiles in which a document can differ: for an app those named after its versions. */
function profilesFor(api: string): string[] {
  return profileNames().filter((name) => ['all', 'cloud', 'data-center'].includes(name) || name.startsWith(api));
}

describe.each(apis)('specs/%s.openapi.yaml', (api) => {
  const text = readFileSync(`${folder}${api}${ending}`, 'utf8');

  const parsed = parse(text, { maxAliasCount: -1 }) as OpenApiDocument;

  it('has no mistakes', async () => {
    expect(await checkSource(text, { ruleCodes: knownRuleCodes() })).toEqual([]);
  });

  it.each(profilesFor(api))('is valid OpenAPI with nothing dangling or unused in the profile %s', async (name) => {
    const document = resolveDocument(parsed, api, namedProfile(name));
    const findings = [
      ...(await checkOpenApi(document)),
      ...[checkReferences, checkUnused, checkPaths, checkOperations].flatMap((check) => check(document)),
    ];
    expect(
      findings.filter(({ check }) =>
        ['openapi', 'reference', 'unused', 'identical-paths', 'operation-id'].includes(check),
      ),
    ).toEqual([]);
  });
});
